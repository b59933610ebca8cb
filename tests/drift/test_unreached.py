"""New places with the fault of a rule that its path does not lead to are told."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import KIND, PET, Fields, Move, context, edit, update

from specmend.document.tree.pointer import Address
from specmend.drift.judgment import Judgment
from specmend.drift.unreached import unreached, with_unreached
from specmend.steps.step import Verdict

SCHEMAS = "$.components.schemas"
PROPERTIES = f"{SCHEMAS}[*].properties"
INTEGERS = edit(f"{PROPERTIES}[?@.type == 'integer'].type", "set-value", value="number")
ANYWHERE = edit("$..[?@.type == 'integer'].type", "set-value", value="number")
TEXTS = edit(f"{PROPERTIES}[?@.type == 'string'].type", "set-value", value="number")
FORMAT = update(f"{PROPERTIES}[?@.type == 'integer']", {"format": "int64"})
BORN: Address = (*PET, "properties", "born")
ITEMS: Address = (*BORN, "items")
INTEGER = {"type": "integer"}
LIMIT: Address = ("paths", "/pets", "get", "parameters", 0, "schema")


def parameter(schema: Any) -> Move:
    return ("set", LIMIT[:-2], [{"name": "a", "in": "query", "schema": schema}])


CASES: list[tuple[Fields, list[Move], list[Address]]] = [
    # What was there when the step was recorded was left out on purpose.
    (INTEGERS, [], []),
    (INTEGERS, [("set", ITEMS, INTEGER)], [(*ITEMS, "type")]),
    (INTEGERS, [("set", ITEMS, {"type": "string"})], []),
    # What the rule reaches joins it.
    (INTEGERS, [("set", (*KIND, "type"), "integer")], []),
    (ANYWHERE, [("set", ITEMS, INTEGER)], []),
    # Where the rule adds something, that is absent.
    (FORMAT, [("set", ITEMS, INTEGER)], [ITEMS]),
    (FORMAT, [("set", ITEMS, {**INTEGER, "format": "int32"})], []),
    # What it did not fit before does now.
    (TEXTS, [("set", (*LIMIT, "type"), "string")], [(*LIMIT, "type")]),
    # Data that looks like a schema is none.
    (INTEGERS, [("set", (*BORN, "example"), INTEGER)], []),
    # What only moved is not new.
    (INTEGERS, [("rename", ("paths", "/pets"), "/animals")], []),
    # Without a filter there is no saying what the fault is.
    (update(f"{PROPERTIES}[*]", {"x": 1}), [("set", ITEMS, INTEGER)], []),
    # A step that names one place is no rule.
    (update(f"{SCHEMAS}.Pet.properties[?@.format == 'date']", {"title": "Day"}),
     [("set", ITEMS, {"type": "string", "format": "date"})], []),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "moves", "places"), CASES)
def test_the_places_that_a_rule_does_not_reach(
    fields: Fields, moves: list[Move], places: list[Address]
) -> None:
    assert list(unreached(context(fields, *moves))) == places


VERDICTS = [
    (Verdict.APPLIES, True),
    (Verdict.MOVED, True),
    (Verdict.ALREADY_UPSTREAM, True),
    (Verdict.CONFLICT, False),
]


@pytest.mark.parametrize(("verdict", "is_told"), VERDICTS)
@pytest.mark.parametrize("message", ["", "joined: $.a"])
def test_they_are_told_beside_what_is_made(verdict: Verdict, message: str, is_told: bool) -> None:
    one = context(INTEGERS, ("set", ITEMS, INTEGER))
    found = with_unreached(one, Judgment(verdict=verdict, message=message, tree=one.new))
    assert bool(found.unreached) is is_told
    told = "the same fault, not reached: $.components.schemas.Pet.properties.born.items.type"
    parts = filter(None, [message, told if is_told else ""])
    assert found.message == "; ".join(parts)
