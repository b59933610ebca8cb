"""The record as a Markdown page: Original, Updated and Reason of each step."""

from __future__ import annotations

import datetime as dt
import re

from tests.steps.series import make_document, make_series, make_step

from specmend.report.steps import record_of
from specmend.report.steps_markdown import record_page
from specmend.source.pin import Pin

PIN = Pin(origin="https://example.com", date=dt.date(2025, 3, 1), sha256="ab" * 32)
DOCUMENT = """
    info:
      title: A|B
      code: "`tick`"
    schema: {type: object, properties: {name: {type: string, description: long enough}}}
    text: short
"""


def page(*actions: str, info: str = "") -> str:
    """The page of a series."""
    steps = [make_step(action, number, info=info) for number, action in enumerate(actions, 1)]
    return record_page("pets", PIN, record_of(make_series(make_document(DOCUMENT), steps)))


def test_the_page_opens_with_the_document_that_it_is_about() -> None:
    head = page().split("\n\n")
    assert head[0] == "# What specmend changes in the document of pets"
    assert "https://example.com, taken on 2025-03-01" in head[1]
    assert f"`{'ab' * 32}`. 0 steps" in head[1]


def test_a_short_change_is_a_row_of_a_table() -> None:
    text = page("- {target: $.text, update: new, x-expect: {matches: 1, before: short}}")
    assert (
        '| Place | Original | Updated |\n|---|---|---|\n| `$.text` | `"short"` | `"new"` |' in text
    )
    assert "## 1. A step" in text
    assert "**Reason:** It is needed." in text
    assert "- For: every generator\n- File: `patches/api/0001-a-step.yaml`" in text


def test_what_is_added_was_absent_and_what_is_removed_is_absent() -> None:
    text = page(
        "- {target: $, update: {more: 1}, x-expect: {matches: 1, before: {}}}",
        "- {target: $.text, remove: true, x-expect: {matches: 1, before: short}}",
    )
    assert "| `$.more` | absent | `1` |" in text
    assert '| `$.text` | `"short"` | absent |' in text


def test_pipes_do_not_break_the_table() -> None:
    text = page("- {target: $.info.title, update: 'C|D', x-expect: {matches: 1, before: A|B}}")
    row = next(line for line in text.splitlines() if "$.info.title" in line)
    assert row == '| `$.info.title` | <code>"A&#124;B"</code> | <code>"C&#124;D"</code> |'
    assert len(re.findall(r"(?<!\\)\|", row)) == 4


def test_backticks_in_a_value_do_not_end_its_code() -> None:
    text = page("- {target: $.info.code, update: plain, x-expect: {matches: 1}}")
    assert '| <code>"&#96;tick&#96;"</code> | `"plain"` |' in text


def test_a_long_change_is_shown_as_blocks_of_yaml() -> None:
    text = page(
        "- {target: $.schema, x-edit: {name: set-value, value: {$ref: '#/x', note: "
        + "y" * 60
        + "}}, x-expect: {matches: 1}}"
    )
    assert "Place: `$.schema`" in text
    original = "type: object\nproperties:\n  name:\n    type: string\n    description: long enough"
    assert f"**Original:**\n\n```yaml\n{original}\n```" in text
    assert "**Updated:**\n\n```yaml\n$ref: " in text


def test_a_fence_in_a_value_does_not_end_its_block() -> None:
    value = "Say this:\\n```\\ncode\\n```\\n" + "and more " * 8
    text = page(
        '- {target: $.text, update: "' + value + 'end", x-expect: {matches: 1, before: short}}'
    )
    assert "````yaml\n" in text
    assert text.count("\n````\n") >= 1


def test_a_work_around_names_its_target_and_when_it_ends() -> None:
    info = "x-generator: ballerina\nx-link: https://example.com/1\nx-until: it is mended"
    text = page("- {target: $.text, update: new, x-expect: {matches: 1, before: short}}", info=info)
    assert "- For: the generator ballerina only" in text
    assert "- Not applied for this generator and document" in text
    assert "- Link: <https://example.com/1>\n- Until: it is mended" in text


def test_a_step_that_does_not_apply_says_so() -> None:
    text = page("- {target: $.nowhere, remove: true, x-expect: {matches: 1}}")
    assert "- **Does not apply (gone)**: the target <span>$</span>.nowhere selects nothing" in text


def test_the_page_ends_with_one_line_break() -> None:
    text = page("- {target: $.text, update: new, x-expect: {matches: 1, before: short}}")
    assert text.endswith("needed.\n")
