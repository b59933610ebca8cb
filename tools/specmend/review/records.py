"""The records of a review: what changes between two revisions for the users of an API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from specmend.diff.change import LEVELS, Change, Level
from specmend.document.tree.values import Tree
from specmend.errors import Problem
from specmend.review.timeline import Timeline
from specmend.surface.change import SurfaceChange

Part = Literal["none", "patch", "minor", "major"]
"""The part of a version that goes up."""

PARTS: Final[tuple[Part, ...]] = ("none", "patch", "minor", "major")
"""All parts, the least one first."""

Fate = Literal["added", "removed", "retired", "changed", "renumbered"]
"""What happened to a step. A retired one is kept in the folder `retired/`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """An API at one of the two revisions.

    `name` is what people call the revision, and `commit` its digest; the working tree has none.
    Where the API was not there yet, or is no more, `is_there` is false. `origin`, `date` and
    `digest` are those of the pin. `package` and `version` come from the settings; without a package
    they are empty.
    """

    name: str
    commit: str = ""
    is_there: bool = True
    api: str = ""
    package: str = ""
    version: str = ""
    origin: str = ""
    date: str = ""
    digest: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BumpReason:
    """A fact that asks for a part of the version to go up.

    `cause` is the digest of the entry, and `on` says where it stands: `wire`, `package`, or `files`
    for what neither of them shows.
    """

    part: Part
    on: Literal["wire", "package", "files"]
    words: str
    by: str = ""
    cause: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bump:
    """The next version, and why.

    `old` is the version before the change, and `new` the least one that it asks for. `reasons` are
    the facts that made the part, those that ask for as much and no less. `given` is the version
    that people wrote into the settings, where it is another one than before; `is_enough` says
    whether it is at least `new`. `excuse` is the written reason for a lower one.
    """

    part: Part
    old: str
    new: str
    reasons: tuple[BumpReason, ...] = ()
    given: str = ""
    is_enough: bool = True
    excuse: str = ""

    @property
    def is_allowed(self) -> bool:
        """Whether the version that people gave is enough, or lower for a written reason."""
        return self.is_enough or bool(self.excuse)

    @property
    def version(self) -> str:
        """The version that comes next: the one that people gave, or else the computed one."""
        return self.given if self.given and self.is_allowed else self.new


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """One cause, and everything that changes for it.

    `wire` are the entries of the document, and `package` those of the Python package, the worst
    ones first. A change of the package alone has no entry on the wire.
    """

    by: str
    wire: tuple[Change, ...] = ()
    package: tuple[SurfaceChange, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LogRow:
    """A row of the patch log: the place, the original value, the updated one, and the step.

    MISSING stands for no value.
    """

    path: str
    original: Tree
    updated: Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class StepChange:
    """A step that came, went or is another one than before.

    `number` is that of the head, or of the base where the step is gone; `number_before` is that of
    the base, where it had one. `reason_before` is the old reason of a step that has another one
    now.

    `verdict` is that of the step on upstream's document at the head, in the words of `drift`; it is
    empty where nobody can say. `needs_person` says that the verdict does not fit the fate: a
    step is gone though upstream still has the fault, or a step of the head does not apply.
    `message` says what there is to know of the verdict.

    `rows` are the places that the step changes, at the head, or at the base where it is gone.
    `diff` are the lines of a unified diff: what the step does to the text of the document.
    `file_diff` are those of the step's file, for a step that changed.
    """

    fate: Fate
    number: int
    number_before: int | None = None
    title: str
    reason: str
    reason_before: str = ""
    link: str = ""
    generator: str = ""
    file: str
    verdict: str = ""
    message: str = ""
    needs_person: bool = False
    rows: tuple[LogRow, ...] = ()
    diff: tuple[str, ...] = ()
    file_diff: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class UpstreamChange:
    """What upstream changed, true on the wire, and the numbers of the steps that touch the place.

    These are steps of the base where something was there, and steps of the head where it is new.
    """

    change: Change
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FileCount:
    """How many files of a folder were added, changed and removed."""

    place: str
    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolMove:
    """A tool that made the output in one version at the base, and in another one at the head."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Notes:
    """What to tell users of the next version, one sentence for each fact, ready to be sent."""

    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """What a change of a project means for one API.

    `summary` is one sentence with both verdicts and the next version. `wire` are all changes of the
    sanitized document and `package` all of the Python package, each with `by`: `upstream`,
    `step 0004`, `generator`, `client modules`, `settings`, or `unknown` where nothing shows it.
    Several of them made a change together where ` and ` stands between them.

    `breaks` are the causes for which programs of users fail, at run time or in type checkers.
    `wire_only` are breaking entries of the document for which the package stays whole. `new` are
    the causes that bring users something new. `timeline` has the steps on the versions of upstream,
    where there are several.

    `changed` are the causes of what else users notice. `doubt` says why nobody knows all changes of
    the package; it is empty where they are known.

    `remarks` are sentences about what could not be compared. `problems` are what a person must look
    at before this is merged.
    """

    api: str
    base: Side
    head: Side
    summary: str
    bump: Bump
    breaks: tuple[Cause, ...] = ()
    wire_only: tuple[Change, ...] = ()
    new: tuple[Cause, ...] = ()
    changed: tuple[Cause, ...] = ()
    doubt: str = ""
    steps: tuple[StepChange, ...] = ()
    upstream: tuple[UpstreamChange, ...] = ()
    timeline: Timeline | None = None
    tools: tuple[ToolMove, ...] = ()
    files: tuple[FileCount, ...] = ()
    wire: tuple[Change, ...] = ()
    package: tuple[SurfaceChange, ...] = ()
    notes: Notes = Notes()
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def level(self) -> Level:
        """The worst level of all changes."""
        levels = {change.level for change in self.wire}
        levels |= {change.level for change in self.package}
        return next((one for one in LEVELS if one in levels), "info")

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed at all."""
        return not (self.wire or self.package or self.steps or self.upstream or self.files)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reviews:
    """The reviews of the APIs that a change touches; none where it touches no API.

    `summary` is one sentence of at most 140 characters, as the status of a commit takes it. `gone`
    are the names of APIs that the base had, and the head has no more.
    """

    base: str
    head: str
    summary: str
    apis: tuple[Review, ...] = ()
    gone: tuple[str, ...] = ()
