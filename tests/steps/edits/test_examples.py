"""The examples of the named edits, each of which must be an action that can be read."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.steps.edits.examples import EXAMPLES
from specmend.steps.edits.table import EDITS
from specmend.steps.read import read_step
from specmend.steps.write import write_step

TITLE = {"title": "An example", "x-reason": "It shows the edit."}


def test_every_named_edit_has_an_example_in_the_order_of_the_table() -> None:
    assert list(EXAMPLES) == list(EDITS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_step_without_a_fault(name: str) -> None:
    example = EXAMPLES[name]
    fields = {"target": example.target, "x-edit": {"name": name, **example.parameters}}
    step = read_step(parse_document(write_step(TITLE, [fields]), "patches/api/0001-a.yaml"), 1)
    assert step.actions[0].edit == name
    assert step.actions[0].parameters == example.parameters


def test_an_example_shows_every_parameter_that_is_required() -> None:
    for name, edit in EDITS.items():
        assert set(edit.parameters.get("required", ())) <= set(EXAMPLES[name].parameters), name
