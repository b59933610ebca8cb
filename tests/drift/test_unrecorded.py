"""The verdict of an action that did nothing on the old document: the new one alone decides."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import OLD, PET, Fields, edit, moved, update
from tests.drift.trials import as_json

from specmend.document.tree.values import Tree
from specmend.drift.unrecorded import judge_unrecorded
from specmend.errors import ActionFailed
from specmend.steps.apply_action import apply_action
from specmend.steps.proposal import as_action
from specmend.steps.step import Action, Expectation, Step, Verdict

TITLE = update("$.info", {"title": "Cats"})
NOWHERE = update("$.nowhere", {"title": "Cats"})
RENAME = edit("$", "rename-schema", names={"Dog": "Pet"})
NEW = moved(("set", ("nowhere",), {"title": "x"}))
ONE = Expectation(matches=1, before={"title": "Pets"})
OTHER = Expectation(matches=1, before={"title": "Hens"})


def action_of(fields: Fields, expect: Expectation | None = None, optional: str = "") -> Action:
    action = as_action(fields)
    return Action(
        index=0,
        target=action.target,
        update=action.update,
        edit=action.edit,
        parameters=action.parameters,
        expect=expect,
        optional=optional,
    )


def judged(action: Action, new: Tree, *, plain: bool = False) -> tuple[Verdict, str, bool]:
    """The verdict, its message, and whether the new tree is another one."""
    step = Step(
        number=1, title="S", reason="R", plain=plain, actions=(action,), source=as_json(OLD)
    )
    try:
        apply_action(OLD, action)
        error = None
    except ActionFailed as failure:
        error = failure
    judgment = judge_unrecorded(new, step, action, error)
    return judgment.verdict, judgment.message, judgment.tree is not new


CASES: list[tuple[Action, Tree, Verdict, str]] = [
    # An action that finds on the new document what it was recorded on.
    (action_of(TITLE), OLD, Verdict.APPLIES, "it applies here, but did nothing"),
    (action_of(TITLE, ONE), OLD, Verdict.APPLIES, "it applies here, but did nothing"),
    (action_of(TITLE, OTHER), OLD, Verdict.CONFLICT, "recorded"),
    # It selected nothing before, and does now: whatever it finds is new.
    (action_of(NOWHERE, OTHER), NEW, Verdict.APPLIES, "it applies here, but did nothing"),
    (
        action_of(TITLE),
        moved(("set", ("info", "title"), "Cats")),
        Verdict.ALREADY_UPSTREAM,
        "the document says so already",
    ),
    (action_of(NOWHERE), OLD, Verdict.NEVER_MATCHED, "the target $.nowhere selects nothing"),
    (
        action_of(NOWHERE, optional="Why."),
        OLD,
        Verdict.APPLIES,
        "the target selects nothing, which",
    ),
    # It could not be made before for another reason, and now its place is gone.
    (
        action_of(edit("$.components.schemas.Pet", "change-type", type="object")),
        moved(("remove", PET)),
        Verdict.GONE,
        "the target $.components.schemas.Pet selects nothing",
    ),
    (action_of(RENAME), OLD, Verdict.CONFLICT, "there is no schema Dog"),
]


@pytest.mark.parametrize(("action", "new", "verdict", "message"), CASES)
def test_the_verdict_by_the_new_document(
    action: Action, new: Tree, verdict: Verdict, message: str
) -> None:
    found, words, is_changed = judged(action, new)
    assert found is verdict
    assert words.startswith(message)
    assert is_changed is (verdict is Verdict.APPLIES and not action.optional)


PLAIN: list[tuple[Any, Verdict]] = [(None, Verdict.APPLIES), (ONE, Verdict.ALREADY_UPSTREAM)]


@pytest.mark.parametrize(("expect", "verdict"), PLAIN)
def test_a_plain_overlay_may_change_nothing(expect: Any, verdict: Verdict) -> None:
    same = action_of(update("$.info", {"title": "Pets"}), expect)
    assert judged(same, OLD, plain=True)[:2] == (verdict, "it changes nothing, which is allowed")


def test_what_the_document_says_already_is_upstream() -> None:
    action = action_of(edit("$.components.schemas.Dog", "make-nullable"))
    new = moved(("set", (*PET[:2], "Dog"), {"type": "string", "nullable": True}))
    verdict, words, _ = judged(action, new)
    assert (verdict, words) == (Verdict.ALREADY_UPSTREAM, "the document says so already")
