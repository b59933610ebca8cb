"""A parameter that upstream sends at another place is another parameter."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.faults import add, put, remove
from tests.drift.object_faults import ONE, Q, frame, inside, parameter
from tests.drift.test_proof import judged_on

from specmend.steps.step import Verdict

HEADER = {"in": "header"}
BODY = {
    "requestBody": {
        "content": {"a/b": {"schema": {"allOf": [{"properties": {"q": {"type": "string"}}}]}}}
    }
}
CASES: list[tuple[str, dict[str, Any], dict[str, Any], Verdict]] = [
    ("as it was", parameter(put(".schema.maxLength", 20)), ONE, Verdict.APPLIES),
    (
        "a header, and mended",
        parameter(remove(".schema.maxLength")),
        inside(schema={"type": "string"}, **HEADER),
        Verdict.ALREADY_UPSTREAM,
    ),
    ("a header", parameter(remove(".schema.maxLength")), inside(**HEADER), Verdict.CONFLICT),
    ("a header, added", parameter(add(deprecated=True)), inside(**HEADER), Verdict.CONFLICT),
    (
        "a cookie",
        parameter(put(".schema.maxLength", 20)),
        inside(**{"in": "cookie"}),
        Verdict.CONFLICT,
    ),
    ("gone to the body", parameter(remove("")), {"get": BODY}, Verdict.GONE),
]


@pytest.mark.parametrize(
    ("fields", "now", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_a_parameter_with_another_location(
    fields: dict[str, Any], now: dict[str, Any], expected: Verdict
) -> None:
    verdict = judged_on(frame(**ONE), frame(**now), fields)
    assert verdict.verdict is expected, verdict.message


def test_a_body_that_had_a_property_all_along_says_nothing_of_a_parameter() -> None:
    old, new = {"get": {"parameters": [Q], **BODY}}, {"get": BODY}
    verdict = judged_on(frame(**old), frame(**new), parameter(remove("")))
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM
