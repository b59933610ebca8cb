"""The edit rename-schema: every reference follows, data stays, and no name is taken twice."""

from __future__ import annotations

import pytest
from tests.steps.series import after, make_document, refusal

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING
from specmend.steps.step import Verdict

RENAME = "- {target: $, x-edit: {name: rename-schema, names: {Cat: Feline}}}"

BEFORE = """\
paths:
  /cats:
    get:
      responses:
        "200":
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Cat' # one of them
              example:
                $ref: '#/components/schemas/Cat'
components:
  schemas:
    Cat: # purrs
      type: object
      properties:
        kitten:
          $ref: "#/components/schemas/Cat"
        Cat:
          type: string
    Catalog:
      type: array
      items:
        $ref: '#/components/schemas/Cat/properties/kitten'
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator:
        propertyName: kind
        mapping:
          tame: Cat
          wild: '#/components/schemas/Cat'
          dog: Dog
    Dog:
      type: object
"""


def test_references_and_mappings_follow_and_nothing_else_does() -> None:
    meant = BEFORE.replace("schemas/Cat", "schemas/Feline").replace(
        "    Cat: # purrs", "    Feline: # purrs"
    )
    meant = meant.replace("schemas/Felinealog", "schemas/Catalog").replace(
        "tame: Cat", "tame: Feline"
    )
    example = "              example:\n                $ref: '#/components/schemas/"
    meant = meant.replace(f"{example}Feline'", f"{example}Cat'")
    assert after(BEFORE, RENAME) == meant


def test_every_reference_still_leads_somewhere_and_their_number_is_the_same() -> None:
    old, new = make_document(BEFORE).tree, make_document(after(BEFORE, RENAME)).tree
    assert len(list(references(old))) == len(list(references(new))) == 5
    assert all(resolve(new, target) is not MISSING for _, target in references(new))


def test_two_schemas_may_swap_their_names() -> None:
    swapped = after(
        BEFORE, "- {target: $, x-edit: {name: rename-schema, names: {Cat: Dog, Dog: Cat}}}"
    )
    tree = make_document(swapped).tree
    assert list(tree["components"]["schemas"]) == ["Dog", "Catalog", "Pet", "Cat"]
    assert tree["components"]["schemas"]["Pet"]["discriminator"]["mapping"]["dog"] == "Cat"


def test_a_discriminator_without_a_mapping_keeps_the_words_on_the_wire() -> None:
    text = """
    components:
      schemas:
        Pet:
          oneOf:
            - $ref: '#/components/schemas/Cat'
          discriminator:
            propertyName: kind
        Cat:
          type: object
    """
    tree = make_document(after(text, RENAME)).tree
    assert tree["components"]["schemas"]["Pet"]["discriminator"] == {
        "propertyName": "kind",
        "mapping": {"Cat": "#/components/schemas/Feline"},
    }


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("{Cow: Bovine}", "there is no schema Cow"),
        ("{Cat: Dog}", "Cat would become Dog, which is taken"),
        ("{Cat: Animal, Dog: Animal}", "Cat would become Animal, which is taken"),
    ],
)
def test_names_that_are_missing_or_taken_are_refused(names: str, message: str) -> None:
    verdict, problem = refusal(
        BEFORE, f"- {{target: $, x-edit: {{name: rename-schema, names: {names}}}}}"
    )
    assert (verdict, problem.message) == (Verdict.CONFLICT, message)
