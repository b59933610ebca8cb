"""Which values have one right form, and which only a person can mend."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specmend.document.tree.breach import Checker
from specmend.document.tree.pointer import Address
from specmend.validate.rules.right_form import right_form

PLACE: Address = ("info", "title")
REMOVED = {"remove": True}


def set_to(value: Any) -> Any:
    return {"x-edit": {"name": "set-value", "value": value}}


@pytest.mark.parametrize(
    ("schema", "value", "address", "action"),
    [
        ({"type": "string"}, 5, PLACE, set_to("5")),
        ({"type": "string"}, True, PLACE, set_to("true")),
        ({"type": "string"}, 5, ("a", "type"), None),
        ({"type": "string"}, 3.0, ("openapi",), None),
        ({"type": "string"}, 1.5, PLACE, set_to("1.5")),
        ({"type": "boolean"}, "false", PLACE, set_to(False)),
        ({"type": "boolean"}, "maybe", PLACE, None),
        ({"type": "string"}, None, PLACE, REMOVED),
        ({"type": "array"}, {}, PLACE, REMOVED),
        ({"type": "array"}, True, ("a", "required"), REMOVED),
        ({"type": "array"}, True, ("a", "tags"), None),
        ({"type": "object"}, None, ("components", "schemas", "A"), None),
        ({"type": "object"}, "x", PLACE, None),
        ({"uniqueItems": True}, [1, True, 1], PLACE, set_to([1, True])),
        ({"enum": ["a"]}, "b", PLACE, None),
        ({"type": "object"}, None, (), None),
    ],
)
def test_the_right_form(schema: Any, value: Any, address: Address, action: Any) -> None:
    (breach,) = Checker(schema).breaches(value)
    mend = right_form(breach, address)
    assert (None if mend is None else json.loads(mend.action)) == action
