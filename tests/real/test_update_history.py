"""The whole history of a real document through update: each stop for a person has a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from tests.real.oracle import ABSENT, equal, look
from tests.real.test_replay import selected
from tests.real.test_update_replay import FOLDERS, hold, learnt, read

from specmend.document.text.document import Document
from specmend.steps.step import Step
from specmend.update.decision import Choice
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import UpdatePlan

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDERS, reason="the real documents are absent"),
]

# The series makes the last version of the first. Where a person is asked on the way: the day of
# the version, the place, and why that is right. Everything else needs nobody.
SCHEMAS = ("components", "schemas")
NEWER_MODEL = "the example names a model between the first one and the last one"
STOPS: dict[tuple[str, tuple[str, ...]], str] = {
    ("2024-02-02", (*SCHEMAS, "Message", "properties", "role", "enum")): (
        "the roles are listed, without the one that comes later"
    ),
    ("2024-05-20", (*SCHEMAS, "GenerateCompletionRequest", "properties", "model", "example")): (
        NEWER_MODEL
    ),
    ("2024-05-20", (*SCHEMAS, "GenerateCompletionResponse", "properties", "model", "example")): (
        NEWER_MODEL
    ),
    ("2024-05-20", (*SCHEMAS, "GenerateEmbeddingRequest", "properties", "model", "example")): (
        NEWER_MODEL
    ),
    ("2024-05-20", (*SCHEMAS, "CopyModelRequest", "properties", "source", "example")): (
        NEWER_MODEL
    ),
    ("2024-05-20", (*SCHEMAS, "GenerateChatCompletionRequest", "properties", "model", "example")): (
        NEWER_MODEL
    ),
    ("2024-07-05", (*SCHEMAS, "RequestOptions", "properties", "top_p", "description")): (
        "the words are new, and are rewritten later"
    ),
    ("2025-10-15", (*SCHEMAS, "GenerateCompletionRequest", "properties", "format", "oneOf")): (
        "the formats are listed, the first one without its default and its title"
    ),
}


@dataclass(frozen=True)
class Update:
    """One update of a history: the day of the new version, and the plan before any decision."""

    day: str
    new: Document
    plan: UpdatePlan


@cache
def history(folder: str) -> tuple[tuple[Update, ...], tuple[Step, ...]]:
    """Every update, with upstream's word taken at each stop, and the steps that are left."""
    documents = [read(path) for path in FOLDERS[folder]]
    steps = learnt(documents[0], documents[-1])
    assert steps
    updates: list[Update] = []
    for old, new in pairwise(documents):
        intents = intents_of(old, new, steps, "python")
        plan = plan_update(new, steps, intents, "python", {})
        hold(plan, new, steps)
        updates.append(Update(FOLDERS[folder][len(updates) + 1].stem[:10], new, plan))
        theirs = {key: Choice.THEIRS for key, _ in plan.open}
        decided = plan_update(new, steps, intents, "python", theirs)
        assert decided.open == ()
        steps = tuple(hold(decided, new, steps))
    return tuple(updates), steps


@pytest.mark.parametrize("folder", [name for name, files in FOLDERS.items() if len(files) > 1])
def test_a_series_goes_along_the_whole_history_and_ends_when_upstream_says_it_all(
    folder: str,
) -> None:
    _, left = history(folder)
    assert left == ()


def test_a_person_is_asked_only_where_upstream_says_a_third_thing() -> None:
    updates, _ = history("ollama-dart")
    last = updates[-1].new.tree
    found = [(one.day, address) for one in updates for address in stops(one, last)]
    assert sorted(found) == sorted(STOPS)
    assert sum(len(one.plan.open) for one in updates) == len(STOPS)


def stops(update: Update, last: Any) -> Iterator[tuple[str, ...]]:
    """The places where a person is asked, and upstream says neither the old nor the last word."""
    for _, action in update.plan.open:
        for place in (action.conflict or {}).get("places", ()):
            (address,) = selected(place["at"], update.new.tree)
            now = look(update.new.tree, address)
            if not equal(now, place.get("recorded", ABSENT)) and not equal(
                now, look(last, address)
            ):
                yield address
