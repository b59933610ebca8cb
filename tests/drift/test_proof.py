"""A step is retired where its fault is shown to be gone, and nowhere else."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.drift import object_faults
from tests.drift.faults import ALIVE, ID, MENDED, MENDED_IN_30, TEXT, Row, add, put
from tests.drift.object_faults import frame

from specmend.document.text.document import parse_document
from specmend.document.tree.values import Tree
from specmend.drift.judge import judge_trees
from specmend.drift.verdicts import ActionVerdict
from specmend.steps.proposal import as_action
from specmend.steps.step import Step, Verdict

TARGETS = {
    "component": "$.components.schemas.Pet",
    "property": "$.components.schemas.Pet.properties.place",
    "items": "$.components.schemas.Pet.items",
    "parameter": "$.paths['/pets'].get.parameters[?@.name=='q'].schema",
    "header": "$.paths['/pets'].get.responses['200'].headers.Token.schema",
    "media type": "$.paths['/pets'].get.responses['200'].content['application/json'].schema",
}
ASKED = frozenset({Verdict.MOVED, Verdict.CONFLICT, Verdict.GONE})
SOURCE = parse_document("{}", "step.yaml")
VERSIONS = ("3.0.3", "3.1.0", "3.2.0")


def document(schema: Any, place: str, version: str) -> dict[str, Any]:
    """A document with the schema at a place."""
    here = {name: schema if name == place else {"type": "boolean"} for name in TARGETS}
    pets = {
        "component": schema,
        "property": {"type": "object", "properties": {"place": schema}},
        "items": {"type": "array", "items": schema},
    }
    operation = {
        "operationId": "list",
        "parameters": [{"name": "q", "in": "query", "schema": here["parameter"]}],
        "responses": {
            "200": {
                "description": "ok",
                "headers": {"Token": {"schema": here["header"]}},
                "content": {"application/json": {"schema": here["media type"]}},
            }
        },
    }
    return {
        "openapi": version,
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/pets": {"get": operation}},
        "components": {
            "schemas": {"Pet": pets.get(place, TEXT), "Other": {"type": "object", "title": "Other"}}
        },
    }


def judged(row: Row, place: str, version: str) -> ActionVerdict:
    """The verdict of a row with its schema at a place."""
    _, was, fields, now = row
    old, new = document(was, place, version), document(now, place, version)
    # What upstream made a component of, and what is a component all along.
    named = {"type": "object", "properties": {"id": ID}}
    shared = was if "$ref" not in was else TEXT
    if "property" in row[0]:
        shared = named
    new["components"]["schemas"]["New"] = copy.deepcopy(shared)
    if "$ref" in was:
        old["components"]["schemas"]["New"] = copy.deepcopy(shared)
    return judged_on(old, new, {**fields, "target": TARGETS[place] + fields["target"]})


def judged_on(old: Tree, new: Tree, fields: dict[str, Any]) -> ActionVerdict:
    """The verdict of an action."""
    step = Step(
        number=1,
        title="S",
        reason="R",
        actions=(as_action(fields),),
        source=SOURCE,
    )
    ((verdict,),) = (found.actions for found in judge_trees(old, new, [step]))
    return verdict


def cells(table: list[Row]) -> list[Any]:
    """Every row at every place, in versions by turns."""
    found = []
    for number, row in enumerate(table):
        for shift, place in enumerate(TARGETS):
            version = VERSIONS[(number + shift) % len(VERSIONS)]
            name = f"{row[0]} - {place} - {version}"
            found.append(pytest.param(row, place, version, id=name))
    return found


@pytest.mark.parametrize(("row", "place", "version"), cells(ALIVE))
def test_a_step_whose_fault_is_still_there_stays(row: Row, place: str, version: str) -> None:
    verdict = judged(row, place, version)
    assert verdict.verdict in ASKED, verdict.message


@pytest.mark.parametrize(("row", "place", "version"), cells(MENDED))
def test_a_step_whose_fault_is_gone_is_retired(row: Row, place: str, version: str) -> None:
    verdict = judged(row, place, version)
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM, verdict.message


@pytest.mark.parametrize("place", TARGETS)
@pytest.mark.parametrize("row", MENDED_IN_30, ids=[row[0] for row in MENDED_IN_30])
def test_nullable_mends_in_30_alone(row: Row, place: str) -> None:
    assert judged(row, place, "3.0.3").verdict is Verdict.ALREADY_UPSTREAM
    for version in VERSIONS[1:]:
        assert judged(row, place, version).verdict is not Verdict.ALREADY_UPSTREAM


def of_objects(table: list[object_faults.Row]) -> list[Any]:
    """Every row with its name."""
    return [pytest.param(*row[1:], id=row[0]) for row in table]


@pytest.mark.parametrize(("was", "fields", "now"), of_objects(object_faults.ALIVE))
def test_another_object_whose_fault_is_still_there(
    was: dict[str, Any], fields: dict[str, Any], now: dict[str, Any]
) -> None:
    verdict = judged_on(frame(**was), frame(**now), fields)
    assert verdict.verdict in {*ASKED, Verdict.APPLIES}, verdict.message
    if verdict.verdict is Verdict.APPLIES:
        assert verdict.places[0].now_at is not None


@pytest.mark.parametrize(("was", "fields", "now"), of_objects(object_faults.MENDED))
def test_another_object_whose_fault_is_gone(
    was: dict[str, Any], fields: dict[str, Any], now: dict[str, Any]
) -> None:
    verdict = judged_on(frame(**was), frame(**now), fields)
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM, verdict.message


LIKE = {"type": "string", "nullable": True}
WITH_NULL = {"type": ["string", "null"]}
SHOWN = {"type": "string", "example": "a"}
RAISED: list[tuple[Any, Any, Verdict]] = [
    # What upstream raised with its version, and what it left behind.
    ({"a": LIKE}, {"a": WITH_NULL}, Verdict.ALREADY_UPSTREAM),
    ({"a": LIKE, "b": LIKE}, {"a": WITH_NULL}, Verdict.ALREADY_UPSTREAM),
    ({"a": LIKE}, {"a": LIKE}, Verdict.GONE),
    # An example is one in both versions.
    ({"a": SHOWN}, {"a": SHOWN}, Verdict.ALREADY_UPSTREAM),
    ({"a": SHOWN, "b": LIKE}, {"a": SHOWN, "b": LIKE}, Verdict.GONE),
    ({"a": LIKE, "b": LIKE}, {"a": WITH_NULL, "b": LIKE}, Verdict.GONE),
]


@pytest.mark.parametrize(("was", "now", "expected"), RAISED)
def test_a_version_that_upstream_raised(was: Any, now: Any, expected: Verdict) -> None:
    fields = {"target": "$", "x-edit": {"name": "upgrade-to-3.1"}}
    old = document({"type": "object", "properties": was}, "component", "3.0.3")
    new = document({"type": "object", "properties": now}, "component", "3.1.0")
    verdict = judged_on(old, new, fields)
    assert verdict.verdict is expected, verdict.message


NAMED: list[tuple[list[str], list[str], Verdict]] = [
    # What the list of required names has before and now, beside a property that went.
    (["a"], ["a"], Verdict.GONE),
    (["a", "b"], ["b"], Verdict.ALREADY_UPSTREAM),
    (["b"], ["b"], Verdict.ALREADY_UPSTREAM),
]


@pytest.mark.parametrize(("was", "now", "expected"), NAMED)
def test_what_names_a_removed_property_goes_with_it(
    was: list[str], now: list[str], expected: Verdict
) -> None:
    fields = {
        "target": "$.components.schemas.Pet.properties.a",
        "x-edit": {"name": "remove-where"},
    }
    both = {"type": "object", "properties": {"a": TEXT, "b": ID}}
    one = {"type": "object", "properties": {"b": ID}}
    old = document({**both, "required": was}, "component", "3.1.0")
    new = document({**one, "required": now}, "component", "3.1.0")
    verdict = judged_on(old, new, fields)
    assert verdict.verdict is expected, verdict.message


SAID: list[tuple[Any, dict[str, Any]]] = [
    # A schema, and a step that says once more what it says.
    (WITH_NULL, add(nullable=True)),
    (TEXT, put(".type", ["string"])),
    ({**TEXT, "examples": ["a"]}, add(example="a")),
    ({**TEXT, "const": "a"}, add(enum=["a"])),
    ({"allOf": [TEXT]}, add(type="string")),
]


@pytest.mark.parametrize(("schema", "fields"), SAID)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_step_stays_where_upstream_changed_nothing(
    schema: Any, fields: dict[str, Any], version: str
) -> None:
    verdict = judged(("said", schema, fields, schema), "property", version)
    assert verdict.verdict is Verdict.APPLIES, verdict.message


def test_a_branch_whose_component_has_another_name() -> None:
    def node(name: str) -> dict[str, Any]:
        branches = [{"$ref": f"#/components/schemas/{name}"}, {"type": "boolean"}]
        properties = {"id": {"oneOf": branches}, "name": {"type": "boolean"}}
        return {name: {"type": "object", "properties": properties}}

    old, new = (frame(components={"schemas": node(name)}) for name in ("Owner", "Keeper"))
    target = "$.components.schemas.Owner.properties.id.oneOf[?@['$ref']]"
    verdict = judged_on(old, new, {"target": target, "remove": True})
    assert verdict.verdict in ASKED, verdict.message


def test_a_fault_that_its_neighbor_has_too() -> None:
    member = {"type": "object"}
    was = {"type": "object", "additionalProperties": member}
    old, new = document(was, "component", "3.1.0"), document({"allOf": [was]}, "component", "3.1.0")
    fields = {"target": "$.components.schemas.Pet.type", "remove": True}
    assert judged_on(old, new, fields).verdict in ASKED


def test_what_a_later_step_removes_explains_nothing_at_the_index_of_another_member() -> None:
    one, other = ({"name": name, "in": "query", "required": False} for name in ("q", "r"))
    old = object_faults.frame(get={"parameters": [one, other]})
    new = {**old, "paths": {"/v2/pets": old["paths"]["/pets"]}}
    target = "$.paths['/pets'].get.parameters[?@.name=='q']"
    actions = [{"target": f"{target}.required", "remove": True}, {"target": target, "remove": True}]
    steps = [
        Step(number=number, title="S", reason="R", actions=(as_action(fields),), source=SOURCE)
        for number, fields in enumerate(actions, 1)
    ]
    verdicts = [step.verdict for step in judge_trees(old, new, steps)]
    assert verdicts == [Verdict.MOVED, Verdict.MOVED]


def test_a_mended_branch_beside_one_that_said_so_before() -> None:
    was = {"allOf": [{"type": "string", "minLength": 1}, TEXT, {"type": "boolean"}]}
    now = {"allOf": [{"type": "boolean", "minLength": 1}, WITH_BOOLEAN, {"type": "boolean"}]}
    old, new = document(was, "property", "3.1.0"), document(now, "property", "3.1.0")
    edit = {"name": "set-value", "value": "boolean"}
    fields = {"target": "$..place.allOf[?@.type == 'string'].type", "x-edit": edit}
    assert judged_on(old, new, fields).verdict is Verdict.ALREADY_UPSTREAM


WITH_BOOLEAN = {"type": ["boolean"]}


def test_what_another_branch_said_all_along_keeps_nothing_alive() -> None:
    def toy(kind: str) -> dict[str, Any]:
        branches = [{"properties": {"size": {"type": "integer"}}, "type": kind}, NAMED_TOY]
        properties = {"part": {"anyOf": branches}, "size": {"type": kind}}
        return {"Toy": {"type": kind, "properties": properties}}

    old, new = (frame(components={"schemas": toy(kind)}) for kind in ("object", "integer"))
    fields = {"target": "$.components..[?@.type == 'object']", "update": {"type": "integer"}}
    assert judged_on(old, new, fields).verdict is Verdict.ALREADY_UPSTREAM


NAMED_TOY = {"$ref": "#/components/schemas/Toy"}
