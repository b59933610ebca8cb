"""Named things that are gone from their place, and may stand elsewhere under another name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.document.tree.values import Tree
from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

APPLIES, GONE = Verdict.APPLIES, Verdict.GONE
UPSTREAM = Verdict.ALREADY_UPSTREAM

AGE: Fields = {"type": "integer", "minimum": 1, "description": "In years."}
NAME: Fields = {"type": "string"}
EVERY = {"target": "$.components.schemas[*].properties[*]", "update": {"x-ours": 1}}
BOUNDS = {"target": "$.components.schemas[*].properties[*].minimum", "remove": True}
ONE = {"target": "$.components.schemas.Pet.properties.age.minimum", "remove": True}


def document(pet: Any, version: str, **schemas: Any) -> Tree:
    other = {"type": "object", "properties": {"size": {"type": "integer", "minimum": 1}}}
    made = {"Pet": pet, "Shop": other, **schemas}
    return {"openapi": version, "components": {"schemas": made}}


OLD: Fields = {"type": "object", "properties": {"age": AGE, "name": NAME}}
BARE: Fields = {"type": "object", "properties": {"name": NAME}}
YEARS: Fields = {"properties": {"years": AGE}}
STRANGER: Fields = {"properties": {"color": {"type": "string", "enum": ["red"]}}}
BASE: Fields = {"$ref": "#/components/schemas/Base"}

CASES: list[tuple[Fields, Fields, Fields, Verdict]] = [
    # A step, the schema of upstream now, what it refers to, and the verdict.
    (EVERY, OLD, {}, APPLIES),
    (EVERY, BARE, {}, APPLIES),
    (EVERY, {**BARE, "allOf": [STRANGER]}, {}, APPLIES),
    (EVERY, {**BARE, "allOf": [YEARS]}, {}, GONE),
    (EVERY, {**BARE, "allOf": [{"allOf": [YEARS]}]}, {}, GONE),
    (EVERY, {**BARE, "anyOf": [YEARS, STRANGER]}, {}, GONE),
    (EVERY, {**BARE, "oneOf": [STRANGER, YEARS]}, {}, GONE),
    (EVERY, {"allOf": [YEARS, BARE]}, {}, GONE),
    # A component is reached by the rule, whatever its properties are called.
    (EVERY, {**BARE, "allOf": [BASE]}, {"Base": STRANGER}, Verdict.CONFLICT),
    (BOUNDS, {**BARE, "allOf": [BASE]}, {"Base": YEARS}, APPLIES),
    (BOUNDS, {**BARE, "allOf": [YEARS]}, {}, GONE),
    (BOUNDS, {**BARE, "allOf": [STRANGER]}, {}, APPLIES),
    (ONE, {**BARE, "allOf": [YEARS]}, {}, GONE),
    (ONE, {**BARE, "allOf": [STRANGER]}, {}, GONE),
]


@pytest.mark.parametrize(("fields", "pet", "more", "verdict"), CASES)
@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
def test_a_rule_passes_over_nothing_that_only_has_another_name_elsewhere(
    version: str, fields: Fields, pet: Fields, more: Fields, verdict: Verdict
) -> None:
    found = judged(document(OLD, version), document(pet, version, **more), fields)
    assert found.verdict is verdict, found.message


def test_the_place_that_may_be_it_is_named() -> None:
    new = document({**BARE, "allOf": [YEARS]}, "3.1.1")
    found = judged(document(OLD, "3.1.1"), new, EVERY)
    place = ("components", "schemas", "Pet", "allOf", 0, "properties", "years")
    assert found.candidates == (place,)


PARAMETERS: list[tuple[list[Any], list[Any], Verdict]] = [
    # The parameters of the operation now, those of its path, and the verdict of a rule.
    ([{"name": "page", "in": "query"}], [], APPLIES),
    ([{"name": "page", "in": "query"}], [{"name": "limits", "in": "query", "schema": AGE}], GONE),
    ([{"name": "page", "in": "query"}], [{"name": "zone", "in": "header"}], APPLIES),
]


@pytest.mark.parametrize(("own", "shared", "verdict"), PARAMETERS)
def test_a_parameter_may_be_shared_under_another_name(
    own: list[Any], shared: list[Any], verdict: Verdict
) -> None:
    before = [{"name": "page", "in": "query"}, {"name": "limit", "in": "query", "schema": AGE}]
    trees = [
        {"openapi": "3.1.0", "paths": {"/pets": {"parameters": one, "get": {"parameters": two}}}}
        for one, two in (([], before), (shared, own))
    ]
    fields = {"target": "$.paths[*].get.parameters[*]", "update": {"x-ours": 1}}
    found = judged(trees[0], trees[1], fields)
    assert found.verdict is verdict, found.message


def test_no_server_is_an_operation_under_another_name() -> None:
    old: Tree = {
        "openapi": "3.1.0",
        "servers": [{"url": "https://a.test"}],
        "paths": {"/pets": {"get": {"summary": "All."}}, "/mail": {"get": {"summary": "Mail."}}},
    }
    new = {**old, "servers": [{"url": "https://b.test"}], "paths": {"/mail": {"get": {}}}}
    fields = {"target": "$.paths['/pets'].get", "update": {"summary": "Every pet."}}
    found = judged(old, new, fields)
    assert found.verdict is GONE
    assert found.candidates == ()
