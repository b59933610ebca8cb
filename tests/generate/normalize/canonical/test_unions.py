"""A union has different members, null last, and values that tell them apart."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import NULL, STRING, ref

from specmend.document.tree.values import same
from specmend.generate.normalize.canonical.unions import OTHER, TAGS, marks_of, union_of

WHOLE = {"type": "integer"}
KIND = {"propertyName": "kind"}

ROWS: list[tuple[list[dict[str, Any]], dict[str, Any]]] = [
    ([STRING, WHOLE], {"anyOf": [STRING, WHOLE]}),
    ([STRING], STRING),
    ([STRING, STRING], STRING),
    ([{"const": 1}, {"const": True}, {"const": 1}], {"anyOf": [{"const": 1}, {"const": True}]}),
    ([NULL, STRING], {"anyOf": [STRING, NULL]}),
    ([NULL], NULL),
    ([{"anyOf": [STRING, NULL]}, WHOLE], {"anyOf": [STRING, WHOLE, NULL]}),
    ([STRING, {}], {}),
    ([STRING, {"description": "Anything."}], {}),
    ([ref("A", **{TAGS: ["a"]})], ref("A")),
    # A union that is told apart stays one member.
    (
        [{"anyOf": [ref("A"), ref("B")], "discriminator": KIND}, STRING],
        {"anyOf": [{"anyOf": [ref("A"), ref("B")], "discriminator": KIND}, STRING]},
    ),
]


@pytest.mark.parametrize(("members", "expected"), ROWS)
def test_members_as_one_union(members: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    assert same(union_of(members), expected)


def test_the_name_of_the_property_is_all_that_stays_of_a_discriminator() -> None:
    mapping = {"propertyName": "kind", "mapping": {"a": "A"}}
    assert union_of([ref("A"), ref("B")], mapping) == {
        "anyOf": [ref("A"), ref("B")],
        "discriminator": KIND,
    }
    assert union_of([ref("A")], mapping) == ref("A")
    assert union_of([ref("A"), ref("B")], {}) == {"anyOf": [ref("A"), ref("B")]}


INHERITED = {"propertyName": "kind", "mapping": {"a": "A"}}
FAR = "https://api.test/v1.yaml#/components/schemas/A"

TAGGED: list[tuple[str, dict[str, Any], dict[str, Any] | None, dict[str, Any]]] = [
    ("A", {}, None, {TAGS: ["A"]}),
    ("A", {"mapping": {"a": "#/components/schemas/A", "b": "B"}}, None, {TAGS: ["a"]}),
    ("A", {"mapping": {"a": "A", "x": FAR, "y": "./A.json"}}, None, {TAGS: ["a", "x", "y"]}),
    ("A", {"mapping": {"b": "B", "c": 1}}, None, {TAGS: ["A"]}),
    ("", {"mapping": {"b": ""}, "defaultMapping": ""}, None, {TAGS: []}),
    ("A", {"defaultMapping": "#/components/schemas/A"}, None, {TAGS: ["A"], OTHER: True}),
    ("A", {"defaultMapping": "B"}, None, {TAGS: ["A"]}),
    # The mapping of a parent holds too, where there is no other one.
    ("A", {}, INHERITED, {TAGS: ["a", "A"]}),
    ("A", {"mapping": {"x": "A"}}, INHERITED, {TAGS: ["x"]}),
    ("A", {}, INHERITED | {"propertyName": "type"}, {TAGS: ["A"]}),
]


@pytest.mark.parametrize(("name", "words", "inherited", "expected"), TAGGED)
def test_what_a_discriminator_says_of_a_component(
    name: str, words: dict[str, Any], inherited: dict[str, Any] | None, expected: dict[str, Any]
) -> None:
    assert marks_of(name, KIND | words, inherited) == expected
