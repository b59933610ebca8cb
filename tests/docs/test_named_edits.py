"""Every example of the page on named edits is what the code does: before, action and after."""

from __future__ import annotations

import json
import re

import pytest
from docs.make.pages import DOCS
from tests.steps.series import after, make_document, make_step

from specmend.document.text.document import parse_document
from specmend.steps.apply import apply_steps
from specmend.steps.edits.table import EDITS

PAGE = (DOCS / "reference" / "named-edits.md").read_text("utf-8")
SECTIONS = {section.splitlines()[0]: section for section in PAGE.split("\n### ")[1:]}
EXAMPLE = re.compile(
    r"^(Before|The action|After):\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


def test_every_named_edit_has_its_section_and_no_other_has_one() -> None:
    assert list(SECTIONS) == list(EDITS)


@pytest.mark.parametrize("name", EDITS)
def test_the_example_of_an_edit_is_what_it_does(name: str) -> None:
    labels, texts = zip(*EXAMPLE.findall(SECTIONS[name]), strict=True)
    assert labels == ("Before", "The action", "After")
    before, action, expected = texts
    assert [one.edit for one in make_step(action).actions] == [name]
    assert after(before, action) == expected
    assert before != expected


@pytest.mark.parametrize("name", EDITS)
def test_the_example_of_an_edit_holds_for_json_too(name: str) -> None:
    before, action, expected = (text for _, text in EXAMPLE.findall(SECTIONS[name]))
    text = json.dumps(make_document(before).tree, indent=2) + "\n"
    document = parse_document(text, "spec/api/upstream.json")
    applied = apply_steps(document, [make_step(action)], enforce=False)
    assert not applied.problems
    assert applied.document.text == json.dumps(make_document(expected).tree, indent=2) + "\n"


@pytest.mark.parametrize("name", EDITS)
def test_every_parameter_of_an_edit_is_described(name: str) -> None:
    for schema in EDITS[name].parameters["properties"].values():
        assert schema["description"].endswith(".")
