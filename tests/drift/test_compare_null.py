"""A schema that shall accept null, and does in the spelling of another version of OpenAPI."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, states, update

from specmend.document.tree.pointer import Address

NULL: list[tuple[Any, list[tuple[str, Address | None]]]] = [
    ("integer", [("UNCHANGED", (*ID, "nullable"))]),
    (["integer", "null"], [("ALREADY_APPLIED", (*ID, "type"))]),
    (["integer", "string"], [("UNCHANGED", (*ID, "nullable"))]),
]


@pytest.mark.parametrize(("types", "expected"), NULL)
def test_nullable_is_there_as_a_type(types: Any, expected: list[Any]) -> None:
    fields = update("$.components.schemas.Pet.properties.id", {"nullable": True})
    assert states(fields, ("set", (*ID, "type"), types)) == expected
