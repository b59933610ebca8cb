"""Open actions walked through with a person, one at a time, each with its three values."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from specmend.cli import console as show
from specmend.cli.update_report import three_way
from specmend.update.decision import Choice, Choices, Key, written_key
from specmend.update.records import ActionUpdate, UpdatePlan

Answer = Callable[[], str]
"""Asks a person, and gives one of the answers: ours, theirs, drop, skip or quit."""

ANSWERS = (*(str(choice) for choice in Choice), "skip", "quit")


def is_interactive() -> bool:
    """Whether there is a person to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(stream: TextIO | None = None) -> str:
    """One answer, from the terminal or a stream; the end of the input is the end of the questions."""
    from rich.prompt import Prompt

    question = "keep ours, take theirs, drop it, skip, or quit"
    try:
        return Prompt.ask(question, choices=list(ANSWERS), default="skip", stream=stream)
    except EOFError:
        return "quit"


def decide(
    plan: Callable[[Choices], UpdatePlan], choices: Choices, answer: Answer | None = None
) -> tuple[UpdatePlan, dict[Key, Choice]]:
    """The plan after the decisions, and all of them; each is seen in the light of those before it."""
    made, seen = dict(choices), set()
    current = plan(made)
    while waiting := [(key, action) for key, action in current.open if key not in seen]:
        key, action = waiting[0]
        seen.add(key)
        _show(current, key, action, len(waiting))
        given = (answer or ask)()
        if given == "quit":
            break
        if given != "skip":
            made[key] = Choice(given)
            current = plan(made)
    return current, made


def _show(plan: UpdatePlan, key: Key, action: ActionUpdate, left: int) -> None:
    title = next(update.step.title for update in plan.steps if update.step.number == key[0])
    show.line()
    show.good(written_key(key), f"{title} ({left} left)")
    show.line(f"{action.action.verb} {action.action.target}")
    for line in three_way(action):
        show.line(f"  {line}")
