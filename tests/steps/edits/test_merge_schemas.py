"""The edit merge-schemas: schemas that say the same become one."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

BEFORE = """\
components:
  schemas:
    Error: # the one
      type: object
      description: What went wrong.
      properties:
        cause: {$ref: '#/components/schemas/Error'}
    Error2:
      type: object
      description: It failed.
      properties:
        cause: {$ref: '#/components/schemas/Error2'}
    Narrow:
      type: object
      properties:
        cause: {$ref: '#/components/schemas/Error', minProperties: 1}
    Uses: {items: {$ref: "#/components/schemas/Error2"}}
    Union:
      oneOf: [{$ref: '#/components/schemas/Error2'}]
      discriminator: {propertyName: is, mapping: {bad: Error2}}
"""
AFTER = """\
components:
  schemas:
    Error: # the one
      type: object
      description: What went wrong.
      properties:
        cause: {$ref: '#/components/schemas/Error'}
    Narrow:
      type: object
      properties:
        cause: {$ref: '#/components/schemas/Error', minProperties: 1}
    Uses: {items: {$ref: "#/components/schemas/Error"}}
    Union:
      oneOf: [{$ref: '#/components/schemas/Error'}]
      discriminator: {propertyName: is, mapping: {bad: Error, Error2: '#/components/schemas/Error'}}
"""


def merge(names: list[str], into: str) -> str:
    return edit("merge-schemas", {"names": names, "into": into})


def test_references_and_mappings_follow() -> None:
    made = after(BEFORE, merge(["Error2", "Error"], "Error"))
    assert made == AFTER.replace(", Error2: '#/components/schemas/Error'", "")
    tree = make_document(made).tree
    assert all(resolve(tree, reference) is not MISSING for _, reference in references(tree))


def test_a_discriminator_keeps_the_words_on_the_wire() -> None:
    text = BEFORE.replace("is, mapping: {bad: Error2}", "is")
    tree = make_document(after(text, merge(["Error2"], "Error"))).tree
    mapping = tree["components"]["schemas"]["Union"]["discriminator"]["mapping"]
    assert mapping == {"Error2": "#/components/schemas/Error"}


REFUSED: list[Any] = [
    (["Nope"], "Error", "there is no schema Nope"),
    (["Error2"], "Nope", "there is no schema Nope"),
    (["Error"], "Error", "there is nothing to merge"),
    (
        ["Narrow"],
        "Error",
        (
            "Narrow and Error do not say the same: at "
            "$.components.schemas.Narrow.properties.cause.minProperties"
        ),
    ),
]


@pytest.mark.parametrize(("names", "into", "message"), REFUSED)
def test_what_differs_or_is_missing_is_refused(names: list[str], into: str, message: str) -> None:
    assert refusal(BEFORE, merge(names, into))[1].message == message


def test_a_union_does_not_get_the_same_branch_twice() -> None:
    text = BEFORE.replace("oneOf: [", "oneOf: [{$ref: '#/components/schemas/Error'}, ")
    message = "oneOf would have the branch #/components/schemas/Error twice"
    assert refusal(text, merge(["Error2"], "Error"))[1].message == message
