"""What went into a composition, or into the items of a list."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.lost_place import LostPlace
from specmend.matching.wrapped import in_wrapper

PET: Address = ("components", "schemas", "Pet")
TEXT = {"type": "string", "pattern": "^a$"}
NULL = {"type": "null"}
NAME: Address = ("components", "schemas", "Name")

CASES: list[tuple[Any, Any, str, Address | None, list[Address]]] = [
    # The schema, that of upstream, the keyword, where it is now, where it may be.
    (TEXT, {"anyOf": [NULL, TEXT]}, "pattern", (*PET, "anyOf", 1, "pattern"), []),
    (TEXT, {"allOf": [TEXT]}, "pattern", (*PET, "allOf", 0, "pattern"), []),
    (TEXT, {"type": "array", "items": TEXT}, "pattern", (*PET, "items", "pattern"), []),
    (TEXT, {"oneOf": [{"$ref": "#/components/schemas/Name"}]}, "pattern", (*NAME, "pattern"), []),
    (
        TEXT,
        {"anyOf": [{"allOf": [TEXT]}, NULL]},
        "pattern",
        (*PET, "anyOf", 0, "allOf", 0, "pattern"),
        [],
    ),
    # Another value, and several branches that have it.
    (TEXT, {"anyOf": [{"pattern": "^b$"}]}, "pattern", None, [(*PET, "anyOf", 0, "pattern")]),
    (
        TEXT,
        {"anyOf": [TEXT, TEXT]},
        "pattern",
        None,
        [(*PET, "anyOf", 0, "pattern"), (*PET, "anyOf", 1, "pattern")],
    ),
    # A branch that had it before.
    ({"pattern": "^b$", "allOf": [TEXT]}, {"allOf": [TEXT]}, "pattern", None, []),
    (TEXT, {"type": "string"}, "pattern", None, []),
]


@pytest.mark.parametrize(("was", "now", "key", "at", "candidates"), CASES)
def test_where_a_keyword_went(
    was: Any, now: Any, key: str, at: Address | None, candidates: list[Address]
) -> None:
    old = {"components": {"schemas": {"Pet": was}}}
    new = {"components": {"schemas": {"Pet": now, "Name": TEXT}}}
    lost = LostPlace(old=old, new=new, address=(*PET, key), new_parent=PET)
    found = in_wrapper(lost)
    assert (found.at if found else None) == at
    assert list(found.candidates if found else ()) == candidates


def test_what_is_no_keyword_of_a_schema_went_nowhere() -> None:
    tree = {"components": {"schemas": {"Pet": {"anyOf": [TEXT]}}}}
    lost = LostPlace(old=tree, new=tree, address=("components", "schemas"), new_parent=())
    assert in_wrapper(lost) is None
