"""What is asked often of large trees: the leaves of a value, and what refers to a schema."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.matching.index import leaves_in, votes


def document(*names: str) -> dict[str, Any]:
    """A document whose operations refer to schemas."""
    paths = {}
    for number, name in enumerate(names):
        schema = {"$ref": f"#/components/schemas/{name}"}
        media = {"application/json": {"schema": schema}}
        paths[f"/{number}"] = {"get": {"responses": {"200": {"content": media}}}}
    return {"openapi": "3.1.0", "paths": paths}


OLD = document("Pet", "Pet", "Pet", "Pet", "Error")
CASES: list[tuple[dict[str, Any], str, str, float]] = [
    (document("Pet", "Pet", "Pet", "Pet", "Error"), "Pet", "Pet", 1.0),
    (document("Animal", "Animal", "Animal", "Pet", "Error"), "Pet", "Animal", 0.75),
    (document("Animal"), "Pet", "Animal", 0.25),
    (document("Animal"), "Pet", "Error", 0.0),
    (document("Animal"), "Nobody", "Animal", 0.0),
    (document("a~1b", "x"), "Pet", "a/b", 0.25),
]


@pytest.mark.parametrize(("new", "before", "after", "share"), CASES)
def test_the_share_of_references_that_lead_to_another_schema_now(
    new: dict[str, Any], before: str, after: str, share: float
) -> None:
    assert votes(OLD, new, before, after) == share


def test_the_leaves_of_equal_values_are_equal() -> None:
    one, other = {"a": [1, {"b": 2}]}, {"a": [{"b": 2}, 1]}
    assert leaves_in(one) == leaves_in(other)
    assert len(leaves_in(one)) == 2
    assert leaves_in(one) is leaves_in(one)
