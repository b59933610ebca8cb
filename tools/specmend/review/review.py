"""Makes the review of one API of what was found to differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from specmend.diff.change import LEVELS, Change
from specmend.errors import Problem
from specmend.review.bump import Facts, brings_something, bump_of
from specmend.review.causes import causes_of
from specmend.review.notes import notes_of
from specmend.review.origins import Others
from specmend.review.records import (
    Bump,
    Cause,
    FileCount,
    Review,
    Side,
    StepChange,
    ToolMove,
    UpstreamChange,
)
from specmend.review.summary import package_verdict, summary_of, wire_verdict
from specmend.settings.bump import BumpSettings
from specmend.surface.change import SurfaceChange


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """Everything that differs between two revisions of an API.

    `has_other_files` says that files of the package differ, whether a user sees it or not.
    `methods` are the names of operations by their requests. `released` is the last version that was
    published, if any. `doubt` says why nobody knows all changes of the package, if so.
    """

    api: str
    base: Side
    head: Side
    wire: Sequence[Change] = ()
    package: Sequence[SurfaceChange] = ()
    doubt: str = ""
    upstream: tuple[UpstreamChange, ...] = ()
    steps: tuple[StepChange, ...] = ()
    tools: tuple[ToolMove, ...] = ()
    files: tuple[FileCount, ...] = ()
    has_other_files: bool = False
    methods: Mapping[str, str] = field(default_factory=dict)
    others: Others = field(default_factory=Others)
    settings: BumpSettings = field(default_factory=BumpSettings)
    released: str = ""
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def review_of(compared: Compared) -> Review:
    """The review: changes by cause, the next version, and the notes on it."""
    has_package = bool(compared.base.package or compared.head.package)
    causes = causes_of(compared.wire, compared.package, compared.methods, compared.others)
    package = tuple(sorted(_packages(causes), key=lambda one: LEVELS.index(one.level)))
    breaks = tuple(cause for cause in causes if _breaks(cause, has_package=has_package))
    wire_only = tuple(_wire_only(causes)) if has_package else ()
    bump = _bump(compared, causes, has_package=has_package)
    return Review(
        api=compared.api,
        base=compared.base,
        head=compared.head,
        summary=_summary(compared, bump, causes, breaks, has_package=has_package),
        bump=bump,
        breaks=breaks,
        wire_only=wire_only,
        new=tuple(_new(causes, has_package=has_package)),
        changed=tuple(_changed(causes, has_package=has_package)),
        doubt=compared.doubt,
        steps=compared.steps,
        upstream=compared.upstream,
        tools=compared.tools,
        files=compared.files,
        wire=tuple(compared.wire),
        package=package,
        notes=notes_of(causes, wire_only, has_package=has_package),
        remarks=compared.remarks,
        problems=(*compared.problems, *_version_problems(compared, bump)),
    )


def _packages(causes: Iterable[Cause]) -> Iterator[SurfaceChange]:
    for cause in causes:
        yield from cause.package


def _breaks(cause: Cause, *, has_package: bool) -> bool:
    """Whether programs of users fail: those of the package, or else those of other clients."""
    changes = cause.package if has_package else cause.wire
    return any(change.level == "breaking" for change in changes)


def _new(causes: Iterable[Cause], *, has_package: bool) -> Iterator[Cause]:
    """The causes that break nothing and bring users something."""
    for cause in causes:
        is_broken = _breaks(cause, has_package=has_package)
        if not is_broken and brings_something(cause, has_package=has_package):
            yield cause


def _changed(causes: Iterable[Cause], *, has_package: bool) -> Iterator[Cause]:
    """What else users notice: no break, and nothing that they did not have."""
    for cause in causes:
        is_told = _breaks(cause, has_package=has_package)
        if is_told or brings_something(cause, has_package=has_package):
            continue
        # A break on the wire stands in a list of its own.
        wire = tuple(change for change in cause.wire if change.level != "breaking")
        if cause.package or any(change.level == "warning" for change in wire):
            yield replace(cause, wire=wire)


def _wire_only(causes: Iterable[Cause]) -> Iterator[Change]:
    """What breaks on the wire where the package stays whole."""
    for cause in causes:
        if not _breaks(cause, has_package=True):
            yield from (change for change in cause.wire if change.level == "breaking")


def _bump(compared: Compared, causes: Sequence[Cause], *, has_package: bool) -> Bump:
    """The next version; an API that comes starts with the version of the settings.

    Where a cause breaks programs, its entries of the package say so, and those of the wire no more.
    Where nobody knows what changes in the package, the document says what breaks its users.
    """
    base, head = compared.base, compared.head
    if not base.is_there or not head.is_there:
        return Bump(part="none", old=base.version, new=head.version)
    facts = Facts(
        wire=[one for cause in causes if not _shows(cause, has_package) for one in cause.wire],
        package=list(_packages(causes)),
        has_package=has_package and not compared.doubt,
        files=compared.has_other_files,
    )
    return bump_of(base.version, head.version, facts, compared.settings, compared.released)


def _shows(cause: Cause, has_package: bool) -> bool:
    """Whether the package shows a break, and so what the wire says of it too."""
    return has_package and _breaks(cause, has_package=True)


def _summary(
    compared: Compared,
    bump: Bump,
    causes: Sequence[Cause],
    breaks: Sequence[Cause],
    *,
    has_package: bool,
) -> str:
    breaking = sum(1 for change in compared.wire if change.level == "breaking")
    wire = wire_verdict(breaking, len(compared.wire))
    package = ""
    if has_package:
        count = sum(1 for cause in causes if cause.package)
        package = package_verdict(breaks, count, is_known=not compared.doubt)
    is_empty = not (compared.wire or compared.package or compared.files or compared.steps)
    return summary_of(
        bump,
        wire,
        package,
        is_empty=is_empty and not (compared.upstream or compared.doubt),
        is_known=not compared.doubt,
        is_new=not compared.base.is_there,
        is_gone=not compared.head.is_there,
    )


def _version_problems(compared: Compared, bump: Bump) -> Iterator[Problem]:
    """The problem that a version was chosen which is too low, without a reason."""
    if bump.is_allowed:
        return
    yield Problem(
        message=f"the version of {compared.api} is too low for what changed",
        found=bump.given,
        expected=f"{bump.new}, because {bump.reasons[0].words}" if bump.reasons else bump.new,
        advice=f"set the version to {bump.new}, or write down why it may be lower:"
        f' lower = {{"{bump.given}" = "..."}} in the table bump of its settings',
    )
