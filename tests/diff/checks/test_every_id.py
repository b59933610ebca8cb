"""Every id of the table has pairs of documents, which are told the same in every spelling."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

import pytest
from tests.diff.checks import (
    test_answers,
    test_bodies,
    test_callbacks,
    test_discriminators,
    test_lifecycle,
    test_parameters,
    test_paths,
    test_schema_bounds,
    test_schema_properties,
    test_schema_structure,
    test_schema_texts,
    test_schema_types,
    test_schema_values,
    test_security,
    test_servers,
    test_texts,
)
from tests.diff.pairs import Pair, found
from tests.diff.respelled import RESPELLED, respelled

from specmend.diff.checks.table import CHECKS, IDS

TABLES: Final[dict[str, Callable[[], list[Pair]]]] = {
    "answers": test_answers.pairs,
    "bodies": test_bodies.pairs,
    "callbacks": test_callbacks.pairs,
    "discriminators": test_discriminators.pairs,
    "lifecycle": test_lifecycle.pairs,
    "parameters": test_parameters.pairs,
    "paths": test_paths.pairs,
    "bounds": test_schema_bounds.pairs,
    "properties": test_schema_properties.pairs,
    "structure": test_schema_structure.pairs,
    "texts of schemas": test_schema_texts.pairs,
    "types": test_schema_types.pairs,
    "values": test_schema_values.pairs,
    "security": test_security.pairs,
    "servers": test_servers.pairs,
    "texts": test_texts.pairs,
}
LEAST = 600
"""How many pairs there are at least."""


def all_pairs() -> list[Pair]:
    """The pairs of all tables."""
    return [pair for pairs in TABLES.values() for pair in pairs()]


def test_every_id_has_a_pair() -> None:
    assert {expected[0] for _, _, expected in all_pairs()} == {*IDS}


def test_every_id_has_a_pair_in_each_direction_in_which_its_level_differs() -> None:
    told = {(id_, direction) for _, _, (id_, _, direction) in all_pairs()}
    differ = {check.id for check in CHECKS if check.request != check.response}
    lacking = [
        (id_, way) for id_ in differ for way in ("request", "response") if (id_, way) not in told
    ]
    assert sorted(lacking) == []


def test_there_are_hundreds_of_pairs() -> None:
    assert len({json.dumps(pair) for pair in all_pairs()}) >= LEAST


BY_TEXT = ("request-parameter-renamed", "request-parameter-moved", "response-header-renamed")
"""What has another name is known by what it says, so that two edits of it are two entries."""

NEW = "component-added"
"""Tells of what the other spelling brings along, where that is part of what is new."""


@pytest.mark.parametrize("table", TABLES)
def test_a_pair_is_told_the_same_in_another_spelling(table: str) -> None:
    wrong = []
    for number, (old, new, expected) in enumerate(TABLES[table]()):
        name = [*RESPELLED][number % len(RESPELLED)]
        entries = found(old, respelled(new, name))
        told = [entry for entry in entries if entry[0] != NEW or entry == expected]
        if told != [expected] and expected[0] not in BY_TEXT:
            wrong.append((name, expected, told))
    assert wrong == []
