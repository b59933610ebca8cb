"""Of a composition, the errors of the branch that was meant are told, all of them."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.breach import Checker
from specmend.validate.rules.leaves import leaves

REFERENCE = {"type": "object", "required": ["$ref"], "properties": {"$ref": {"type": "string"}}}
PERSON = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
}
KEY = {"type": "object", "properties": {"type": {"enum": ["key"]}, "in": {"type": "string"}},
       "required": ["in"]}  # fmt: skip
HTTP = {"type": "object", "properties": {"type": {"enum": ["http"]}}, "required": ["scheme"]}
WORD = {"enum": ["a", "b"]}
EITHER = {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}


def told(schema: Any, value: Any) -> list[tuple[str, list[str | int]]]:
    breaches = Checker(schema).breaches(value)
    return [(b.keyword, list(b.address)) for breach in breaches for b in leaves(breach)]


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        pytest.param(PERSON, {"name": 1}, [("type", ["name"])], id="no composition"),
        pytest.param({"oneOf": [PERSON, REFERENCE]}, {"name": 1, "age": "x"},
                     [("type", ["name"]), ("type", ["age"])], id="all of the branch meant"),
        pytest.param({"oneOf": [PERSON, REFERENCE]}, {}, [("required", [])], id="no reference"),
        pytest.param({"oneOf": [PERSON, REFERENCE]}, {"$ref": 5}, [("type", ["$ref"])],
                     id="a reference"),
        pytest.param({"anyOf": [{"type": "boolean"}, PERSON]}, {"name": 1}, [("type", ["name"])],
                     id="the type decides"),
        pytest.param({"oneOf": [KEY, HTTP, REFERENCE]}, {"type": "http"}, [("required", [])],
                     id="the word decides"),
        pytest.param({"oneOf": [KEY, {"oneOf": [HTTP, REFERENCE]}]}, {"type": "key", "in": 1},
                     [("type", ["in"])], id="inside one another"),
        pytest.param({"anyOf": [WORD, {"type": "array", "items": WORD}]}, ["c", "d"],
                     [("enum", [0]), ("enum", [1])], id="a list is compared with lists"),
        pytest.param({"anyOf": [WORD, {"type": "array"}]}, {}, [("enum", [])],
                     id="what is neither is no word"),
        pytest.param({"oneOf": [{}, {"required": ["a"]}, True]}, {}, [("oneOf", [])],
                     id="several branches fit"),
        pytest.param(EITHER, {}, [("oneOf", [])], id="one of several fields"),
        pytest.param(EITHER, {"a": 1, "b": 1}, [("oneOf", [])], id="several fields"),
    ],
)  # fmt: skip
def test_the_errors_that_tell_something(
    schema: Any, value: Any, expected: list[tuple[str, list[str | int]]]
) -> None:
    assert told(schema, value) == expected
