"""The states of places that are shown by what the new document says."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, PET, Fields, Move, compared, edit, update, value

BORN = (*PET, "properties", "born")
NUMBER = value(ID)
NULL = {"type": "null"}
NO_FORMAT = {"target": "$.components.schemas.Pet.properties.born.format", "remove": True}
NO_PROPERTY = {"target": "$.components.schemas.Pet.properties.id", "remove": True}
TYPE = update("$.components.schemas.Pet.properties.id.type", "string")
NULLABLE = update("$.components.schemas.Pet.properties.id", {"nullable": True})
NO_ID = edit("$.components.schemas.Pet.required", "change-members", remove=["id"])
DATE = value(BORN)

CASES: list[tuple[Fields, Move, str, str]] = [
    # The action, what upstream did, the state, and why it is doubted.
    (NO_FORMAT, ("remove", (*BORN, "format")), "ALREADY_APPLIED", "said"),
    (NO_FORMAT, ("set", BORN, {"anyOf": [DATE, DATE]}), "MISSING", "said"),
    (NO_FORMAT, ("set", BORN, {"anyOf": [DATE, NULL]}), "UNCHANGED", "said"),
    (NO_PROPERTY, ("rename", ID, "number"), "MISSING", "said"),
    (TYPE, ("set", ID, {"type": "string", "allOf": [{"type": "integer"}]}), "MISSING", "said"),
    (TYPE, ("set", ID, {"type": "integer", "items": NUMBER}), "MISSING", "wrapped"),
    (NULLABLE, ("set", ID, {"oneOf": [NUMBER, NULL]}), "ALREADY_APPLIED", "said"),
    (NULLABLE, ("set", ("openapi",), "3.1.0"), "DIVERGED", "version"),
    (NO_ID, ("remove", (*PET, "required")), "ALREADY_APPLIED", "said"),
    (NO_ID, ("set", (*PET, "required"), ["Id"]), "MISSING", "said"),
]


@pytest.mark.parametrize(("fields", "move", "state", "doubt"), CASES)
def test_what_is_shown(fields: Fields, move: Move, state: str, doubt: str) -> None:
    (one,) = compared(fields, move)
    assert (one.state.name, one.doubt) == (state, doubt)


def test_a_doubt_names_the_places_of_the_fault() -> None:
    (one,) = compared(NO_FORMAT, ("set", BORN, {"type": "string", "allOf": [DATE]}))
    assert one.at == (*BORN, "allOf", 0, "format")
    both: Any = {"anyOf": [DATE, {**DATE, "title": "Day"}]}
    (other,) = compared(NO_FORMAT, ("set", BORN, both))
    assert set(other.match.candidates) == {
        (*BORN, "anyOf", 0, "format"),
        (*BORN, "anyOf", 1, "format"),
    }
