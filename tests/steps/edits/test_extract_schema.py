"""The edit extract-schema: schemas that say the same become one component and references."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

BEFORE = """\
paths:
  /pets:
    get:
      responses:
        "200":
          content:
            application/json:
              schema: # the pet
                type: object
                properties:
                  name: {type: string}
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {name: {type: string}}}
components:
  schemas:
    Name: {$ref: '#/paths/~1pets/post/requestBody/content/application~1json/schema/properties/name'}
    Other: {type: object, properties: {name: {type: integer}}}
"""
AFTER = """\
paths:
  /pets:
    get:
      responses:
        "200":
          content:
            application/json:
              schema: # the pet
                $ref: '#/components/schemas/Pet'
    post:
      requestBody:
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Pet"}
components:
  schemas:
    Name: {$ref: '#/components/schemas/Pet/properties/name'}
    Other: {type: object, properties: {name: {type: integer}}}
    Pet:
      type: object
      properties:
        name:
          type: string
"""
FIRST = "$.paths['/pets'].get.responses['200'].content['application/json'].schema.properties.name"
SCHEMAS = "$.paths..content['application/json'].schema"


def extract(name: str, target: str) -> str:
    return edit("extract-schema", {"as": name}, target)


def test_the_schemas_become_one_and_references_into_them_follow() -> None:
    made = after(BEFORE, extract("Pet", SCHEMAS))
    assert made == AFTER
    tree = make_document(made).tree
    assert all(resolve(tree, reference) is not MISSING for _, reference in references(tree))


def test_a_document_without_components_gets_some() -> None:
    text = "a:\n  schema: {type: string}\n"
    meant = (
        "a:\n  schema: {$ref: '#/components/schemas/A'}\n"
        "components:\n  schemas:\n    A:\n      type: string\n"
    )
    assert make_document(after(text, extract("A", "$.a.schema"))).tree == make_document(meant).tree


@pytest.mark.parametrize(
    ("name", "target", "message"),
    [
        ("Other", SCHEMAS, "there is a schema Other already"),
        ("Pet", "$.components.schemas.Name", "this is a reference"),
        ("Pet", "$.components.schemas.Other", "this schema has a name already"),
        ("Pet", "$.components.schemas.Other.type", "this is not a schema"),
        (
            "Pet",
            "$.paths['/pets'].get..schema..*",
            "the rule selects a place inside another place that it selects",
        ),
        (
            "Name2",
            "$..properties.name",
            (
                f"the selected schemas differ from {FIRST}: "
                "$.components.schemas.Other.properties.name.type"
            ),
        ),
    ],
)
def test_what_differs_or_is_named_already_is_refused(name: str, target: str, message: str) -> None:
    assert refusal(BEFORE, extract(name, target))[1].message == message
