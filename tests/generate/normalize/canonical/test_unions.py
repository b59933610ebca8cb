"""A union has different members, null last, and values that tell them apart."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import NULL, STRING, ref

from specmend.generate.normalize.canonical.unions import TAGS, tags_of, union_of

WHOLE = {"type": "integer"}
KIND = {"propertyName": "kind"}

ROWS: list[tuple[list[dict[str, Any]], dict[str, Any]]] = [
    ([STRING, WHOLE], {"anyOf": [STRING, WHOLE]}),
    ([STRING], STRING),
    ([STRING, STRING], STRING),
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
    assert union_of(members) == expected


def test_the_name_of_the_property_is_all_that_stays_of_a_discriminator() -> None:
    mapping = {"propertyName": "kind", "mapping": {"a": "A"}}
    assert union_of([ref("A"), ref("B")], mapping) == {
        "anyOf": [ref("A"), ref("B")],
        "discriminator": KIND,
    }
    assert union_of([ref("A")], mapping) == ref("A")
    assert union_of([ref("A"), ref("B")], {}) == {"anyOf": [ref("A"), ref("B")]}


TAGGED: list[tuple[Any, dict[str, Any], list[str]]] = [
    (ref("A"), {}, ["A"]),
    (ref("A"), {"mapping": {"a": "#/components/schemas/A", "b": "B"}}, ["a"]),
    (ref("A"), {"mapping": {"a": "A", "x": "#/components/schemas/A"}}, ["a", "x"]),
    (ref("A"), {"mapping": {"b": "B"}}, ["A"]),
    (STRING, {}, []),
    (True, {}, []),
]


@pytest.mark.parametrize(("branch", "words", "expected"), TAGGED)
def test_the_values_that_mean_a_branch(
    branch: Any, words: dict[str, Any], expected: list[str]
) -> None:
    assert tags_of(branch, KIND | words) == expected
