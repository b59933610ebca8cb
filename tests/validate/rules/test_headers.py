"""Headers where they are read, and fields that a header does not have."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, told


@pytest.mark.parametrize("version", VERSIONS)
def test_the_type_of_the_content_is_described_elsewhere(version: str) -> None:
    headers: Any = {"Content-type": {"schema": {}}, "X-A": {"schema": {}}}
    tree = document(
        version, components={"responses": {"R": {"description": "", "headers": headers}}}
    )
    assert told("headers", tree) == [
        ("/components/responses/R/headers/Content-type",
         "OpenAPI ignores a description of the header 'Content-type'")
    ]  # fmt: skip
    assert levels("headers", tree) == ["warning"]


def test_what_is_for_queries_is_a_fault_that_the_json_schemas_find_since_3_1() -> None:
    for version in VERSIONS:
        headers = {"H": {"schema": {}, "allowReserved": False}}
        tree = document(version, components={"headers": headers})
        assert bool(told("headers", tree)) == (version < "3.1")
