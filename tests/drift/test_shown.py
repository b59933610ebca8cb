"""Words and examples that stand around their place by now."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.faults import remove
from tests.drift.object_faults import GET, OK, at, frame
from tests.drift.test_proof import judged_on

from specmend.steps.step import Verdict

ID = f"{OK}.content['a/b'].schema.properties.id"


def answer(fields: dict[str, Any], **media: Any) -> dict[str, Any]:
    """An answer that is an object with one property."""
    schema = {"type": "object", "properties": {"id": {"type": "integer", **fields}}}
    return {"response": {"content": {"a/b": {"schema": schema, **media}}}}


def in_schema(**shown: Any) -> dict[str, Any]:
    """The same with examples beside the property."""
    parts = answer({})
    parts["response"]["content"]["a/b"]["schema"] |= shown
    return parts


SHOWN = answer({"example": 1})
STEP = at(ID, remove(".example"))
ROWS: list[tuple[str, Any, dict[str, Any], Any, bool]] = [
    # What there was, the step, what there is, and whether it is still shown.
    ("gone", SHOWN, STEP, answer({}), False),
    ("schema", SHOWN, STEP, in_schema(example={"id": 1}), True),
    ("examples of a schema", SHOWN, STEP, in_schema(examples=[{"id": 2}, {"id": 1}]), True),
    ("media type", SHOWN, STEP, answer({}, example={"id": 1}), True),
    ("named", SHOWN, STEP, answer({}, examples={"one": {"value": {"id": 1}}}), True),
    ("another", SHOWN, STEP, in_schema(example={"id": 2}), False),
    ("another name", SHOWN, STEP, in_schema(example={"no": 1}), False),
    ("a text", SHOWN, STEP, in_schema(example="id"), False),
    (
        "there before",
        answer({"example": 1}, example={"id": 1}),
        STEP,
        answer({}, example={"id": 1}),
        False,
    ),
    (
        "summary of the path",
        {"get": {"summary": "S"}},
        at(GET, remove(".summary")),
        {"item": {"summary": "S"}},
        True,
    ),
    (
        "description of the path",
        {"get": {"description": "S"}},
        at(GET, remove(".description")),
        {"item": {"summary": "S"}},
        True,
    ),
    (
        "of the path before",
        {"get": {"summary": "S"}, "item": {"summary": "S"}},
        at(GET, remove(".summary")),
        {"item": {"summary": "S"}},
        False,
    ),
    (
        "other words",
        {"get": {"summary": "S"}},
        at(GET, remove(".summary")),
        {"get": {"description": "T"}},
        False,
    ),
]


@pytest.mark.parametrize(
    ("was", "fields", "now", "stays"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
def test_what_is_shown_around_its_place(
    was: Any, fields: dict[str, Any], now: Any, stays: bool
) -> None:
    verdict = judged_on(frame(**was), frame(**now), fields)
    expected = Verdict.GONE if stays else Verdict.ALREADY_UPSTREAM
    assert verdict.verdict is expected, verdict.message
