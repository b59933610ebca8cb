"""The patterns of schemas are tried for a limited time, and jsonschema is as it was afterwards."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from specmend.errors import PatternTimeout
from specmend.validate.rules.bound_patterns import bound_patterns

EVIL = "^(a|aa)+$"
LONG = "a" * 60 + "c"


@pytest.mark.parametrize(
    ("schema", "value", "valid"),
    [
        pytest.param({"pattern": "^a+$"}, "aaa", True, id="fits"),
        pytest.param({"pattern": "^a+$"}, "b", False, id="does not fit"),
        pytest.param({"patternProperties": {"^x": {"type": "string"}}}, {"x": 1}, False, id="key"),
        pytest.param({"patternProperties": {"^x": False}}, {"y": 1}, True, id="another key"),
        pytest.param(
            {"patternProperties": {"^x": {}}, "additionalProperties": False},
            {"y": 1},
            False,
            id="additional",
        ),
    ],
)
def test_patterns_mean_what_they_mean_without_a_limit(
    schema: dict[str, object], value: object, valid: bool
) -> None:
    validator = Draft202012Validator(schema)
    assert validator.is_valid(value) == valid
    with bound_patterns():
        assert validator.is_valid(value) == valid


@pytest.mark.parametrize(
    ("schema", "value"),
    [({"pattern": EVIL}, LONG), ({"patternProperties": {EVIL: {}}}, {LONG: 1})],
    ids=["value", "key"],
)
def test_a_pattern_that_would_never_end_is_stopped(
    schema: dict[str, object], value: object
) -> None:
    with bound_patterns(), pytest.raises(PatternTimeout, match="SPECMEND_MAX_SECONDS"):
        Draft202012Validator(schema).is_valid(value)


def test_the_time_is_for_all_patterns_together() -> None:
    validator = Draft202012Validator({"pattern": EVIL})
    with bound_patterns():
        with pytest.raises(PatternTimeout):
            validator.is_valid(LONG)
        with pytest.raises(PatternTimeout):
            validator.is_valid(LONG)
    with bound_patterns():
        assert validator.is_valid("aa")


def test_jsonschema_is_as_it_was_even_after_a_fault() -> None:
    functions = Draft202012Validator.VALIDATORS["pattern"].__globals__
    before = functions["re"]
    with pytest.raises(ValueError, match="stop"), bound_patterns():
        assert functions["re"] is not before
        raise ValueError("stop")
    assert functions["re"] is before
