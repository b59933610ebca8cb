"""Parameters and media types of every kind reach the method, the wire and the answer."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import typing
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
import yaml
from tests.generate.annotations import shown
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

VERSIONS = ("3.0.3", "3.1.0")
DOCUMENT = """
info: {title: Signatures, version: "1"}
servers: [{url: 'http://127.0.0.1:1'}]
paths:
  /files/{id}:
    get:
      operationId: fileById
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: fine}}
  /files/{name}:
    get:
      operationId: fileByName
      parameters: [{name: name, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: fine}}
  /files/{id}/parts:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: parts
      responses: {"204": {description: fine}}
  /files/{other}/parts:
    parameters: [{name: other, in: path, required: true, schema: {type: string}}]
    get: {responses: {"204": {description: fine}}}
    put:
      operationId: addPart
      responses: {"204": {description: fine}}
  /calls:
    get:
      operationId: calls
      parameters:
        - {name: StartTime, in: query, schema: {type: string}}
        - {name: StartTime<, in: query, schema: {type: string}}
        - {name: StartTime>, in: query, schema: {type: string}}
        - {name: "+1", in: query, schema: {type: integer, minimum: 0}}
        - {name: "-1", in: query, schema: {type: integer, minimum: 0}}
      responses: {"204": {description: fine}}
  /kinds:
    get:
      operationId: kinds
      parameters:
        - {name: kind, in: query, schema: {type: string, enum: [all]}}
        - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 9, default: 5}}
        - {name: many, in: query, schema: {type: array, items: {type: string, minLength: 1}}}
        - {name: state, in: query, schema: {$ref: '#/components/schemas/State'}}
        - {name: X-Map, in: header, schema: {type: object, additionalProperties: {type: string}}}
      responses: {"204": {description: fine}}
  /filter:
    get:
      operationId: filtered
      parameters:
        - name: filter
          in: query
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
        - {name: plain, in: query, schema: {type: string}}
      responses: {"204": {description: fine}}
  /needed:
    get:
      operationId: needed
      parameters:
        - name: filter
          in: query
          required: true
          content: {application/json: {schema: {type: array, items: {type: integer}}}}
      responses: {"204": {description: fine}}
  /anything:
    get:
      operationId: anything
      responses:
        "200": {description: ok, content: {'*/*': {schema: {$ref: '#/components/schemas/Thing'}}}}
  /picture:
    get:
      operationId: picture
      responses:
        "200":
          description: fine
          content:
            image/png: {schema: {type: string, format: binary}}
            application/json: {schema: {$ref: '#/components/schemas/Thing'}}
  /text:
    get:
      operationId: textOrJson
      responses:
        "200":
          description: fine
          content:
            text/plain: {schema: {type: string}}
            application/json: {schema: {$ref: '#/components/schemas/Thing'}}
  /token:
    get:
      operationId: token
      responses: {"200": {description: fine, content: {application/json: {schema: {type: string}}}}}
  /two:
    post:
      operationId: two
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Thing'}}
          multipart/form-data:
            schema: {type: object, properties: {file: {type: string, format: binary}}}
      responses: {"204": {description: fine}}
  /secrets:
    post:
      operationId: addSecret
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}
      responses: {"204": {description: fine}}
components:
  schemas:
    State: {type: string, enum: [open, closed]}
    Thing: {type: object, properties: {a: {type: string}}}
    New:
      type: object
      required: [type, name]
      properties:
        type: {type: string, enum: [new]}
        mode: {type: string, enum: [fast]}
        name: {type: string}
