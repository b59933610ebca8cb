"""The edit rename-extension: a field that starts with x- gets another name, its values stay."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, refusal

BEFORE = """\
x-label: top # kept
paths:
  x-label: {x-label: data}
  /a:
    get:
      "x-label": 'get'
      x-old: {x-label: data}
      security: [{x-label: []}]
      responses:
        "200":
          headers:
            x-label: {schema: {type: string}}
components:
  schemas:
    A:
      properties:
        x-label: {x-label: inner}
      example: {x-label: data}
"""


def rename(old: str, new: str, target: str = "$") -> str:
    return edit("rename-extension", {"from": old, "to": new}, target)


def test_every_object_of_the_document_has_the_new_name_and_data_stays() -> None:
    meant = BEFORE.replace("x-label: top", "x-name: top").replace(
        "  x-label: {x-label: data}\n  /a", "  x-name: {x-label: data}\n  /a"
    )
    meant = meant.replace("\"x-label\": 'get'", "\"x-name\": 'get'").replace(
        "{x-label: inner}", "{x-name: inner}"
    )
    assert after(BEFORE, rename("x-label", "x-name")) == meant


def test_only_the_selected_objects_are_changed() -> None:
    meant = BEFORE.replace('"x-label"', '"x-name"')
    assert after(BEFORE, rename("x-label", "x-name", "$.paths['/a'].get")) == meant


@pytest.mark.parametrize(
    ("old", "new", "target", "message"),
    [
        ("x-nope", "x-name", "$", "no object has x-nope"),
        ("x-label", "x-name", "$.paths['/a']", "there is no x-label here"),
        ("x-label", "x-old", "$", "there is a x-old beside it"),
    ],
)
def test_what_is_missing_or_taken_is_refused(old: str, new: str, target: str, message: str) -> None:
    assert refusal(BEFORE, rename(old, new, target))[1].message == message
