"""What an action finds, taken by machine, and held against what was recorded."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.values import MISSING, Tree, canonical, digest, same
from specmend.steps.step import Expectation

LONGEST: Final = 400
"""Characters of canonical JSON up to which a value is recorded whole, and not by its digest."""


def take(found: tuple[tuple[Address, Tree], ...]) -> Expectation:
    """The expectation for what stands at the places now.

    That is the one value, or the digest of a long value or of many. A place where nothing stands
    yet is listed by its pointer alone.
    """
    one = found[0][1] if len(found) == 1 else MISSING
    if one is not MISSING and len(canonical(one)) <= LONGEST:
        return Expectation(matches=1, before=one)
    listed = [
        [format_pointer(address), *([] if value is MISSING else [value])]
        for address, value in found
    ]
    written = digest(sorted(listed, key=lambda pair: pair[0]))
    return Expectation(matches=len(found), before=one, digest=written)


def meets(found: Expectation, expected: Expectation) -> bool:
    """Whether what is found is what was recorded; what was not recorded is not compared."""
    return (
        found.matches == expected.matches
        and (expected.before is MISSING or same(found.before, expected.before))
        and (not expected.digest or found.digest == expected.digest)
    )


def describe(expectation: Expectation) -> str:
    """An expectation in a few words."""
    places = f"{expectation.matches} place{'' if expectation.matches == 1 else 's'}"
    if expectation.digest:
        return f"{places}, {expectation.digest[:19]}…"
    if expectation.before is MISSING:
        return places
    if expectation.before == {}:
        return "nothing there yet"
    written = write_json(expectation.before)
    return written if len(written) <= LONGEST else written[:LONGEST] + "…"


def as_data(expectation: Expectation) -> dict[str, Any]:
    """An expectation as the `x-expect` of a step file: by its digest where it has one."""
    if expectation.digest:
        return {"matches": expectation.matches, "digest": expectation.digest}
    before = {} if expectation.before is MISSING else {"before": expectation.before}
    return {"matches": expectation.matches, **before}
