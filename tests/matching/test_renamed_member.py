"""Which member of a list is one that is gone: never a guess among equals."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.lost_place import LostPlace
from specmend.matching.renamed_member import renamed_member, similar_member

LIST: Address = ("paths", "/a", "get", "parameters")
LIMIT = {"name": "limit", "in": "query", "schema": {"type": "integer"}, "required": True}
COUNT = {**LIMIT, "name": "count"}
TAG = {"name": "tag", "in": "query", "schema": {"type": "string", "maxLength": 5}}
MEMBERS: list[tuple[Any, Any, int, int | None]] = [
    # The list before and now, the lost member, and its new index.
    ([LIMIT], [COUNT], 0, 0),
    ([TAG, LIMIT], [COUNT, TAG], 1, 0),
    ([LIMIT], [LIMIT], 0, None),
    ([LIMIT], [TAG], 0, None),
    # Two that were removed and are alike, or two that were added.
    ([LIMIT, {**LIMIT, "name": "size"}], [COUNT], 0, None),
    ([LIMIT], [COUNT, {**LIMIT, "name": "size"}], 0, None),
    # A member that tells nothing, or has no names.
    ([{"name": "a"}], [{"name": "b"}], 0, None),
    (["a"], ["b"], 0, None),
    ([LIMIT, {"x": 1}], [COUNT, {"x": 1}], 0, 0),
    ([LIMIT], {"count": COUNT}, 0, None),
    # Another one that was added refers to the same.
    ([LIMIT], [{**LIMIT, "name": "size"}, {"$ref": "#/components/parameters/Count"}], 0, None),
    ([LIMIT], [{**LIMIT, "name": "size"}, {"$ref": "#/components/parameters/Tag"}], 0, 0),
]


def listing(members: Any) -> dict[str, Any]:
    """A document with some parameters of an operation, and of the components."""
    parameters = {"Count": COUNT, "Tag": TAG}
    paths = {"/a": {"get": {"parameters": members}}}
    return {"paths": paths, "components": {"parameters": parameters}}


@pytest.mark.parametrize(("before", "now", "index", "expected"), MEMBERS)
def test_the_new_name_of_a_member(before: Any, now: Any, index: int, expected: int | None) -> None:
    lost = LostPlace(old=listing(before), new=listing(now), address=(*LIST, index), new_parent=LIST)
    found = renamed_member(lost)
    assert (found.at if found else None) == (None if expected is None else (*LIST, expected))


def test_a_member_that_became_a_component_of_another_name_may_be_it() -> None:
    old, new = listing([LIMIT, TAG]), listing([TAG, {"$ref": "#/components/parameters/Count"}])
    lost = LostPlace(old=old, new=new, address=(*LIST, 0), new_parent=LIST)
    found = similar_member(lost)
    assert found is not None
    assert found.candidates == ((*LIST, 1),)
