"""The schemas of overlays and step files: what they take, and what each field refuses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.steps.learn.trees import FORMS, tree_of

from specmend.steps.schema import OVERLAY_SCHEMA, STEP_SCHEMA

SHA: Final = "sha256:" + "0" * 64
INFO: Final = "title: t, version: v, x-reason: r"
ACTION: Final = "target: $.a, update: 1"
BASE: Final = "overlay: 1.1.0, info: {{{info}}}, actions: [{{{action}}}]"


def step(info: str = "", action: str = "", more: str = "") -> str:
    """A step file in one line, with more fields of its info, its action and the whole."""
    infos, actions = (", ".join(filter(None, pair)) for pair in ((INFO, info), (ACTION, action)))
    return "{" + BASE.format(info=infos, action=actions) + (more and f", {more}") + "}"


def faults(schema: Mapping[str, Any], tree: Any) -> list[tuple[str, str]]:
    """Where the schema refuses a tree, with the keyword that does."""
    errors = Draft202012Validator(schema).iter_errors(tree)
    return sorted((place(error.absolute_path), str(error.validator)) for error in errors)


def place(address: Iterable[str | int]) -> str:
    return ".".join(["$", *map(str, address)])


STEPS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a plain step": (step(), []),
    "a step with every field": (
        step(
            f"description: d, x-generator: g, x-link: l, x-until: u, x-applies-to: {{versions: "
            f"['1'], digests: ['{SHA}']}}, x-retired: {{because: theirs, version: '1', "
            f"digest: '{SHA}'}}",
            "description: d, copy: $.b, remove: true, x-edit: {name: e, more: 1}, x-optional: o, "
            f"x-expect: {{matches: 1, before: 1, digest: '{SHA}'}}, x-conflict: {{verdict: moved, "
            "message: m, places: [{at: $.a, now-at: $.b, recorded: 1, upstream: 2, ours: 3}], "
            "candidates: [$.c]}",
            "extends: a.yaml, x-more: 1",
        ),
        [],
    ),
    "other fields that start with x-": (step("x-a: 1", "x-a: 1", "x-a: 1"), []),
    "an unknown field anywhere": (
        step("a: 1", "a: 1", "a: 1"),
        [(place, "additionalProperties") for place in ("$", "$.actions.0", "$.info")],
    ),
    "nothing at all": ("{}", [("$", "required")] * 3),
    "a list": ("[]", [("$", "type")]),
    "no reason": (step().replace(", x-reason: r", ""), [("$.info", "required")]),
    "no actions": (
        step().replace("[{" + ACTION + "}]", "[]"),
        [("$.actions", "minItems")],
    ),
    "no target": (step().replace("target: $.a, ", ""), [("$.actions.0", "required")]),
    "a target that is no path": (step().replace("$.a", "a"), [("$.actions.0.target", "pattern")]),
    "an empty title": (step().replace("title: t", "title: ' '"), [("$.info.title", "pattern")]),
    "a version of Overlay that is not read": (
        step().replace("1.1.0", "1.2.0"),
        [("$.overlay", "pattern")],
    ),
    "remove that is no boolean": (step(action="remove: 'yes'"), [("$.actions.0.remove", "type")]),
    "an edit without name": (step(action="x-edit: {}"), [("$.actions.0.x-edit", "required")]),
    "an expectation of no place": (
        step(action="x-expect: {matches: 0}"),
        [("$.actions.0.x-expect.matches", "minimum")],
    ),
    "an expectation with a field too many": (
        step(action="x-expect: {matches: 1, x-a: 1}"),
        [("$.actions.0.x-expect", "additionalProperties")],
    ),
    "a digest that is none": (
        step(action="x-expect: {matches: 1, digest: abc}"),
        [("$.actions.0.x-expect.digest", "pattern")],
    ),
    "a conflict that is a verdict of none": (
        step(action="x-conflict: {verdict: applies, message: m}"),
        [("$.actions.0.x-conflict.verdict", "enum")],
    ),
    "a place of a conflict without address": (
        step(action="x-conflict: {verdict: gone, message: m, places: [{ours: 1}]}"),
        [("$.actions.0.x-conflict.places.0", "required")],
    ),
    "no versions": (
        step("x-applies-to: {versions: []}"),
        [("$.info.x-applies-to.versions", "minItems")],
    ),
    "retired for another reason": (
        step(f"x-retired: {{because: bored, digest: '{SHA}'}}"),
        [("$.info.x-retired.because", "enum")],
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", STEPS)
def test_a_step_file_has_its_shape(case: str, form: str) -> None:
    text, expected = STEPS[case]
    assert faults(STEP_SCHEMA, tree_of(text, form)) == expected


OVERLAYS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a plain overlay": (step().replace(", x-reason: r", ""), []),
    "a step": (step("x-generator: g, description: d"), []),
    "an empty title": (step().replace("title: t", "title: ''"), []),
    "fields of a step are free here": (step("x-applies-to: 1, x-generator: 2"), []),
    "but not those of an action": (
        step(action="x-expect: {}"),
        [("$.actions.0.x-expect", "required")],
    ),
    "no version": (step().replace("version: v, ", ""), [("$.info", "required")]),
    "an unknown field": (step("reason: r"), [("$.info", "additionalProperties")]),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", OVERLAYS)
def test_an_overlay_has_its_shape(case: str, form: str) -> None:
    text, expected = OVERLAYS[case]
    assert faults(OVERLAY_SCHEMA, tree_of(text, form)) == expected


TEXTS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "overlay": (
        "$.overlay",
        ("1.0.0", "1.1.0", "1.1.12"),
        ("1.1", "1.1.0\n", "2.0.0", "1.1.0-rc", "v1.1.0", ""),
    ),
    "extends": (
        "$.extends",
        ("a.yaml", "../a/b.json", "https://h/a%20b?c=d#e", "", "#a", "./a:b", "urn:x:y"),
        ("a b", "a%2", "1:a", "a#b#c", "é", "a\n"),
    ),
}


@pytest.mark.parametrize("field", TEXTS)
def test_a_text_is_right_or_refused(field: str) -> None:
    at, right, wrong = TEXTS[field]
    tree = tree_of(step(), "yaml")
    for text in right:
        assert faults(STEP_SCHEMA, {**tree, field: text}) == [], text
    for text in wrong:
        assert faults(STEP_SCHEMA, {**tree, field: text}) == [(at, "pattern")], text


@pytest.mark.parametrize("schema", [STEP_SCHEMA, OVERLAY_SCHEMA])
def test_a_schema_is_itself_right(schema: Mapping[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


def fields(schema: Mapping[str, Any], at: str = "$") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every field that a schema knows, with its own schema."""
    for name, inner in schema.get("properties", {}).items():
        yield f"{at}.{name}", inner
        yield from fields(inner, f"{at}.{name}")
    if "items" in schema:
        yield from fields(schema["items"], f"{at}[*]")


def test_every_field_of_a_step_is_described_for_the_documentation() -> None:
    bare = [at for at, schema in fields(STEP_SCHEMA) if not schema.get("description")]
    places = "$.actions[*].x-conflict.places[*]."
    assert bare == [places + name for name in ("at", "now-at", "recorded", "upstream", "ours")]


@given(st.text())
def test_a_step_is_taken_only_with_a_reason_that_says_something(text: str) -> None:
    tree = tree_of(step(), "json")
    tree["info"]["x-reason"] = text
    expected = [] if text.strip() else [("$.info.x-reason", "pattern")]
    assert faults(STEP_SCHEMA, tree) == expected
