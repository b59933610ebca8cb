"""Projects with many APIs, made by a script: small ones, or larger ones."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

import yaml

OPERATIONS: Final = 40
SCHEMAS: Final = 60
"""What a larger document has of each."""

_SMALL: Final = """\
openapi: 3.1.0
info:
  title: Service {number}
  version: "1.0"
servers:
  - url: https://service-{number}.example.com
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      parameters:
        - name: limit
          in: query
          schema: {{type: integer}}
      responses:
        "200":
          description: All of them.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Thing{number}'
    post:
      operationId: createThing
      tags: [things]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Thing{number}'
      responses:
        "201":
          description: The new one.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing{number}'
  /things/{{id}}:
    get:
      operationId: getThing
      tags: [things]
      parameters:
        - name: id
          in: path
          required: true
          schema: {{type: string}}
      responses:
        "200":
          description: One.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing{number}'
components:
  schemas:
    Thing{number}:
      type: object
      required: [id]
      properties:
        id: {{type: string}}
        name: {{type: string}}
        size: {{type: integer}}
"""
_STEP: Final = """\
overlay: 1.1.0
info:
  title: Say that the size may be null
  version: 1.0.0
  x-reason: The server answers null where it does not know the size.
actions:
  - target: $.components.schemas.Thing{number}.properties.size.type
    x-edit: {{name: set-value, value: [integer, "null"]}}
    x-expect: {{matches: 1, before: integer}}
"""


def make_project(folder: Path, number: int, *, large: bool = False) -> list[str]:
    """Write a project with so many APIs, each with a step; their names."""
    names = [f"service-{index:04}" for index in range(number)]
    for index, name in enumerate(names):
        data = (_large(index) if large else _SMALL.format(number=index)).encode()
        digest = hashlib.sha256(data).hexdigest()
        pin = f'origin = "a script"\ndate = 2026-01-01\nsha256 = "{digest}"\n'
        step = _STEP.format(number=index)
        files = {
            f"spec/{name}/upstream.yaml": data,
            f"spec/{name}/pin.toml": pin.encode(),
            f"patches/{name}/0001-say-that-the-size-may-be-null.yaml": step.encode(),
        }
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    tables = [f'[apis.{name}]\npackage = "{name.replace("-", "_")}"\n' for name in names]
    (folder / "specmend.toml").write_text("\n".join(tables), "utf-8")
    return names


def _large(number: int) -> str:
    """A document with many operations and schemas, each of which leads to others."""
    paths = (OPERATIONS + 3) // 4
    document = {
        "openapi": "3.1.0",
        "info": {"title": f"Service {number}", "version": "1.0"},
        "servers": [{"url": f"https://service-{number}.example.com"}],
        "paths": dict(pair for index in range(paths) for pair in _paths(number, index)),
        "components": {
            "schemas": {f"Thing{number}": _schema(number, 0)}
            | {f"Part{index}": _schema(number, index) for index in range(1, SCHEMAS)}
        },
    }
    return yaml.dump(document, Dumper=_Plain, sort_keys=False)


class _Plain(yaml.SafeDumper):
    """Writes what is at several places out at each of them."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _paths(number: int, index: int) -> list[tuple[str, Any]]:
    """Two paths with four operations."""
    name, tag = f"things{index}", f"group {index % 7}"
    thing = _ref(number, index * 5)
    one = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    many = [
        {"name": word, "in": "query", "schema": schema}
        for word, schema in (
            ("limit", {"type": "integer", "minimum": 1, "maximum": 100}),
            ("after", {"type": "string", "format": "date-time"}),
            ("state", {"type": "array", "items": {"enum": ["new", "old", "lost"]}}),
        )
    ]
    listed = {"type": "object", "properties": {"items": {"type": "array", "items": thing}}}
    return [
        (f"/{name}", {
            "get": _operation(f"list {name}", tag, listed, parameters=many),
            "post": _operation(f"create {name}", tag, thing, requestBody=_body(thing)),
        }),
        (f"/{name}/{{id}}", {
            "parameters": [one],
            "get": _operation(f"get {name}", tag, thing),
            "patch": _operation(f"change {name}", tag, thing, requestBody=_body(thing)),
        }),
    ]  # fmt: skip


def _operation(words: str, tag: str, answer: Any, **more: Any) -> dict[str, Any]:
    verb, _, name = words.partition(" ")
    return {
        "operationId": verb + name.title(),
        "summary": f"{words.capitalize()}, as the service has them at this moment.",
        "tags": [tag],
        **more,
        "responses": {"200": {"description": "What was asked for.", **_body(answer)}},
    }


def _body(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def _schema(number: int, index: int) -> dict[str, Any]:
    return {
        "type": "object",
        "description": f"Part {index} of what the service knows.",
        "required": ["id", "state"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "name": {"type": "string", "maxLength": 80, "description": "What people call it."},
            "size": {"type": "integer"},
            "state": {"type": "string", "enum": ["new", "old", "lost"]},
            "made": {"type": "string", "format": "date-time"},
            "marks": {"type": "object", "additionalProperties": {"type": "string"}},
            "next": _ref(number, index + 1),
            "parts": {"type": "array", "items": _ref(number, 2 * index + 1)},
            "one": {"oneOf": [{"type": "string"}, _ref(number, index + 7)]},
        },
    }


def _ref(number: int, index: int) -> dict[str, str]:
    """A reference to a schema; the first of them has a name of its own in each document."""
    place = index % SCHEMAS
    return {"$ref": f"#/components/schemas/{f'Part{place}' if place else f'Thing{number}'}"}
