"""Says that a name of a package is another one now, where its document says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from specmend.diff.change import Change
from specmend.surface.change import SurfaceChange
from specmend.surface.checks import CHECKS

_KINDS: Final = ("field", "member", "name")


def with_renames(
    changes: Sequence[SurfaceChange], wire: Sequence[Change]
) -> Iterator[SurfaceChange]:
    """The changes of one cause; what is gone and what came for it are one change, with both names.

    The names of a package alone do not show that. So it is only where the document has one thing
    under another name, and one name of a kind went in the package and one came.
    """
    gone, came = _pair(changes) if _is_renamed(wire) else (None, None)
    for change in changes:
        if gone is not None and came is not None and change is gone:
            yield _renamed(gone, came)
        elif came is None or change is not came:
            yield change


def _is_renamed(wire: Sequence[Change]) -> bool:
    return sum(change.id.endswith("-renamed") for change in wire) == 1


def _pair(
    changes: Sequence[SurfaceChange],
) -> tuple[SurfaceChange | None, SurfaceChange | None]:
    """The one change of a kind that something is gone, and the one that something came."""
    for kind in _KINDS:
        gone = [change for change in changes if change.id == f"{kind}-gone"]
        came = [change for change in changes if change.id == f"{kind}-new"]
        if len(gone) == len(came) == 1:
            return gone[0], came[0]
    return None, None


def _renamed(gone: SurfaceChange, came: SurfaceChange) -> SurfaceChange:
    check = CHECKS[f"{gone.id.partition('-')[0]}-renamed"]
    values = {
        "subject": gone.subject,
        "name": _last(gone.subject),
        "before": gone.subject,
        "after": came.subject,
    }
    return replace(
        gone,
        id=check.id,
        level=check.level,
        breaks=check.breaks,
        words=check.words.format(**values),
        instead=check.instead.format(**values),
        after=came.subject,
    )


def _last(subject: str) -> str:
    return subject.partition("(")[0].rpartition(".")[2]
