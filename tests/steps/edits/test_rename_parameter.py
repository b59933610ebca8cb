"""The edit rename-parameter: declarations, templates, references into the path and links follow."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal, run

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

BEFORE = """\
paths:
  /pets/{id}: # one pet
    parameters:
      - {name: id, in: path, required: true} # its number
    get:
      operationId: getPet
      parameters:
        - name: "id"
          in: query
        - {name: limit, in: query}
      responses:
        "200":
          links:
            again:
              operationId: getPet
              parameters: {path.id: $response.body#/id, limit: 3}
            other:
              operationId: getOwner
              parameters: {path.id: $response.body#/id}
    put:
      parameters:
        - {$ref: '#/components/parameters/Size'}
  /owners/{id}:
    get:
      operationId: getOwner
      parameters:
        - {$ref: '#/components/parameters/Id'}
        - {$ref: '#/paths/~1pets~1{id}/get/parameters/1'}
components:
  parameters:
    Id: {name: id, in: path, required: true}
    Size: {name: size, in: query}
"""


def rename(old: str, new: str, where: str, target: str) -> str:
    return edit("rename-parameter", {"from": old, "to": new, "in": where}, target)


PET = "$.paths['/pets/{id}']"


def test_a_path_parameter_takes_the_template_the_references_and_the_links_along() -> None:
    meant = BEFORE.replace("/pets/{id}:", "/pets/{petId}:").replace(
        "{name: id, in: path, required: true} # its",
        "{name: petId, in: path, required: true} # its",
    )
    meant = meant.replace("~1pets~1{id}", "~1pets~1{petId}").replace(
        "{path.id: $response.body#/id, l", "{path.petId: $response.body#/id, l"
    )
    assert after(BEFORE, rename("id", "petId", "path", PET)) == meant
    assert after(BEFORE, rename("id", "petId", "path", PET + ".get")) == meant


def test_a_query_parameter_is_another_one() -> None:
    meant = BEFORE.replace('- name: "id"', '- name: "pet_id"')
    assert after(BEFORE, rename("id", "pet_id", "query", PET + ".get")) == meant


def test_links_name_a_parameter_with_and_without_its_place() -> None:
    meant = BEFORE.replace("{name: limit,", "{name: max,").replace("#/id, limit: 3", "#/id, max: 3")
    assert after(BEFORE, rename("limit", "max", "query", PET + ".get")) == meant


def test_a_shared_parameter_is_renamed_for_all_who_use_it() -> None:
    meant = BEFORE.replace("Id: {name: id,", "Id: {name: ownerId,").replace(
        "/owners/{id}", "/owners/{ownerId}"
    )
    meant = meant.replace(
        "getOwner\n              parameters: {path.id",
        "getOwner\n              parameters: {path.ownerId",
    )
    assert after(BEFORE, rename("id", "ownerId", "path", "$.components.parameters.Id")) == meant
    meant = BEFORE.replace("{name: size,", "{name: dimension,")
    assert (
        after(BEFORE, rename("size", "dimension", "query", "$.components.parameters.Size")) == meant
    )


def test_every_operation_of_a_path_follows() -> None:
    text = "paths:\n  /a/{id}:\n    summary: both\n" + "".join(
        f"    {method}: {{parameters: [{{name: id, in: path}}]}}\n" for method in ("get", "put")
    )
    meant = text.replace("{id}", "{key}").replace("name: id", "name: key")
    assert after(text, rename("id", "key", "path", "$.paths['/a/{id}'].put")) == meant


def test_references_are_as_many_as_before_and_lead_somewhere() -> None:
    tree = run(BEFORE, rename("id", "petId", "path", PET)).document.tree
    assert len(list(references(tree))) == len(list(references(make_document(BEFORE).tree))) == 3
    assert all(resolve(tree, reference) is not MISSING for _, reference in references(tree))


def test_json_is_edited_in_place() -> None:
    text = """
    {"paths": {
      "/a/{x}": {"summary": "One",
        "get": {"parameters": [{"name": "x",  "in": "path"}]}}
    }}
    """
    meant = text.replace('"x"', '"y"').replace("{x}", "{y}")
    assert after(text, rename("x", "y", "path", "$.paths.*")) == dedent(meant).lstrip("\n")


def test_what_it_touched_is_told() -> None:
    touches = run(BEFORE, rename("id", "petId", "path", PET)).outcomes[0].touches
    assert [(t.address, t.to) for t in touches] == [
        (
            ("paths", "/pets/{id}", "parameters", 0, "name"),
            ("paths", "/pets/{petId}", "parameters", 0, "name"),
        ),
        (("paths", "/pets/{id}"), ("paths", "/pets/{petId}")),
    ]


@pytest.mark.parametrize(
    ("old", "new", "where", "target", "message"),
    [
        ("id", "x", "header", PET + ".get", "there is no header parameter id here"),
        ("limit", "id", "query", PET + ".get", "there is a query parameter id already"),
        ("size", "limit", "query", PET + ".put", "the parameter size is shared"),
        ("id", "x", "path", "$.paths['/owners/{id}']", "the parameter id is shared"),
        (
            "id",
            "x",
            "path",
            "$.paths['/pets/{id}'].get.operationId",
            "this is not a parameter, operation or path item",
        ),
    ],
)
def test_what_is_missing_taken_or_shared_is_refused(
    old: str, new: str, where: str, target: str, message: str
) -> None:
    assert refusal(BEFORE, rename(old, new, where, target))[1].message == message


EXPRESSIONS = """\
paths:
  /hooks/{id}:
    summary: hooks
    post:
      operationId: hook
      parameters:
        - {name: id, in: path, required: true}
        - {name: url, in: query}
        - {name: urls, in: query}
      callbacks:
        done: # once
          "{$request.query.url}/{$request.path.id}":
            post: {operationId: done}
      responses:
        "200":
          links:
            more:
              operationId: hook
              parameters: {url: $request.query.url, urls: $request.query.urls}
            far:
              operationRef: '#/paths/~1hooks~1{id}/post'
              parameters: {id: $request.path.id}
              requestBody: [1]
"""


def test_expressions_that_read_the_parameter_follow() -> None:
    hook = "$.paths['/hooks/{id}'].post"
    meant = EXPRESSIONS.replace("name: url,", "name: target,").replace("{url: ", "{target: ")
    meant = meant.replace("$request.query.url}", "$request.query.target}").replace(
        "query.url,", "query.target,"
    )
    assert after(EXPRESSIONS, rename("url", "target", "query", hook)) == meant
    meant = (
        EXPRESSIONS.replace("name: id", "name: key")
        .replace("{id}", "{key}")
        .replace("path.id", "path.key")
    )
    assert after(EXPRESSIONS, rename("id", "key", "path", hook)) == meant.replace("{id: ", "{key: ")


def test_a_parameter_that_another_operation_of_the_path_refers_to_is_renamed_once() -> None:
    text = """
    paths:
      /a/{x}:
        summary: both
        get: {parameters: [{name: x, in: path}]}
        put: {parameters: [{$ref: '#/paths/~1a~1{x}/get/parameters/0'}, {$ref: '#/nowhere'}]}
    """
    meant = text.replace("{x}", "{key}").replace("name: x", "name: key")
    assert after(text, rename("x", "key", "path", "$.paths.*.put")) == dedent(meant).lstrip("\n")


def test_two_paths_do_not_become_one() -> None:
    text = "paths:\n  /a/{x}:\n    parameters: [{name: x, in: path}]\n  /a/{y}: {}\n"
    _, problem = refusal(text, rename("x", "y", "path", "$.paths['/a/{x}']"))
    assert problem.message == "/a/{x} would become /a/{y}, which is taken"


def test_a_parameter_of_the_path_blocks_the_name_for_its_operations() -> None:
    text = (
        "paths:\n  /a:\n    parameters: [{name: x, in: query}]\n"
        "    get: {parameters: [{name: y, in: query}]}\n"
    )
    assert refusal(text, rename("y", "x", "query", "$.paths['/a'].get"))[1].message == (
        "there is a query parameter x already"
    )
    assert refusal(text, rename("x", "y", "query", "$.paths['/a']"))[1].message == (
        "there is a query parameter y already"
    )
