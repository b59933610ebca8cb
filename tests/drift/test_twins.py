"""Schemas that a step adds, and upstream has under another name, or nobody refers to any more."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.renames import PET, SCHEMAS, changed, did, judged, put, to

CALL = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "count": {"type": "integer"}},
}
ADD = changed("$.components.schemas", {"Call": CALL})
ADD_SMALL = changed("$.components.schemas", {"Call": {"type": "string"}})
REFER = changed("$.components.schemas.Pet.properties", {"call": to("Call")})
OTHER = changed("$.components.schemas.Owner.properties", {"last": to("Call")})

THEIRS = put({**CALL, "description": "A call."}, *SCHEMAS, "PetCall")
REFERS = put(to("PetCall"), *PET, "properties", "call")
SAME = (
    "upstream added $.components.schemas.PetCall, which says the same as $.components.schemas.Call"
)
UNUSED = "nothing refers to $.components.schemas.Call any more"

CASES: list[tuple[list[Any], list[Any], list[str], str]] = [
    # The steps, what upstream did, their verdicts, and what is told of the first.
    ([ADD, REFER], [], ["applies", "applies"], ""),
    ([ADD, REFER], [THEIRS], ["applies", "applies"], SAME),
    ([ADD, REFER], [THEIRS, REFERS], ["applies", "already-upstream"], f"{SAME}; {UNUSED}"),
    ([ADD, REFER, OTHER], [THEIRS, REFERS], ["applies", "already-upstream", "applies"], SAME),
    # What says something else is no twin, and neither is what says next to nothing.
    ([ADD], [put({"type": "object"}, *SCHEMAS, "PetCall")], ["applies"], ""),
    ([ADD_SMALL], [put({"type": "string"}, *SCHEMAS, "PetCall")], ["applies"], ""),
    # Upstream has it under the same name.
    ([ADD], [put(CALL, *SCHEMAS, "Call")], ["already-upstream"], "upstream already says this: "),
]


@pytest.mark.parametrize(("steps", "moves", "verdicts", "told"), CASES)
def test_what_became_of_a_schema_that_a_step_adds(
    steps: list[Any], moves: list[Any], verdicts: list[str], told: str
) -> None:
    found = judged(did(*moves), *steps)
    assert [str(one.verdict) for one in found] == verdicts
    first = found[0].message
    assert first.startswith(told) if told else not first


def test_where_a_step_failed_nothing_is_known_to_be_unused() -> None:
    broken = changed("$.components.schemas.Pet.properties.kind", {"description": "x"})
    new = did(THEIRS, REFERS, put({"type": "object"}, *PET, "properties", "kind"))
    third = changed("$.components.schemas.Pet.properties.kind.enum", ["bird"])
    found = judged(new, ADD, REFER, broken, third)
    assert str(found[3].verdict) == "gone"
    assert found[0].message == SAME
