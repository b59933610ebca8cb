"""Open actions walked through with a person, one at a time, each with its three values."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from specmend.cli import console
from specmend.cli.update_report import three_way
from specmend.project.update import Planner
from specmend.update.decision import Choice, Choices, Key, written_key
from specmend.update.records import ActionUpdate, UpdatePlan

Answer = Callable[[], str]
"""Asks a person, and gives one of the answers: ours, theirs, drop, skip or quit."""

ANSWERS = (*(str(choice) for choice in Choice), "skip", "quit")


def is_interactive() -> bool:
    """Whether there is a person to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(stream: TextIO | None = None) -> str:
    """One answer, from the terminal or a stream; at the end of the input it is `quit`."""
    # rich.prompt takes long to import, and only a person at a terminal needs it.
    from rich.prompt import Prompt

    question = "keep ours, take theirs, drop it, skip, or quit"
    try:
        return Prompt.ask(question, choices=list(ANSWERS), default="skip", stream=stream)
    except EOFError:
        return "quit"


def decide(planner: Planner, choices: Choices, answer: Answer | None = None) -> UpdatePlan:
    """The plan after the decisions of a person; each one is planned before the next question."""
    decided, asked = dict(choices), set()
    plan = planner(decided)
    while waiting := [(key, action) for key, action in plan.open if key not in asked]:
        key, action = waiting[0]
        asked.add(key)
        _show(plan, key, action, len(waiting))
        given = (answer or ask)()
        if given == "quit":
            break
        if given != "skip":
            decided[key] = Choice(given)
            plan = planner(decided)
    return plan


def _show(plan: UpdatePlan, key: Key, action: ActionUpdate, left: int) -> None:
    title = next(update.step.title for update in plan.steps if update.step.number == key[0])
    console.line()
    console.good(written_key(key), f"{title} ({left} left)")
    console.line(f"{action.action.verb} {action.action.target}")
    for line in three_way(action):
        console.line(f"  {line}")
    if not action.can_be_kept:
        console.line("  ours cannot be made here")
