"""Beside a reference of OpenAPI 3.0 nothing counts but words about the place, and `nullable`."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import check_rule, everywhere, of_schema, ref

from specmend.generate.normalize.siblings import drop_siblings

ROWS: list[tuple[Any, Any]] = [
    (ref("A", description="Words.", nullable=True), ref("A", description="Words.", nullable=True)),
    (ref("A", type="string", minLength=1), ref("A")),
    (ref("A", properties={"a": {}}, default="a"), ref("A", default="a")),
    # A property of that name is no reference.
    ({"properties": {"$ref": {"type": "string"}}}, {"properties": {"$ref": {"type": "string"}}}),
]


def of_30(schema: Any) -> Any:
    return {**of_schema(schema), "openapi": "3.0.3"}


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(drop_siblings, of_30(before), of_30(after))


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_in_a_later_version_what_stands_there_counts() -> None:
    before, after = ROWS[1]
    assert before != after
    check_rule(drop_siblings, of_schema(before), of_schema(before))


def test_it_reaches_schemas_everywhere() -> None:
    def rule(tree: Any) -> Any:
        return {**drop_siblings({**tree, "openapi": "3.0.3"}), "openapi": None}

    before, after = ROWS[1]
    assert rule(everywhere(before)) == {**everywhere(after), "openapi": None}
