"""What a schema says itself, apart from what components say that both documents have."""

from __future__ import annotations

from typing import Any

from tests.diff.pairs import entries, sent

T = {"type": "string"}
BASE = {"type": "object", "properties": {"a": T}}


def with_base(base: Any, **own: Any) -> Any:
    document = sent({"allOf": [{"$ref": "#/components/schemas/Base"}, own]})
    return {**document, "components": {"schemas": {"Base": base}}}


def test_what_a_component_says_is_told_of_the_component() -> None:
    (entry,) = entries(with_base(BASE), with_base({**BASE, "maxProperties": 3}))
    assert entry.subject == "schema Base"


def test_what_a_schema_says_beside_it_is_told_of_the_schema() -> None:
    (entry,) = entries(with_base(BASE), with_base(BASE, maxProperties=3))
    assert entry.subject == "POST /pets"
