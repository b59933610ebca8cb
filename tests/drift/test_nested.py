"""What an object said may be said by a new property of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.faults import remove
from tests.drift.test_proof import document, judged_on

from specmend.steps.step import Verdict

ID = {"type": "integer", "minimum": 1}
NAMED = {"$ref": "#/components/schemas/Other"}


def thing(**properties: Any) -> dict[str, Any]:
    """An object."""
    return {"type": "object", "properties": properties}


def listed(items: Any) -> dict[str, Any]:
    """A list."""
    return {"type": "array", "items": items}


BOTH = thing(id=ID, name=True)
STEP = remove(".properties.id")
ROWS: list[tuple[str, Any, dict[str, Any], Any, bool]] = [
    # What there was, the step, what there is, and whether it says so still.
    ("gone", BOTH, STEP, thing(name=True), False),
    ("down", BOTH, STEP, thing(name=True, meta=thing(id=ID)), True),
    ("down a reference", BOTH, STEP, thing(name=True, meta=NAMED), True),
    ("down, changed", BOTH, STEP, thing(name=True, meta=thing(id={**ID, "maximum": 9})), True),
    ("down a branch", BOTH, STEP, thing(name=True, meta={"allOf": [thing(id=ID)]}), True),
    ("another", BOTH, STEP, thing(name=True, meta=thing(no={"type": "string"})), False),
    ("another value", BOTH, STEP, thing(name=True, meta=thing(id={"type": "string"})), False),
    (
        "there before",
        thing(id=ID, meta=thing(id=ID)),
        STEP,
        thing(meta=thing(id=ID)),
        False,
    ),
    ("a page", listed(ID), remove(".items"), thing(data=listed(ID)), True),
    ("a page of others", listed(ID), remove(".items"), thing(data=listed({})), False),
]


@pytest.mark.parametrize(
    ("was", "fields", "now", "stays"), [pytest.param(*row[1:], id=row[0]) for row in ROWS]
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_what_went_one_level_down(
    was: Any, fields: dict[str, Any], now: Any, stays: bool, version: str
) -> None:
    old, new = (document(schema, "component", version) for schema in (was, now))
    for tree in (old, new):
        tree["components"]["schemas"]["Other"] = thing(id=ID)
    target = f"$.components.schemas.Pet{fields['target']}"
    verdict = judged_on(old, new, {**fields, "target": target})
    assert verdict.verdict is (Verdict.GONE if stays else Verdict.ALREADY_UPSTREAM)
