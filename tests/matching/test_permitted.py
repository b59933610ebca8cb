"""What a schema lets through because it does not limit it."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.permitted import lets_through, limits
from specmend.matching.sayings import Saying
from specmend.matching.spelling import BRANCH, NULL

PET: Address = ("components", "schemas", "Pet")
TEXT = {"type": "string"}
BASE = {"$ref": "#/components/schemas/Base"}
NOTHING = {"type": "null"}

LIMITED: list[tuple[Any, bool]] = [
    # A schema, and whether it says of which type every value is.
    (TEXT, True),
    ({}, False),
    (True, False),
    (False, True),
    (BASE, True),
    ({"allOf": [{}, TEXT]}, True),
    ({"anyOf": [TEXT, BASE]}, True),
    ({"anyOf": [TEXT, {}]}, False),
    ({"oneOf": [TEXT, NOTHING]}, True),
    ({"oneOf": [NOTHING]}, False),
    ({"anyOf": [], "items": TEXT}, False),
    ({"$ref": "#/components/schemas/Pet"}, False),
    ({"$ref": "#/components/schemas/None"}, False),
]


def tree(schema: Any) -> dict[str, Any]:
    """A document with a schema, and one that it may refer to."""
    return {"openapi": "3.1.0", "components": {"schemas": {"Pet": schema, "Base": TEXT}}}


@pytest.mark.parametrize(("schema", "limited"), LIMITED)
def test_limits(schema: Any, limited: bool) -> None:
    assert limits(tree(schema), PET, ("type",)) is limited


def said(keyword: str, value: Any, *inside: str | int) -> Saying:
    """Something that the schema says."""
    return Saying(keyword=keyword, value=value, at=(*PET, *inside))


THROUGH: list[tuple[Any, Saying, bool]] = [
    # A schema, what something else says, and whether the schema allows it for want of a limit.
    ({"enum": ["a"]}, said("enum", "b"), False),
    (TEXT, said("enum", "b"), True),
    ({"type": "integer"}, said("enum", "b"), False),
    ({}, said("enum", "b"), True),
    ({}, said("type", "integer"), True),
    (TEXT, said("type", "integer"), False),
    ({"enum": ["a"]}, said("type", "integer"), False),
    ({"enum": ["a", 1]}, said("type", "integer"), True),
    ({}, said(NULL, True), True),
    ({"enum": ["a"]}, said(NULL, True), False),
    ({}, said(BRANCH, TEXT, "anyOf", 0), True),
    ({"properties": {}}, said(BRANCH, TEXT, "anyOf", 0), False),
    ({"type": "integer"}, said(BRANCH, TEXT, "anyOf", 0), False),
    (TEXT, said(BRANCH, {**TEXT, "format": "date"}, "oneOf", 0), True),
    ({**TEXT, "format": "uri"}, said(BRANCH, {**TEXT, "format": "date"}, "oneOf", 0), False),
    (BASE, said(BRANCH, {**TEXT, "format": "date"}, "oneOf", 0), True),
    ({**TEXT, "title": "Any"}, said(BRANCH, BASE, "oneOf", 0), True),
    ({"type": "integer"}, said(BRANCH, BASE, "oneOf", 0), False),
    (TEXT, said(BRANCH, {"maxLength": 3}, "oneOf", 0), True),
    ({"anyOf": [{}, {"type": "integer"}]}, said(BRANCH, TEXT, "anyOf", 0), True),
    (
        {"oneOf": [{"type": "integer"}, {**TEXT, "maxLength": 9}]},
        said(BRANCH, TEXT, "oneOf", 0),
        False,
    ),
    ({"allOf": [TEXT, {"title": "A"}]}, said(BRANCH, TEXT, "oneOf", 0), True),
    ({"allOf": [TEXT, {"maxLength": 9}]}, said(BRANCH, TEXT, "oneOf", 0), False),
    # A branch of `allOf` takes away, and allows nothing.
    ({}, said(BRANCH, TEXT, "allOf", 0), False),
    ({}, said("pattern", "a"), False),
]


@pytest.mark.parametrize(("schema", "saying", "through"), THROUGH)
def test_what_is_let_through(schema: Any, saying: Saying, through: bool) -> None:
    branches = [saying.value] if saying.keyword == BRANCH else []
    home = tree({"anyOf": branches, "oneOf": branches, "allOf": branches})
    assert lets_through(tree(schema), PET, saying, home) is through
