"""Documents with one fault each, under every version: the finding, and its place."""

from __future__ import annotations

import socket

import pytest

from specmend.document.text.document import parse_document
from specmend.validate.check import validate_document
from specmend.validate.finding import Finding

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


LOST = "Path parameter 'id' for 'get' operation in '/a/{id}' was not resolved"
FAULTS = [
    ("  title: Pets\n", "", [("2:1", "'title' is a required property")]),
    ("operationId: two", "operationId: one",
    [("18:7", "Operation ID 'one' for 'get' in '/b' is not unique")]),
    ("name: id", "name: ident", [("7:5", LOST), ("7:5", LOST.replace("'id'", "'ident'"))]),
    ("default: 3", "default: three", [("34:11", "'three' is not of type 'integer'")]),
    ("required: [x]", "required: [x, x]", [("30:7", "['x', 'x'] has non-unique elements")]),
    ("enum: [p, q]", "enum: p", [("37:11", "'p' is not of type 'array'")]),
    ('"200": {description: ok}', '"200": 3', [("15:9", "3 is not of type 'object'")]),
    ("      operationId: two", "      operationId: two\n      deprecated: maybe",
     [("19:7", "'maybe' is not of type 'boolean'")]),
    ("        - name: id\n          in: path", "        - in: path",
    [("10:11", "'name' is a required property")]),
]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_a_fault_is_found_once_at_its_place(
    version: str, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert told(version, old, new) == expected


@pytest.mark.parametrize("version", VERSIONS)
def test_a_type_that_does_not_exist_is_found_though_the_validator_breaks_off_at_it(
    version: str,
) -> None:
    ((place, message),) = told(version, "type: integer", "type: intger")
    assert place == "33:11"
    assert message.startswith("'intger' is not one of")


def test_a_list_of_types_is_a_fault_in_3_0_alone() -> None:
    assert told("3.0.3", "type: integer", 'type: [integer, "null"]') == [
        ("33:11", "['integer', 'null'] is not of type 'string'")
    ]
    assert findings("3.1.0", "type: integer", 'type: [integer, "null"]') == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_two_wrong_defaults_that_say_the_same_are_both_found_and_a_right_one_is_not(
    version: str,
) -> None:
    more = "".join(
        f"        {name}:\n          type: {kind}\n          default: three\n"
        for name, kind in (("z", "string"), ("w", "integer"), ("v", "integer"))
    )
    found = told(version, "          enum: [p, q]\n", "          enum: [p, q]\n" + more)
    assert found == [(f"{line}:11", "'three' is not of type 'integer'") for line in (43, 46)]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_parameter_that_is_there_twice_is_found_where_it_is_repeated(version: str) -> None:
    again = (
        "        - name: id\n          in: path\n          required: true\n"
        "          schema: {type: integer}\n"
    )
    old = '      responses:\n        "200": {description: ok}\n'
    assert ("14:11", "Duplicate parameter 'id'") in told(version, old, again + old)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_schema_without_content_is_found_once(version: str) -> None:
    ((place, message),) = told(version, "    A:\n", "    Z:\n    A:\n")
    assert place == "28:5"
    assert message.startswith("None is not of type 'object'")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_document_at_which_the_validator_breaks_off_is_not_taken_for_a_valid_one(
    version: str,
) -> None:
    ((_, message),) = told(version, "/a/{id}", "/a/{id")
    assert message.startswith("the validator breaks off here")


@pytest.mark.parametrize("version", ["2.0", "4.0.0", "3.9.0", "three"])
def test_an_unknown_version_is_a_finding(version: str) -> None:
    ((line_and_column, message),) = told(version, "title: Pets", "title: Dogs")
    assert (line_and_column, message) == (
        "1:1",
        f"openapi is {version}; specmend reads 3.0, 3.1 and 3.2",
    )


def test_a_document_without_a_version_is_a_finding() -> None:
    ((_, message),) = told("3.0.3", "openapi: VERSION\n", "")
    assert message == "openapi is no version; specmend reads 3.0, 3.1 and 3.2"


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
    (finding,) = findings(version, "default: 3", "default: three")
    assert (finding.rule, finding.pointer) == (
        "openapi",
        "/components/schemas/A/properties/x/default",
    )
    assert (finding.origin, finding.step, finding.location) == ("upstream", 0, "spec.yaml:34:11")
