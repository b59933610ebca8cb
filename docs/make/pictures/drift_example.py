"""A small move of upstream that meets five steps in five ways: the example of the drift table."""

from __future__ import annotations

from typing import Final

from specmend.document.text.document import Document, parse_document
from specmend.steps.read import read_step
from specmend.steps.step import Step

_OLD: Final = """\
openapi: 3.0.3
info: {title: Pet store, version: "1.4"}
paths:
  /owners:
    get:
      operationId: listOwners
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 50}}
      responses:
        "200": {description: The owners.}
components:
  schemas:
    Owner:
      type: object
      properties:
        name: {type: string}
        fax: {type: integer}
    Pet:
      type: object
      required: [id, name]
      properties:
        id: {type: string}
        name: {type: string, maxLength: 40}
"""

_NEW: Final = """\
openapi: 3.0.3
info: {title: Pet store, version: "1.5"}
paths:
  /people:
    get:
      operationId: listOwners
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 50}}
      responses:
        "200": {description: The owners.}
  /vets:
    get:
      operationId: listVets
      responses:
        "204": {description: No vet is on duty.}
components:
  schemas:
    Owner:
      type: object
      properties:
        name: {type: string}
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: string}
        name: {type: string, maxLength: 60}
"""

_STEPS: Final = (
    (
        "Let a pet have no name",
        "$.components.schemas.Pet.required[?@ == 'name']",
        "remove: true",
        "name",
    ),
    (
        "Make the id of a pet a number",
        "$.components.schemas.Pet.properties.id.type",
        "update: integer",
        "string",
    ),
    ("Let names be long", "$.components.schemas.Pet.properties.name.maxLength", "update: 80", "40"),
    (
        "Allow 100 owners a page",
        "$.paths['/owners'].get.parameters[?@.name == 'limit'].schema.maximum",
        "update: 100",
        "50",
    ),
    (
        "Make the fax a text",
        "$.components.schemas.Owner.properties.fax.type",
        "update: string",
        "integer",
    ),
)
"""Of each step the title, the target, the action, and what it found."""


def documents() -> tuple[Document, Document]:
    """The document that the steps were recorded on, and the new one."""
    return parse_document(_OLD, "upstream.yaml"), parse_document(_NEW, "Pet store 1.5")


def steps() -> tuple[Step, ...]:
    """The five steps."""
    return tuple(
        read_step(parse_document(_text(*fields), f"patches/petstore/{number:04}-step.yaml"), number)
        for number, fields in enumerate(_STEPS, 1)
    )


def _text(title: str, target: str, action: str, before: str) -> str:
    return f"""\
overlay: 1.1.0
info: {{title: {title}, version: 1.0.0, x-reason: The server does.}}
actions:
  - target: {target}
    {action}
    x-expect: {{matches: 1, before: {before}}}
"""
