"""Steps proposed from an edited document or from a foreign file, and written where they belong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from specmend.document.text.document import Document, parse_document, read_document
from specmend.document.tree.values import same
from specmend.errors import Problem, RepositoryError
from specmend.generate.manifest import digest_of
from specmend.progress import SILENT, Progress, phase
from specmend.project.cache import written_before
from specmend.project.documents import load_document
from specmend.project.pipeline import Sanitized, sanitize_with
from specmend.settings.layout import ApiLayout
from specmend.steps.apply import apply_steps
from specmend.steps.exchange.import_overlay import import_overlay
from specmend.steps.exchange.import_patch import import_patch
from specmend.steps.exchange.imported import Imported
from specmend.steps.exchange.unified_diff import is_patch, patched
from specmend.steps.learn.propose import learn
from specmend.steps.leave_out import record_in
from specmend.steps.read import read_steps
from specmend.steps.series import Series, read_series
from specmend.steps.write import next_number
from specmend.steps.write_proposals import ProposedFile, write_proposals
from specmend.storage.read import is_there, read_file
from specmend.storage.transaction import write_files


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposals:
    """Proposed steps as files for a folder, and the document after all of them.

    `notes` name parts of a foreign file that become no step. `is_same_text` says that the steps
    give the edited document byte for byte, and not only the same values.
    """

    api: ApiLayout
    folder: Path
    files: tuple[ProposedFile, ...]
    document: Document
    notes: tuple[str, ...] = ()
    is_same_text: bool = True

    def write(self) -> tuple[Path, ...]:
        """Write the files, all or none, and give their paths.

        Raises RepositoryError when one of them is there already.
        """
        files = {self.folder / file.name: file.text.encode() for file in self.files}
        self.refuse_taken()
        write_files(files)
        return tuple(files)

    def refuse_taken(self) -> None:
        """Raise RepositoryError when one of the files is there already."""
        taken = [path for file in self.files if is_there(path := self.folder / file.name)]
        if taken:
            message = "this file is there already"
            raise RepositoryError(
                *(Problem(message=message, file=self.api.show(path)) for path in taken)
            )


def learn_steps(
    api: ApiLayout,
    original: Document | None = None,
    edited: Document | None = None,
    generator: str | None = None,
    *,
    folder: Path | None = None,
    progress: Progress = SILENT,
) -> Proposals:
    """Propose steps that make the edited document of the original one.

    Without documents, these are the sanitized document as the steps make it, and as somebody edited
    its file. `folder` is where the steps shall go, when not among those of the API. Raises
    RepositoryError when only one document is given, when nobody edited the sanitized document and
    it is older than the steps, or when a step cannot be made.
    """
    before, after = _pair(api, original, edited, generator, progress)
    with phase(progress, api.name, "finding what was edited"):
        found = Imported(proposals=learn(before.tree, after.tree))
    series = None if original or folder else read_series(api, generator, with_gaps=True)
    with phase(progress, api.name, "trying the new steps"):
        proposals = _propose(api, found, before, folder, series)
    if not same(proposals.document.tree, after.tree):
        raise RuntimeError("the steps that were learnt do not make the edited document")
    return replace(proposals, is_same_text=proposals.document.text == after.text)


def import_file(
    api: ApiLayout,
    file: Path,
    generator: str | None = None,
    *,
    together: bool = False,
    folder: Path | None = None,
) -> Proposals:
    """Propose a step for each action of an overlay, a JSON Patch or a unified diff.

    With `together`, all become one step. `folder` is where the steps shall go, when not among those
    of the API. Raises RepositoryError when the file is none of the three, or a step cannot be made.
    """
    sanitized = _sanitize(api, generator)
    found = _read_foreign(api, file, sanitized.applied.document)
    if together:
        found = found.together(f"Import {file.stem}")
    series = None if folder else sanitized.series
    return _propose(api, found, sanitized.applied.document, folder, series)


def edited_document(api: ApiLayout) -> Document:
    """The sanitized document as its file is now; raises RepositoryError when there is none."""
    name = api.show(api.sanitized)
    if not is_there(api.sanitized):
        raise RepositoryError(Problem(message="there is no such document", file=name))
    return load_document(api.sanitized, name)


def _propose(
    api: ApiLayout, found: Imported, document: Document, folder: Path | None, series: Series | None
) -> Proposals:
    """The proposals tried on a document; with a series, as further steps of it."""
    steps = () if folder else read_steps(api.steps, api.show(api.steps), with_gaps=True)
    target = folder or api.steps
    # The record of what a build left out stays the last step: new ones come before it.
    record = record_in(series.active()) if series else None
    if series and record:
        document = series.before(record.number).apply().document
    files, result = write_proposals(
        found.proposals,
        document,
        next_number(steps),
        api.show(target),
        reserialize=api.settings.reserialize,
    )
    if record:
        result = apply_steps(result, [record], enforce=False).document
    return Proposals(api=api, folder=target, files=files, document=result, notes=found.notes)


def _sanitize(api: ApiLayout, generator: str | None, progress: Progress = SILENT) -> Sanitized:
    """The steps applied as far as they are, though a person has not said yet why each is needed."""
    series = read_series(api, generator, with_gaps=True, progress=progress)
    return sanitize_with(api, series, progress=progress)


def _pair(
    api: ApiLayout,
    original: Document | None,
    edited: Document | None,
    generator: str | None,
    progress: Progress,
) -> tuple[Document, Document]:
    if original and edited:
        return original, edited
    if original or edited:
        message = "learn takes two documents or none"
        raise RepositoryError(Problem(message=message, advice="name the edited one too"))
    sanitized = _sanitize(api, generator, progress).applied.document
    edited = edited_document(api)
    _refuse_stale(api, sanitized, edited)
    return sanitized, edited


def _refuse_stale(api: ApiLayout, sanitized: Document, edited: Document) -> None:
    """Nobody edited a document that is what specmend wrote last; only the steps have changed."""
    written = edited.encode()
    if digest_of(written) == written_before(api) and written != sanitized.encode():
        name = api.show(api.sanitized)
        message = f"{api.sanitized.name} is older than the steps, and nobody edited it"
        advice = f"run specmend apply {api.name} first"
        raise RepositoryError(Problem(message=message, file=name, advice=advice))


def _read_foreign(api: ApiLayout, file: Path, document: Document) -> Imported:
    """What a file proposes, of whichever of the three kinds it is."""
    if not is_there(file):
        raise RepositoryError(Problem(message="there is no such file", file=str(file)))
    data = read_file(file, str(file), pipes=True)
    text = data.decode(errors="replace")
    if is_patch(text):
        return _from_diff(document, text, str(file))
    foreign = read_document(data, str(file))
    if isinstance(foreign.tree, list):
        return import_patch(foreign, document.tree)
    if isinstance(foreign.tree, dict) and "overlay" in foreign.tree:
        return import_overlay(foreign, document.tree)
    raise RepositoryError(
        foreign.problem(
            (),
            f"{api.name} cannot import this",
            expected="an overlay, a JSON Patch (a list) or a unified diff",
        )
    )


def _from_diff(document: Document, patch: str, name: str) -> Imported:
    text = patched(document.text, patch, name)
    edited = parse_document(text, f"{name} applied", document.format)
    return Imported(proposals=learn(document.tree, edited.tree))
