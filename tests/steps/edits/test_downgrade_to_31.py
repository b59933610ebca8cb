"""The edit downgrade-to-3.1: streams of OpenAPI 3.2 keep their schema and a mark."""

from __future__ import annotations

from openapi_spec_validator import validate
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal

LOWER = edit("downgrade-to-3.1")

BEFORE = """\
openapi: 3.2.0
info: {title: A, version: '1'}
paths:
  /a:
    get:
      responses:
        "200":
          description: fine
          content:
            application/jsonl:
              itemSchema: # one line
                $ref: '#/components/schemas/A'
        "404":
          summary: not there
        "500": {}
components:
  schemas:
    A: {type: string}
"""
AFTER = """\
openapi: 3.1.0
info: {title: A, version: '1'}
paths:
  /a:
    get:
      responses:
        "200":
          description: fine
          content:
            application/jsonl:
              schema: # one line
                $ref: '#/components/schemas/A'
              x-itemSchema: true
        "404":
          description: not there
        "500":
          description: ''
components:
  schemas:
    A: {type: string}
"""


def test_a_stream_keeps_the_schema_of_its_items_and_is_marked() -> None:
    made = after(BEFORE, LOWER)
    assert made == AFTER
    validate(make_document(made).tree)


def test_every_place_without_a_counterpart_is_listed() -> None:
    text = """
    openapi: 3.2.0
    $self: https://example.com/openapi.yaml
    tags: [{name: a, parent: b}]
    servers: [{url: /, name: here}]
    paths:
      /a:
        query:
          parameters: [{name: q, in: querystring}, {name: c, in: cookie, style: cookie}]
          requestBody: {content: {a/b: {$ref: '#/components/mediaTypes/M'}}}
          responses: {"200": {content: {a/b: {schema: {}, itemSchema: {}}}}}
    components:
      schemas:
        A: {discriminator: {propertyName: k, defaultMapping: B}}
      securitySchemes:
        S: {type: oauth2, flows: {deviceAuthorization: {}}}
      mediaTypes: {}
    """
    message = refusal(text, LOWER)[1].message
    places = message.removeprefix("these have no counterpart in OpenAPI 3.1: ").split("; ")
    assert sorted(places) == sorted(
        [
            "$self at $['$self']",
            "a parameter in querystring at $.paths['/a'].query.parameters[0].in",
            "a reference to a media type at $.paths['/a'].query.requestBody.content['a/b']['$ref']",
            "defaultMapping at $.components.schemas.A.discriminator.defaultMapping",
            (
                "itemSchema beside schema at "
                "$.paths['/a'].query.responses['200'].content['a/b'].itemSchema"
            ),
            "mediaTypes at $.components.mediaTypes",
            "name at $.servers[0].name",
            "parent at $.tags[0].parent",
            "query at $.paths['/a'].query",
            "the style cookie at $.paths['/a'].query.parameters[1].style",
            (
                "the flow deviceAuthorization at "
                "$.components.securitySchemes.S.flows.deviceAuthorization"
            ),
        ]
    )


def test_another_version_stays_as_it_is() -> None:
    assert refusal("openapi: 3.1.0\n", LOWER)[1].message == "this is not a document of OpenAPI 3.2"
