"""How parameters are written, and the warnings for what the standard leaves open."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import INTEGER, STRING, of_operation, read_one

from specmend.generate.client.records import Encoding, Parameter

FORM = "application/x-www-form-urlencoded"
LIST = {"type": "array", "items": STRING}
MAP = {"type": "object", "additionalProperties": STRING}
DEEP = {"type": "object", "properties": {"tags": LIST, "in": MAP}}


def written(
    parameter: dict[str, Any], version: str = "3.2.0"
) -> tuple[Parameter | None, list[Any], str]:
    """How a parameter is written, the warnings with their places, and its annotation."""
    path = "/a/{p}" if parameter["in"] == "path" else "/a"
    operation = {"responses": {}, "parameters": [{"name": "p", "required": True, **parameter}]}
    read, reader = read_one({**of_operation(operation, path=path), "openapi": version})
    (argument,) = read.arguments
    warnings = [(one["words"], one["at"][3:]) for one in reader.warnings]
    return argument.written, warnings, argument.annotation


@pytest.mark.parametrize(
    "parameter",
    [
        {"in": "path", "schema": STRING},
        {"in": "path", "schema": LIST},
        {"in": "path", "schema": STRING, "style": "simple", "explode": True},
        {"in": "query", "schema": LIST},
        {"in": "query", "schema": STRING, "explode": False},
        {"in": "query", "schema": MAP, "style": "form", "explode": True},
        {"in": "header", "schema": LIST, "explode": False},
        {"in": "cookie", "schema": STRING},
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.0.4", "3.1.0", "3.1.1", "3.2.0"])
def test_the_usual_way_needs_no_word(parameter: dict[str, Any], version: str) -> None:
    way, warnings, _ = written(parameter, version)
    assert (way, warnings) == (None, [])


@pytest.mark.parametrize(
    ("parameter", "style", "explode"),
    [
        ({"in": "path", "schema": STRING, "style": "label"}, "label", False),
        ({"in": "path", "schema": LIST, "style": "label", "explode": True}, "label", True),
        ({"in": "path", "schema": STRING, "style": "matrix"}, "matrix", False),
        ({"in": "path", "schema": MAP, "explode": True}, "simple", True),
        ({"in": "query", "schema": LIST, "explode": False}, "form", False),
        ({"in": "query", "schema": LIST, "style": "spaceDelimited"}, "spaceDelimited", False),
        ({"in": "query", "schema": MAP, "style": "pipeDelimited"}, "pipeDelimited", False),
        ({"in": "query", "schema": MAP, "style": "deepObject"}, "deepObject", False),
        ({"in": "query", "schema": {}, "style": "deepObject"}, "deepObject", False),
        ({"in": "header", "schema": MAP, "explode": True}, "simple", True),
        ({"in": "cookie", "schema": LIST, "style": "cookie"}, "cookie", True),
    ],
)
def test_another_way_is_kept(parameter: dict[str, Any], style: str, *, explode: bool) -> None:
    way, warnings, _ = written(parameter)
    assert way == Parameter(place=parameter["in"], wire="p", style=style, explode=explode)
    assert warnings == []


OPEN = "is not defined for"
NESTED = f"{OPEN} lists and objects inside of a value; the client writes them as"
BRACKETS = "brackets, as in a[b][c]=1 and a[b][]=1"


@pytest.mark.parametrize(
    ("version", "parameter", "words", "at"),
    [
        (
            "3.1.1",
            {"in": "query", "schema": STRING, "style": "odd"},
            "OpenAPI has no style odd for a query; the client writes it in the style form",
            ["style"],
        ),
        (
            "3.1.1",
            {"in": "query", "schema": STRING, "style": "label"},
            "OpenAPI has no style label for a query; the client writes it in the style form",
            ["style"],
        ),
        (
            "3.0.4",
            {"in": "header", "schema": STRING, "style": "form"},
            "OpenAPI has no style form for a header; the client writes it in the style simple",
            ["style"],
        ),
        (
            "3.1.1",
            {"in": "query", "schema": STRING, "style": "spaceDelimited"},
            f"the style spaceDelimited {OPEN} single values; the client writes one pair",
            ["style"],
        ),
        (
            "3.2.0",
            {"in": "query", "schema": LIST, "style": "deepObject"},
            f"the style deepObject {OPEN} lists; the client writes them with brackets, as in a[]=1",
            ["style"],
        ),
        (
            "3.0.4",
            {"in": "query", "schema": LIST, "style": "pipeDelimited", "explode": True},
            (
                "the style pipeDelimited with explode is not defined; the client writes one pair "
                "for each value"
            ),
            ["explode"],
        ),
        (
            "3.1.1",
            {"in": "query", "schema": MAP, "style": "deepObject", "explode": False},
            (
                "the style deepObject without explode is not defined; the client writes it as with "
                "explode"
            ),
            ["explode"],
        ),
        (
            "3.0.3",
            {"in": "query", "schema": DEEP, "style": "deepObject", "explode": True},
            f"the style deepObject {NESTED} {BRACKETS}",
            ["schema"],
        ),
        (
            "3.2.0",
            {"in": "path", "schema": {"type": "array", "items": LIST}},
            f"the style simple {NESTED} JSON texts",
            ["schema"],
        ),
        (
            "3.1.0",
            {"in": "path", "schema": LIST, "style": "label"},
            (
                "lists in the style label have dots in OpenAPI 3.1.0, later commas; the client "
                "writes dots"
            ),
            ["style"],
        ),
        (
            "3.1.1",
            {"in": "cookie", "schema": LIST},
            (
                "the style form has '&' between the values of a cookie, which would be one value; "
                "the client writes one cookie for each"
            ),
            ["schema"],
        ),
        (
            "3.1.1",
            {"in": "cookie", "schema": LIST, "explode": False},
            (
                "a cookie without explode has commas, which RFC 6265 does not allow in it; the "
                "client writes them"
            ),
            ["explode"],
        ),
        (
            "3.1.1",
            {"in": "path", "schema": STRING, "allowReserved": True},
            "allowReserved says nothing of a path here; the client does not heed it",
            ["allowReserved"],
        ),
        (
            "3.2.0",
            {"in": "header", "schema": STRING, "allowReserved": True},
            "allowReserved says nothing of a header here; the client does not heed it",
            ["allowReserved"],
        ),
        (
            "3.1.1",
            {"in": "query", "schema": STRING, "content": {"text/plain": {}}},
            "a parameter has 'schema' or 'content', and not both; 'schema' counts",
            ["content"],
        ),
        (
            "3.1.1",
            {"in": "query", "content": {"text/plain": {}, "application/json": {}}},
            "'content' of a parameter has one media type; the client writes application/json",
            ["content"],
        ),
        (
            "3.1.1",
            {"in": "query", "content": {"text/plain": {}}, "style": "form"},
            "style says nothing of this parameter; the client does not heed it",
            ["style"],
        ),
        (
            "3.1.1",
            {"in": "header", "schema": STRING, "allowEmptyValue": True},
            "allowEmptyValue says nothing of this parameter; the client does not heed it",
            ["allowEmptyValue"],
        ),
        (
            "3.1.1",
            {"in": "query", "content": {FORM: {"schema": MAP, "encoding": {"a": {}}}}},
            "an encoding counts in bodies and whole queries; the client does not heed it",
            ["content", FORM, "encoding"],
        ),
        (
            "3.1.1",
            {"in": "query", "content": {"application/xml": {"schema": MAP}}},
            "the client does not write application/xml; the argument is its text",
            ["content", "application/xml"],
        ),
    ],
)
def test_what_the_standard_leaves_open_is_a_warning(
    version: str, parameter: dict[str, Any], words: str, at: list[str]
) -> None:
    _, warnings, _ = written(parameter, version)
    assert warnings == [(words, at)]


@pytest.mark.parametrize("version", ["3.0.0", "3.0.3", "3.1.0"])
def test_the_old_tables_have_dots(version: str) -> None:
    way, _, _ = written({"in": "path", "schema": LIST, "style": "label"}, version)
    assert way is not None
    assert way.style == "label."


@pytest.mark.parametrize(
    ("version", "parameter", "reserved"),
    [
        ("3.0.3", {"in": "query"}, True),
        ("3.1.1", {"in": "query"}, True),
        ("3.2.0", {"in": "path"}, True),
        ("3.2.0", {"in": "cookie"}, True),
        ("3.2.0", {"in": "cookie", "style": "cookie"}, False),
        ("3.1.1", {"in": "cookie"}, False),
    ],
)
def test_reserved_characters_are_allowed_where_the_version_says_so(
    version: str, parameter: dict[str, Any], *, reserved: bool
) -> None:
    way, warnings, _ = written({**parameter, "schema": STRING, "allowReserved": True}, version)
    assert (way is not None and way.reserved) is reserved
    assert bool(warnings) is not reserved


@pytest.mark.parametrize(
    ("content", "media_type", "annotation"),
    [
        ({"application/json": {"schema": LIST}}, "application/json", "Sequence[str]"),
        ({"application/a+json": {"schema": MAP}}, "application/a+json", "dict[str, str]"),
        (
            {"application/x-www-form-urlencoded": {"schema": MAP}},
            "application/x-www-form-urlencoded",
            "dict[str, str]",
        ),
        ({"text/plain": {"schema": INTEGER}}, "text/plain", "int"),
        ({"text/plain": {}}, "text/plain", "str"),
        ({"application/jsonpath": {"schema": STRING}}, "text/plain", "str"),
    ],
)
@pytest.mark.parametrize("place", ["path", "query", "querystring", "header", "cookie"])
def test_content_is_one_text(
    place: str, content: dict[str, Any], media_type: str, annotation: str
) -> None:
    way, warnings, found = written({"in": place, "content": content})
    assert way == Parameter(place=place, wire="p", media_type=media_type)
    assert (warnings, found) == ([], annotation)


@pytest.mark.parametrize(
    ("schema", "annotation"), [(STRING, "str"), (INTEGER, 'int | Literal[""]')]
)
def test_an_empty_value_can_be_allowed(schema: Any, annotation: str) -> None:
    parameter = {"in": "query", "schema": schema, "allowEmptyValue": True}
    assert written(parameter, "3.0.4") == (None, [], annotation)


def test_a_whole_query_heeds_the_encodings_of_its_fields() -> None:
    schema = {"type": "object", "properties": {"tags": LIST, "name": STRING}}
    media = {"schema": schema, "encoding": {"tags": {"style": "pipeDelimited"}}}
    way, warnings, _ = written({"in": "querystring", "content": {FORM: media}})
    assert way is not None
    assert way.encodings == (Encoding(wire="tags", style="pipeDelimited"),)
    assert warnings == []
