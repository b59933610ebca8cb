"""Series learned on one version of a real document, judged on every later one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonpath_rfc9535 import JSONPathEnvironment
from tests.drift.mutations import shuffled
from tests.real import UPSTREAM
from tests.real.oracle import ABSENT, Place, equal, look, means, writes

from specmend.document.text.document import Document, read_document
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import ActionVerdict
from specmend.errors import ActionFailed
from specmend.steps.apply_action import apply_action
from specmend.steps.learn.propose import learn
from specmend.steps.proposal import as_action
from specmend.steps.step import Action, Step, Verdict

FOLDERS = sorted(path for path in UPSTREAM.glob("*") if path.is_dir()) if UPSTREAM.is_dir() else []
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDERS, reason="the real documents are absent"),
]
QUERIES = JSONPathEnvironment()


@dataclass(frozen=True)
class Replay:
    """A series as on disk, the document that it was learned on, and a later one."""

    name: str
    old: Document
    new: Document
    steps: tuple[Step, ...]


@cache
def versions(folder: Path) -> tuple[Document, ...]:
    return tuple(
        read_document(path.read_bytes(), path.name) for path in sorted(folder.glob("*.yaml"))
    )


LEARNT: dict[tuple[str, str], tuple[Step, ...]] = {}


def learnt(old: Document, new: Document) -> tuple[Step, ...]:
    names = (old.name, new.name)
    if names not in LEARNT:
        LEARNT[names] = _learnt(old, new)
    return LEARNT[names]


def _learnt(old: Document, new: Document) -> tuple[Step, ...]:
    return tuple(
        Step(number=number, title=proposal.title, reason="R", source=old,
             actions=tuple(as_action(fields) for fields in proposal.actions))
        for number, proposal in enumerate(learn(old.tree, new.tree), 1)
    )  # fmt: skip


def replays(folder: Path) -> Iterator[Replay]:
    """What upstream did next, recorded before it did; and what it did last, taken back by us."""
    documents = versions(folder)
    for index, (one, other) in enumerate(pairwise(documents)):
        for later in documents[index + 1 :]:
            yield Replay(f"{one.name} to {other.name}", one, later, learnt(one, other))
        for later in documents[index + 2 :]:
            yield Replay(f"{other.name} back to {one.name}", other, later, learnt(other, one))
    if len(documents) == 1:
        yield Replay("itself", documents[0], documents[0], ())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_action_has_exactly_one_verdict(folder: Path) -> None:
    for replay in replays(folder):
        judged = judge_series(replay.old, replay.new, replay.steps)
        assert [(verdict.step, verdict.action) for step in judged for verdict in step.actions] == [
            (step.number, action) for step in replay.steps for action in step.actions
        ]
        assert all(verdict.verdict in Verdict for step in judged for verdict in step.actions)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_upstream_did_is_upstream(folder: Path) -> None:
    for one, other in pairwise(versions(folder)):
        judged = judge_series(one, other, learnt(one, other))
        wrong = [(v.action.target, str(v.verdict), v.message) for s in judged for v in s.actions
                 if v.verdict is not Verdict.ALREADY_UPSTREAM]  # fmt: skip
        assert not wrong, (one.name, other.name, wrong[:5], len(wrong))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_nothing_moves_where_nothing_moved(folder: Path) -> None:
    for one, other in pairwise(versions(folder)):
        judged = judge_series(one, one, learnt(one, other))
        assert {step.verdict for step in judged} <= {Verdict.APPLIES}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_order_of_keys_changes_no_verdict(folder: Path) -> None:
    luck = random.Random(5)  # noqa: S311 - not a secret
    for replay in replays(folder):
        turned = replace(replay.new, tree=shuffled(replay.new.tree, luck))
        one, other = (judge_series(replay.old, new, replay.steps) for new in (replay.new, turned))
        told = [
            [(v.verdict, v.moved_to) for s in judged for v in s.actions] for judged in (one, other)
        ]
        assert told[0] == told[1], (replay.name, replay.new.name)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_verdict_is_what_both_documents_say_at_the_place(folder: Path) -> None:
    wrong: list[str] = []
    for replay in replays(folder):
        for action in [action for step in replay.steps for action in step.actions]:
            verdict = alone(replay, action)
            if verdict is None:
                continue
            fault = fault_of(replay, action, verdict)
            if fault:
                wrong.append(
                    f"{replay.name} on {replay.new.name}:"
                    f" {action.target} {verdict.verdict}: {fault}"
                )
    assert not wrong, "\n".join([f"{len(wrong)} wrong", *wrong[:12]])


def alone(replay: Replay, action: Action) -> ActionVerdict | None:
    """The verdict on a value action by itself, where it does not need the ones before it."""
    if action.edit not in {"", "set-value", "remove-where"} or action.copy:
        return None
    try:
        apply_action(replay.old.tree, action)
    except ActionFailed:
        return None
    step = Step(number=1, title="S", reason="R", source=replay.old, actions=(action,))
    return judge_series(replay.old, replay.new, [step])[0].actions[0]


def fault_of(replay: Replay, action: Action, verdict: ActionVerdict) -> str:
    """What is wrong with a verdict; empty where it is right."""
    old, new = replay.old.tree, replay.new.tree
    states = [
        state(replay, *one)
        for place in selected(action.target, old)
        for one in writes(action, look(old, place), place)
    ]
    still = set(selected(action.target, new))
    if verdict.verdict is Verdict.ALREADY_UPSTREAM:
        fine = all(found in {"done", "gone"} for found in states) and "done" in states
        return "" if fine and changes_nothing(replay, action) else f"states {states}"
    if verdict.verdict is Verdict.APPLIES:
        return effect(replay, action, verdict) if still else "the target selects nothing"
    if verdict.verdict is Verdict.MOVED:
        return effect(replay, action, verdict) or (
            "" if "kept" not in states else "it is where it was"
        )
    if verdict.verdict is Verdict.CONFLICT:
        return (
            ""
            if "other" in states or verdict.evidence or any(p.evidence for p in verdict.places)
            else f"{states} {verdict.message}"
        )
    if verdict.verdict is Verdict.GONE:
        # What looks like a thing that went may be that thing: a person is asked.
        is_asked = "done" in states and bool(verdict.candidates)
        return "" if "gone" in states or is_asked else f"states {states}"
    return "one action alone is never blocked, and these all matched once"


def selected(query: str, tree: Any) -> list[Place]:
    """The places of a query, by the library itself."""
    return [node.location for node in QUERIES.find(query, tree)]


def state(replay: Replay, place: Place, before: Any, after: Any) -> str:
    """What the new document has where the old one has a place by the same names."""
    at = carried(replay.old.tree, replay.new.tree, place[:-1])
    if at is None:
        return "gone"
    (key,) = place[-1:]
    if isinstance(key, int):
        found = carried(replay.old.tree, replay.new.tree, place)
        now = ABSENT if found is None else look(replay.new.tree, found)
    else:
        now = look(replay.new.tree, (*at, key))
    if isinstance(before, list) and isinstance(after, list) and len(after) > len(before):
        added = after[len(before) :]
        if isinstance(now, list):
            return (
                "done"
                if all(any(equal(one, member) for one in now) for member in added)
                else "kept"
            )
    if means(after, now, key, replay.new.tree, replay.new.tree):
        return "done"
    if now is ABSENT and before is not ABSENT:
        return "gone"
    if (
        isinstance(after, dict)
        and "$ref" not in after
        and isinstance(now, dict)
        and before is ABSENT
    ):
        inner = {state(replay, (*place, name), ABSENT, value) for name, value in after.items()}
        return inner.pop() if len(inner) == 1 else "other" if "other" in inner else "part"
    return "kept" if means(before, now, key, replay.old.tree, replay.new.tree) else "other"


def carried(old: Any, new: Any, place: Place) -> Place | None:
    """The same place in another document: by key, or in a list by name or value."""
    made: Place = ()
    for depth, token in enumerate(place):
        members, there = look(old, place[:depth]), look(new, made)
        if isinstance(token, int) and isinstance(there, list):
            one = members[token]
            key = next(
                (k for k in ("name", "url", "$ref") if isinstance(one, dict) and k in one), None
            )
            is_equivalent = [
                i
                for i, m in enumerate(there)
                if equal(m, one) or (key and isinstance(m, dict) and m.get(key) == one[key])
            ]
            come = [i for i, m in enumerate(there) if not any(equal(m, had) for had in members)]
            is_equivalent = is_equivalent or (come if len(members) == len(there) else [])
            if len(is_equivalent) != 1:
                return None
            made = (*made, is_equivalent[0])
        elif isinstance(there, dict) and token in there:
            made = (*made, token)
        elif depth < len(place):
            return None
    return made


def changes_nothing(replay: Replay, action: Action) -> bool:
    """Whether an action that upstream made already changes only words and doubled members."""
    try:
        made = apply_action(replay.new.tree, action).tree
    except ActionFailed:
        return True
    for place in selected(action.target, replay.new.tree):
        one, other = look(replay.new.tree, place), look(made, place)
        if isinstance(one, list) and isinstance(other, list):
            return all(any(equal(member, had) for had in one) for member in other)
    return True


def effect(replay: Replay, _action: Action, verdict: ActionVerdict) -> str:
    """What an action that applies leaves undone; empty where its effect is there afterwards."""
    tree = replay.new.tree
    for action in verdict.remaining or (verdict.action,):
        tree = apply_action(tree, action).tree
    for place in verdict.places:
        if place.verdict not in {Verdict.APPLIES, Verdict.MOVED} or place.now_at is None:
            continue
        now, ours = look(tree, place.now_at), place.ours
        if isinstance(ours, list) and isinstance(now, list):
            before = place.recorded if isinstance(place.recorded, list) else []
            fine = all(any(equal(one, member) for one in now) for member in ours[len(before) :])
        else:
            fine = now is ABSENT if repr(ours) == "absent" else equal(now, ours)
        if not fine and not isinstance(place.now_at[-1], int) and place.address not in verdict.left:
            return f"at {place.now_at}: {now!r}, not {ours!r}"
    return ""
