"""Names that rules of ours tell are none of the JSON Schemas' matter; what they hold is."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document

from specmend.validate.rules.standard import checker_of

OK = {"description": "d"}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("held", "valid"),
    [
        ({"components": {"responses": {"Ä ö": OK}, "x-ä": {"ü": 1}}}, True),
        ({"components": {"responses": {"Ä ö": {"description": 5}}}}, False),
        ({"components": {"responses": {"x-a": "note"}, "schemas": {"x-b": "note"}}}, True),
        ({"components": {"responses": {"x-a": {"description": 5}}}}, False),
        ({"components": {"headers": {"x-a": "note"}}}, False),
        ({"components": {"schemas": {"A": {"properties": {"x-a": "note"}}}}}, False),
        ({"paths": {"/a": {"get": {"responses": {"4xx": OK, "2000": OK}}}}}, True),
        ({"paths": {"/a": {"get": {"responses": {"2000": {"description": 5}}}}}}, False),
        ({"paths": {"/a": {"get": {"responses": {}}}}}, False),
        ({"paths": {"/a": {"get": {"responses": {"x-a": 1}}}}}, False),
        ({"servers": [{"url": "/{a}", "variables": {"x-a": 1, "a": {"default": "b"}}}]}, True),
        ({"servers": [{"url": "/{a}", "variables": {"a": 1}}]}, False),
    ],
)
def test_names_are_free_and_what_they_hold_is_not(version: str, held: Any, valid: bool) -> None:
    breaches = checker_of(version[:3], with_schemas=True).breaches(document(version, **held))
    assert (not breaches) == valid
