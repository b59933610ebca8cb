"""One action on one tree: its verdict, what it leaves, and the message for what it did not do."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given
from tests.properties.strategies import scalars
from tests.steps.learn.trees import FORMS, tree_of
from tests.steps.series import make_step

from specmend.document.text.document import Document, parse_document
from specmend.document.tree.values import same
from specmend.steps.check_action import PatchState, check_action
from specmend.steps.line_origins import Line, Lines, upstream_lines
from specmend.steps.step import Action, ActionOutcome, Expectation, Verdict

TEXT: Final = "info:\n  title: Pets\nlimits:\n  a: 1\n  b: 1\n"
PETS: Final = "x-expect: {matches: 1, before: Pets}"
OPEN: Final = "x-conflict: {verdict: moved, message: it went}"


def document_of(form: str) -> Document:
    if form == "yaml":
        return parse_document(TEXT, "upstream.yaml")
    return parse_document(json.dumps(tree_of(TEXT, form), indent=2), "upstream.json")


def check(
    form: str, fields: str, *, enforce: bool = False, plain: bool = False
) -> tuple[Any, ActionOutcome]:
    """The tree after an action on the document, and the outcome."""
    document = document_of(form)
    state = PatchState(document=document, lines=upstream_lines(document.text))
    step = replace(make_step(f"- {{{fields}}}"), plain=plain)
    return check_action(state, document.tree, step, step.actions[0], enforce=enforce)


CASES: dict[str, tuple[str, bool, Verdict, str]] = {
    "what it was written for": (
        f"target: $.info.title, update: Cats, {PETS}",
        True,
        Verdict.APPLIES,
        "",
    ),
    "no expectation, and none is asked for": (
        "target: $.info.title, update: Cats",
        False,
        Verdict.APPLIES,
        "",
    ),
    "another value, and nothing is asked for": (
        f"target: $.info.title, update: Cats, {PETS.replace('Pets', 'Dogs')}",
        False,
        Verdict.APPLIES,
        "",
    ),
    "no expectation": (
        "target: $.info.title, update: Cats",
        True,
        Verdict.CONFLICT,
        "this action has no expectation",
    ),
    "another value": (
        f"target: $.info.title, update: Cats, {PETS.replace('Pets', 'Dogs')}",
        True,
        Verdict.CONFLICT,
        "the document is not what this action was written for",
    ),
    "another number of places": (
        "target: $.limits.*, update: 2, x-expect: {matches: 1, before: 1}",
        True,
        Verdict.CONFLICT,
        "the document is not what this action was written for",
    ),
    "the document says so": (
        f"target: $.info.title, update: Pets, {PETS}",
        True,
        Verdict.ALREADY_UPSTREAM,
        "this action changes nothing: the document already says so",
    ),
    "no such place": (
        "target: $.gone, remove: true",
        False,
        Verdict.GONE,
        "the target $.gone selects nothing",
    ),
    "no such source": (
        "target: $.info, copy: $.gone",
        False,
        Verdict.GONE,
        "the source of a copy is one place; $.gone selects 0",
    ),
    "it cannot be made": (
        "target: $.info.title, update: {a: 1}",
        False,
        Verdict.CONFLICT,
        "an object cannot be merged into a primitive",
    ),
    "a person has to decide": (
        f"target: $.info.title, update: Cats, {PETS}, {OPEN}",
        False,
        Verdict.MOVED,
        "this action needs a decision since upstream moved",
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_an_action_has_a_verdict_and_a_message(case: str, form: str) -> None:
    fields, enforce, verdict, message = CASES[case]
    tree, outcome = check(form, fields, enforce=enforce)
    assert outcome.verdict is verdict
    assert outcome.note is None
    if verdict is Verdict.APPLIES:
        assert outcome.problem is None
        assert tree["info"]["title"] == "Cats"
    else:
        assert outcome.problem is not None
        assert outcome.problem.message == message
        assert same(tree, document_of(form).tree)


NOTES: dict[str, tuple[str, bool, str]] = {
    "an optional action that selects something": (
        "target: $.info.title, update: Cats, x-optional: as it may",
        False,
        "",
    ),
    "an optional one that selects nothing": (
        "target: $.gone, remove: true, x-optional: as it may",
        False,
        "the target $.gone selects nothing, which is allowed: as it may",
    ),
    "a plain one that changes nothing": (
        "target: $.info.title, update: Pets",
        True,
        "this action changes nothing: the document already says so",
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", NOTES)
def test_what_may_do_nothing_is_noted(case: str, form: str) -> None:
    fields, plain, note = NOTES[case]
    tree, outcome = check(form, fields, plain=plain)
    assert (outcome.verdict, outcome.problem) == (Verdict.APPLIES, None)
    assert (outcome.note.message if outcome.note else "") == note
    assert same(tree, document_of(form).tree) == bool(note)


def test_a_plain_overlay_needs_no_expectation_but_meets_one_that_it_has() -> None:
    for expect, verdict in (
        ("", Verdict.APPLIES),
        (f", {PETS}", Verdict.APPLIES),
        (f", {PETS.replace('Pets', 'Dogs')}", Verdict.CONFLICT),
    ):
        fields = f"target: $.info.title, update: Cats{expect}"
        assert check("yaml", fields, enforce=True, plain=True)[1].verdict is verdict


def test_an_optional_source_is_not_excused() -> None:
    fields = "target: $.info, copy: $.gone, x-optional: as it may"
    _, outcome = check("yaml", fields)
    assert (outcome.verdict, outcome.note) == (Verdict.GONE, None)


@pytest.mark.parametrize(
    ("form", "fields", "found"),
    [
        ("yaml", "target: $.info.title, update: Cats", '"Pets" at upstream.yaml:2:3'),
        ("json", "target: $.info.title, update: Cats", '"Pets" at upstream.json:3:5'),
        ("yaml", "target: $.info, update: {x: 1}", "nothing there yet at upstream.yaml:1:1"),
    ],
)
def test_what_is_found_is_said_with_its_place(form: str, fields: str, found: str) -> None:
    _, outcome = check(form, fields, enforce=True)
    assert outcome.problem is not None
    assert outcome.problem.found == found


def test_of_several_places_the_first_is_shown_and_the_others_are_counted() -> None:
    _, outcome = check("yaml", "target: $.limits.*, update: 2", enforce=True)
    assert outcome.problem is not None
    assert outcome.problem.found.startswith("2 places, sha256:")
    assert outcome.problem.found.endswith(" at upstream.yaml:4:3 and 1 more")


ACCEPT: Final = "specmend update api --accept 1.1=ours"
ADVICE: dict[str, tuple[str, str]] = {
    "record it": (
        "target: $.info.title, update: Cats",
        "let specmend record it: specmend refresh api 1",
    ),
    "look and refresh": (
        f"target: $.info.title, update: Cats, {PETS.replace('Pets', 'Dogs')}",
        "look at the place; if the step is still right, specmend refresh api 1",
    ),
    "drop it": (f"target: $.info.title, update: Pets, {PETS}", "drop the step, or the action"),
    "decide": (
        f"target: $.info.title, update: Cats, {OPEN}",
        (
            f"{ACCEPT} (or theirs, or drop); or correct the action in patches/api/0001-a-step.yaml,"
            " remove its x-conflict, and run specmend refresh api 1"
        ),
    ),
    "decide otherwise": (
        f"target: $.info.nothing, update: Cats, {OPEN}",
        (
            "correct the action in patches/api/0001-a-step.yaml, remove its x-conflict,"
            " and run specmend refresh api 1;"
            " or give it up: specmend update api --accept 1.1=theirs (or drop)"
        ),
    ),
    "decide about another one": (
        f"target: $.info.nothing, update: Cats, {OPEN.replace('moved', 'blocked')}",
        (
            "decide about the step that it builds on: this one is settled with it;"
            " or give it up: specmend update api --accept 1.1=theirs (or drop)"
        ),
    ),
}


@pytest.mark.parametrize("case", ADVICE)
def test_a_message_says_what_to_do(case: str) -> None:
    fields, advice = ADVICE[case]
    _, outcome = check("yaml", fields, enforce=True)
    assert outcome.problem is not None
    assert outcome.problem.advice == advice


PLACES: dict[str, tuple[Lines, str]] = {
    "a line of upstream": (upstream_lines(TEXT), "upstream.yaml:2:3"),
    "one that stood elsewhere upstream": (Lines(lines=(Line(1), Line(7))), "upstream.yaml:7:3"),
    "one that a step changed": (Lines(lines=(Line(1), Line(2, (1,)))), "upstream.yaml:2:3"),
    "one that a step wrote": (Lines(lines=(Line(1), Line(0, (1, 3)))), "what step 0003 wrote"),
    "lines are not followed": (Lines(lines=()), "upstream.yaml:2:3"),
}


@pytest.mark.parametrize("case", PLACES)
def test_a_place_is_where_a_person_finds_it(case: str) -> None:
    lines, expected = PLACES[case]
    state = PatchState(document=document_of("yaml"), lines=lines)
    assert state.place(("info", "title")) == expected


@given(scalars, scalars, scalars)
def test_an_action_applies_where_it_finds_what_it_expects_and_changes_it(
    there: Any, value: Any, expected: Any
) -> None:
    document = parse_document(json.dumps({"t": there}), "upstream.json")
    expectation = Expectation(matches=1, before=expected)
    action = Action(index=0, target="$.t", update=value, expect=expectation)
    step = replace(make_step("- {target: $.t, update: 1}"), actions=(action,))
    state = PatchState(document=document, lines=upstream_lines(document.text))
    tree, outcome = check_action(state, document.tree, step, action, enforce=True)
    applies = outcome.verdict is Verdict.APPLIES
    assert applies == (same(there, expected) and not same(there, value))
    assert same(tree, {"t": value if applies else there})
    assert bool(outcome.problem) is not applies
