"""What is learnt from an edit: one step for a rename or a rule, one for each place besides."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from tests.steps.series import make_document

from specmend.document.tree.values import replace, same
from specmend.steps.learn.propose import learn
from specmend.steps.proposal import Proposal, make


def api(**more: Any) -> dict[str, Any]:
    """A small document with two schemas and 40 references to one of them."""
    schema = {"$ref": "#/components/schemas/Pet"}
    paths = {
        f"/v1/pets/{number}": {
            "get": {
                "operationId": f"get{number}",
                "responses": {
                    "200": {"description": "d", "content": {"application/json": {"schema": schema}}}
                },
            }
        }
        for number in range(40)
    }
    pet = {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    }
    schemas = {
        "Pet": pet,
        "Dog": {"type": "object", "properties": {"name": {"type": "string", "format": "x"}}},
    }
    return {
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
        "servers": [{"url": "http://h"}], "paths": paths,
        "components": {"schemas": schemas}, **more,
    }  # fmt: skip


def edited(text_of: dict[str, Any], *swaps: tuple[str, str]) -> dict[str, Any]:
    """The document with pieces of its text replaced, as an editor's search and replace does."""
    text = yaml.safe_dump(text_of, sort_keys=False, default_flow_style=False)
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    made: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - every scalar is text, so nothing is guessed
    return made


def learnt(old: Any, new: Any) -> tuple[Proposal, ...]:
    """The proposals, which lead from the one to the other."""
    proposals = learn(old, new)
    tree = old
    for proposal in proposals:
        for fields in proposal.actions:
            tree = make(tree, fields)
    assert same(tree, new)
    return proposals


def swap(*swaps: tuple[str, str]) -> tuple[Proposal, ...]:
    return learnt(edited(api()), edited(api(), *swaps))


def test_a_renamed_schema_with_forty_references_is_one_step() -> None:
    proposals = swap(("schemas/Pet", "schemas/Animal"), ("    Pet:\n", "    Animal:\n"))
    assert [proposal.title for proposal in proposals] == ["Rename schema Pet to Animal"]
    edit = {"name": "rename-schema", "names": {"Pet": "Animal"}}
    assert proposals[0].actions == ({"target": "$", "x-edit": edit},)


def test_a_schema_that_was_renamed_and_changed_is_a_rename_and_a_change() -> None:
    proposals = swap(
        ("schemas/Pet", "schemas/Animal"),
        ("    Pet:\n", "    Animal:\n"),
        ("type: integer", "type: number"),
    )
    assert [proposal.title for proposal in proposals] == [
        "Rename schema Pet to Animal",
        "Set type of schema Animal",
    ]


def test_renamed_operations_are_one_table() -> None:
    proposals = swap(
        ("operationId: get1\n", "operationId: one\n"), ("operationId: get2\n", "operationId: two\n")
    )
    assert [proposal.title for proposal in proposals] == ["Rename 2 operations"]
    assert proposals[0].actions[0]["x-edit"]["names"] == {"get1": "one", "get2": "two"}


def test_a_prefix_that_moved_to_the_server_is_one_step() -> None:
    proposals = swap(("/v1/pets", "/pets"), ("http://h", "http://h/v1"))
    assert [proposal.title for proposal in proposals] == ["Move the path prefix /v1 to the servers"]


def test_a_path_that_stays_is_left_out_of_the_move() -> None:
    old = edited(api())
    old["paths"]["/health"] = {"get": {"operationId": "health"}}
    moved = make(
        old,
        {
            "target": "$",
            "x-edit": {"name": "move-path-prefix", "prefix": "/v1", "except": ["/health"]},
        },
    )
    proposals = learnt(old, moved)
    assert len(proposals) == 1
    assert proposals[0].actions[0]["x-edit"]["except"] == ["/health"]


def test_a_value_that_was_set_the_same_way_at_many_places_is_one_action() -> None:
    proposals = swap(("description: d\n", "description: OK\n"))
    assert [proposal.title for proposal in proposals] == ['Set description to "OK" at 40 places']
    assert proposals[0].actions == (
        {"target": "$..[?@.description == 'd'].description", "update": "OK"},
    )


def test_a_key_that_came_at_many_places_is_one_action_with_wildcards() -> None:
    old = edited(api())
    new = old
    for path in old["paths"]:
        new = replace(new, ("paths", path, "get", "tags"), ["pets"])
    proposals = learnt(old, new)
    assert [fields for proposal in proposals for fields in proposal.actions] == [
        {"target": "$.paths[*].get", "update": {"tags": ["pets"]}}
    ]


def test_a_renamed_property_is_one_step_for_all_its_schemas_and_takes_the_required_list_along() -> (
    None
):
    proposals = swap(("name:", "label:"), ("- name", "- label"))
    assert [proposal.title for proposal in proposals] == ["Rename property name to label"]
    assert [fields["target"] for fields in proposals[0].actions] == [
        "$.components.schemas.Pet",
        "$.components.schemas.Dog",
    ]


def test_renamed_paths_are_one_table() -> None:
    proposals = swap(("/v1/pets/7:", "/v1/seven:"), ("/v1/pets/8:", "/v1/eight:"))
    assert [proposal.title for proposal in proposals] == ["Rename 2 paths"]
    edit = {"name": "rename-path", "names": {"/v1/pets/7": "/v1/seven", "/v1/pets/8": "/v1/eight"}}
    assert proposals[0].actions[0]["x-edit"] == edit


