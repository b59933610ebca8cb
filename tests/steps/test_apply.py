"""Applying a series: expectations, verdicts, what a failure leaves alone, and what is reported."""

from __future__ import annotations

import pytest
from tests.steps.series import make_document, make_step, record, run

from specmend.document.tree.values import digest
from specmend.steps.apply import apply_steps, try_steps
from specmend.steps.expectation import LONGEST
from specmend.steps.step import Verdict

DOCUMENT = """
    info:
      title: Pets
      version: "1"
    limits:
      one: 1
      two: 2
"""
RETITLE = "- {target: $.info.title, update: Cats, x-expect: {matches: 1, before: Pets}}"


EXPECTED = "{matches: 1, before: {title: Pets}}"


def test_no_steps_give_the_same_bytes() -> None:
    document = make_document(DOCUMENT)
    applied = apply_steps(document, [])
    assert applied.document.encode() == document.encode()
    assert applied.outcomes == ()
    assert applied.trees == (document.tree,)


def test_an_action_without_expectation_names_the_command_that_takes_it() -> None:
    applied = run(DOCUMENT, "- {target: $.info.title, update: Cats}", enforce=True)
    problem = applied.problems[0]
    assert applied.outcomes[0].verdict is Verdict.CONFLICT
    assert applied.document.text == make_document(DOCUMENT).text
    assert problem.message == "this action has no expectation"
    assert "specmend refresh api 1" in problem.advice
    assert (problem.file, problem.line, problem.column) == ("patches/api/0001-a-step.yaml", 7, 5)


def test_an_expectation_that_is_met_lets_the_step_apply() -> None:
    applied = run(DOCUMENT, RETITLE, enforce=True)
    assert applied.problems == ()
    assert applied.document.tree["info"]["title"] == "Cats"


@pytest.mark.parametrize("before", ["Dogs", "{}", "null", "[Pets]"])
def test_an_expectation_that_is_not_met_shows_both_values_and_both_places(before: str) -> None:
    applied = run(DOCUMENT, RETITLE.replace("Pets", before), enforce=True)
    problem = applied.problems[0]
    assert applied.outcomes[0].verdict is Verdict.CONFLICT
    assert applied.document.text == make_document(DOCUMENT).text
    assert problem.message == "the document is not what this action was written for"
    assert (problem.line, problem.column) == (7, 42)
    assert problem.found == '"Pets" at spec/api/upstream.yaml:2:3'
    shown = {"Dogs": '"Dogs"', "{}": "nothing there yet", "null": "null", "[Pets]": '["Pets"]'}
    assert problem.expected == shown[before]


@pytest.mark.parametrize(
    ("before", "meets"), [("1", True), ("1.0", False), ("'1'", False), ("true", False)]
)
def test_numbers_strings_and_booleans_are_told_apart(before: str, meets: bool) -> None:
    action = f"- {{target: $.limits.one, update: 5, x-expect: {{matches: 1, before: {before}}}}}"
    assert (run(DOCUMENT, action, enforce=True).problems == ()) is meets


def test_several_places_are_held_against_their_number_and_digest() -> None:
    wanted = digest([["/limits/one", 1], ["/limits/two", 2]])
    action = f"- {{target: $.limits.*, update: 5, x-expect: {{matches: 2, digest: '{wanted}'}}}}"
    assert run(DOCUMENT, action, enforce=True).problems == ()
    moved = DOCUMENT.replace("two: 2", "two: 3")
    problem = run(moved, action, enforce=True).problems[0]
    assert problem.expected == f"2 places, {wanted[:19]}…"
    assert problem.found.startswith("2 places, sha256:")
    assert problem.found.endswith("upstream.yaml:5:3 and 1 more")


def test_another_number_of_places_is_a_conflict() -> None:
    action = "- {target: $.limits.*, update: 5, x-expect: {matches: 3}}"
    problem = run(DOCUMENT, action, enforce=True).problems[0]
    assert problem.expected == "3 places"
    assert problem.found.startswith("2 places")


def test_a_long_value_is_held_by_its_digest_or_by_itself() -> None:
    long = "x" * LONGEST
    text = f"info: {{title: {long}}}\n"
    by_digest = digest([["/info/title", long]])
    for expect in (f"digest: '{by_digest}'", f"before: {long}"):
        action = f"- {{target: $.info.title, update: Cats, x-expect: {{matches: 1, {expect}}}}}"
        assert run(text, action, enforce=True).problems == ()
    wrong = f"- {{target: $.info.title, update: Cats, x-expect: {{matches: 1, before: {long}y}}}}"
    assert run(text, wrong, enforce=True).outcomes[0].verdict is Verdict.CONFLICT


def test_a_step_that_changes_nothing_is_already_upstream() -> None:
    applied = run(
        DOCUMENT,
        "- {target: $.info.title, update: Pets, x-expect: {matches: 1, before: Pets}}",
        enforce=True,
    )
    assert applied.outcomes[0].verdict is Verdict.ALREADY_UPSTREAM
    assert (
        applied.problems[0].message == "this action changes nothing: the document already says so"
    )
    assert applied.problems[0].found == '"Pets" at spec/api/upstream.yaml:2:3'


def test_a_failing_action_leaves_its_whole_step_unapplied() -> None:
    applied = run(
        DOCUMENT, "- {target: $.info.title, update: Cats}\n- {target: $.nowhere, remove: true}"
    )
    assert applied.document.text == make_document(DOCUMENT).text
    assert [action.verdict for action in applied.outcomes[0].actions] == [
        Verdict.APPLIES,
        Verdict.GONE,
    ]
    assert applied.outcomes[0].verdict is Verdict.GONE
    assert applied.problems[0].line == 8


