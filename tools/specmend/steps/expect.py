"""What an action finds, taken by machine, and held against what was recorded."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.pointer import Address, format_pointer
from specmend.document.scalar import write_json
from specmend.document.tree import MISSING, Tree, canonical, digest, same
from specmend.steps.step import Expectation

LONGEST: Final = 400
"""Characters of canonical JSON up to which a value before is recorded whole; a longer one by its digest."""


def take(found: tuple[tuple[Address, Tree], ...]) -> Expectation:
    """The expectation for what stands at the places now: the one value, or the digest of many."""
    if len(found) == 1 and len(canonical(found[0][1])) <= LONGEST:
        return Expectation(matches=1, before=found[0][1])
    listed = [[format_pointer(address), value] for address, value in found]
    return Expectation(matches=len(found), before=MISSING, digest=digest(sorted(listed, key=lambda pair: pair[0])))


def meets(found: Expectation, expected: Expectation) -> bool:
    """Whether what is found is what was recorded; what was not recorded is not compared."""
    return (
        found.matches == expected.matches
        and (expected.before is MISSING or same(found.before, expected.before))
        and (not expected.digest or found.digest == expected.digest)
    )


def describe(expectation: Expectation) -> str:
    """An expectation in a few words."""
    if expectation.before is not MISSING:
        if expectation.before == {}:
            return "nothing there yet"
        written = write_json(expectation.before)
        return written if len(written) <= LONGEST else written[:LONGEST] + "…"
    places = f"{expectation.matches} place{'' if expectation.matches == 1 else 's'}"
    return f"{places}, {expectation.digest[:19]}…" if expectation.digest else places


def as_data(expectation: Expectation) -> dict[str, Any]:
    """An expectation as the `x-expect` of a step file."""
    data: dict[str, Any] = {"matches": expectation.matches}
    if expectation.before is not MISSING:
        data["before"] = expectation.before
    if expectation.digest:
        data["digest"] = expectation.digest
    return data
