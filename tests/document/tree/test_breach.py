"""The breaches of a JSON Schema say where and what, whatever the keys look like."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.breach import WHOLE, Checker, with_whole_numbers
from specmend.document.tree.pointer import Address

TEXT = {"type": "string"}
EVIL = r"^(?=((a|aa)+)+$)(?!x)\1b"


@pytest.mark.parametrize(
    ("schema", "value", "keyword", "asked", "address"),
    [
        (TEXT, 5, "type", ["string"], ()),
        ({"type": ["null", "object"]}, 5, "type", ["object", "null"], ()),
        ({"required": ["a"]}, {}, "required", "a", ()),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, "required", "b", ()),
        ({"additionalProperties": False}, {"a": 1}, "additionalProperties", ["a"], ()),
        ({"unevaluatedProperties": False}, {"a": 1}, "unevaluatedProperties", ["a"], ()),
        ({"items": False}, [1], "falseSchema", None, (0,)),
        ({"enum": ["b", "a"]}, "c", "enum", ["b", "a"], ()),
        ({"pattern": EVIL}, "a" * 60 + "c", "tries", None, ()),
        ({"additionalProperties": TEXT}, {"200": 1}, "type", ["string"], ("200",)),
        ({"additionalProperties": TEXT}, {"007": 1}, "type", ["string"], ("007",)),
        ({"additionalProperties": TEXT}, {"+0": 1}, "type", ["string"], ("+0",)),
        ({"additionalProperties": {"items": TEXT}}, {"0": ["", 1]}, "type", ["string"], ("0", 1)),
        ({"additionalProperties": TEXT}, {"": 1}, "type", ["string"], ("",)),
        (
            {"additionalProperties": {"additionalProperties": TEXT}},
            {"": {"": 1, "a": "b"}},
            "type",
            ["string"],
            ("", ""),
        ),
        ({"additionalProperties": {"required": ["b"]}}, {"": {"": 1}}, "required", "b", ("",)),
        ({"additionalProperties": False}, {"": 1}, "additionalProperties", [""], ()),
        ({"properties": {"": TEXT}}, {"": 1}, "type", ["string"], ()),
        ({"additionalProperties": {"items": TEXT}}, {"": [1]}, "type", ["string"], ("", 0)),
        ({"additionalProperties": TEXT}, {"a\ud800": 1}, "type", ["string"], ("a?",)),
    ],
)
def test_a_breach(schema: Any, value: Any, keyword: str, asked: Any, address: Address) -> None:
    (breach,) = Checker(schema).breaches(value)
    assert (breach.keyword, breach.asked, breach.address) == (keyword, asked, address)


def test_a_composition_has_its_branches_and_what_is_wrong_in_each() -> None:
    schema = {"properties": {"a": {"oneOf": [TEXT, {"required": ["b", "c"]}, {"type": "null"}]}}}
    (breach,) = Checker(schema).breaches({"a": {"b": 1}})
    assert (breach.asked, breach.location) == (schema["properties"]["a"]["oneOf"],
                                               ("properties", "a", "oneOf"))  # fmt: skip
    assert [[inner.keyword for inner in branch] for branch in breach.branches] == [
        ["type"], ["required"], ["type"],
    ]  # fmt: skip


def test_the_branches_that_fit_are_empty() -> None:
    (breach,) = Checker({"oneOf": [{}, TEXT, True]}).breaches(5)
    assert [len(branch) for branch in breach.branches] == [0, 1, 0]


@pytest.mark.parametrize(("value", "count"), [(1, 0), (1.0, 1), (1.5, 1), (10**40, 0), ("a", 1)])
def test_an_integer_may_have_no_fraction(value: Any, count: int) -> None:
    assert with_whole_numbers({"type": "integer"}) == {"type": "integer", WHOLE: True}
    breaches = Checker(with_whole_numbers({"type": "integer"})).breaches(value)
    assert [breach.keyword for breach in breaches] == ["type"] * count
    assert not Checker({"type": "integer"}).breaches(1.0)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "nonsense"},
        {"$ref": "#/nowhere"},
        {"$ref": "https://x.example/a"},
        {"pattern": "("},
    ],
)
def test_what_is_no_schema_is_refused(schema: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Checker(schema)


def test_formats_count_where_some_are_given() -> None:
    assert not Checker({"format": "date"}).breaches("x")
    assert Checker({"format": "date"}, {}).breaches("x")
    assert not Checker({"format": "date"}, {"date": lambda _: True}).breaches("x")