def test_the_steps_after_a_failure_go_on() -> None:
    applied = run(
        DOCUMENT, "- {target: $.nowhere, remove: true}", "- {target: $.info.title, update: Cats}"
    )
    assert [outcome.verdict for outcome in applied.outcomes] == [Verdict.GONE, Verdict.APPLIES]
    assert applied.document.tree["info"]["title"] == "Cats"
    assert applied.trees[0] == applied.trees[1] != applied.trees[2]


def test_every_fault_of_every_step_is_listed_in_order() -> None:
    applied = run(
        DOCUMENT,
        "- {target: $.nowhere, remove: true}\n"
        "- {target: $.info, update: [1], x-expect: {matches: 1}}",
        RETITLE.replace("Pets", "Dogs"),
        RETITLE,
        RETITLE,
        enforce=True,
    )
    verdicts = [outcome.verdict for outcome in applied.outcomes]
    assert verdicts == [Verdict.GONE, Verdict.CONFLICT, Verdict.APPLIES, Verdict.ALREADY_UPSTREAM]
    assert [(problem.file[-16:-12], problem.line) for problem in applied.problems] == [
        ("0001", 7), ("0001", 8), ("0002", 7), ("0004", 7),
    ]  # fmt: skip


def test_expectations_are_not_looked_at_where_they_are_not_enforced() -> None:
    assert run(DOCUMENT, RETITLE.replace("Pets", "Dogs")).problems == ()


def test_a_text_that_cannot_be_edited_is_a_conflict_and_stays() -> None:
    text = "a: &x {one: 1}\nb:\n  <<: *x\n  two: 2\n"
    applied = run(text, "- {target: $.b, update: {two: 3}}", "- {target: $.a, update: {three: 3}}")
    outcome = applied.outcomes[0]
    assert outcome.verdict is Verdict.CONFLICT
    assert (
        "a mapping with a merge key (<<) cannot be edited in place" in outcome.problems[0].message
    )
    assert "spec/api/upstream.yaml:3:3" in outcome.problems[0].message
    assert outcome.problems[0].file == "patches/api/0001-a-step.yaml"
    assert applied.trees[1] == applied.trees[0]


def test_what_was_found_is_told_for_actions_that_fail_their_expectation() -> None:
    applied = run(DOCUMENT, RETITLE.replace("Pets", "Dogs"), enforce=True)
    found = applied.outcomes[0].actions[0].found
    assert (found.matches, found.before) == (1, "Pets")


def test_the_document_given_is_never_changed() -> None:
    document = make_document(DOCUMENT)
    before = document.text
    apply_steps(
        document, [make_step("- {target: $.info, update: {title: Cats, x: [1]}}")], enforce=False
    )
    assert document.text == before
    assert document.tree["info"] == {"title": "Pets", "version": "1"}


def test_a_byte_order_mark_and_line_breaks_stay() -> None:
    text = "\ufeffinfo:\r\n  title: Pets\r\n  version: '1'\r\n"
    applied = apply_steps(
        make_document(text),
        [make_step("- {target: $.info, update: {title: Cats, x: 1}}")],
        enforce=False,
    )
    assert (
        applied.document.encode()
        == "\ufeffinfo:\r\n  title: Cats\r\n  version: '1'\r\n  x: 1\r\n".encode()
    )


def test_the_result_takes_another_name_when_it_is_written() -> None:
    applied = run(DOCUMENT, RETITLE)
    other = make_document(applied.document.text)
    assert applied.renamed(other).document is other
    assert applied.renamed(other).lines is applied.lines


def test_places_are_those_of_the_upstream_file_however_far_the_lines_have_moved() -> None:
    applied = run(
        "a: 1\nb: 2\n",
        "- {target: $, update: {c: 3}, x-expect: {matches: 1, before: {}}}",
        "- {target: $.a, x-edit: {name: set-value, value: {x: 1, y: 2}}, x-expect: {matches: "
        "1, before: 1}}",
        "- {target: $.b, update: 5, x-expect: {matches: 1, before: 4}}",
        "- {target: $.c, update: 5, x-expect: {matches: 1, before: 4}}",
        enforce=True,
    )
    assert [problem.found for problem in applied.problems] == [
        "2 at spec/api/upstream.yaml:2:1",
        "3 at what step 0001 wrote",
    ]


def test_a_record_that_does_not_fit_names_the_build_that_writes_it_again() -> None:
    (problem,) = apply_steps(make_document("paths: {}"), [record()]).problems
    assert problem.step == "specmend build api --skip-failing"
    assert problem.file == "patches/api/9999-a-step.yaml"


def test_a_step_that_is_tried_alone_changes_nothing_for_the_later_ones() -> None:
    first = make_step("- {target: $.info, update: {title: One}, x-expect: " + EXPECTED + "}", 1)
    second = make_step("- {target: $.info, update: {title: Two}, x-expect: " + EXPECTED + "}", 2)
    document = make_document("openapi: 3.1.0\ninfo: {title: Pets}\n")
    tried = try_steps(document, [first, second], [second])
    assert [outcome.verdict for outcome in tried] == [Verdict.APPLIES, Verdict.APPLIES]
    kept = try_steps(document, [first, second], [first, second])
    assert [outcome.verdict for outcome in kept] == [Verdict.APPLIES, Verdict.CONFLICT]
