"""A fault that went from a component may be said again by what is made of it."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.document import parse_document
from specmend.drift.composed import composed
from specmend.drift.judge import judge_trees
from specmend.matching.locator import Locator
from specmend.steps.proposal import as_action
from specmend.steps.step import Step, Verdict

PET_REF = {"$ref": "#/components/schemas/Pet"}
TAG = "$.components.schemas.Pet.required[?@ == 'tag']"
PATTERN = "$.components.schemas.Pet.properties.tag.pattern"
TEXT = {"type": "string"}
SHORT = {"type": "string", "pattern": "^a$"}
VERSIONS = ("3.0.3", "3.1.1", "3.2.0")


def document(
    version: str, body: Any, *, required: list[str], tag: Any = TEXT, **schemas: Any
) -> dict[str, Any]:
    """A document whose body is made of a component."""
    pet = {"type": "object", "required": required, "properties": {"id": TEXT, "tag": tag}}
    content = {"application/json": {"schema": body}}
    return {
        "openapi": version,
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/pets": {"post": {"requestBody": {"content": content}, "responses": {}}}},
        "components": {"schemas": {"Pet": pet, **schemas}},
    }


def verdict_of(old: Any, new: Any, target: str) -> Verdict:
    action = as_action({"target": target, "remove": True})
    source = parse_document("{}", "step.yaml")
    step = Step(number=1, title="S", reason="R", source=source, actions=(action,))
    (verdict,) = judge_trees(old, new, [step])
    return verdict.verdict


BRANCH = {"allOf": [PET_REF, {"required": ["tag"]}]}
BESIDE = {"allOf": [PET_REF, {"required": ["id"]}]}
NEXT: list[tuple[Any, Verdict]] = [
    # What upstream made of the body, while it took the name out of the component.
    (PET_REF, Verdict.ALREADY_UPSTREAM),
    (BESIDE, Verdict.ALREADY_UPSTREAM),
    ({"allOf": [PET_REF], "description": "A pet."}, Verdict.ALREADY_UPSTREAM),
    (BRANCH, Verdict.GONE),
    ({"allOf": [PET_REF], "required": ["tag"]}, Verdict.GONE),
    ({"allOf": [{"allOf": [PET_REF]}, {"required": ["id", "tag"]}]}, Verdict.GONE),
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("body", "expected"), NEXT)
def test_a_name_that_is_required_where_the_component_is_used(
    body: Any, expected: Verdict, version: str
) -> None:
    old = document(version, PET_REF, required=["id", "tag"])
    new = document(version, body, required=["id"])
    assert verdict_of(old, new, TAG) is expected


@pytest.mark.parametrize("version", VERSIONS)
def test_a_schema_between_the_component_and_its_use(version: str) -> None:
    between = {"$ref": "#/components/schemas/NewPet"}
    named = {"NewPet": {"allOf": [PET_REF]}}
    old = document(version, between, required=["id", "tag"], **named)
    for schemas, body in (
        ({"NewPet": BRANCH}, between),
        (named, {"allOf": [between, {"required": ["tag"]}]}),
    ):
        new = document(version, body, required=["id"], **schemas)
        assert verdict_of(old, new, TAG) is Verdict.GONE


@pytest.mark.parametrize("version", VERSIONS)
def test_a_property_of_the_component(version: str) -> None:
    old = document(version, PET_REF, required=["id"], tag=SHORT)
    for tag, expected in ((SHORT, Verdict.GONE), (TEXT, Verdict.ALREADY_UPSTREAM)):
        body = {"allOf": [PET_REF, {"properties": {"tag": tag}}]}
        new = document(version, body, required=["id"])
        assert verdict_of(old, new, PATTERN) is expected


def test_what_was_said_before_is_no_fault_that_is_left() -> None:
    old = document("3.1.0", BRANCH, required=["id", "tag"])
    new = document("3.1.0", {**BRANCH, "title": "Body"}, required=["id"])
    assert verdict_of(old, new, TAG) is Verdict.ALREADY_UPSTREAM


@pytest.mark.parametrize("version", VERSIONS[1:])
def test_a_name_that_is_required_beside_another_one(version: str) -> None:
    old = document(version, PET_REF, required=["id", "tag"])
    new = document(version, PET_REF, required=["id"])
    new["components"]["schemas"]["Pet"]["dependentRequired"] = {"id": ["tag"]}
    assert verdict_of(old, new, TAG) is Verdict.GONE


def test_a_parameter_that_went_into_the_whole_query() -> None:
    limit, debug = ({"name": name, "in": "query", "schema": TEXT} for name in ("limit", "debug"))
    old = document("3.2.0", PET_REF, required=["id"])
    old["paths"]["/pets"]["post"]["parameters"] = [limit, debug]
    for names, expected in (
        (["limit", "debug"], Verdict.GONE),
        (["limit"], Verdict.ALREADY_UPSTREAM),
    ):
        new = document("3.2.0", PET_REF, required=["id"])
        form = {"schema": {"type": "object", "properties": dict.fromkeys(names, TEXT)}}
        content = {"application/x-www-form-urlencoded": form}
        new["paths"]["/pets"]["post"]["parameters"] = [
            {"name": "q", "in": "querystring", "content": content}
        ]
        target = "$.paths['/pets'].post.parameters[?@.name == 'debug']"
        assert verdict_of(old, new, target) is expected


def test_the_places_of_what_is_made_of_a_component() -> None:
    old = document("3.1.0", PET_REF, required=["id"])
    new = document("3.1.0", BRANCH, required=["id"])
    body = ("paths", "/pets", "post", "requestBody", "content", "application/json", "schema")
    tag = ("properties", "tag")
    pet = ("components", "schemas", "Pet")
    assert list(composed(Locator(old, new), (*pet, *tag))) == [((*body, *tag), (*body, *tag))]
    assert list(composed(Locator(old, old), pet)) == []
    assert list(composed(Locator(old, new), body)) == []