def test_a_renamed_path_parameter_is_one_step_for_all_its_paths() -> None:
    old = edited(api())
    for path in ("/a/{id}", "/b/{id}"):
        old["paths"][path] = {
            "parameters": [{"name": "id", "in": "path"}],
            "get": {"operationId": path},
        }
    new = old
    for path in ("/a/{id}", "/b/{id}"):
        edit = {"name": "rename-parameter", "from": "id", "to": "key", "in": "path"}
        new = make(new, {"target": f"$.paths['{path}']", "x-edit": edit})
    proposals = learnt(old, new)
    assert [proposal.title for proposal in proposals] == ["Rename path parameter id to key"]
    assert len(proposals[0].actions) == 2


def test_renamed_tags_are_one_table() -> None:
    old = edited(api(tags=[{"name": "pets"}, {"name": "more"}]))
    for number, path in enumerate(old["paths"].values()):
        path["get"]["tags"] = ["pets", "all"] if number % 2 else ["more"]
    new = make(
        old,
        {
            "target": "$",
            "x-edit": {"name": "rename-tag", "names": {"pets": "animals", "more": "rest"}},
        },
    )
    proposals = learnt(old, new)
    assert [proposal.title for proposal in proposals] == ["Rename 2 tags"]


def test_a_key_that_was_renamed_keeps_its_place() -> None:
    proposals = learnt({"a": {"200": {"d": "x"}, "400": {}}}, {"a": {"201": {"d": "x"}, "400": {}}})
    assert [proposal.title for proposal in proposals] == ["Rename 200 to 201 in a"]
    assert proposals[0].actions[0]["x-edit"] == {"name": "rename-key", "to": "201"}


CASES: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "a value": ("a: {b: 1}", "a: {b: 2}", "Set b of a", {"target": "$.a.b", "update": 2}),
    "a key": ("a: {b: 1}", "a: {b: 1, c: 2}", "Add c to a", {"target": "$.a", "update": {"c": 2}}),
    "a key less": ("a: {b: 1, c: 2}", "a: {b: 1}", "Remove c from a",
    {"target": "$.a.c", "remove": True}),
    "a member": ("a: [x, y]", "a: [x, y, z]", "Extend a", {"target": "$.a", "update": "z"}),
    "a list member": ("a: [[x], y]", "a: [[x], y, [z]]", "Extend a",
    {"target": "$.a", "update": [["z"]]}),
    "a member less": ("a: {b: [x, y]}", "a: {b: [y]}", "Remove x from b of a",
                      {"target": "$.a.b[?@ == 'x']", "remove": True}),
    "a list": (
        "a: [x, y]", "a: [y, x]", "Set a",
        {"target": "$.a", "x-edit": {"name": "set-value", "value": ["y", "x"]}},
    ),
    "a kind": ("a: {b: x}", "a: {b: [x]}", "Set b of a",
               {"target": "$.a.b", "x-edit": {"name": "set-value", "value": ["x"]}}),
    "a parameter": (
        "a: [{name: p, in: path, x: 1}, {name: p, in: query, x: 1}]",
        "a: [{name: p, in: path, x: 1}, {name: p, in: query, x: 2}]",
        "Set x of a",
        {"target": "$.a[?@.name == 'p' && @.in == 'query'].x", "update": 2},
    ),
    "an awkward name": ("a: {it's: 1}", "a: {it's: 2}", "Set it's of a",
    {"target": "$.a['it\\'s']", "update": 2}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_said_in_the_plainest_way(case: str) -> None:
    old, new, title, fields = CASES[case]
    proposals = learnt(make_document(old).tree, make_document(new).tree)
    assert [(proposal.title, list(proposal.actions)) for proposal in proposals] == [
        (title, [fields])
    ]


def test_a_long_value_that_came_at_many_places_is_not_in_the_title() -> None:
    old = edited(api())
    new = old
    for path in old["paths"]:
        new = replace(
            new, ("paths", path, "get", "tags"), ["pets", "a long list of tags", "another"]
        )
    assert [proposal.title for proposal in learnt(old, new)] == ["Add tags at 40 places"]


def test_the_rest_is_one_step_for_each_operation_schema_and_part() -> None:
    old = edited(api())
    new = replace(old, ("paths", "/v1/pets/1", "get", "summary"), "One")
    new = replace(new, ("paths", "/v1/pets/1", "get", "deprecated"), "true")
    new = replace(new, ("components", "schemas", "Cat"), {"type": "object"})
    new = replace(new, ("info", "title"), "u")
    assert [proposal.title for proposal in learnt(old, new)] == [
        "Set title of info",
        "Change GET /v1/pets/1",
        "Add schema Cat",
    ]


def test_two_schemas_with_the_same_content_are_told_apart_by_their_references() -> None:
    old = edited(api())
    old["components"]["schemas"] = {
        "A": {"type": "string"},
        "B": {"type": "string"},
        "C": {"$ref": "#/components/schemas/B"},
    }
    new = make(
        old, {"target": "$", "x-edit": {"name": "rename-schema", "names": {"B": "X", "A": "Y"}}}
    )
    proposals = learnt(old, new)
    assert len(proposals) == 1
    assert proposals[0].actions[0]["x-edit"]["names"] == {"A": "Y", "B": "X"}
