"""The edits keep-operations and drop-operations: what only dropped operations needed goes too."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal, run

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

BEFORE = """\
openapi: 3.0.3
security:
  - key: []
tags:
  - name: pets # furry
  - name: owners
  - name: nobody
x-tagGroups:
  - {name: all, tags: [pets, owners]}
  - {name: people, tags: [owners]}
paths:
  /pets: # all
    get:
      operationId: listPets
      tags: [pets]
      responses:
        "200": {$ref: '#/components/responses/Pets'}
    post:
      operationId: addPet
      tags: [pets]
      security:
        - oauth: []
      requestBody: {$ref: '#/components/requestBodies/New'}
  /owners:
    get:
      operationId: listOwners
      tags: [owners]
      responses:
        "200":
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Owner'}
components:
  responses:
    Pets:
      content:
        application/json:
          schema: {$ref: '#/components/schemas/Pet'}
  requestBodies:
    New: {content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
  schemas:
    Pet: # a base
      discriminator: {propertyName: kind}
    Cat:
      allOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Claws'}]
    Claws: {type: integer}
    NewPet: {type: object}
    Owner:
      properties:
        home: {$ref: '#/components/schemas/Home'}
    Home: {type: string}
    Unused: {type: string}
  securitySchemes:
    key: {type: apiKey, in: header, name: k}
    oauth: {type: oauth2, flows: {}}
"""
ONLY_LIST = """\
openapi: 3.0.3
security:
  - key: []
tags:
  - name: pets # furry
  - name: nobody
x-tagGroups:
  - {name: all, tags: [pets]}
paths:
  /pets: # all
    get:
      operationId: listPets
      tags: [pets]
      responses:
        "200": {$ref: '#/components/responses/Pets'}
components:
  responses:
    Pets:
      content:
        application/json:
          schema: {$ref: '#/components/schemas/Pet'}
  schemas:
    Pet: # a base
      discriminator: {propertyName: kind}
    Cat:
      allOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Claws'}]
    Claws: {type: integer}
    Unused: {type: string}
  securitySchemes:
    key: {type: apiKey, in: header, name: k}
"""


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("keep-operations", {"ids": ["listPets"]}),
        ("drop-operations", {"ids": ["addPet"], "tags": ["owners"]}),
        ("drop-operations", {"ids": ["addPet"], "paths": ["/owners"]}),
    ],
)
def test_what_only_the_others_needed_goes_too(name: str, parameters: dict[str, Any]) -> None:
    assert after(BEFORE, edit(name, parameters)) == ONLY_LIST


def test_entries_of_all_kinds_add_up() -> None:
    for parameters in ({"tags": ["pets"]}, {"paths": ["/pets"]}, {"ids": ["listPets", "addPet"]}):
        tree = run(BEFORE, edit("keep-operations", parameters)).document.tree
        assert list(tree["paths"]) == ["/pets"]
        assert list(tree["paths"]["/pets"]) == ["get", "post"]
        assert list(tree["components"]["schemas"]) == ["Pet", "Cat", "Claws", "NewPet", "Unused"]
        assert list(tree["components"]["securitySchemes"]) == ["key", "oauth"]


def test_every_reference_leads_somewhere() -> None:
    tree = make_document(after(BEFORE, edit("drop-operations", {"tags": ["pets"]}))).tree
    assert [reference for _, reference in references(tree)] == [
        "#/components/schemas/Owner",
        "#/components/schemas/Home",
    ]
    assert all(resolve(tree, reference) is not MISSING for _, reference in references(tree))
    assert [tag["name"] for tag in tree["tags"]] == ["owners", "nobody"]


def test_all_that_went_is_told() -> None:
    touches = run(BEFORE, edit("drop-operations", {"ids": ["addPet"]})).outcomes[0].touches
    assert [t.address for t in touches] == [
        ("paths", "/pets", "post"),
        ("components", "requestBodies", "New"),
        ("components", "schemas", "NewPet"),
        ("components", "securitySchemes", "oauth"),
    ]


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("keep-operations", {"ids": ["nope"]}, "no operation has nope among its ids"),
        ("drop-operations", {"tags": ["pets", "nobody"]}, "no operation has nobody among its tags"),
        (
            "keep-operations",
            {"paths": ["/pets", "/owners"]},
            "these are all operations of the document",
        ),
        (
            "drop-operations",
            {"tags": ["pets", "owners"]},
            "no operation of the document would be left",
        ),
    ],
)
def test_entries_that_select_nothing_or_everything_are_refused(
    name: str, parameters: dict[str, Any], message: str
) -> None:
    assert refusal(BEFORE, edit(name, parameters))[1].message == message


LINKED = """\
paths:
  /a:
    get:
      operationId: one
      responses:
        "200":
          links:
            next: {operationId: two}
            other: {operationRef: '#/paths/~1b/get'}
  /b:
    get: {operationId: two}
"""


def test_links_and_references_into_what_goes_are_refused() -> None:
    message = (
        "links would name operations that are gone: two at "
        "$.paths['/a'].get.responses['200'].links.next"
    )
    assert refusal(LINKED, edit("keep-operations", {"ids": ["one"]}))[1].message == message
    text = LINKED.replace("            next: {operationId: two}\n", "")
    message = "references would lead nowhere: #/paths/~1b/get"
    assert refusal(text, edit("drop-operations", {"ids": ["two"]}))[1].message == message


SHARED = """\
paths:
  /a:
    get: {operationId: one, callbacks: {done: {$ref: '#/components/callbacks/Done'}}}
    additionalOperations: {COPY: {operationId: copy, tags: [copies]}}
  /b: {$ref: '#/components/pathItems/B'}
webhooks:
  later: {post: {operationId: later, responses: {"200": {$ref: '#/components/responses/R'}}}}
components:
  callbacks:
    Done: {"{$request.query.url}": {post: {operationId: done, security: [{key: []}]}}}
  pathItems:
    B: {get: {tags: [bees], operationId: bee, security: [{other: []}]}}
  responses: {R: {description: fine}}
  securitySchemes: {key: {type: http}, other: {type: http}, spare: {type: http}}
"""


def test_webhooks_and_shared_parts_of_operations_are_looked_at() -> None:
    tree = run(SHARED, edit("keep-operations", {"ids": ["copy"]})).document.tree
    assert list(tree["paths"]["/a"]) == ["additionalOperations"]
    assert list(tree) == ["paths", "components"]
    assert list(tree["paths"]) == ["/a"]
    assert tree["components"] == {"securitySchemes": {"spare": {"type": "http"}}}


@pytest.mark.parametrize("parameters", [{"paths": ["/b"]}, {"tags": ["bees"]}, {"ids": ["bee"]}])
def test_a_path_item_that_is_a_reference_stays_or_goes_as_a_whole(
    parameters: dict[str, Any],
) -> None:
    tree = run(SHARED, edit("keep-operations", parameters)).document.tree
    assert tree["paths"] == {"/b": {"$ref": "#/components/pathItems/B"}}
    assert list(tree["components"]["securitySchemes"]) == ["other", "spare"]
    assert list(run(SHARED, edit("drop-operations", parameters)).document.tree["paths"]) == ["/a"]


def test_all_components_may_go() -> None:
    text = (
        "paths:\n  /a: {get: {operationId: a, responses: "
        "{'200': {$ref: '#/components/responses/R'}}}}\n"
    )
    text += "  /b:\n    get: {operationId: b}\ncomponents:\n  responses: {R: {description: fine}}\n"
    assert (
        after(text, edit("drop-operations", {"ids": ["a"]}))
        == "paths:\n  /b:\n    get: {operationId: b}\n"
    )


HELD = """\
openapi: 3.1.0
paths:
  /a: {get: {operationId: a, responses: {default: {$ref: '#/components/responses/A'}}}}
  /b: {get: {operationId: b, responses: {default: {$ref: '#/components/responses/B'}}}}
components:
  responses:
    A: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
    B: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
  schemas:
    A: {type: object}
    B:
      properties:
        of: {$ref: '#/paths/~1b/get/responses/default'}
        c: {$ref: '#/components/schemas/C'}
    C: {type: string}
    Holder: {properties: {b: {$ref: '#/components/schemas/B'}}}
    Outer: {allOf: [{$ref: '#/components/schemas/Holder'}]}
    Astray: {$ref: '#/paths/~1b/get/responses/default'}
    Turn: {properties: {back: {$ref: '#/components/schemas/Again'}}}
    Again:
      properties:
        turn: {$ref: '#/components/schemas/Turn'}
        b: {$ref: '#/components/schemas/B'}
    Free: {type: integer}
    FreeToo: {$ref: '#/components/schemas/Free'}
"""


@pytest.mark.parametrize(
    "words", ["name: keep-operations, ids: [a]", "name: drop-operations, ids: [b]"]
)
def test_what_nothing_uses_goes_where_it_refers_to_what_goes(words: str) -> None:
    made = make_document(after(HELD, f"- {{target: $, x-edit: {{{words}}}}}")).tree
    assert list(made["components"]["responses"]) == ["A"]
    assert list(made["components"]["schemas"]) == ["A", "Free", "FreeToo"]
