"""The types of the records of streams."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import STRING, answered, of_operation, read_one

PET = {"type": "object", "properties": {"name": STRING}}


@pytest.mark.parametrize(
    ("media", "event"),
    [
        ({"itemSchema": STRING}, "str"),
        ({"itemSchema": {"$ref": "#/components/schemas/Pet"}}, "Pet"),
        ({"itemSchema": {"type": "array", "items": STRING}}, "list[str]"),
        ({"itemSchema": PET}, "OneEvent"),
        ({}, "Any"),
        ({"itemSchema": {"type": "string", "default": 7, "const": "x"}}, "Any"),
    ],
)
def test_a_record_has_the_type_of_its_schema(media: Any, event: str) -> None:
    tree = of_operation(
        answered(("application/jsonl", media)), components={"schemas": {"Pet": PET}}
    )
    operation, _ = read_one(tree)
    assert operation.streaming is not None
    assert operation.streaming.event == event
