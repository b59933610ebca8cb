"""What joins a rule is changed unasked only where the rule says what is wrong with it."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.drift.contexts import PET, Fields, Move, context, edit, update

from specmend.document.tree.values import replace
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


LATER: list[tuple[Fields, list[Move], bool]] = [
    # What a later step adds, what upstream did, and whether the newcomer of the rule is asked of.
    ({"type": "integer", "title": "Cat"}, [], False),
    ({"type": "integer", "title": "Cat"}, [("set", CAT, {"type": "integer"})], False),
    (
        {"type": "integer", "title": "Cat"},
        [("set", CAT, {"type": "integer", "title": "Cat"})],
        True,
    ),
]


@pytest.mark.parametrize(("later", "moves", "is_asked"), LATER)
def test_what_upstream_has_of_a_later_step_is_not_changed_unasked(
    later: Fields, moves: list[Move], is_asked: bool
) -> None:
    one = context(edit("$..[?@.type == 'integer'].type", "set-value", value="number"), *moves)
    after = replace(one.result.tree, CAT, later)
    found = newcomers_to_ask_about(dataclasses.replace(one, after=after))
    assert bool(found) is is_asked
