"""A repository with its APIs, found by its settings; what concerns several APIs at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.progress import SILENT, Progress
from specmend.project.api import Api

if TYPE_CHECKING:
    from specmend.project.build import BuildReport
    from specmend.project.changed_since import ChangedApis
    from specmend.project.check import CheckReport
    from specmend.project.fetch import FetchReport
    from specmend.project.init import Initialized
    from specmend.project.init_ci import CiService
    from specmend.project.pipeline import Sanitized
    from specmend.project.release import Listeners, Released
    from specmend.project.status import ApiStatus
    from specmend.release.verify import Verified
    from specmend.review.records import Reviews
from specmend.settings.generators import DEFAULT_GENERATOR
from specmend.settings.settings import find_settings, read_settings
from specmend.storage.read import is_there, read_file

Names = Iterable[str] | str | None
"""The names of APIs, or the name of one; None is for all APIs of the project."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A repository with its APIs, in the order of the settings.

    What is done with several APIs is done for all of them, or, when one has a problem, for none.
    """

    root: Path
    apis: Mapping[str, Api]

    @classmethod
    def find(cls, start: Path | str = "") -> Project:
        """The project that a folder belongs to: the nearest one above it that has settings.

        Raises RepositoryError when there is none, or with every fault of its settings.
        """
        return cls.read(find_settings(Path(start)))

    @classmethod
    def read(cls, settings: Path | str) -> Project:
        """The project of a settings file; raises RepositoryError with every fault of it."""
        settings = Path(settings)
        root = settings.parent
        tables = read_settings(read_file(settings, settings.name), settings.name)
        apis = {name: Api(name=name, root=root, settings=table) for name, table in tables.items()}
        return cls(root=root, apis=MappingProxyType(apis))

    @classmethod
    def init(
        cls,
        folder: Path | str,
        name: str,
        source: Path | str,
        package: str | None = None,
        *,
        reference_hosts: Sequence[str] = (),
        reference_folder: Path | str = "",
        keep_broken_references: bool = False,
        ci: CiService | None = None,
        progress: Progress = SILENT,
    ) -> Initialized:
        """Fetch a document and make it an API of the project in a folder, or of a new one there.

        `reference_hosts` and `reference_folder` are what a document of many files may refer to.
        With `keep_broken_references`, a reference that cannot be followed stays in the document.
        `ci` adds the workflows of that service.
        """
        from specmend.project.init import init_api

        return init_api(
            Path(folder).resolve(),
            name,
            str(source),
            package,
            reference_hosts=reference_hosts,
            reference_folder=str(reference_folder),
            keep_broken_references=keep_broken_references,
            ci=ci,
            progress=progress,
        )

    def init_ci(self) -> tuple[str, ...]:
        """Write the workflows of GitHub for this project, and give the paths of those written.

        Raises RepositoryError for a file that is there and says something else.
        """
        from specmend.project.init_ci import init_ci

        return init_ci(self.root)

    def api(self, name: str, generator: str | None = None, *, unfinished: bool = False) -> Api:
        """The API of a name; raises as `choose` does.

        After an interrupted update, `api(name, unfinished=True).finish_update()` finishes it.
        """
        return self.choose([name], generator, unfinished=unfinished)[0]

    def choose(
        self, names: Names = None, generator: str | None = None, *, unfinished: bool = False
    ) -> tuple[Api, ...]:
        """The APIs of these names (one name or several), or all APIs, each once.

        Raises RepositoryError for every name that is not in the settings. Without `unfinished`, it
        does so for every API whose update was interrupted. A `generator` must be in the settings
        or in a step of one of the APIs.
        """
        wanted = list(dict.fromkeys(self.apis if names is None else _listed(names)))
        unknown = [self._unknown(name) for name in wanted if name not in self.apis]
        if unknown:
            raise RepositoryError(*unknown)
        chosen = tuple(self.apis[name] for name in wanted)
        broken = [_interrupted(api) for api in chosen if is_there(api.journal)]
        if broken and not unfinished:
            raise RepositoryError(*broken)
        if generator is not None:
            _refuse_unknown_generator(chosen, generator)
        return chosen

    def sanitize(self, names: Names = None, generator: str | None = None) -> tuple[Sanitized, ...]:
        """Apply the steps of each API; nothing is written."""
        from specmend.project.apply import sanitize_apis

        return sanitize_apis(self.choose(names, generator), generator)

    def apply(
        self,
        names: Names = None,
        generator: str | None = None,
        *,
        overwrite: bool = False,
        progress: Progress = SILENT,
    ) -> tuple[Sanitized, ...]:
        """Apply the steps of each API and write the sanitized documents."""
        from specmend.project.apply import apply_apis

        chosen = self.choose(names, generator)
        return apply_apis(chosen, generator, overwrite=overwrite, progress=progress)

    def build(
        self,
        names: Names = None,
        generator: str | None = None,
        *,
        force: bool = False,
        overwrite: bool = False,
        skip_failing: bool = False,
        jobs: int | None = None,
        progress: Progress = SILENT,
    ) -> tuple[BuildReport, ...]:
        """Build each API of which something changed; with `force`, each API.

        With `skip_failing`, operations that cannot be generated are left out and recorded. `jobs`
        APIs are in work at once; without it, as many as there are processors.
        """
        from specmend.project.build import build_apis

        apis = self.choose(names, generator)
        return build_apis(
            apis,
            generator,
            force=force,
            overwrite=overwrite,
            skip_failing=skip_failing,
            jobs=jobs,
            progress=progress,
        )

    def check(
        self,
        names: Names = None,
        generator: str | None = None,
        *,
        commands: bool = True,
        jobs: int | None = None,
        progress: Progress = SILENT,
    ) -> tuple[CheckReport, ...]:
        """Compare what is committed with what specmend makes of its inputs; nothing is written.

        Without `commands`, those of other generators are not run: their files are compared with
        their manifests. `jobs` APIs are in work at once; without it, as many as there are
        processors.
        """
        from specmend.project.check import check_apis

        apis = self.choose(names, generator)
        return check_apis(apis, generator, commands=commands, jobs=jobs, progress=progress)

    def fetch(
        self, names: Names = None, *, write: bool = True, progress: Progress = SILENT
    ) -> tuple[FetchReport, ...]:
        """Fetch the document of each API and pin it; without `write`, only look."""
        from specmend.project.fetch import fetch_apis

        return fetch_apis(self.choose(names), write=write, progress=progress)

    def status(
        self, names: Names = None, *, fetch: bool = False, progress: Progress = SILENT
    ) -> tuple[ApiStatus, ...]:
        """How each API stands. With `fetch`, each source is asked whether its document moved.

        Nothing is written. What cannot be read of an API is in its status, and not raised.
        """
        from specmend.project.status import api_statuses

        chosen = self.choose(names, unfinished=True)
        return api_statuses(self.root, chosen, fetch=fetch, progress=progress)

    def changed_since(self, revision: str) -> ChangedApis:
        """The APIs that anything changed for since a revision of git.

        `REVISION...` means its merge base with HEAD. Changes that are not committed count too.
        """
        from specmend.project.changed_since import changed_apis

        return changed_apis(self.root, tuple(self.apis.values()), revision)

    def review(
        self,
        names: Names = None,
        base: str | None = None,
        head: str | None = None,
        *,
        progress: Progress = SILENT,
    ) -> Reviews:
        """What a change means for users of these APIs, or of all APIs that it touches.

        It is the change between two revisions of git. Without a `base`, that is the commit where
        the head left the default branch. Without a `head`, it is the working tree.
        """
        from specmend.project.review import review_apis

        wanted = None if names is None else tuple(_listed(names))
        settings = {name: api.settings for name, api in self.apis.items()}
        return review_apis(self.root, settings, wanted, base, head, progress=progress)

    def verify(self, release: str, index: str = "", *, progress: Progress = SILENT) -> Verified:
        """Compare a released package, as NAME==VERSION, with what its commit makes.

        `index` is a name of the settings, `pypi` or `testpypi`, or an address; without it, it is
        pypi. The package is downloaded, built again of its commit, and compared byte for byte.
        """
        from specmend.project.verify import verify_release

        return verify_release(tuple(self.apis.values()), release, index, progress=progress)

    def release(
        self,
        names: Names = None,
        index: str = "",
        *,
        publish_url: str = "",
        version: str = "",
        dry_run: bool = False,
        only_prepare: bool = False,
        tag: bool = True,
        archives: Path | str = "",
        attest: bool = False,
        listeners: Listeners | None = None,
    ) -> tuple[Released, ...]:
        """Release the package of each API, or of all that have one; `Api.release` says how.

        All are planned before the first one begins. `listeners` are asked whether the plans are to
        be carried out, and told of progress and of each release that is whole. Archives that are in
        the folder `archives` are taken, else they are built and put there. With `attest`, they are
        uploaded with attestations (PEP 740), if the index takes some.
        """
        from specmend.project.releasable import releasable
        from specmend.project.release import release_apis

        given = None if names is None else _listed(names)
        return release_apis(
            releasable(self.root, self.apis, given, self.choose),
            index,
            version,
            publish_url=publish_url,
            dry_run=dry_run,
            only_prepare=only_prepare,
            with_tag=tag,
            folder=Path(archives) if archives else None,
            attests=attest,
            listeners=listeners,
        )

    def waiting(self) -> tuple[str, ...]:
        """The names of what is ready to be released: version and notes are committed, no tag is.

        These are APIs, and the packages of the settings.
        """
        from specmend.project.releasable import releasable, waiting

        return waiting(releasable(self.root, self.apis, None, self.choose))

    def _unknown(self, name: str) -> Problem:
        return Problem(
            message=f"there is no API named '{name}' in the settings",
            expected=", ".join(self.apis),
            advice=did_you_mean(name, self.apis),
        )


def _listed(names: Iterable[str] | str) -> Iterable[str]:
    return [names] if isinstance(names, str) else names


def _refuse_unknown_generator(apis: Sequence[Api], generator: str) -> None:
    """Raise RepositoryError for a generator that no API has: its steps would silently be missing.

    The default generator is known everywhere, whether a step is only for it or not.
    """
    known = {DEFAULT_GENERATOR, *(api.settings.generator for api in apis)}
    known |= {name for api in apis for name in api.settings.generators}
    if generator in known:
        return
    from specmend.steps.read import read_steps

    for api in apis:
        known |= {
            step.generator for step in read_steps(api.steps, api.show(api.steps), with_gaps=True)
        }
    names = sorted(known - {""})
    if generator not in names:
        raise RepositoryError(
            Problem(
                message=f"no step and no setting is for a generator named '{generator}'",
                expected=", ".join(names),
                advice=did_you_mean(generator, names),
            )
        )


def _interrupted(api: Api) -> Problem:
    return Problem(
        message=f"an update of {api.name} was interrupted",
        file=api.show(api.journal),
        advice=f"specmend update {api.name} finishes it",
    )
