"""The changes of discriminators: the property, and which schema its values mean."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import lines, refer, sending

CAT, DOG = {"properties": {"a": {"type": "string"}}}, {"properties": {"b": {"type": "string"}}}


def union(name: str = "Cat", **more: Any) -> dict[str, Any]:
    told = {"discriminator": {"propertyName": "kind", **more}}
    return sending({"oneOf": [refer(name), refer("Dog")], **told}, {name: CAT, "Dog": DOG})


def to(name: str) -> str:
    return f"#/components/schemas/{name}"


MAPPED: dict[str, Any] = {"mapping": {"cat": to("Cat"), "dog": "Dog"}}
START = "POST /pets (sent): request discriminator"
CASES: list[tuple[Any, Any, list[str]]] = [
    (union(), union(), []),
    (union(**MAPPED), union(mapping={"dog": to("Dog"), "cat": "Cat"}), []),
    # With a mapping nobody sees the name of a schema; without one, it is a value.
    (union(**MAPPED), union("Katze", mapping={"cat": to("Katze"), "dog": "Dog"}), []),
    (union(), union("Katze"), [f'{START} value of Katze is now "Katze", was "Cat"']),
    (
        union(**MAPPED),
        union(mapping={"cat": to("Dog"), "dog": "Dog"}),
        [f'{START}.mapping.cat "#/components/schemas/Cat" → "#/components/schemas/Dog"'],
    ),
    (
        union(**MAPPED),
        union(mapping={**MAPPED["mapping"], "puppy": "Dog"}),
        ['POST /pets (sent): request gained discriminator.mapping.puppy "Dog"'],
    ),
    (union(), union(propertyName="type"), [f'{START}.propertyName "kind" → "type"']),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_values_that_mean_the_same_are_no_change(old: Any, new: Any, expected: list[str]) -> None:
    assert lines(old, new) == expected
