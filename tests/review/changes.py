"""Entries of a document and of a package, made for tests by the ids of their checks."""

from __future__ import annotations

from specmend.diff.cause import cause_of
from specmend.diff.change import LEVELS, Change
from specmend.diff.checks.table import CHECKS as WIRE_CHECKS
from specmend.document.tree.values import MISSING
from specmend.surface.change import SurfaceChange
from specmend.surface.checks import CHECKS


def on_the_wire(
    id_: str,
    place: str = "/paths/~1pets/get",
    *,
    subject: str = "GET /pets",
    by: str = "upstream",
    way: str = "",
) -> Change:
    """An entry of a check of the document; in one direction alone where `way` names it."""
    check = next(one for one in WIRE_CHECKS if one.id == id_)
    levels = {"request": check.request, "response": check.response}
    level = levels[way] if way else min(levels.values(), key=LEVELS.index)
    return Change(
        id=id_,
        level=level,
        levels={},
        direction="request" if way == "request" else "response" if way else "both",
        place=place,
        subject=subject,
        words=check.words.rstrip(".").lower(),
        affects=("GET /pets",),
        affected=1,
        cause=cause_of(id_, place, MISSING, MISSING),
        by=by,
    )


def in_python(
    id_: str,
    place: str = "Pet.name",
    *,
    subject: str = "",
    before: str = "str",
    after: str = "int",
    affects: tuple[str, ...] = (),
    by: str = "",
) -> SurfaceChange:
    """An entry of a check of the package."""
    check = CHECKS[id_]
    name = place.rpartition(".")[2].rstrip(")").rpartition("(")[2]
    shown = subject or place
    values = {"subject": shown, "name": name, "before": before, "after": after}
    return SurfaceChange(
        id=id_,
        level=check.level,
        breaks=check.breaks,
        place=place,
        subject=shown,
        words=check.words.format(**values),
        before=before,
        after=after,
        instead=check.instead.format(**values),
        affects=affects,
        affected=len(affects),
        by=by,
    )
