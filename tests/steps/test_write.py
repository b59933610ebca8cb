"""Writing step files: new ones, their names, and expectations taken anew."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.steps.series import make_document, make_step, record

from specmend.document.text.document import parse_document
from specmend.steps.apply import apply_steps
from specmend.steps.read import read_step
from specmend.steps.step import Step
from specmend.steps.step_name import name_of
from specmend.steps.write import Draft, next_number, refreshed, write_draft

LONG = (
    "A reason that is longer than one line, with a well-known hyphen here and there, a colon: "
    "and a # sign, "
    "an address such as https://example.com/a/very/long/path/that/is/longer/than/all/lines/may/be/in/this/file/of/ours/"
    "and-more-of-it, and an end that says 'why' it is so."
)


def read(text: str) -> Step:
    """The step that a written text holds."""
    return read_step(parse_document(text, "patches/api/0001-a-step.yaml"), 1)


@pytest.mark.parametrize(
    "reason", ["Short.", "with: colon # and hash", LONG, "x" * 300, "wide " * 60 + "end"]
)
def test_a_draft_reads_back_as_what_was_given(reason: str) -> None:
    draft = Draft(
        title="A title: with a colon", reason=reason.strip(), target="$.paths['/a b'].get",
        verb={"update": {"x": ["y", None]}},
        generator="ballerina", link="https://example.com", until="it is mended",
        expect={"matches": 1, "before": {}},
    )  # fmt: skip
    step = read(write_draft(draft))
    assert (step.title, step.reason) == (draft.title, draft.reason)
    assert (step.generator, step.link, step.until) == (
        draft.generator,
        draft.link,
        draft.until,
    )
    (action,) = step.actions
    assert (action.target, action.update) == (draft.target, {"x": ["y", None]})
    assert action.expect is not None
    assert (action.expect.matches, action.expect.before) == (1, {})


def test_a_draft_has_no_fields_that_say_nothing() -> None:
    text = write_draft(Draft(title="T", reason="R.", target="$.info", verb={"remove": True}))
    assert text == (
        "overlay: 1.1.0\ninfo:\n  title: T\n  version: 1.0.0\n  x-reason: R.\nactions:\n"
        "  - target: $.info\n    remove: true\n"
    )


def test_a_long_reason_stands_on_lines_of_its_own() -> None:
    text = write_draft(
        Draft(title="T", reason="word " * 40 + "end", target="$", verb={"remove": True})
    )
    assert "  x-reason: >-\n    word" in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        (1, "Move the API prefix", "0001-move-the-api-prefix.yaml"),
        (42, "Größe: fix “it”!", "0042-groe-fix-it.yaml"),
        (3, "日本", "0003-step.yaml"),
        (
            4,
            "one two three four five six seven eight nine",
            "0004-one-two-three-four-five-six-seven-eight.yaml",
        ),
    ],
)
def test_the_name_of_a_file_is_made_of_number_and_title(number: int, title: str, name: str) -> None:
    assert name_of(number, title) == name


def test_the_next_number_follows_the_highest_one() -> None:
    assert next_number([]) == 1
    step = make_step("- {target: $, remove: true}", 7)
    assert next_number([step, make_step("- {target: $, remove: true}", 3)]) == 8


def test_the_record_of_what_was_left_out_does_not_count() -> None:
    assert next_number([make_step("- {target: $, remove: true}", 7), record()]) == 8
    assert next_number([record()]) == 1


STEP = """
    # Why this file is here.
    overlay: 1.1.0
    info: {title: T, version: '1', x-reason: R.}   # in one line
    actions:
      # The first.
      - target: $.info.title
        update: Cats
        x-expect: {matches: 1, before: Dogs}  # once
      - target: $.limits.*
        update: 5
"""


def test_expectations_are_taken_anew_and_nothing_else_is_disturbed() -> None:
    document = make_document("info: {title: Pets}\nlimits: {a: 1, b: 2}\n")
    step = read(dedent(STEP).lstrip("\n"))
    made = refreshed(apply_steps(document, [step], enforce=False).outcomes[0])
    before, after = step.source.text.splitlines(), made.text.splitlines()
    assert after[: len(before)] == [line.replace("Dogs", "Pets") for line in before]
    assert [line.strip().partition(":")[0] for line in after[len(before) :]] == [
        "x-expect",
        "matches",
        "digest",
    ]
    held = apply_steps(document, [read(made.text)])
    assert held.problems == ()


def test_expectations_that_are_right_leave_every_byte() -> None:
    document = make_document("info: {title: Dogs}\nlimits: {a: 1, b: 2}\n")
    step = read(dedent(STEP).replace("  - target: $.limits.*\n    update: 5\n", ""))
    assert refreshed(apply_steps(document, [step]).outcomes[0]).text == step.source.text


def test_an_action_that_found_nothing_keeps_the_expectation_that_it_has() -> None:
    document = make_document("limits: {a: 1, b: 2}\n")
    step = read(dedent(STEP).lstrip("\n"))
    made = refreshed(apply_steps(document, [step], enforce=False).outcomes[0])
    assert "before: Dogs" in made.text
