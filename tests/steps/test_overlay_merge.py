"""Statements S5 to S11 of the Overlay standard: what an update may select, and how it is merged.

The numbers are those of the list that was drawn up from Overlay 1.0.0 and 1.1.0.
"""

from __future__ import annotations

import pytest
from tests.steps.overlays import (
    DOCUMENT,
    plain_after,
    plain_faults,
    tree_after,
)
from tests.steps.series import make_document, make_step, refusal

from specmend.document.text.document import parse_document
from specmend.steps.apply import apply_steps
from specmend.steps.step import Verdict


def test_s05_primitives_can_be_updated_copied_onto_and_removed() -> None:
    tree = tree_after(
        """
        - {target: $.info.title, update: Cats}
        - {target: $.info.version, copy: $.info.title}
        - {target: $.empty, remove: true}
        """
    )
    assert tree["info"] == {"title": "Cats", "version": "Cats"}
    assert "empty" not in tree


def test_s06_an_array_into_an_array_is_concatenated_under_1_1() -> None:
    step = make_step("- {target: $.tags, update: [{name: d}, {name: e}]}")
    tags = apply_steps(make_document(DOCUMENT), [step], enforce=False).document.tree["tags"]
    assert [tag["name"] for tag in tags] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("value", ["{name: d}", "d", "4", "null", "false"])
def test_s06_an_object_or_a_primitive_is_appended_to_an_array(value: str) -> None:
    expected = parse_document(f"v: {value}", "v.yaml").tree["v"]
    assert tree_after(f"- {{target: $.tags, update: {value}}}")["tags"][3:] == [expected]


@pytest.mark.parametrize("value", ["Cats", "''", "false", "0", "null", "1.5"])
def test_s07_a_primitive_replaces_a_primitive(value: str) -> None:
    expected = parse_document(f"v: {value}", "v.yaml").tree["v"]
    assert tree_after(f"- {{target: $.info.title, update: {value}}}")["info"]["title"] == expected


@pytest.mark.parametrize(
    ("target", "value"),
    [
        ("$.info", "[1]"),
        ("$.info", "Cats"),
        ("$.info", "null"),
        ("$.info.title", "{a: 1}"),
        ("$.empty", "[1]"),
    ],
)
def test_s07_a_target_of_another_kind_is_an_error(target: str, value: str) -> None:
    verdict, problem = refusal(DOCUMENT, f"- {{target: {target}, update: {value}}}")
    assert verdict is Verdict.CONFLICT
    assert "cannot be merged into" in problem.message
    assert problem.expected == "the same kind on both sides (Overlay 1.1)"


def test_s08_mappings_are_merged_all_the_way_down() -> None:
    tree = tree_after(
        "- {target: $.paths, update: {/x: {get: {limit: 4, more: 1}}, /y: {get: {}}}}"
    )
    assert tree["paths"] == {
        "/x": {"get": {"deprecated": True, "limit": 4, "more": 1}, "put": {"deprecated": False}},
        "/y": {"get": {}},
    }


@pytest.mark.parametrize(
    ("update", "place"),
    [("{info: null}", "1:1"), ("{info: Cats}", "1:1"), ("{tags: {a: 1}}", "4:1"),
     ("{tags: x}", "4:1"),
     ("{info: {title: {}}}", "2:3"), ("{info: {title: []}}", "2:3"), ("{info: [1]}", "1:1")],
)  # fmt: skip
def test_s08_kinds_that_differ_below_the_target_are_an_error_at_their_place(
    update: str, place: str
) -> None:
    verdict, problem = refusal(DOCUMENT, f"- {{target: $, update: {update}}}")
    assert verdict is Verdict.CONFLICT
    assert problem.found == f"spec/api/upstream.yaml:{place}"


def test_s09_members_of_lists_are_never_merged_by_their_name() -> None:
    tree = tree_after("- {target: $, update: {tags: [{name: a, description: again}]}}")
    assert [tag["name"] for tag in tree["tags"]] == ["a", "b", "c", "a"]


def test_s10_keys_of_the_target_alone_stay_and_new_ones_follow() -> None:
    assert list(tree_after("- {target: $.info, update: {license: MIT}}")["info"]) == [
        "title",
        "version",
        "license",
    ]


def test_s11_places_of_several_kinds_are_an_error() -> None:
    verdict, problem = refusal(DOCUMENT, "- {target: \"$['info', 'tags']\", update: {a: 1}}")
    assert verdict is Verdict.CONFLICT
    assert problem.message == "the target selects places of several kinds: an array, an object"


def test_s11_remove_may_select_places_of_several_kinds() -> None:
    assert set(tree_after("- {target: \"$['info', 'tags', 'empty']\", remove: true}")) == {"paths"}


def test_proto_is_a_key_like_any_other() -> None:
    tree = tree_after(
        "- {target: $.info, update: {__proto__: {polluted: true}, constructor: {prototype: 1}}}"
    )
    assert tree["info"]["__proto__"] == {"polluted": True}
    assert "polluted" not in tree["info"]
    assert tree["info"]["constructor"] == {"prototype": 1}


PRIMITIVES = ["$.info.title", "$.empty", "$.paths..deprecated", "$.tags[*].name"]


@pytest.mark.parametrize("target", PRIMITIVES)
def test_s05_primitives_cannot_be_updated_under_1_0(target: str) -> None:
    (problem,) = plain_faults(f"- {{target: '{target}', update: 1}}", overlay="1.0.0")
    assert problem.message == f"the target {target} selects a primitive"
    assert problem.expected == "objects or arrays (Overlay 1.0)"


@pytest.mark.parametrize("target", PRIMITIVES)
def test_s05_primitives_are_removed_as_the_compliance_set_has_it(target: str) -> None:
    removed = f"- {{target: '{target}', remove: true}}"
    assert plain_after(removed, overlay="1.0.0") == plain_after(removed)


def test_s05_a_step_of_a_project_keeps_to_the_rules_of_its_version() -> None:
    step = make_step("- {target: $.info.title, update: Cats}", overlay="1.0.0")
    applied = apply_steps(make_document(DOCUMENT), [step], enforce=False)
    assert applied.problems[0].message == "the target $.info.title selects a primitive"
    assert applied.document.text == make_document(DOCUMENT).text


def test_s05_objects_and_arrays_can_be_updated_and_removed_under_1_0() -> None:
    tree = plain_after(
        "- {target: $.info, update: {title: Cats}}\n- {target: $.tags, remove: true}",
        overlay="1.0.0",
    )
    assert tree["info"]["title"] == "Cats"
    assert "tags" not in tree


def test_s06_an_array_is_one_entry_of_an_array_under_1_0() -> None:
    tags = plain_after("- {target: $.tags, update: [{name: d}]}", overlay="1.0.0")["tags"]
    assert tags[3:] == [[{"name": "d"}]]


def test_s08_every_fault_of_an_overlay_is_told_at_once() -> None:
    faults = plain_faults(
        "- {target: $.info, update: [1]}\n- {target: $, update: {tags: x}}\n"
        "- {target: $.no, update: 1}"
    )
    assert [problem.location for problem in faults] == [
        "plain.yaml:4:4",
        "plain.yaml:5:4",
        "plain.yaml:6:4",
    ]
    assert [problem.found for problem in faults] == [
        "spec/api/upstream.yaml:1:1",
        "spec/api/upstream.yaml:4:1",
        "",
    ]


def test_s09_a_list_is_replaced_by_removing_it_first() -> None:
    tree = plain_after("- {target: $.tags, remove: true}\n- {target: $, update: {tags: [1]}}")
    assert tree["tags"] == [1]
