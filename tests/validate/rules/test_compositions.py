"""Compositions with and without schemas."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import document, told


@pytest.mark.parametrize("keyword", ["allOf", "oneOf", "anyOf"])
def test_one_without_schemas_is_a_fault_in_3_0(keyword: str) -> None:
    schemas = {"A": {keyword: []}, "B": {keyword: [{}]}}
    tree = document("3.0.3", components={"schemas": schemas})
    assert told("compositions", tree) == [
        (f"/components/schemas/A/{keyword}", f"'{keyword}' has no schemas, and must have one")
    ]
    # The JSON Schemas of later versions find it.
    assert told("compositions", document("3.1.0", components={"schemas": schemas})) == []
