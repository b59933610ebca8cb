"""The statements of the Overlay specification, one test or more for each, as far as steps implement them.

Where the specification lets a fault pass in silence (no match, both update and copy), a step is an error.
The numbers are those of the list that was drawn up from Overlay 1.0.0 and 1.1.0.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.steps.series import after, make_document, make_step, refusal

from specmend.document.document import parse_document
from specmend.errors import RepositoryError
from specmend.steps.apply import apply_steps
from specmend.steps.step import Verdict

DOCUMENT = """
    info:
      title: Pets
      version: "1"
    tags:
      - name: a
      - name: b
      - name: c
    paths:
      /x:
        get: {deprecated: true, limit: 3}
        put: {deprecated: false}
    empty: null
"""


def tree_after(*steps: str, text: str = DOCUMENT) -> Any:
    """The tree after steps that all apply."""
    return parse_document(after(text, *steps), "after.yaml").tree


def fault_of(actions: str, *, overlay: str = "1.1.0") -> str:
    """The first message of a step file that is refused when it is read."""
    with pytest.raises(RepositoryError) as caught:
        make_step(actions, overlay=overlay)
    return caught.value.problems[0].message


@pytest.mark.parametrize("version", ["1.0.0", "1.0.9", "1.1.0", "1.1.7"])
def test_s01_the_patch_digit_of_the_version_makes_no_difference(version: str) -> None:
    step = make_step("- {target: $.info, update: {x: 1}}", overlay=version)
    assert apply_steps(make_document(DOCUMENT), [step], enforce=False).document.tree["info"]["x"] == 1


@pytest.mark.parametrize("version", ["2.0.0", "1.2.0", "0.9.0", "1.1", "1.1.0-rc1", "1"])
def test_s01_an_unknown_version_is_refused(version: str) -> None:
    assert fault_of("- {target: $.info, update: {x: 1}}", overlay=f"'{version}'") == "overlay is not right"


def test_s02_an_action_that_does_nothing_is_an_error_here() -> None:
    assert fault_of("- {target: $.info}") == "an action does exactly one thing"


def test_s02_an_unknown_field_is_refused_unless_it_starts_with_x() -> None:
    assert fault_of("- {target: $.info, update: {x: 1}, updte: 2}") == "unknown key 'updte'"
    assert make_step("- {target: $.info, update: {x: 1}, x-vendor: 2}").actions[0].update == {"x": 1}


def test_s02_copy_does_not_exist_in_1_0() -> None:
    assert fault_of("- {target: $.info, copy: $.tags}", overlay="1.0.0") == "copy exists from Overlay 1.1 on"


def test_s03_actions_run_in_order_each_on_the_result_of_the_one_before() -> None:
    tree = tree_after(
        """
        - {target: $.info, update: {contact: {}}}
        - {target: $.info.contact, update: {name: me}}
        """
    )
    assert tree["info"]["contact"] == {"name": "me"}


def test_s03_a_removed_key_may_be_made_again() -> None:
    tree = tree_after("- {target: $.info.title, remove: true}\n- {target: $.info, update: {title: Cats}}")
    assert tree["info"] == {"version": "1", "title": "Cats"}


@pytest.mark.parametrize("verb", ["update: 1", "remove: true", "copy: $.info", "x-edit: {name: set-value, value: 1}"])
def test_s04_a_target_that_selects_nothing_is_an_error_here(verb: str) -> None:
    verdict, problem = refusal(DOCUMENT, f"- {{target: $.nowhere, {verb}}}")
    assert verdict is Verdict.GONE
    assert problem.message == "the target $.nowhere selects nothing"


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


@pytest.mark.parametrize("overlay", ["1.0.0", "1.1.0"])
def test_s06_an_array_into_an_array_is_concatenated_under_both_versions(overlay: str) -> None:
    step = make_step("- {target: $.tags, update: [{name: d}, {name: e}]}", overlay=overlay)
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
    [("$.info", "[1]"), ("$.info", "Cats"), ("$.info", "null"), ("$.info.title", "{a: 1}"), ("$.empty", "[1]")],
)
def test_s07_a_target_of_another_kind_is_an_error(target: str, value: str) -> None:
    verdict, problem = refusal(DOCUMENT, f"- {{target: {target}, update: {value}}}")
    assert verdict is Verdict.CONFLICT
    assert "cannot be merged into" in problem.message
    assert problem.expected == "the same kind on both sides (Overlay 1.1)"


def test_s08_mappings_are_merged_all_the_way_down() -> None:
    tree = tree_after("- {target: $.paths, update: {/x: {get: {limit: 4, more: 1}}, /y: {get: {}}}}")
    assert tree["paths"] == {
        "/x": {"get": {"deprecated": True, "limit": 4, "more": 1}, "put": {"deprecated": False}},
        "/y": {"get": {}},
    }


@pytest.mark.parametrize(
    ("update", "place"),
    [("{info: null}", "1:1"), ("{info: Cats}", "1:1"), ("{tags: {a: 1}}", "4:1"), ("{tags: x}", "4:1"),
     ("{info: {title: {}}}", "2:3"), ("{info: {title: []}}", "2:3"), ("{info: [1]}", "1:1")],
)  # fmt: skip
def test_s08_kinds_that_differ_below_the_target_are_an_error_at_their_place(update: str, place: str) -> None:
    verdict, problem = refusal(DOCUMENT, f"- {{target: $, update: {update}}}")
    assert verdict is Verdict.CONFLICT
    assert problem.found == f"spec/api/upstream.yaml:{place}"


def test_s09_members_of_lists_are_never_merged_by_their_name() -> None:
    tree = tree_after("- {target: $, update: {tags: [{name: a, description: again}]}}")
    assert [tag["name"] for tag in tree["tags"]] == ["a", "b", "c", "a"]


def test_s10_keys_of_the_target_alone_stay_and_new_ones_follow() -> None:
    assert list(tree_after("- {target: $.info, update: {license: MIT}}")["info"]) == ["title", "version", "license"]


def test_s11_places_of_several_kinds_are_an_error() -> None:
    verdict, problem = refusal(DOCUMENT, "- {target: \"$['info', 'tags']\", update: {a: 1}}")
    assert verdict is Verdict.CONFLICT
    assert problem.message == "the target selects places of several kinds: an array, an object"


def test_s11_remove_may_select_places_of_several_kinds() -> None:
    assert set(tree_after("- {target: \"$['info', 'tags', 'empty']\", remove: true}")) == {"paths"}


def test_s12_remove_false_is_as_if_it_were_not_there() -> None:
    assert tree_after("- {target: $.info, remove: false, update: {x: 1}}")["info"]["x"] == 1


def test_s12_remove_together_with_update_is_an_error_here() -> None:
    assert fault_of("- {target: $.info, remove: true, update: {x: 1}}") == "an action does exactly one thing"


def test_s12_the_root_cannot_be_removed() -> None:
    verdict, problem = refusal(DOCUMENT, "- {target: $, remove: true}")
    assert (verdict, problem.message) == (Verdict.CONFLICT, "the root of a document cannot be removed")


@pytest.mark.parametrize(
    ("target", "left"),
    [("$.tags[0,1]", "c"), ("$.tags[0]", "bc"), ("$.tags[0,0]", "bc"), ("$.tags[?@.name != 'b']", "b"),
     ("$.tags[2,0]", "b"), ("$.tags[-1]", "ab"), ("$.tags[*]", ""), ("$.tags[0, 0, 1, 0]", "c")],
)  # fmt: skip
def test_s13_members_are_removed_as_they_were_selected(target: str, left: str) -> None:
    tags = tree_after(f'- {{target: "{target}", remove: true}}')["tags"]
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
    ("source", "count", "verdict"), [("$.nowhere", 0, Verdict.GONE), ("$.tags[*]", 3, Verdict.CONFLICT)]
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
    tree = tree_after("- {target: $.paths.*.*, update: {new: {a: 1}}}", "- {target: $..get.new, update: {a: 2}}")
    assert (tree["paths"]["/x"]["get"]["new"], tree["paths"]["/x"]["put"]["new"]) == ({"a": 2}, {"a": 1})


def test_s15_an_ancestor_copied_into_its_child_is_finite() -> None:
    tree = tree_after("- {target: $.a.b, copy: $}", text="a:\n  b: {}\n")
    assert tree == {"a": {"b": {"a": {"b": {}}}}}


def test_s16_update_together_with_copy_is_an_error() -> None:
    assert fault_of("- {target: $.info, update: {x: 1}, copy: $.tags}") == "an action does exactly one thing"


@pytest.mark.parametrize(
    ("target", "left"),
    [("$.tags[?@.name == 'a' && match(@.name, '[ab]')]", "bc"),
     ("$.tags[?search(@.name, 'a') || length(@.name) > 1]", "bc"),
     ("$.tags[?count(@.*) == 1]", ""), ("$.tags[-3:-1]", "c"), ("$.tags[?@.name]", ""), ("$.tags[?!@.none]", ""),
     ("$..[?@.name == 'b']", "ac")],
)  # fmt: skip
def test_s17_the_filters_of_rfc_9535_work(target: str, left: str) -> None:
    tags = tree_after(f'- {{target: "{target}", remove: true}}')["tags"]
    assert "".join(tag["name"] for tag in tags) == left


@pytest.mark.parametrize(
    "target",
    ["$.info.title~", "$.components.schemas.simple-user", "$.paths./x", "$..", "$.tags[?(@.name =~ /a/)]",
     "$.tags[(@.length-1)]", "$.tags^"],
)  # fmt: skip
def test_s17_extensions_of_json_path_are_refused(target: str) -> None:
    assert fault_of(f'- {{target: "{target}", remove: true}}').startswith("this is not a JSONPath of RFC 9535")


def test_s17_a_property_called_length_can_be_selected() -> None:
    assert tree_after("- {target: $.length, update: 2}", text="length: 1\n") == {"length": 2}


def test_s19_steps_and_documents_may_be_yaml_or_json_in_every_mix() -> None:
    action = {"target": "$.info", "update": {"x": 1}}
    for text in (DOCUMENT, '{"info": {"title": "Pets"}}\n'):
        for written in (f"- {json.dumps(action)}", "- target: $.info\n  update:\n    x: 1"):
            assert tree_after(written, text=text)["info"]["x"] == 1


def test_s20_a_key_of_digits_is_a_string_however_it_is_written() -> None:
    text = "responses:\n  200: {description: ok}\n"
    assert tree_after("- {target: \"$.responses['200']\", update: {description: no}}", text=text) == {
        "responses": {"200": {"description": "no"}}
    }
    assert tree_after('- {target: $.responses, update: {"200": {x: 1}}}', text=text) == {
        "responses": {"200": {"description": "ok", "x": 1}}
    }


def test_s21_descriptions_and_x_fields_never_change_the_result() -> None:
    plain = after(DOCUMENT, "- {target: $.info, update: {x: 1}}")
    told = "- {target: $.info, description: why, x-vendor: {a: 1}, update: {x: 1}}"
    assert after(DOCUMENT, told) == plain
    step = make_step(told, info="x-speakeasy: {a: 1}\ndescription: long")
    assert apply_steps(make_document(DOCUMENT), [step], enforce=False).document.text == plain


def test_proto_is_a_key_like_any_other() -> None:
    tree = tree_after("- {target: $.info, update: {__proto__: {polluted: true}, constructor: {prototype: 1}}}")
    assert tree["info"]["__proto__"] == {"polluted": True}
    assert "polluted" not in tree["info"]
    assert tree["info"]["constructor"] == {"prototype": 1}
