"""The document of the OpenAI-compatible API keeps its promises: ids, tags, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from openapi_schema_validator import OAS30Validator
from tests.repository import ROOT

PLACE = ROOT / "spec" / "ollama-openai" / "sanitized.yaml"
DOCUMENT: dict[str, Any] = yaml.safe_load(PLACE.read_text("utf-8"))
OPERATIONS = [
    (path, method, found)
    for path, item in DOCUMENT["paths"].items()
    for method, found in item.items()
]
IDS = [found["operationId"] for _, _, found in OPERATIONS]


def examples(node: Any, place: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Every example of media types, parameters and schemas, with the schema for it."""
    if isinstance(node, dict) and place.rsplit("/", 1)[-1] not in {"example", "examples"}:
        schema = node.get("schema", node)
        values = [node["example"]] if "example" in node else []
        if isinstance(node.get("examples"), dict):
            values += [found["value"] for found in node["examples"].values()]
        yield from ((place, schema, value) for value in values)
    if isinstance(node, (dict, list)):
        for key, member in node.items() if isinstance(node, dict) else enumerate(node):
            if key not in {"example", "examples"}:
                yield from examples(member, f"{place}/{key}")


def reached(node: Any, seen: set[str]) -> set[str]:
    """The names of the schemas that a part refers to, directly or through others."""
    if isinstance(node, dict):
        target = str(node.get("$ref", ""))
        if target and target not in seen:
            seen.add(target)
            _, _, kind, name = target.split("/")
            reached(DOCUMENT["components"][kind][name], seen)
        for member in node.values():
            reached(member, seen)
    elif isinstance(node, list):
        for member in node:
            reached(member, seen)
    return seen


def closed(node: Any, place: str) -> Iterator[str]:
    if isinstance(node, dict):
        if "enum" in node:
            yield place
        for key, member in node.items():
            yield from closed(member, f"{place}.{key}")


def test_ids_are_verb_and_noun_and_there_once() -> None:
    assert len(set(IDS)) == len(IDS) == 7
    assert all(re.fullmatch(r"(create|get|list)([A-Z][a-z]+)+", name) for name in IDS)


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=IDS)
def test_an_operation_has_a_known_tag_and_an_example_of_its_answer(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    assert set(operation["tags"]) <= {tag["name"] for tag in DOCUMENT["tags"]}
    assert all(
        "example" in media
        for name, media in operation["responses"]["200"]["content"].items()
        if "json" in name
    )
    assert (method == "get") == ("requestBody" not in operation), path
    for media in operation.get("requestBody", {}).get("content", {}).values():
        assert "example" in media or "examples" in media


@pytest.mark.parametrize(
    ("place", "schema", "value"),
    [pytest.param(*found, id=found[0]) for found in examples(DOCUMENT)],
)
def test_an_example_satisfies_its_schema(place: str, schema: Any, value: Any) -> None:
    whole = {**schema, "components": DOCUMENT["components"]}
    faults = [f"{place}: {fault.message}" for fault in OAS30Validator(whole).iter_errors(value)]
    assert not faults


def test_no_answer_is_closed_against_newer_words() -> None:
    requests = reached([found.get("requestBody") for _, _, found in OPERATIONS], set())
    answers = reached([found["responses"] for _, _, found in OPERATIONS], set())
    # Messages and tool calls are the same in questions and answers; only callers send parts.
    both = {"ContentPart"}
    names = {target.rsplit("/", 1)[-1] for target in answers if "/schemas/" in target} - both
    schemas = DOCUMENT["components"]["schemas"]
    assert names > {"ChatCompletion", "ResponsesResponse", "ErrorResponse"}
    assert requests
    assert [place for name in sorted(names) for place in closed(schemas[name], name)] == []


def test_every_operation_names_a_shape_for_any_fault() -> None:
    for path, _, operation in OPERATIONS:
        assert operation["responses"]["default"] == {"$ref": "#/components/responses/Error"}, path
        assert {"400", "404"} & set(operation["responses"]) or path == "/models"
