"""The law of renames: there and back again gives the same bytes, and loses no reference."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

DOCUMENT = """\
openapi: 3.0.3
tags:
  - name: pets # furry
paths:
  # One pet.
  /pets/{id}:
    summary: 'One pet'
    parameters:
      - {name: id, in: path, required: true}
    get:
      operationId: getPet # reads
      tags: [pets, others]
      x-label: "a label"
      parameters:
        - name: limit
          in: query
      responses:
        "200":
          description: fine
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Pet"}
          links:
            again:
              operationId: getPet
              parameters: {id: $response.body#/id, limit: 5}
            there: {operationRef: '#/paths/~1pets~1{id}/get'}
components:
  schemas:
    Pet: # purrs
      type: object
      required: [name, kind]
      properties:
        name: {type: string}
        kind: {type: string} # of animal
      discriminator:
        propertyName: kind
        mapping: {cat: '#/components/schemas/Cat', dog: Dog}
      example: {name: Tom, kind: cat}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
    Dog:
      allOf:
        - $ref: "#/components/schemas/Pet" # too
"""
PET = "$.components.schemas.Pet"
# Words that are texts without quotes, so that no quotes come and stay.
words = st.text("abcdefghijklmnop", min_size=5, max_size=9)


def by_table(name: str, old: str, shape: str = "{}") -> Any:
    """A rename by a table, and its way back, for a new word."""
    return lambda word: (
        edit(name, {"names": {old: shape.format(word)}}),
        edit(name, {"names": {shape.format(word): old}}),
    )


def from_to(
    name: str, old: str, target: str, back: str = "", shape: str = "{}", **more: str
) -> Any:
    """A rename from one word to another, and its way back, for a new word."""
    return lambda word: (
        edit(name, {"from": old, "to": shape.format(word), **more}, target),
        edit(
            name,
            {"from": shape.format(word), "to": old, **more},
            back.replace("WORD", word) or target,
        ),
    )


def key(word: str) -> tuple[str, str]:
    """A rename of a key, and its way back."""
    there = edit("rename-key", {"to": word}, PET)
    return there, edit("rename-key", {"to": "Pet"}, f"$.components.schemas.{word}")


ITEM = "$.paths['/pets/{id}']"
RENAMES = {
    "schema": by_table("rename-schema", "Pet"),
    "operation": by_table("rename-operation", "getPet"),
    "tag": by_table("rename-tag", "pets"),
    "path": by_table("rename-path", "/pets/{id}", "/{}/{{id}}"),
    "property": from_to("rename-property", "kind", PET),
    "path parameter": from_to(
        "rename-parameter", "id", ITEM, "$.paths['/pets/{WORD}']", **{"in": "path"}
    ),
    "query parameter": from_to("rename-parameter", "limit", ITEM + ".get", **{"in": "query"}),
    "extension": from_to("rename-extension", "x-label", "$", shape="x-{}"),
    "key": key,
}


@pytest.mark.parametrize("name", RENAMES)
@given(word=words)
def test_there_and_back_again_gives_the_same_bytes(name: str, word: str) -> None:
    assume(word not in DOCUMENT)
    there, back = RENAMES[name](word)
    renamed = after(DOCUMENT, there)
    assert word in renamed
    assert after(renamed, back) == DOCUMENT
    tree = make_document(renamed).tree
    assert len(list(references(tree))) == 3
    assert all(resolve(tree, reference) is not MISSING for _, reference in references(tree))
