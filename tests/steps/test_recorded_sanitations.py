"""The first eight native steps on their first document, against a tree built by hand."""

from __future__ import annotations

import copy
import difflib
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from deepdiff import DeepDiff
from tests.repository import ROOT

from specmend.document.text.document import Document, read_document
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.read import read_steps
from specmend.steps.step import Step, Verdict

pytestmark = pytest.mark.shared

Tree = dict[str, Any]


@pytest.fixture(scope="module")
def original() -> Document:
    shared = Path(os.environ.get("SPECMEND_SHARED") or ROOT.parent / "shared")
    file = shared / "upstream" / "ollama-chat" / "openapi_original.yaml"
    if not file.is_file():
        pytest.skip("the real documents are not beside the repository")
    return read_document(file.read_bytes(), "openapi_original.yaml")


@pytest.fixture(scope="module")
def steps() -> tuple[Step, ...]:
    every = read_steps(ROOT / "patches" / "ollama-native", "patches/ollama-native")
    chosen = tuple(step for step in every if step.number <= 8 and step.is_active("ballerina"))
    assert [step.number for step in chosen] == [1, 2, 3, 4, 5, 6, 7, 8]
    return chosen


@pytest.fixture(scope="module")
def applied(original: Document, steps: tuple[Step, ...]) -> Applied:
    return apply_steps(original, steps, enforce=False)


def expected_tree(original: str) -> Tree:
    """The table of the recorded sanitations carried out by hand, without the words of steps."""
    tree: Tree = yaml.load(original, yaml.CSafeLoader)
    tree["servers"][0]["url"] = "http://localhost:11434/api"
    tree["paths"] = {path.removeprefix("/api"): item for path, item in tree["paths"].items()}
    schemas = tree["components"]["schemas"]
    for name in ("ChatStreamResponse", "ChatSingleResponse"):
        assert schemas[name]["properties"]["created_at"]["format"] == "date-time"
        schemas[name]["properties"]["created_at"]["format"] = "datetime"
    schemas["Message"]["properties"]["role"]["enum"].append("tool")
    schemas["ChatRequest"]["properties"]["messages"]["minItems"] = 0
    schemas["ChatRequest"]["properties"]["tools"] = {
        "type": "array", "minItems": 0, "items": {"$ref": "#/components/schemas/Tool"},
    }  # fmt: skip
    text = {"type": "string"}
    free = {"type": "object", "additionalProperties": True}
    function = {"name": text, "description": text, "parameters": free}
    schemas["Tool"] = {
        "type": "object", "required": ["type", "function"],
        "properties": {
            "type": {"type": "string", "enum": ["function"]},
            "function": {"type": "object", "required": ["name", "parameters"],
            "properties": function},
        },
    }  # fmt: skip
    call = {
        "type": "object",
        "required": ["name", "arguments"],
        "properties": {"name": text, "arguments": free},
    }
    schemas["ToolCall"] = {
        "type": "object",
        "required": ["function"],
        "properties": {"function": call},
    }
    schemas["Message"]["properties"]["tool_calls"] = {
        "type": "array",
        "items": {"$ref": "#/components/schemas/ToolCall"},
    }
    return tree


def without_words(tree: Tree) -> Tree:
    """The tree without the descriptions that the steps bring along for what they add."""
    made = copy.deepcopy(tree)
    schemas = made["components"]["schemas"]
    added = [schemas["Tool"], schemas["ToolCall"], schemas["ChatRequest"]["properties"]["tools"],
             schemas["Message"]["properties"]["tool_calls"]]  # fmt: skip
    while added:
        value = added.pop()
        assert isinstance(value.pop("description"), str)
        added += value.get("properties", {}).values()
    return made


def test_all_apply_but_the_one_whose_schema_did_not_exist_then(applied: Applied) -> None:
    verdicts = {outcome.step.number: outcome.verdict for outcome in applied.outcomes}
    assert verdicts == {**dict.fromkeys(range(1, 8), Verdict.APPLIES), 8: Verdict.GONE}
    (problem,) = applied.problems
    assert (
        problem.message
        == "the target $.components.schemas.GenerateStreamResponse.properties selects nothing"
    )
    assert problem.file == "patches/ollama-native/0008-say-why-a-streamed-answer-to-a-prompt.yaml"


def test_the_result_is_what_the_record_describes(original: Document, applied: Applied) -> None:
    parsed = yaml.load(applied.document.text, yaml.CSafeLoader)
    assert DeepDiff(expected_tree(original.text), without_words(parsed), ignore_order=False) == {}


def test_the_format_is_changed_at_its_two_places_and_nowhere_else(
    original: Document, applied: Applied
) -> None:
    assert original.text.count("date-time") == 2
    assert "date-time" not in applied.document.text
    touches = applied.outcomes[1].touches
    assert [(touch.address[2], touch.before, touch.after) for touch in touches] == [
        ("ChatStreamResponse", "date-time", "datetime"),
        ("ChatSingleResponse", "date-time", "datetime"),
    ]


def test_the_text_differs_in_the_lines_of_the_steps_alone(
    original: Document, applied: Applied
) -> None:
    old, new = original.text.split("\n"), applied.document.text.split("\n")
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [
        (line, new[j + n])
        for tag, i, end, j, _ in codes
        if tag == "replace"
        for n, line in enumerate(old[i:end])
    ]
    assert [(before.strip(), after.strip()) for before, after in changed] == [
        ("- url: http://localhost:11434", "- url: http://localhost:11434/api"),
        ("/api/chat:", "/chat:"),
        ("minItems: 1", "minItems: 0"),
        ('enum: ["system", "user", "assistant"]', 'enum: ["system", "user", "assistant", "tool"]'),
        ("format: date-time", "format: datetime"),
        ("format: date-time", "format: datetime"),
    ]
    assert not [code for code in codes if code[0] == "delete"]
    added = [
        new[n].strip() for tag, _, _, j, stop in codes if tag == "insert" for n in range(j, stop)
    ]
    assert {"tools:", "tool_calls:", "Tool:", "ToolCall:"} <= set(added)
    assert len(new) - len(old) == len(added)


def test_only_the_steps_whose_counts_differ_are_in_conflict_when_expectations_are_held(
    original: Document, steps: tuple[Step, ...]
) -> None:
    held = apply_steps(original, steps)
    verdicts = {outcome.step.number: outcome.verdict for outcome in held.outcomes}
    conflicts = {number for number, verdict in verdicts.items() if verdict is Verdict.CONFLICT}
    assert conflicts == {1, 2}
    assert verdicts[8] is Verdict.GONE
    found = {
        problem.file.removeprefix("patches/ollama-native/")[:4]: (problem.found, problem.expected)
        for problem in held.problems
    }
    assert found["0001"][0].startswith("2 places, sha256:")
    assert found["0001"][1].startswith("13 places, sha256:")
    assert found["0002"][0].startswith("2 places, sha256:")
    assert found["0002"][0].endswith("openapi_original.yaml:345:11 and 1 more")
    assert found["0002"][1].startswith("7 places, sha256:")


def test_for_python_the_format_stays(original: Document, steps: tuple[Step, ...]) -> None:
    made = apply_steps(
        original, [step for step in steps if step.is_active("python")], enforce=False
    )
    assert made.document.text.count("date-time") == 2
