"""The diff of what steps did is the one that difflib makes, without looking at every line."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from tests.project.histories import DOCUMENT, step

from specmend.document.text.document import Document, read_document
from specmend.project.repository import Project
from specmend.steps.apply import apply_steps
from specmend.steps.line_diff import line_diff
from specmend.steps.read import read_step
from specmend.steps.step import Step

ROOT = Path(__file__).parent.parent.parent
LONG = DOCUMENT + "".join(f"  x-{number}: {{}}\n" for number in range(40)) + "x-last: 1\n"


def document(text: str) -> Document:
    return read_document(text.encode(), "a.yaml")


def made(target: str, update: str, number: int = 1) -> Step:
    text = step("T", target, update, "before: {}")
    return read_step(read_document(text.encode(), f"patches/pets/000{number}-t.yaml"), number)


def whole(before: str, after: str) -> list[str]:
    old, new = before.removesuffix("\n").split("\n"), after.removesuffix("\n").split("\n")
    return list(unified_diff(old, new, "a", "b", lineterm=""))


@pytest.mark.parametrize(
    "changes",
    [
        [],
        [("$.info.title", "Cats")],
        [("$['x-last']", "2")],
        [("$.info.title", "Cats"), ("$['x-last']", "2")],
        [("$.components.schemas.Pet.properties", "{a: 1, b: 2}")],
        [("$", "{x-new: {a: 1}}")],
        [("$.openapi", "3.1.1"), ("$.info.title", "Cats")],
        [("$.components.schemas.Pet.properties.id.type", "string"), ("$['x-last']", "2")],
    ],
)
def test_it_is_the_diff_of_the_whole_texts(changes: list[tuple[str, str]]) -> None:
    steps = [made(*change, number) for number, change in enumerate(changes, 1)]
    before = document(LONG)
    applied = apply_steps(before, steps, enforce=False)
    assert not applied.problems
    found = line_diff(before, applied, ("a", "b"))
    assert list(found) == whole(before.text, applied.document.text)


@pytest.mark.parametrize("api", ["ollama-native", "ollama-openai"])
def test_it_is_that_of_every_step_of_this_repository(api: str) -> None:
    series = Project.find(ROOT).api(api).series()
    before = series.document
    for one in series.active():
        applied = apply_steps(before, [one])
        found = line_diff(before, applied, ("a", "b"))
        assert _shown(found) == _shown(whole(before.text, applied.document.text))
        before = applied.document


def _shown(lines: object) -> tuple[int, int]:
    """How many lines came and went: two diffs may choose other ones of equal lines."""
    listed = [str(line) for line in lines] if isinstance(lines, list | tuple) else []
    return sum(one.startswith("+") for one in listed), sum(one.startswith("-") for one in listed)
