"""The published schema of reviews refuses what is none."""

from __future__ import annotations

import jsonschema
import pytest

from specmend.report.review_schema import REVIEW_SCHEMA

VALIDATOR = jsonschema.Draft202012Validator(REVIEW_SCHEMA)
WHOLE = {"ok": True, "base": "a", "head": "b", "summary": "S.", "apis": [], "gone": []}


def test_nothing_is_fine() -> None:
    assert VALIDATOR.is_valid(WHOLE)


@pytest.mark.parametrize(
    "wrong", [{"ok": 1}, {"apis": [{}]}, {"gone": [1]}, {"summary": None}, {"base": 1}]
)
def test_what_is_no_review_is_refused(wrong: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid({**WHOLE, **wrong})
