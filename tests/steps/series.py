"""Steps and documents written in a few lines, for the tests of the steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from textwrap import dedent, indent

from specmend.document.text.document import Document, parse_document
from specmend.errors import Problem
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.read import read_step
from specmend.steps.series import Series
from specmend.steps.step import Step, Verdict
from specmend.steps.step_name import LEFT_OUT


def step_text(actions: str, *, overlay: str = "1.1.0", info: str = "") -> str:
    """The text of a step file with the actions given as members of a YAML list."""
    head = (
        f"overlay: {overlay}\ninfo:\n  title: A step\n  version: 1.0.0\n  x-reason: It is needed.\n"
    )
    more = indent(dedent(info).strip(), "  ")
    return (
        head
        + (more + "\n" if more else "")
        + "actions:\n"
        + indent(dedent(actions).strip(), "  ")
        + "\n"
    )


def make_step(actions: str, number: int = 1, *, overlay: str = "1.1.0", info: str = "") -> Step:
    """A step with the actions given as members of a YAML list."""
    text = step_text(actions, overlay=overlay, info=info)
    return read_step(parse_document(text, f"patches/api/{number:04}-a-step.yaml"), number)


def record(number: int = 9999) -> Step:
    """The step that a build with --skip-failing writes, for one operation."""
    action = "- {target: $, x-edit: {name: drop-operations, operations: [GET /a]}}"
    return replace(make_step(action, number), title=LEFT_OUT)


def make_document(text: str) -> Document:
    """An upstream document; indentation that all lines share is taken away."""
    return parse_document(dedent(text).lstrip("\n"), "spec/api/upstream.yaml")


def run(text: str, *steps: str, enforce: bool = False) -> Applied:
    """Steps, each of some actions, applied to a document; expectations only where asked for."""
    made = [make_step(actions, number) for number, actions in enumerate(steps, 1)]
    return apply_steps(make_document(text), made, enforce=enforce)


def after(text: str, *steps: str) -> str:
    """The text after steps that all apply."""
    applied = run(text, *steps)
    assert not applied.problems, [problem.message for problem in applied.problems]
    return applied.document.text


def refusal(text: str, actions: str) -> tuple[Verdict, Problem]:
    """Verdict and problem of a step that must not apply, and must leave every byte as it was."""
    applied = run(text, actions)
    assert len(applied.problems) == 1, [problem.message for problem in applied.problems]
    assert applied.document.encode() == make_document(text).encode()
    return applied.outcomes[0].verdict, applied.problems[0]


def make_series(document: Document, steps: Iterable[Step], generator: str = "python") -> Series:
    """A series of steps on a document."""
    return Series(api="api", document=document, steps=tuple(steps), generator=generator)
