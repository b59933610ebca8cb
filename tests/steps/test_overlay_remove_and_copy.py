"""Statements S12 to S16 of the Overlay standard: remove, copy, and several verbs together.

The numbers are those of the list that was drawn up from Overlay 1.0.0 and 1.1.0.
"""

from __future__ import annotations

import pytest
from tests.steps.overlays import (
    DOCUMENT,
    fault_of,
    plain_after,
    plain_faults,
    tree_after,
)
from tests.steps.series import after, refusal

from specmend.steps.step import Verdict


def test_s12_remove_false_is_as_if_it_were_not_there() -> None:
    assert tree_after("- {target: $.info, remove: false, update: {x: 1}}")["info"]["x"] == 1


def test_s12_remove_together_with_update_is_an_error_here() -> None:
    assert (
        fault_of("- {target: $.info, remove: true, update: {x: 1}}")
        == "an action does exactly one thing"
    )


def test_s12_the_root_cannot_be_removed() -> None:
    verdict, problem = refusal(DOCUMENT, "- {target: $, remove: true}")
    assert (verdict, problem.message) == (
        Verdict.CONFLICT,
        "the root of a document cannot be removed",
    )


@pytest.mark.parametrize(
    ("target", "left"),
    [("$.tags[0,1]", "c"), ("$.tags[0]", "bc"), ("$.tags[0,0]", "bc"),
     ("$.tags[?@.name != 'b']", "b"),
     ("$.tags[2,0]", "b"), ("$.tags[-1]", "ab"), ("$.tags[*]", ""), ("$.tags[0, 0, 1, 0]", "c")],
)  # fmt: skip
def test_s13_members_are_removed_as_they_were_selected(target: str, left: str) -> None:
    tags = tree_after(
        f'- {{target: "{target}", description: It is about counting., remove: true}}'
    )["tags"]
    assert "".join(tag["name"] for tag in tags) == left


def test_s13_a_place_inside_another_removed_place_does_no_harm() -> None:
    assert "info" not in tree_after("- {target: \"$['info', 'info']\", remove: true}")
    assert "deprecated" not in after(DOCUMENT, "- {target: $.paths..*, remove: true}")


def test_s14_copy_merges_by_the_rules_of_update() -> None:
    tree = tree_after(
        """
        - {target: $.tags, copy: $.tags}
        - {target: $.tags, copy: $.info.title}
        - {target: $.tags, copy: $.info}
        - {target: $.info, copy: "$.paths['/x'].get"}
        """
    )
    assert tree["tags"][3:] == [
        *({"name": n} for n in "abc"),
        "Pets",
        {"title": "Pets", "version": "1"},
    ]
    assert tree["info"] == {"title": "Pets", "version": "1", "deprecated": True, "limit": 3}


@pytest.mark.parametrize(
    ("source", "count", "verdict"),
    [("$.nowhere", 0, Verdict.GONE), ("$.tags[*]", 3, Verdict.CONFLICT)],
)
def test_s14_the_source_of_a_copy_is_one_place(source: str, count: int, verdict: Verdict) -> None:
    found, problem = refusal(DOCUMENT, f'- target: $.info\n  copy: "{source}"')
    assert found is verdict
    assert problem.message == f"the source of a copy is one place; {source} selects {count}"
    assert (problem.line, problem.column) == (8, 5)


def test_s14_copy_does_not_make_its_target() -> None:
    assert refusal(DOCUMENT, "- {target: $.info.license, copy: $.info.title}")[0] is Verdict.GONE


def test_s14_copy_onto_another_kind_is_an_error() -> None:
    assert refusal(DOCUMENT, "- {target: $.info, copy: $.tags}")[0] is Verdict.CONFLICT


def test_s15_a_copy_is_a_snapshot_on_both_sides() -> None:
    tree = tree_after(
        """
        - {target: $.info, update: {from: {a: 1}, to: {}}}
        - {target: $.info.to, copy: $.info.from}
        - {target: $.info.from.a, update: 2}
        """,
        "- {target: $.info.to, update: {b: 3}}",
    )
    assert tree["info"]["from"] == {"a": 2}
    assert tree["info"]["to"] == {"a": 1, "b": 3}


def test_s15_one_update_of_two_places_leaves_them_apart() -> None:
    tree = tree_after(
        "- {target: $.paths.*.*, update: {new: {a: 1}}}", "- {target: $..get.new, update: {a: 2}}"
    )
    assert (tree["paths"]["/x"]["get"]["new"], tree["paths"]["/x"]["put"]["new"]) == (
        {"a": 2},
        {"a": 1},
    )


def test_s15_an_ancestor_copied_into_its_child_is_finite() -> None:
    tree = tree_after("- {target: $.a.b, copy: $}", text="a:\n  b: {}\n")
    assert tree == {"a": {"b": {"a": {"b": {}}}}}


def test_s16_update_together_with_copy_is_an_error() -> None:
    assert (
        fault_of("- {target: $.info, update: {x: 1}, copy: $.tags}")
        == "an action does exactly one thing"
    )


def test_s12_remove_wins_over_update_in_a_plain_overlay() -> None:
    tree = plain_after("- {target: $.info, remove: true, update: {x: 1}}")
    assert "info" not in tree


def test_s12_remove_false_is_as_if_it_were_not_there_in_a_plain_overlay() -> None:
    assert plain_after("- {target: $.info, remove: false, update: {x: 1}}")["info"]["x"] == 1
    assert plain_after("- {target: $.info, remove: false}")["info"] == {
        "title": "Pets",
        "version": "1",
    }


def test_s15_a_copy_takes_the_document_as_the_actions_before_left_it() -> None:
    tree = plain_after("- {target: $.info, update: {x: 1}}\n- {target: $.paths, copy: $.info}")
    assert tree["paths"]["x"] == 1


@pytest.mark.parametrize(
    "verbs",
    ["update: {x: 1}, copy: $.tags", "copy: $.tags, remove: true",
     "update: 1, copy: $.tags, remove: true",
              "x-edit: {name: set-value, value: 1}, update: 1"],
)  # fmt: skip
def test_s16_update_or_remove_together_with_copy_is_an_error_in_a_plain_overlay(verbs: str) -> None:
    (problem,) = plain_faults(f"- {{target: $.info, {verbs}}}")
    assert problem.message == "an action does exactly one thing"
