"""The edit rename-path: references follow, and the parameters of the path stay satisfied."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

BEFORE = """\
paths:
  /pets/{id}: # one
    parameters:
      - {name: id, in: path}
    get:
      responses:
        "200":
          links:
            self: {operationRef: '#/paths/~1pets~1{id}/get'}
  "/animals/{id}":
    $ref: '#/paths/~1pets~1{id}'
  /typo/{petid}:
    get:
      parameters:
        - {name: petId, in: path}
"""


def rename(names: dict[str, str]) -> str:
    return edit("rename-path", {"names": names})


def test_the_path_keeps_its_place_and_references_follow() -> None:
    meant = BEFORE.replace("  /pets/", "  /v2/pets/").replace("~1pets", "~1v2~1pets")
    made = after(BEFORE, rename({"/pets/{id}": "/v2/pets/{id}"}))
    assert made == meant
    tree = make_document(made).tree
    assert [resolve(tree, reference) is not MISSING for _, reference in references(tree)] == [True]


def test_quotes_stay_and_a_mistyped_template_can_be_mended() -> None:
    meant = BEFORE.replace('"/animals/{id}"', '"/beasts/{id}"').replace("{petid}", "{petId}")
    assert (
        after(BEFORE, rename({"/animals/{id}": "/beasts/{id}", "/typo/{petid}": "/typo/{petId}"}))
        == meant
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("/cows", "/cattle", "there is no path /cows"),
        ("/pets/{id}", "/animals/{id}", "/pets/{id} would become /animals/{id}, which is taken"),
        (
            "/typo/{petid}",
            "/pets/{petId}",
            "/typo/{petid} would become /pets/{petId}, which is the same path as /pets/{id}",
        ),
        (
            "/pets/{id}",
            "/pets/{pet}",
            "{pet} would be declared by no parameter; the path parameter id would have no place",
        ),
        ("/pets/{id}", "/pets", "the path parameter id would have no place"),
        ("/animals/{id}", "/animals", "the parameters of this path stand elsewhere"),
    ],
)
def test_what_would_break_the_path_is_refused(old: str, new: str, message: str) -> None:
    assert refusal(BEFORE, rename({old: new}))[1].message == message
