"""What to tell users of the next version, in the words of the package, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from specmend.diff.change import Change
from specmend.review.records import Cause, Notes
from specmend.surface.change import SurfaceChange

Heading = Literal["removed", "changed", "added", "deprecated", "fixed"]

_ADDED: Final = ("-new", "-wider", "-now-optional", "-choice-new")
_MADE_EXACT: Final = ("-narrower", "-always-there", "-answer-default", "no-longer-deprecated")
_GONE: Final = ("-gone", "-not-sent")
_STARTS: Final = ("choice", "parent", "path")
_WIRE: Final[tuple[tuple[str, Heading], ...]] = (
    ("-removed", "removed"),
    ("-added", "added"),
    ("-deprecated", "deprecated"),
)


def notes_of(causes: Sequence[Cause], wire_only: Sequence[Change], *, has_package: bool) -> Notes:
    """The notes on a release: one sentence for each fact, in the order of the causes.

    Without a package, the facts are those of the document.
    """
    told: dict[Heading, dict[str, None]] = {}
    for heading, sentence in _all(causes, wire_only, has_package=has_package):
        told.setdefault(heading, {})[sentence] = None
    return Notes(
        removed=tuple(told.get("removed", ())),
        changed=tuple(told.get("changed", ())),
        added=tuple(told.get("added", ())),
        deprecated=tuple(told.get("deprecated", ())),
        fixed=tuple(told.get("fixed", ())),
    )


def _all(
    causes: Iterable[Cause], wire_only: Iterable[Change], *, has_package: bool
) -> Iterator[tuple[Heading, str]]:
    for cause in causes:
        if has_package:
            yield from _of_package(cause)
        else:
            yield from _of_wire(cause.wire)
    if has_package:
        for change in wire_only:
            yield "changed", _sentence(f"for servers, {change.subject}: {change.words}")


def _of_package(cause: Cause) -> Iterator[tuple[Heading, str]]:
    for change in cause.package:
        told = f"{change.words}: {change.instead}" if change.instead else change.words
        yield _heading(change), _sentence(told)


def _heading(change: SurfaceChange) -> Heading:
    if change.id.startswith("deprecated"):
        return "deprecated"
    if change.id.endswith(_MADE_EXACT):
        return "fixed"
    if change.level != "breaking" and change.id.endswith(_ADDED):
        return "added"
    is_gone = change.id.endswith(_GONE) and not any(word in change.id for word in _STARTS)
    return "removed" if is_gone else "changed"


def _of_wire(changes: Iterable[Change]) -> Iterator[tuple[Heading, str]]:
    """The facts of a document that a call shows."""
    for change in changes:
        if change.direction != "none":
            found = (heading for end, heading in _WIRE if change.id.endswith(end))
            yield next(found, "changed"), _sentence(f"{change.subject}: {change.words}")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
