"""The edit rename-operation: ids by a table, and the links that name them."""

from __future__ import annotations

import pytest
from tests.steps.series import after, refusal

RENAME = "- {target: $, x-edit: {name: rename-operation, names: {list: listPets, show: showPet}}}"

BEFORE = """\
paths:
  /pets:
    get:
      operationId: list
      responses:
        "200":
          links:
            one:
              operationId: show
          description: operationId list
  /pets/{id}:
    get:
      operationId: "show"
      example: {operationId: list}
"""


def test_ids_and_links_follow() -> None:
    meant = BEFORE.replace(
        "operationId: list\n      responses", "operationId: listPets\n      responses"
    )
    meant = meant.replace("              operationId: show", "              operationId: showPet")
    assert after(BEFORE, RENAME) == meant.replace('"show"', '"showPet"')


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("{lst: listPets}", "there is no operation lst"),
        ("{list: show}", "list would become show, which is taken"),
    ],
)
def test_ids_that_are_missing_or_taken_are_refused(names: str, message: str) -> None:
    _, problem = refusal(
        BEFORE, f"- {{target: $, x-edit: {{name: rename-operation, names: {names}}}}}"
    )
    assert problem.message == message
