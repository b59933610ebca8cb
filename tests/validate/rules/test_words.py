"""Every breach has words of its own, without a repr of Python, and says what to do."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.breach import Breach, Checker
from specmend.document.tree.pointer import Address
from specmend.validate.rules.words import (
    do_not_agree,
    lacks,
    no_field,
    subject,
    value_words,
    words_of,
)

PLACE: Address = ("info", "title")


def breach(schema: Any, value: Any) -> Breach:
    if schema is False:
        (found,) = Checker({"prefixItems": [False]}).breaches([value])
    else:
        (found,) = Checker(schema, {}).breaches(value)
    return found


@pytest.mark.parametrize(
    ("schema", "value", "words"),
    [
        ({"type": "string"}, None, "'title' is null and not a string"),
        ({"type": ["object", "boolean"]}, "x",
         "'title' is \"x\" and not an object or true or false"),
        ({"enum": ["a", 1]}, True, "'title' is true and not one of \"a\", 1"),
        ({"const": "a"}, "b", "'title' is \"b\" and not one of \"a\""),
        ({"pattern": "^a"}, "b", "'title' is \"b\" and does not have the form ^a"),
        ({"format": "ipv4"}, "x", "'title' is \"x\" and not of the format ipv4"),
        ({"minItems": 1}, [], "'title' has fewer than 1 members"),
        ({"maxProperties": 1}, {"a": 1, "b": 2}, "'title' has more than 1 fields"),
        ({"minimum": 0}, -1, "'title' is -1 and not at least 0"),
        ({"exclusiveMaximum": 3}, 3, "'title' is 3 and not less than 3"),
        ({"multipleOf": 2}, 3, "'title' is 3 and not a multiple of 2"),
        ({"uniqueItems": True}, [1, 1], "'title' lists a value twice: [1, 1]"),
        ({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {},
         "title has none of 'a', 'b'"),
        ({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"a": 1, "b": 1},
         "title has both 'a' and 'b'"),
        ({"oneOf": [{"required": ["a"]}, {}]}, {"a": 1}, "title is not what OpenAPI has here"),
        ({"not": {"required": ["a", "b"]}}, {"a": 1, "b": 1}, "title has both 'a' and 'b'"),
        ({"not": {}}, 1, "title is not what OpenAPI has here"),
        (False, 1, "'title' may not be here"),
        ({"contains": {"type": "string"}}, [], "title is not what OpenAPI has here"),
    ],
)  # fmt: skip
def test_words(schema: Any, value: Any, words: str) -> None:
    told, advice = words_of(breach(schema, value), PLACE)
    assert told == words
    assert advice.startswith("record a step")


@pytest.mark.parametrize(
    ("schema", "value", "words"),
    [
        ({"required": ["a", "b"]}, {}, "'default' lacks 'a'"),
        ({"additionalProperties": False}, {"a": 1},
         "'default' has 'a', which its schema does not have"),
        ({"not": {}}, 1, "'default' is 1, which its schema does not allow"),
        ({"type": "string"}, 1, "'default' is 1 and not a string"),
    ],
)  # fmt: skip
def test_words_of_values(schema: Any, value: Any, words: str) -> None:
    found = Checker(schema).breaches(value)[0]
    assert value_words(found, ("components", "schemas", "A", "default")) == words


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ((), "the document"),
        (("info",), "info"),
        (("paths", "/a", "get"), "this operation"),
        (("paths", "/a", "get", "parameters", 0), "this parameter"),
        (("components", "schemas", "A"), "this schema"),
        (("components", "schemas", "A", "enum", 0), "enum[0]"),
    ],
)
def test_an_object_is_called_by_its_kind(address: Address, words: str) -> None:
    assert subject(address) == words


def test_fields_that_lack_or_are_too_many() -> None:
    operation = ("paths", "/a", "get")
    assert lacks(operation, "responses")[0] == "this operation lacks 'responses'"
    assert no_field(operation, "foo")[0] == "'foo' is no field of this operation"
    assert no_field(("paths",), "b")[0] == "the path 'b' does not begin with a slash"
    assert do_not_agree(operation)[0] == "this operation has fields that do not go together"
