"""The null of a nullable component moves to the places that refer to it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    NULL,
    STRING,
    check_rule,
    of_schemas,
    ref,
    thing,
)

from specmend.generate.normalize.null_components import move_nulls_to_references

ROWS: list[tuple[Any, Any]] = [
    (
        of_schemas(A={"anyOf": [ref("B"), NULL]}, B=thing(a=STRING)),
        of_schemas(A={"anyOf": [ref("B"), NULL]}, B=thing(a=STRING)),
    ),
    (
        of_schemas(A={"description": "d", "anyOf": [thing(a=STRING), NULL]}, B=thing(a=ref("A"))),
        of_schemas(
            A={"description": "d", **thing(a=STRING)},
            B=thing(a={"description": "d", "anyOf": [ref("A"), NULL]}),
        ),
    ),
    (
        of_schemas(
            A={"description": "d", "anyOf": [thing(), NULL]},
            B=thing(a=ref("A", description="own")),
        ),
        of_schemas(
            A={"description": "d", **thing()},
            B=thing(a={"description": "own", "anyOf": [ref("A", description="own"), NULL]}),
        ),
    ),
    (
        of_schemas(A={"anyOf": [thing(a=STRING), NULL]}, B={"allOf": [ref("A"), thing(b=STRING)]}),
        of_schemas(A=thing(a=STRING), B={"allOf": [ref("A"), thing(b=STRING)]}),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(move_nulls_to_references, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
