"""What joins a rule is changed unasked only where the rule says what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import PET, Fields, Move, context, edit, update

from specmend.drift.newcomers import newcomers_to_ask_about

SCHEMAS = "$.components.schemas"
CAT = (*PET[:2], "Cat")


def cat(**more: Any) -> Move:
    """A schema that upstream added."""
    return ("set", CAT, {"type": "object", **more})


TEAM = {"x-team": "core"}
CASES: list[tuple[Fields, list[Move], bool]] = [
    # The rule, what upstream did, and whether the newcomer is asked about.
    (update(f"{SCHEMAS}[*]", {"title": "T"}), [], False),
    # What adds by wildcards does.
    (update(f"{SCHEMAS}[*]", {"title": "T"}), [cat()], True),
    (update(f"{SCHEMAS}[*]", {"additionalProperties": False}), [cat(title="Cat")], True),
    (edit(f"{SCHEMAS}[*]", "make-nullable"), [cat()], True),
    (edit(f"{SCHEMAS}[*]", "set-default", value={}), [cat()], True),
    # A filter says which ones, and adds what they do not say.
    (update(f"{SCHEMAS}[?@.type == 'object']", {"title": "T"}), [cat()], False),
    (update(f"{SCHEMAS}[?@.type == 'object']", {"title": "T"}), [cat(title="T")], False),
    (update(f"{SCHEMAS}[?@.type == 'object']", {"title": "T"}), [cat(title="Cat")], True),
    # What takes away does not, nor what changes a value that was recorded.
    ({"target": f"{SCHEMAS}[*].type", "remove": True}, [cat()], False),
    ({"target": f"{SCHEMAS}[*].x-team".replace(".x-team", "['x-team']"), "remove": True},
     [cat(**TEAM)], False),
    (update(f"{SCHEMAS}[*].type", "array"), [cat()], False),
    (update(f"{SCHEMAS}[*].type", "array"), [("set", CAT, {"type": "string"})], True),
    (edit("$..[?@.type == 'integer'].type", "set-value", value="number"),
     [cat(properties={"age": {"type": "integer"}})], False),
    # Data that looks like a schema is none, and a rule about data may take in more of it.
    (edit("$..[?@.type == 'integer'].type", "set-value", value="number"),
     [cat(default={"type": "integer"})], True),
    (edit("$..[?@.type == 'integer'].type", "set-value", value="number"),
     [cat(**{"x-like": {"type": "integer"}})], True),
    ({"target": "$..['x-team']", "remove": True}, [cat(**TEAM)], False),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "moves", "is_asked"), CASES)
def test_who_joins_a_rule(fields: Fields, moves: list[Move], is_asked: bool) -> None:
    found = newcomers_to_ask_about(context(fields, *moves))
    assert bool(found) is is_asked
    assert all(place[:3] == CAT for place in found)
