"""Documents with one fault each, under every version: the finding, and its place."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from tests.validate.rules.documents import OK, document

from specmend.document.text.document import parse_document
from specmend.validate.check import validate_document
from specmend.validate.finding import Finding
from specmend.validate.rules.table import RULES

VERSIONS = ["3.0.3", "3.1.0", "3.2.0"]
VALID = """\
openapi: VERSION
info:
  title: Pets
  version: "1"
paths:
  /a/{id}:
    get:
      operationId: one
      parameters:
        - name: id
          in: path
          required: true
          schema: {type: string}
      responses:
        "200": {description: ok}
  /b:
    get:
      operationId: two
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/A"
components:
  schemas:
    A:
      type: object
      required: [x]
      properties:
        x:
          type: integer
          default: 3
        y:
          type: string
          enum: [p, q]
"""


def findings(version: str, old: str = "", new: str = "") -> tuple[Finding, ...]:
    """The findings of the valid document with one stretch replaced."""
    assert old in VALID
    text = VALID.replace(old, new) if old else VALID
    return validate_document(parse_document(text.replace("VERSION", version), "spec.yaml"))


def told(version: str, old: str, new: str) -> list[tuple[str, str]]:
    """The findings as place and message."""
    return [(f"{f.line}:{f.column}", f.message) for f in findings(version, old, new)]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_valid_document_has_no_findings(version: str) -> None:
    assert findings(version) == ()


FAULTS = [
    ("  title: Pets\n", "", [("2:1", "info lacks 'title'")]),
    ("        - name: id\n          in: path\n", "        - description: d\n",
     [("10:11", "this parameter lacks 'name'"), ("10:11", "this parameter lacks 'in'"),
      ("7:5", "no parameter is declared for 'id' in the path '/a/{id}'")]),
    ("required: [x]", "required: [x, x]",
    [("30:7", "'required' lists a value twice: [\"x\", \"x\"]")]),
    ("required: [x]", "required: true", [("30:7", "'required' is true and not a list")]),
    ("required: [x]", "required: x", [("30:7", "'required' is \"x\" and not a list")]),
    ("required: [x]", "required:", [("30:7", "'required' is null and not a list")]),
    ("enum: [p, q]", "enum: p", [("37:11", "'enum' is \"p\" and not a list")]),
    ('"200": {description: ok}', '"200": 3', [("15:9", "'200' is 3 and not an object")]),
    ("      operationId: two", "      operationId: two\n      deprecated: maybe",
     [("19:7", "'deprecated' is \"maybe\" and not true or false")]),
    ("          in: path\n", "", [("10:11", "this parameter lacks 'in'"),
     ("7:5", "no parameter is declared for 'id' in the path '/a/{id}'")]),
    ("        - name: id\n          in: path\n          required: true\n", "        - in: query\n",
     [("10:11", "this parameter lacks 'name'"),
     ("7:5", "no parameter is declared for 'id' in the path '/a/{id}'")]),
    ("          required: true\n", "", [("10:11", "this parameter lacks 'required'")]),
    ("operationId: two", "operationID: two",
     [("18:7", "'operationID' is no field of this operation")]),
    ("  /b:", "  b:", [("16:3", "the path 'b' does not begin with a slash")]),
    ("      operationId: two", "      operationId: 2",
     [("18:7", "'operationId' is 2 and not a string")]),
    ("components:", "security: [{k: 5}]\ncomponents:",
     [("26:13", "no security scheme has the name 'k'"), ("26:13", "'k' is 5 and not a list")]),
    ("paths:", "servers: [{url: 'x:{p}', variables: {p: {default: 80, enum: [80, '81']}}}]\npaths:",
     [("5:42", "'default' is 80 and not a string"), ("5:62", "enum[0] is 80 and not a string")]),
    ("      operationId: two", "      operationId: two\n      tags: x",
     [("19:7", "'tags' is \"x\" and not a list")]),
    ("type: string\n          enum", "pattern: 5\n          enum",
     [("36:11", "'pattern' is 5 and not a string")]),
]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_a_fault_is_found_once_at_its_place(
    version: str, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(told(version, old, new)) == sorted(expected)


@pytest.mark.parametrize("version", VERSIONS)
def test_all_faults_of_one_schema_are_found(version: str) -> None:
    new = "type: intger\n          minLength: x\n          items: {type: text, maxLength: -1}"
    found = told(version, "type: integer", new)
    places = [place for place, _ in found]
    assert places == ["33:11", "34:11", "35:19", "35:31"]
    assert found[0][1].startswith('\'type\' is "intger" and not one of "array", "boolean"')
    assert found[3][1] == "'maxLength' is -1 and not at least 0"


def test_the_values_of_all_branches_are_named() -> None:
    _, (_, message) = told("3.0.3", "in: path", "in: pathh")
    assert message == '\'in\' is "pathh" and not one of "path", "query", "header", "cookie"'


def test_a_list_of_types_is_a_fault_in_3_0_alone() -> None:
    assert told("3.0.3", "type: integer", 'type: [integer, "null"]') == [
        ("33:11", '\'type\' is ["integer", "null"] and not a string')
    ]
    assert findings("3.1.0", "type: integer", 'type: [integer, "null"]') == ()


def test_what_stands_beside_a_reference_is_not_read_in_3_0_alone() -> None:
    old, new = '$ref: "#/components/schemas/A"', '$ref: "#/components/schemas/A", required: true'
    (ignored,) = findings("3.0.3", old, new.replace(", ", "\n                "))
    assert (ignored.rule, ignored.level) == ("beside", "warning")
    for version in VERSIONS[1:]:
        found = told(version, old, new.replace(", ", "\n                "))
        assert found == [("26:17", "'required' is true and not a list")]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_schema_without_content_is_found_once(version: str) -> None:
    ((place, message),) = told(version, "    A:\n", "    Z:\n    A:\n")
    assert place == "28:5"
    assert message.startswith("'Z' is null and not an object")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_security_scheme_is_compared_with_those_of_its_type(version: str) -> None:
    schemes = "  securitySchemes:\n    k: {type: apiKey, in: query}\n"
    found = told(version, "components:\n", f"components:\n{schemes}")
    assert found == [("28:5", "this security scheme lacks 'name'")]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_parameter_has_a_schema_or_content(version: str) -> None:
    found = told(version, "          schema: {type: string}\n", "")
    assert found == [("10:11", "this parameter has none of 'schema', 'content'")]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("key", ["4xx", "successful", "2000"])
def test_what_stands_under_an_odd_response_key_is_checked_too(version: str, key: str) -> None:
    found = told(version, '"200": {description: ok}', f'"{key}": {{description: 5}}')
    column = 9 + len(f'"{key}": {{')
    assert found[-1] == (f"15:{column}", "'description' is 5 and not a string")


@pytest.mark.parametrize("version", VERSIONS)
def test_what_stands_under_an_odd_component_name_is_checked_too(version: str) -> None:
    found = told(version, "    A:\n", "    Zähler: {type: 5}\n    A:\n")
    assert found[0][0] == "28:5"
    assert found[1] == ("28:14", found[1][1])
    assert found[1][1].startswith("'type' is 5 and not")


def test_the_fields_of_a_discriminator_are_checked_in_all_versions() -> None:
    for version in VERSIONS:
        found = told(version, "      type: object\n", "      discriminator: {mapping: {}}\n")
        assert found == [("29:7", "this discriminator lacks 'propertyName'")]


def test_a_dialect_that_is_not_known_is_a_warning() -> None:
    found = findings("3.1.0", "paths:", "jsonSchemaDialect: https://x.example/d\npaths:")
    assert [(f.level, f.line) for f in found] == [("warning", 5)]
    same = "https://json-schema.org/draft/2020-12/schema"
    assert findings("3.1.0", "paths:", f"jsonSchemaDialect: {same}\npaths:") == ()


@pytest.mark.parametrize("version", ["2.0", "4.0.0", "3.9.0", "three"])
def test_an_unknown_version_is_a_finding(version: str) -> None:
    ((line_and_column, message),) = told(version, "title: Pets", "title: Dogs")
    assert (line_and_column, message) == (
        "1:1",
        f"openapi is {version}; specmend reads 3.0, 3.1 and 3.2",
    )


def test_a_document_without_a_version_is_a_finding() -> None:
    ((_, message),) = told("3.0.3", "openapi: VERSION\n", "")
    assert (
        message
        == "the document does not say its version of OpenAPI; specmend reads 3.0, 3.1 and 3.2"
    )


def test_a_document_of_swagger_is_told_as_such() -> None:
    text = "swagger: '2.0'\ninfo: {title: T}\n"
    (finding, _) = validate_document(parse_document(text, "spec.yaml"))
    assert finding.pointer == "/swagger"
    words = "this is a document of Swagger 2.0, and no OpenAPI; specmend reads 3.0, 3.1 and 3.2"
    assert finding.message == words
    assert "specmend init" in finding.advice


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        (None, ["parameters[0] is null and not an object"]),
        ("words", ['parameters[0] is "words" and not an object']),
        ({"name": "a", "in": "query", "schema": {}, "content": {"a/b": {}}},
         ["this parameter has both 'schema' and 'content'"]),
        ({"name": "a", "in": "query"}, ["this parameter has none of 'schema', 'content'"]),
        ({"name": "a", "in": "query", "schema": {"multipleOf": -1}},
         ["'multipleOf' is -1 and not more than 0"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("version", VERSIONS)
def test_one_fault_is_told_once(version: str, parameter: Any, expected: list[str]) -> None:
    get = {"parameters": [parameter], "responses": OK}
    tree = document(version, paths={"/a": {"get": get}})
    assert [fault.message for fault in RULES["openapi"](tree)] == expected


@pytest.mark.parametrize("text", ["[]\n", "words\n", "3\n"])
def test_what_is_no_mapping_is_a_finding(text: str) -> None:
    assert len(validate_document(parse_document(text, "spec.yaml"))) == 1


REMOTE = [
    "http://example.invalid/a.yaml#/x", "https://example.invalid/a", "other.yaml#/A",
    "file:///etc/passwd", "//host/a",
]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("target", REMOTE)
def test_a_reference_out_of_the_document_is_a_finding_and_is_never_fetched(
    monkeypatch: pytest.MonkeyPatch, version: str, target: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    found = told(version, "#/components/schemas/A", target)
    message = f"the reference {target} leads out of the document; specmend does not follow it"
    assert found == [("25:17", message)]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_finding_knows_its_rule_its_pointer_and_its_origin(version: str) -> None:
    (finding,) = findings(version, "type: integer", "minimum: three")
    assert (finding.rule, finding.pointer) == (
        "openapi",
        "/components/schemas/A/properties/x/minimum",
    )
    assert (finding.origin, finding.step, finding.location) == ("upstream", 0, "spec.yaml:33:11")
