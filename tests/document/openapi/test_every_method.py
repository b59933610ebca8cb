"""Every room knows operations under any method: edits, learn, drift and diff on `query` and others.

Each table has a fixed field of 3.0, the one that 3.2 added, and an additional method.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from specmend.diff.api_changes import api_changes
from specmend.document.text.document import parse_document
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import get, rename_key, replace
from specmend.drift.judge import judge_series
from specmend.steps.apply import apply_steps
from specmend.steps.learn.propose import learn
from specmend.steps.proposal import as_action, make
from specmend.steps.step import Step, Verdict

GET: Address = ("get",)
QUERY: Address = ("query",)
LINK: Address = ("additionalOperations", "LINK")
METHODS = {GET: "GET", QUERY: "QUERY", LINK: "LINK"}

KEPT: Any = {"operationId": "kept", "tags": ["kept"], "responses": {}}


def operation() -> Any:
    return {
        "operationId": "one",
        "tags": ["first"],
        "parameters": [
            {"name": "id", "in": "path", "required": True},
            {"name": "q", "in": "query"},
        ],
        "requestBody": {"$ref": "#/components/requestBodies/B"},
        "responses": {
            "200": {
                "description": "ok",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
                "links": {"l": {"operationId": "one", "parameters": {"id": "$request.path.id"}}},
            }
        },
        "callbacks": {"c": {"{$request.query.q}": {"query": {"operationId": "told"}}}},
    }


def document(inside: Address) -> Any:
    """A document with an operation under a method, and another that has nothing to do with it."""
    item: Any = {"additionalOperations": {"LINK": operation()}}
    if inside != LINK:
        item = {inside[0]: operation()}
    return {
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "http://localhost"}],
        "tags": [{"name": "first"}, {"name": "kept"}],
        "paths": {"/v1/a/{id}": item, "/v1/kept": {"get": KEPT}},
        "components": {
            "requestBodies": {"B": {"content": {"a/b": {"schema": {"type": "string"}}}}},
            "schemas": {"A": {"type": "object", "properties": {"x": {"type": "string"}}}},
        },
    }


def at(inside: Address, path: str = "/v1/a/{id}") -> Address:
    return ("paths", path, *inside)


def applied(tree: Any, edit: dict[str, Any], target: str = "$", *, yaml: bool) -> Any:
    """The tree after a named edit on its text, which is as the tree says."""
    text = json.dumps(tree)
    # Any text of JSON is one of YAML, laid out by the other reader and writer.
    source = parse_document(text, "a.yaml" if yaml else "a.json")
    action = as_action({"target": target, "x-edit": edit})
    step = Step(number=1, title="T", reason="R", actions=(action,), source=source)
    result = apply_steps(source, [step], enforce=False)
    assert not result.problems, [problem.message for problem in result.problems]
    assert parse_document(result.document.text, source.name).tree == result.document.tree
    return result.document.tree


every_method = pytest.mark.parametrize("inside", METHODS, ids=METHODS.values())
both_forms = pytest.mark.parametrize("yaml", [True, False], ids=["yaml", "json"])


@every_method
@both_forms
@pytest.mark.parametrize(
    "entry", [{"ids": ["one"]}, {"tags": ["first"]}, {"paths": ["/v1/a/{id}"]}]
)
def test_drop_operations(inside: Address, yaml: bool, entry: Any) -> None:
    made = applied(document(inside), {"name": "drop-operations", **entry}, yaml=yaml)
    assert list(made["paths"]) == ["/v1/kept"]
    assert made["tags"] == [{"name": "kept"}]
    assert "components" not in made, "what only this operation needed goes with it"


@every_method
@both_forms
def test_keep_operations(inside: Address, yaml: bool) -> None:
    made = applied(document(inside), {"name": "keep-operations", "ids": ["one"]}, yaml=yaml)
    assert list(made["paths"]) == ["/v1/a/{id}"]
    assert get(made, at(inside)) == operation()
    assert set(made["components"]) == {"requestBodies", "schemas"}


@every_method
@both_forms
def test_rename_operation(inside: Address, yaml: bool) -> None:
    edit = {"name": "rename-operation", "names": {"one": "another"}}
    made = applied(document(inside), edit, yaml=yaml)
    assert get(made, (*at(inside), "operationId")) == "another"
    link = (*at(inside), "responses", "200", "links", "l", "operationId")
    assert get(made, link) == "another"


@every_method
@both_forms
def test_rename_tag(inside: Address, yaml: bool) -> None:
    made = applied(document(inside), {"name": "rename-tag", "names": {"first": "f"}}, yaml=yaml)
    assert get(made, (*at(inside), "tags")) == ["f"]


@every_method
@both_forms
def test_move_path_prefix(inside: Address, yaml: bool) -> None:
    made = applied(document(inside), {"name": "move-path-prefix", "prefix": "/v1"}, yaml=yaml)
    assert get(made, at(inside, "/a/{id}")) == operation()
    assert made["servers"] == [{"url": "http://localhost/v1"}]


@every_method
def test_move_path_prefix_refuses_an_operation_with_servers_of_its_own(inside: Address) -> None:
    tree = replace(document(inside), (*at(inside), "servers"), [{"url": "/"}])
    with pytest.raises(AssertionError, match="this place names servers of its own"):
        applied(tree, {"name": "move-path-prefix", "prefix": "/v1"}, yaml=True)


@every_method
@both_forms
def test_rename_parameter_of_a_path(inside: Address, yaml: bool) -> None:
    edit = {"name": "rename-parameter", "from": "id", "to": "key", "in": "path"}
    made = applied(document(inside), edit, format_path(at(inside)), yaml=yaml)
    place = at(inside, "/v1/a/{key}")
    assert get(made, (*place, "parameters", 0, "name")) == "key"
    link = get(made, (*place, "responses", "200", "links", "l"))
    assert link["parameters"] == {"key": "$request.path.key"}


@every_method
@both_forms
def test_rename_parameter_of_a_query(inside: Address, yaml: bool) -> None:
    edit = {"name": "rename-parameter", "from": "q", "to": "search", "in": "query"}
    made = applied(document(inside), edit, format_path(at(inside)), yaml=yaml)
    assert get(made, (*at(inside), "parameters", 1, "name")) == "search"
    assert list(get(made, (*at(inside), "callbacks", "c"))) == ["{$request.query.search}"]


@every_method
@both_forms
def test_rename_path(inside: Address, yaml: bool) -> None:
    edit = {"name": "rename-path", "names": {"/v1/a/{id}": "/v1/b/{id}"}}
    made = applied(document(inside), edit, yaml=yaml)
    assert get(made, at(inside, "/v1/b/{id}")) == operation()


@every_method
@both_forms
def test_rename_schema(inside: Address, yaml: bool) -> None:
    made = applied(document(inside), {"name": "rename-schema", "names": {"A": "Z"}}, yaml=yaml)
    media = (*at(inside), "responses", "200", "content", "application/json", "schema")
    assert get(made, media) == {"$ref": "#/components/schemas/Z"}


def changed(inside: Address, *place: Any, value: Any) -> Any:
    return replace(document(inside), (*at(inside), *place), value)


@every_method
@pytest.mark.parametrize(
    ("place", "value", "title"),
    [
        (("deprecated",), True, "Add deprecated to {method} /v1/a/{{id}}"),
        (("responses", "200", "description"), "fine", "Set description of {method} /v1/a/{{id}}"),
    ],
)
def test_learn_names_the_operation(
    inside: Address, place: tuple[str, ...], value: Any, title: str
) -> None:
    new = changed(inside, *place, value=value)
    assert learnt(document(inside), new) == [title.format(method=METHODS[inside])]


@every_method
def test_learn_finds_the_new_id_of_an_operation(inside: Address) -> None:
    new = changed(inside, "operationId", value="other")
    link = (*at(inside), "responses", "200", "links", "l", "operationId")
    new = replace(new, link, "other")
    assert learnt(document(inside), new) == ["Rename operation one to other"]


def learnt(old: Any, new: Any) -> list[str]:
    """The titles of the proposals, which lead from the one document to the other."""
    proposals, tree = learn(old, new), old
    for fields in (fields for proposal in proposals for fields in proposal.actions):
        tree = make(tree, fields)
    assert tree == new
    return [proposal.title for proposal in proposals]


def verdict(old: Any, new: Any, action: dict[str, Any]) -> tuple[Verdict, list[Any]]:
    """What drift says of one action, and where it found the places."""
    source = parse_document(json.dumps(old), "old.json")
    step = Step(number=1, title="T", reason="R", actions=(as_action(action),), source=source)
    (judged,) = judge_series(source, parse_document(json.dumps(new), "new.json"), [step])
    (one,) = judged.actions
    return one.verdict, [place.now_at for place in one.places]


def update(inside: Address) -> dict[str, Any]:
    return {"target": format_path(at(inside)), "update": {"summary": "s"}}


@every_method
def test_drift_judges_a_step_on_an_operation(inside: Address) -> None:
    old = document(inside)
    assert verdict(old, old, update(inside))[0] is Verdict.APPLIES
    done = changed(inside, "summary", value="s")
    assert verdict(old, done, update(inside))[0] is Verdict.ALREADY_UPSTREAM


@every_method
def test_drift_follows_an_operation_to_another_path_by_its_id(inside: Address) -> None:
    old = document(inside)
    new = rename_key(old, ("paths", "/v1/a/{id}"), "/v2/things/{id}")
    judged, places = verdict(old, new, update(inside))
    assert judged is Verdict.MOVED
    assert all(place[: 2 + len(inside)] == at(inside, "/v2/things/{id}") for place in places)


@pytest.mark.parametrize("after", [QUERY, LINK], ids=["QUERY", "LINK"])
def test_drift_follows_an_operation_to_another_method_by_its_id(after: Address) -> None:
    judged, places = verdict(document(GET), document(after), update(GET))
    assert judged is Verdict.MOVED
    assert all(place[: 2 + len(after)] == at(after) for place in places)


@every_method
def test_diff_tells_an_operation_by_its_method(inside: Address) -> None:
    without = document(inside)
    del without["paths"]["/v1/a/{id}"]
    subject = f"{METHODS[inside]} /v1/a/{{id}}"
    changes = [
        change for change in api_changes(without, document(inside)) if "/v1" in change.subject
    ]
    assert [(change.subject, change.message) for change in changes] == [
        (subject, "operation is new")
    ]
    changes = [
        change for change in api_changes(document(inside), without) if "/v1" in change.subject
    ]
    assert [(change.subject, change.message) for change in changes] == [
        (subject, "operation is gone")
    ]


@every_method
def test_diff_tells_what_changed_in_an_operation(inside: Address) -> None:
    new = changed(inside, "deprecated", value=True)
    changes = api_changes(document(inside), new)
    assert [(change.subject, change.message) for change in changes] == [
        (f"{METHODS[inside]} /v1/a/{{id}}", "is deprecated now")
    ]


@every_method
def test_diff_knows_the_direction_of_what_an_operation_uses(inside: Address) -> None:
    new = replace(
        document(inside),
        ("components", "schemas", "A", "properties", "y"),
        {"type": "string"},
    )
    (change,) = api_changes(document(inside), new)
    assert (change.subject, change.direction) == ("schema A", "answer")


def test_webhooks_and_callbacks_have_the_same_methods() -> None:
    tree = document(QUERY)
    tree["webhooks"] = {"w": {"query": {"operationId": "hook", "tags": ["first"]}}}
    made = applied(
        tree, {"name": "rename-operation", "names": {"hook": "h", "told": "t"}}, yaml=True
    )
    assert made["webhooks"]["w"]["query"]["operationId"] == "h"
    callback = (*at(QUERY), "callbacks", "c", "{$request.query.q}", "query", "operationId")
    assert get(made, callback) == "t"
    made = applied(tree, {"name": "drop-operations", "ids": ["hook"]}, yaml=True)
    assert "webhooks" not in made