"""
CONST = {"kind": "all", "type": "new", "mode": "fast"}

# What is called, and what goes over the wire: method, target, body.
CALLS: list[tuple[Callable[[Any], Any], str, str, Any]] = [
    (lambda client: client.file_by_id("a b"), "GET", "/files/a%20b", None),
    (lambda client: client.file_by_name("x/y"), "GET", "/files/x%2Fy", None),
    (lambda client: client.parts("1"), "GET", "/files/1/parts", None),
    (lambda client: client.add_part("1"), "PUT", "/files/1/parts", None),
    (lambda client: client.kinds(kind="all"), "GET", "/kinds?kind=all", None),
    (lambda client: client.kinds(size=3), "GET", "/kinds?size=3", None),
    (lambda client: client.kinds(many=["a", "b"]), "GET", "/kinds?many=a&many=b", None),
    (lambda client: client.kinds(state="open"), "GET", "/kinds?state=open", None),
    (
        lambda client: client.filtered(filter={"a": "x"}, plain="p"),
        "GET",
        "/filter?filter=%7B%22a%22%3A%22x%22%7D&plain=p",
        None,
    ),
    (lambda client: client.needed(filter=[1, 2]), "GET", "/needed?filter=%5B1%2C2%5D", None),
    (lambda client: client.two(a="x"), "POST", "/two", {"a": "x"}),
    (
        lambda client: client.add_secret(type="new", name="n"),
        "POST",
        "/secrets",
        {"type": "new", "name": "n"},
    ),
]

# What answers, with what media type and bytes, and what the method gives.
ANSWERS: list[tuple[str, str, bytes, Any]] = [
    ("anything", "application/json", b'{"a": "x"}', {"a": "x"}),
    ("picture", "image/png", b"\x89PNG", b"\x89PNG"),
    ("picture", "application/json", b'{"a": "x"}', {"a": "x"}),
    ("text_or_json", "text/plain", b"words", "words"),
    ("text_or_json", "application/json", b'{"a": "x"}', {"a": "x"}),
    ("token", "application/json", b'"abc"', "abc"),
]


class Package:
    """A package, what was sent to its server, and what that answers."""

    def __init__(self, module: Any, warnings: tuple[str, ...]) -> None:
        self.module, self.warnings = module, warnings
        self.seen: list[httpx.Request] = []
        self.answer = httpx.Response(204)
        http = httpx.Client(transport=httpx.MockTransport(self._serve))
        self.client = module.Client("http://127.0.0.1:1", http=http, retries=0)

    def _serve(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return self.answer


def _document(version: str) -> dict[str, Any]:
    """The document; in 3.1 an enumeration of one value is a constant."""
    tree: dict[str, Any] = {"openapi": version, **yaml.safe_load(DOCUMENT)}
    del tree["paths"]["/files/{other}/parts"]["get"]
    fixed = tree if version.startswith("3.0") else _with_constants(tree)
    assert isinstance(fixed, dict)
    return fixed


def _with_constants(tree: Any) -> Any:
    if isinstance(tree, list):
        return [_with_constants(member) for member in tree]
    if not isinstance(tree, dict):
        return tree
    values = tree.get("enum", ())
    if len(values) == 1:
        return {key: value for key, value in tree.items() if key != "enum"} | {"const": values[0]}
    return {key: _with_constants(value) for key, value in tree.items()}


@pytest.fixture(scope="module", params=VERSIONS)
def package(
    request: pytest.FixtureRequest, plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory
) -> Package:
    version: str = request.param
    name = f"signatures_{version.replace('.', '_')}"
    own = replace(plan, package=name, client_modules={})
    made = shared_package(tmp_path_factory, name, lambda: generate(_document(version), own))
    folder: Path = write_parcel(made, tmp_path_factory.mktemp(name))
    sys.path.insert(0, str(folder))
    module = importlib.import_module(name)
    sys.path.remove(str(folder))
    return Package(module, made.warnings)


@pytest.mark.parametrize(("call", "method", "target", "body"), CALLS, ids=[c[2] for c in CALLS])
def test_a_call_says_what_the_document_says(
    package: Package, call: Callable[[Any], Any], method: str, target: str, body: Any
) -> None:
    package.seen.clear()
    package.answer = httpx.Response(204)
    assert call(package.client) is None
    (request,) = package.seen
    assert (request.method, request.url.raw_path.decode()) == (method, target)
    assert json.loads(request.content or b"null") == body


@pytest.mark.parametrize(
    ("name", "media_type", "content", "expected"), ANSWERS, ids=[f"{a[0]} {a[1]}" for a in ANSWERS]
)
def test_an_answer_is_read_by_its_media_type(
    package: Package, name: str, media_type: str, content: bytes, expected: Any
) -> None:
    headers = {"Content-Type": media_type}
    package.answer = httpx.Response(200, headers=headers, content=content)
    found = getattr(package.client, name)()
    if isinstance(expected, dict):
        found = found.model_dump(exclude_unset=True)
    assert found == expected


def test_names_that_are_spelled_alike_are_numbered(package: Package) -> None:
    *parameters, extra = inspect.signature(package.client.calls).parameters
    assert (len(parameters), extra) == (5, "extra")
    assert all(name.isidentifier() for name in parameters)
    package.seen.clear()
    package.answer = httpx.Response(204)
    package.client.calls(**dict.fromkeys(parameters[:3], "t"), **dict.fromkeys(parameters[3:], 2))
    assert package.seen[0].url.raw_path == (
        b"/calls?StartTime=t&StartTime%3C=t&StartTime%3E=t&%2B1=2&-1=2"
    )


def hints(package: Package, name: str) -> dict[str, str]:
    """The types of the arguments of a method, in short words."""
    found = typing.get_type_hints(getattr(package.client, name), vars(package.module.client))
    return {key: shown(value) for key, value in found.items() if key not in ("return", "extra")}


def test_types_of_arguments_say_what_can_be_given(package: Package) -> None:
    assert hints(package, "kinds") == {
        "kind": "Literal['all'] | None",
        "size": "int | None",
        "many": "list[str] | None",
        "state": "Literal['open', 'closed'] | None",
        "x_map": "dict[str, str] | None",
    }
    assert hints(package, "add_secret") == {
        "type": "Literal['new']",
        "name": "str",
        "mode": "Literal['fast'] | None",
    }
    assert hints(package, "filtered")["filter"] == "Thing | dict[str, Any] | None"
    assert hints(package, "needed") == {"filter": "list[int]"}


def test_all_that_the_document_says_is_heeded(package: Package) -> None:
    assert package.warnings == ()
