"""What becomes of the text of a document that is brought in: it stays where nothing is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.source.bundle.files import take

from specmend.document.text.document import parse_document
from specmend.source.prepare import written

TEXT = """\
# Pets, by hand
openapi: 3.1.0
info: {title: Pets, version: "1"} # the first
paths:
  /pets:
    $ref: paths/pets.yaml # all of them
  /tags:
    get: {responses: {"204": {$ref: "responses.yaml#/Empty"}}}
"""
MADE = """\
# Pets, by hand
openapi: 3.1.0
info: {title: Pets, version: "1"} # the first
paths:
  /pets:
    get:
      responses:
        "204":
          $ref: "#/components/responses/Empty" # all of them
  /tags:
    get: {responses: {"204": {$ref: "#/components/responses/Empty"}}}
components:
  responses:
    Empty:
      description: Nothing.
"""
PETS = 'get: {responses: {"204": {$ref: ../responses.yaml#/Empty}}}\n'
AS_JSON = """\
{
  "openapi": "3.1.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {},
  "components": {"schemas": {"Pet": {"$ref": "Pet.yaml"}}}
}
"""


def test_the_text_of_the_root_stays_where_nothing_is_replaced(tmp_path: Path) -> None:
    files = {
        "root.yaml": TEXT,
        "paths/pets.yaml": PETS,
        "responses.yaml": "Empty: {description: Nothing.}\n",
    }
    made = take(tmp_path, files)
    assert made.made_by == ("bundle 1",)
    assert made.document.text == MADE
    assert take(tmp_path, files) == made


def test_what_takes_the_place_of_braces_is_written_in_blocks(tmp_path: Path) -> None:
    text = """\
openapi: 3.1.0
info: {title: P, version: '1'}
paths:
  /a: {$ref: a.yaml} # the first
  /b: {get: {$ref: b.yaml}}
"""
    files = {"a.yaml": "get: {responses: {}}\n", "b.yaml": "responses: {}\n"}
    assert (
        take(tmp_path, {"root.yaml": text, **files}).document.text
        == """\
openapi: 3.1.0
info: {title: P, version: '1'}
paths:
  /a: # the first
    get:
      responses: {}
  /b: {get: {responses: {}}}
"""
    )


def test_json_stays_json(tmp_path: Path) -> None:
    made = take(tmp_path, {"root.json": AS_JSON, "Pet.yaml": "type: object\n"})
    assert made.document.format == "json"
    pet = '{\n    "type": "object"\n  }'
    assert made.document.text == AS_JSON.replace('{"$ref": "Pet.yaml"}', pet)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_document_of_one_file_stays_byte_for_byte(tmp_path: Path, ending: str) -> None:
    text = "openapi: 3.1.0\ninfo: {title: P, version: '1'}\npaths: {}\n".replace("\n", ending)
    made = take(tmp_path, {"root.yaml": text})
    assert (made.document.text, made.made_by, made.sources) == (text, (), ())


def test_what_cannot_be_edited_in_place_is_written_anew_with_a_notice() -> None:
    document = parse_document("a: &x {b: 1}\nc: {<<: *x, d: 2}\n", "root.yaml")
    made, (notice,) = written(document, {"a": {"b": 1}, "c": {"b": 3, "d": 2}})
    assert made.tree == {"a": {"b": 1}, "c": {"b": 3, "d": 2}}
    assert "serialized again" in notice.message
    assert notice.location == "root.yaml:2:4"
