"""One API of a project and all that can be done with it: the commands as methods.

Each method gives a frozen record. What a person must look at is raised as RepositoryError, and what
failed outside the repository as OutsideError, with every problem at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from specmend.progress import SILENT, Progress
from specmend.settings.layout import ApiLayout

if TYPE_CHECKING:
    from specmend.document.text.document import Document
    from specmend.project.build import BuildReport
    from specmend.project.check import CheckReport
    from specmend.project.diff import Diff
    from specmend.project.drift import Source
    from specmend.project.fetch import FetchReport
    from specmend.project.new_step import NewStep
    from specmend.project.pipeline import Sanitized
    from specmend.project.proposals import Proposals
    from specmend.project.refresh import Refreshed
    from specmend.project.release import Released
    from specmend.project.renumber import Dropped
    from specmend.project.update import Decide, UpdateReport
    from specmend.project.validate import Validation
    from specmend.report.drift import DriftReport
    from specmend.report.steps import StepRecord
    from specmend.review.records import Review
    from specmend.steps.apply import Applied
    from specmend.steps.blame import BlamedLine
    from specmend.steps.series import Series
    from specmend.steps.step_diff import StepDiff
    from specmend.update.decision import Choices


@dataclass(frozen=True, kw_only=True, slots=True)
class Api(ApiLayout):
    """One API of a project: its name, its settings, where its files are, and its commands.

    `generator` is the generator whose own steps are active; without it, the settings name it.
    """

    def series(self, generator: str | None = None) -> Series:
        """All steps of the API, with the pinned upstream document that they are applied to."""
        from specmend.steps.series import read_series

        return read_series(self, generator)

    def sanitize(
        self,
        generator: str | None = None,
        *,
        raise_on_problem: bool = True,
        progress: Progress = SILENT,
    ) -> Sanitized:
        """Apply the steps to the pinned document; nothing is written.

        With `raise_on_problem`, the problems of the steps are raised. Else the answer has them.
        """
        from specmend.project.pipeline import sanitize

        return sanitize(self, generator, raise_on_problem=raise_on_problem, progress=progress)

    def apply(
        self,
        generator: str | None = None,
        *,
        overwrite: bool = False,
        progress: Progress = SILENT,
    ) -> Sanitized:
        """Apply the steps and write the sanitized document.

        One that a person edited is only replaced with `overwrite`.
        """
        from specmend.project.apply import apply_apis

        return apply_apis([self], generator, overwrite=overwrite, progress=progress)[0]

    def apply_to(
        self,
        document: Document,
        generator: str | None = None,
        *,
        partial: bool = False,
        reserialize: bool = False,
    ) -> Applied:
        """Apply the steps to another document; nothing is written.

        Recorded expectations do not count there. With `partial`, steps that do not apply are left
        out, and with `reserialize` the document is serialized again when it must be.
        """
        from specmend.project.apply import apply_to

        return apply_to(self, document, generator, partial=partial, reserialize=reserialize)

    def validate(self, generator: str | None = None, *, progress: Progress = SILENT) -> Validation:
        """Validate the upstream document and the sanitized one."""
        from specmend.project.validate import validate_api

        return validate_api(self, generator, progress=progress)

    def build(
        self,
        generator: str | None = None,
        *,
        force: bool = False,
        overwrite: bool = False,
        skip_failing: bool = False,
        progress: Progress = SILENT,
    ) -> BuildReport:
        """Sanitize, validate and generate what changed; with `force`, everything.

        With a generator that has a table in the settings, its output alone is built.

        Files that a person edited are only replaced with `overwrite`. With `skip_failing`,
        operations that cannot be generated are left out and recorded as a step.
        """
        from specmend.project.build import build_apis

        (report,) = build_apis(
            [self],
            generator,
            force=force,
            overwrite=overwrite,
            skip_failing=skip_failing,
            progress=progress,
        )
        return report

    def inputs_digest(self, generator: str | None = None) -> str:
        """SHA-256 of all that a build depends on, known before the build and on every machine.

        These are the files and the settings of the API, specmend itself, and its tools. The
        versions of the tools of other generators are not in it. It is empty where a file of the
        API cannot be read.
        """
        from specmend.project.inputs import build_inputs

        return build_inputs(self, generator)

    def check(self, generator: str | None = None, *, progress: Progress = SILENT) -> CheckReport:
        """Compare what is committed with what specmend makes of its inputs; nothing is written."""
        from specmend.project.check import check_apis

        return check_apis([self], generator, progress=progress)[0]

    def log(self, generator: str | None = None) -> tuple[StepRecord, ...]:
        """Every step with the places that it changes, before and after."""
        from specmend.report.steps import record_of

        return record_of(self.series(generator))

    def diff(self, number: int, generator: str | None = None) -> StepDiff:
        """The change that one step makes to the text, as a unified diff."""
        from specmend.steps.step_diff import step_diff

        return step_diff(self.series(generator), number, self.show(self.sanitized))

    def blame(
        self, place: int | str | None = None, generator: str | None = None, *, removed: bool = False
    ) -> tuple[BlamedLine, ...]:
        """Which steps wrote the lines of a place: a line number, a JSON Pointer or a JSONPath.

        Without a place, all lines are given. With `removed`, also the lines that steps removed.
        """
        from specmend.project.blame import blame_place

        written = None if place is None else str(place)
        return blame_place(self.sanitize(generator), written, removed=removed)

    def export(self, generator: str | None = None) -> str:
        """The active steps as the text of one plain Overlay 1.1 document."""
        from specmend.project.export import export_series

        return export_series(self.sanitize(generator))

    def new_step(
        self,
        title: str,
        target: str,
        *,
        reason: str,
        action: Mapping[str, Any] | None = None,
        description: str = "",
        number: int | None = None,
        generator: str = "",
        link: str = "",
        until: str = "",
    ) -> NewStep:
        """Write a new step, with what it finds in the document.

        `action` has the one field that says what is done, as `{"update": ...}`, `{"remove": True}`,
        `{"copy": "$..."}` or `{"x-edit": {"name": ...}}`. Without it, somebody must fill it in.
        """
        from specmend.project.new_step import StepRequest, create_step

        request = StepRequest(
            title=title,
            target=target,
            reason=reason,
            action=action or {},
            description=description,
            number=number,
            generator=generator,
            link=link,
            until=until,
        )
        return create_step(self, request)

    def refresh(self, *numbers: int) -> tuple[Refreshed, ...]:
        """Record again what the steps of these numbers find, or what all steps find."""
        from specmend.project.refresh import refresh_steps

        return refresh_steps(self, numbers)

    def learn(
        self,
        original: Document | None = None,
        edited: Document | None = None,
        generator: str | None = None,
        *,
        folder: Path | str | None = None,
        progress: Progress = SILENT,
    ) -> Proposals:
        """Propose steps for what was edited by hand; `write()` of the answer writes them.

        Without documents, the sanitized document is compared with its file as it is now.
        """
        from specmend.project.proposals import learn_steps

        return learn_steps(
            self, original, edited, generator, folder=_path(folder), progress=progress
        )

    def import_steps(
        self,
        file: Path | str,
        generator: str | None = None,
        *,
        together: bool = False,
        folder: Path | str | None = None,
    ) -> Proposals:
        """Propose steps for an overlay, a JSON Patch or a unified diff."""
        from specmend.project.proposals import import_file

        return import_file(self, Path(file), generator, together=together, folder=_path(folder))

    def drop(self, number: int, *, force: bool = False) -> Dropped:
        """Take a step out and delete its file; with `force`, even if later steps need it."""
        from specmend.project.renumber import drop_step

        return drop_step(self, number, force=force)

    def move(self, number: int, to: int) -> Mapping[str, str]:
        """Give a step another number; the answer has the old file names with the new ones."""
        from specmend.project.renumber import move_step

        return move_step(self, number, to)

    def renumber(self, by: int = 1) -> Mapping[str, str]:
        """Number all steps `by` apart; the answer has the old file names with the new ones."""
        from specmend.project.renumber import renumber_steps

        return renumber_steps(self, by)

    def fetch(
        self, source: Path | str | None = None, *, write: bool = True, progress: Progress = SILENT
    ) -> FetchReport:
        """Fetch the upstream document and pin it; without `write`, only look whether it moved."""
        from specmend.project.fetch import fetch_apis

        address = None if source is None else str(source)
        return fetch_apis([self], address, write=write, progress=progress)[0]

    def changes(
        self,
        base: str | None = None,
        generator: str | None = None,
        *,
        progress: Progress = SILENT,
    ) -> Diff:
        """What changed in the document of the API, each fact once; nothing is written.

        With a `base`, a revision of git, that is the sanitized document then and now. Without one,
        it is the pinned document and what its source has now.
        """
        from specmend.project.diff import diff_api

        return diff_api(self, base, generator, progress=progress)

    def review(
        self, base: str | None = None, head: str | None = None, *, progress: Progress = SILENT
    ) -> Review:
        """What a change means for users: on the wire and in Python, with the next version.

        It is the change between two revisions of git. Without a `base`, that is the commit where
        the head left the default branch. Without a `head`, it is the working tree.
        """
        from specmend.project.review import review_apis

        settings = {self.name: self.settings}
        reviews = review_apis(self.root, settings, [self.name], base, head, progress=progress)
        return reviews.apis[0]

    def release(
        self,
        index: str = "",
        *,
        publish_url: str = "",
        version: str = "",
        dry_run: bool = False,
        only_prepare: bool = False,
        tag: bool = True,
        progress: Progress = SILENT,
    ) -> Released:
        """Release the package to an index, and go on with a release that was interrupted.

        `index` is a name of the settings, `pypi` or `testpypi`, or an address; then `publish_url`
        says where files are sent. Without it, it is pypi. `version` may raise the one that follows
        from what changed. With `dry_run`, nothing is uploaded or tagged, and no branch moves.
        With `only_prepare`, the commit with version and changelog is made, and nothing else.
        """
        from specmend.project.release import Listeners, release_apis

        (released,) = release_apis(
            [self],
            index,
            version,
            publish_url=publish_url,
            dry_run=dry_run,
            only_prepare=only_prepare,
            with_tag=tag,
            listeners=Listeners(progress=progress),
        )
        return released

    def drift(
        self,
        document: Source | None = None,
        generator: str | None = None,
        *,
        progress: Progress = SILENT,
    ) -> DriftReport:
        """Check every step against another document; nothing is written.

        That is a document, a file or an address. Without one, it is the last fetched document, or
        else what the source has now.
        """
        from specmend.project.drift import drift_reports

        sources = [] if document is None else [document]
        return drift_reports(self, sources, generator, progress=progress)[0]

    def drift_table(
        self,
        documents: Sequence[Source] | Source,
        generator: str | None = None,
        *,
        progress: Progress = SILENT,
    ) -> tuple[DriftReport, ...]:
        """Check every step against several documents, or against one."""
        from specmend.document.text.document import Document
        from specmend.project.drift import drift_reports

        if isinstance(documents, str | Path | Document):
            documents = [documents]
        return drift_reports(self, documents, generator, progress=progress)

    def update(
        self,
        to: Path | str | None = None,
        choices: Choices | None = None,
        *,
        base: Path | str | None = None,
        decide: Decide | None = None,
        dry_run: bool = False,
        progress: Progress = SILENT,
    ) -> UpdateReport:
        """Take a new upstream document in, and bring every step along.

        `choices` decides what is open: `{(4, 1): Choice.OURS}` is about action 1 of step 4,
        `{(4, None): ...}` about all of them.
        """
        from specmend.project.update import update_api

        return update_api(
            self,
            None if to is None else str(to),
            choices,
            base=_path(base),
            decide=decide,
            dry_run=dry_run,
            progress=progress,
        )

    def finish_update(self) -> tuple[str, ...]:
        """Finish an update that was interrupted, and give the names of its files.

        `project.api(name, unfinished=True)` gives the API in that state.
        """
        from specmend.project.update import finish_update

        return finish_update(self)


def _path(path: Path | str | None) -> Path | None:
    return None if path is None else Path(path)
