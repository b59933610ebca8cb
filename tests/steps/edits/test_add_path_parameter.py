"""The edit add-path-parameter: what the template names is declared."""

from __future__ import annotations

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal

BEFORE = """\
paths:
  /a/{id}/{part}: # two names
    get: {operationId: a}
    put:
      parameters:
        - {name: part, in: path, required: true} # here only
  /b/{id}:
    parameters:
      - $ref: '#/components/parameters/Id'
    get: {}
components:
  parameters:
    Id: {name: id, in: path, required: true}
"""


def test_a_name_is_declared_by_the_path_or_by_the_operations_that_lack_it() -> None:
    made = after(BEFORE, edit("add-path-parameter", target="$.paths['/a/{id}/{part}']"))
    item = make_document(made).tree["paths"]["/a/{id}/{part}"]
    text = {"in": "path", "required": True, "schema": {"type": "string"}}
    assert item["parameters"] == [{"name": "id", **text}]
    assert item["get"]["parameters"] == [{"name": "part", **text}]
    assert [p["name"] for p in item["put"]["parameters"]] == ["part"]
    assert (
        "    put:\n      parameters:\n"
        "        - {name: part, in: path, required: true} # here only\n" in made
    )


def test_the_schema_can_be_given() -> None:
    text = "paths:\n  /a/{x}:\n    get: {}\n"
    step = edit("add-path-parameter", {"schema": {"type": "integer"}}, "$.paths.*")
    assert make_document(after(text, step)).tree["paths"]["/a/{x}"]["parameters"][0]["schema"] == {
        "type": "integer"
    }


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("$.paths['/b/{id}']", "every name in this path is declared"),
        ("$.paths['/b/{id}'].get", "this is not a path item"),
        ("$.paths['/b/{id}'].parameters", "this is not a path item"),
    ],
)
def test_a_path_that_lacks_nothing_is_refused(target: str, message: str) -> None:
    assert refusal(BEFORE, edit("add-path-parameter", target=target))[1].message == message
