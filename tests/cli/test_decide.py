"""Open actions decided with a person."""

from __future__ import annotations

from io import StringIO

import pytest
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.cli import decide
from specmend.document.text.document import parse_document
from specmend.steps.read import read_step
from specmend.steps.step import Verdict
from specmend.update.decision import Choice, Choices, choice_of
from specmend.update.records import ActionUpdate, StepRebase, StepUpdate, UpdatePlan


@pytest.mark.parametrize(
    ("typed", "answer"), [("ours\n", "ours"), ("hm\ndrop\n", "drop"), ("\n", "skip")]
)
def test_an_answer_is_one_of_a_few_words(typed: str, answer: str) -> None:
    assert decide.ask(StringIO(typed)) == answer


def test_the_end_of_the_input_is_the_end_of_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    assert decide.ask() == "quit"


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    assert not decide.is_interactive()


STEP = read_step(parse_document(ALLOW_NO_PETS, SECOND), 2)


def planner(choices: Choices) -> UpdatePlan:
    """A plan with one open action, until it is decided about."""
    update = StepUpdate.UNRESOLVED if choice_of(choices, 2, 1) is None else StepUpdate.UNCHANGED
    action = ActionUpdate(
        action=STEP.actions[0], verdict=Verdict.GONE, update=update, message="it is gone"
    )
    rebase = StepRebase(step=STEP, actions=(action,), file=STEP.source)
    return UpdatePlan(document=parse_document("a: 1\n", "a.yaml"), steps=(rebase,))


@pytest.mark.parametrize(("answer", "left"), [("ours", 0), ("skip", 1), ("quit", 1)])
def test_an_action_is_asked_about_once(
    answer: str, left: int, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = decide.decide(planner, {}, lambda: answer)
    assert len(plan.open) == left
    shown = capsys.readouterr().out
    assert "2.1  Allow no pets (1 left)" in shown
    assert "  gone: it is gone" in shown


def test_what_was_decided_before_is_not_asked_about() -> None:
    def nobody() -> str:
        raise AssertionError("nothing is open")

    assert decide.decide(planner, {(2, 1): Choice.DROP}, nobody).open == ()
