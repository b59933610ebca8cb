"""The published schema of changes."""

from __future__ import annotations

import json

import jsonschema
import pytest
from tests.repository import ROOT

from specmend.report.changes_schema import CHANGES_SCHEMA

VALIDATOR = jsonschema.Draft202012Validator(CHANGES_SCHEMA)
WHOLE = {"ok": True, "old": "a", "new": "b", "counts": {"breaking": 0, "warning": 0, "info": 0}}


def test_it_is_a_schema_and_the_published_one() -> None:
    jsonschema.Draft202012Validator.check_schema(CHANGES_SCHEMA)
    published = ROOT / "docs/reference/changes.schema.json"
    assert json.loads(published.read_text("utf-8")) == CHANGES_SCHEMA


def test_no_changes_are_fine() -> None:
    assert VALIDATOR.is_valid({**WHOLE, "changes": []})


@pytest.mark.parametrize("wrong", [{}, {"changes": [{}]}, {"changes": [{"level": "bad"}]}])
def test_what_lacks_something_is_refused(wrong: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid({**WHOLE, **wrong})
