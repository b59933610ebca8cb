"""What the generator passes over in silence is told."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import STRING, of_operation, read

Q: dict[str, Any] = {"name": "q", "in": "query"}


def words(operation: Any) -> tuple[list[str], list[str]]:
    """The faults and the warnings about an operation."""
    _, reader = read(of_operation(operation, "query"))
    assert all(fault["method"] == "QUERY" for fault in reader.faults)
    return [fault["words"] for fault in reader.faults], reader.warnings


@pytest.mark.parametrize(
    ("parameter", "faults", "warnings"),
    [
        ({**Q, "schema": STRING}, [], []),
        (Q, [], ["QUERY /a: the parameter q has no schema, so the method does not have it"]),
        (
            {**Q, "required": True},
            ["the parameter q has no schema, so the method does not have it"],
            [],
        ),
    ],
)
def test_a_parameter_without_a_schema(parameter: Any, faults: Any, warnings: Any) -> None:
    assert words({"parameters": [parameter], "responses": {}}) == (faults, warnings)


@pytest.mark.parametrize(
    ("responses", "lost"),
    [
        ({"200": {"description": ""}}, []),
        ({"2OO": {"description": ""}}, ["it was left without its response 2OO; "]),
    ],
)
def test_a_response_that_is_left_out(responses: Any, lost: list[str]) -> None:
    faults, warnings = words({"responses": responses})
    assert [fault[: len(start)] for fault, start in zip(faults, lost, strict=True)] == lost
    assert warnings == []
