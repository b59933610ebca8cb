"""The parser reads the standard's own table of style examples, and what RFC 6570 adds to it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.wire.operations import read_request
from tests.wire.raw import Raw, Unreadable

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
RGB = {
    "type": "object",
    "properties": {key: {"type": "integer"} for key in "RGB"},
}
WORD, LIST, OBJECT = "blue", ["blue", "black", "brown"], {"R": 100, "G": 200, "B": 150}
SCHEMAS: tuple[tuple[Any, Any], ...] = ((TEXT, WORD), (TEXTS, LIST), (RGB, OBJECT))

# Style, explode, where it may stand, and the string, the list and the object of the table of
# OpenAPI 3.2.1 (Style Examples), which corrects those of the versions before; None is `n/a`.
TABLE: list[tuple[str, bool, str, tuple[str | None, str | None, str | None]]] = [
    ("matrix", False, "path",
     (";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")),
    ("matrix", True, "path",
     (";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")),
    ("label", False, "path", (".blue", ".blue,black,brown", ".R,100,G,200,B,150")),
    ("label", True, "path", (".blue", ".blue.black.brown", ".R=100.G=200.B=150")),
    ("simple", False, "path", ("blue", "blue,black,brown", "R,100,G,200,B,150")),
    ("simple", True, "path", ("blue", "blue,black,brown", "R=100,G=200,B=150")),
    ("simple", False, "header", ("blue", "blue,black,brown", "R,100,G,200,B,150")),
    ("simple", True, "header", ("blue", "blue,black,brown", "R=100,G=200,B=150")),
    ("form", False, "query",
     ("color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")),
    ("form", True, "query",
     ("color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150")),
    ("spaceDelimited", False, "query",
     (None, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150")),
    ("pipeDelimited", False, "query",
     (None, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150")),
    ("deepObject", True, "query",
     (None, None, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")),
    ("form", False, "cookie", ("color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")),
    ("cookie", False, "cookie", ("color=blue", None, None)),
    ("cookie", True, "cookie",
     ("color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150")),
]  # fmt: skip

VERSIONS = ("3.0.4", "3.1.1", "3.2.0")
ROWS = [
    pytest.param(version, style, explode, place, text, schema, value, id=name)
    for version in VERSIONS
    for style, explode, place, texts in TABLE
    for text, (schema, value) in zip(texts, SCHEMAS, strict=True)
    if text is not None and (style != "cookie" or version == "3.2.0")
    for name in [f"{version}-{style}-{explode}-{place}-{type(value).__name__}"]
]


def document(version: str, parameter: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """A document of one operation, and its path."""
    is_path = parameter["in"] == "path"
    path = "/a/{color}/b" if is_path else "/a"
    one = {"name": "color", "required": is_path, **parameter}
    operation = {"parameters": [one], "responses": {"200": {"description": "d"}}}
    info = {"title": "t", "version": "1"}
    return {"openapi": version, "info": info, "paths": {path: {"get": operation}}}, path


def read(version: str, parameter: dict[str, Any], text: str) -> Any:
    """What the parser reads where a text stands in the place of a parameter."""
    tree, path = document(version, parameter)
    place = parameter["in"]
    target = path.replace("{color}", text) if place == "path" else path
    if place in ("query", "querystring"):
        target += f"?{text}"
    headers = {"header": (("color", text),), "cookie": (("Cookie", text),)}.get(place, ())
    raw = Raw(method="GET", target=target, headers=headers)
    return read_request(tree, path, "get", raw).given.get((place, "color"))


@pytest.mark.parametrize(("version", "style", "explode", "place", "text", "schema", "value"), ROWS)
def test_an_example_of_the_table_is_read(
    version: str, style: str, explode: bool, place: str, text: str, schema: Any, value: Any
) -> None:
    parameter = {"in": place, "style": style, "explode": explode, "schema": schema}
    assert read(version, parameter, text) == value


OTHERS: dict[str, tuple[str, dict[str, Any], str, Any]] = {
    "a label of 3.0.3 has dots in any case":
        ("3.0.3", {"in": "path", "style": "label", "schema": TEXTS}, ".blue.black", LIST[:2]),
    "a label of 3.1.0 has them too":
        ("3.1.0", {"in": "path", "style": "label", "schema": RGB}, ".R.1", {"R": 1}),
    "the default of a path is simple":
        ("3.1.1", {"in": "path", "schema": RGB}, "R,100", {"R": 100}),
    "the default of a query is exploded":
        ("3.1.1", {"in": "query", "schema": TEXTS}, "color=a&color=b", ["a", "b"]),
    "a comma in data is a triple in a path":
        ("3.1.1", {"in": "path", "schema": TEXTS}, "a%2Cb,c", ["a,b", "c"]),
    "a comma in data is a triple in a query":
        ("3.1.1", {"in": "query", "explode": False, "schema": TEXTS}, "color=a%2Cb,c",
         ["a,b", "c"]),
    "a dot in data is a triple in a label":
        ("3.1.1", {"in": "path", "style": "label", "explode": True, "schema": TEXTS}, ".a%2Eb.c",
         ["a.b", "c"]),
    "a plus in a query is a space": ("3.1.1", {"in": "query", "schema": TEXT}, "color=a+b", "a b"),
    "a plus in a path is a plus": ("3.1.1", {"in": "path", "schema": TEXT}, "a+b", "a+b"),
    "a plus in a cookie is a plus":
        ("3.1.1", {"in": "cookie", "schema": TEXT}, "color=a+b", "a+b"),
    "a cookie of the style form is decoded":
        ("3.2.0", {"in": "cookie", "schema": TEXT}, "color=Hello%2C%20world%21", "Hello, world!"),
    "a cookie of its own style is not":
        ("3.2.0", {"in": "cookie", "style": "cookie", "schema": TEXT}, "color=He%2C", "He%2C"),
    "a header is not decoded":
        ("3.1.1", {"in": "header", "schema": TEXTS}, "%41,b", ["%41", "b"]),
    "beyond ASCII by UTF-8":
        ("3.2.0", {"in": "path", "schema": TEXT}, "di%E1%B9%85n%C4%81ga", "diṅnāga"),
    "the empty text after a matrix name":
        ("3.1.1", {"in": "path", "style": "matrix", "schema": TEXT}, ";color", ""),
    "the empty text of a label":
        ("3.1.1", {"in": "path", "style": "label", "schema": TEXT}, ".", ""),
    "a list of no items in a label":
        ("3.1.1", {"in": "path", "style": "label", "schema": TEXTS}, "", []),
    "a list of one empty text":
        ("3.1.1", {"in": "query", "explode": False, "schema": TEXTS}, "color=", [""]),
    "two empty texts": ("3.1.1", {"in": "query", "schema": TEXTS}, "color=&color=", ["", ""]),
    "nothing": ("3.1.1", {"in": "query", "schema": TEXTS}, "", None),
    "JSON in a query":
        ("3.1.1", {"in": "query", "content": {"application/json": {"schema": RGB}}},
         "color=%7B%22R%22%3A1%7D", {"R": 1}),
    "JSON in a header":
        ("3.1.1", {"in": "header", "content": {"application/json": {"schema": RGB}}},
         '{"R": 1}', {"R": 1}),
    "a text in a header":
        ("3.1.1", {"in": "header", "content": {"text/plain": {"schema": TEXT}}}, "a,b", "a,b"),
    "reserved characters as they are":
        ("3.1.1", {"in": "query", "allowReserved": True, "schema": TEXT}, "color=a/?:d", "a/?:d"),
    "a map takes any name":
        ("3.1.1", {"in": "query", "schema": {"type": "object",
                                            "additionalProperties": {"type": "integer"}}},
         "page=4&pageSize=50", {"page": 4, "pageSize": 50}),
    "a list inside of a deep object":
        ("3.1.1", {"in": "query", "style": "deepObject", "schema":
                   {"type": "object", "properties": {"a": TEXTS}}},
         "color%5Ba%5D=p&color%5Ba%5D=q", {"a": ["p", "q"]}),
    "an object inside of a deep object":
        ("3.1.1", {"in": "query", "style": "deepObject", "schema":
                   {"type": "object", "properties": {"a": RGB}}},
         "color%5Ba%5D%5BR%5D=1", {"a": {"R": 1}}),
    "a whole query of a form":
        ("3.2.0", {"in": "querystring", "content": {"application/x-www-form-urlencoded":
                                                   {"schema": RGB}}}, "R=1&B=2", {"R": 1, "B": 2}),
    "a whole query of JSON":
        ("3.2.0", {"in": "querystring", "content": {"application/json": {"schema": RGB}}},
         "%7B%22R%22%3A1%7D", {"R": 1}),
    "a number": ("3.1.1", {"in": "query", "schema": {"type": "number"}}, "color=1e3", 1000.0),
    "a truth value": ("3.1.1", {"in": "query", "schema": {"type": "boolean"}}, "color=true", True),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_what_lies_around_the_table_is_read(name: str) -> None:
    version, parameter, text, expected = OTHERS[name]
    found = read(version, parameter, text)
    assert found == expected
    assert type(found) is type(expected)


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "a list as JSON": ({"in": "path", "schema": {"type": "array", "items": {"type": "integer"}}},
                       "%5B1%2C2%5D"),
    "no dot before a label": ({"in": "path", "style": "label", "schema": TEXT}, "blue"),
    "no name in a matrix": ({"in": "path", "style": "matrix", "schema": TEXT}, "blue"),
    "an exploded object where it is not": ({"in": "query", "explode": False, "schema": RGB}, "R=1"),
    "a pair of nobody": ({"in": "query", "schema": TEXT}, "color=a&b=c"),
    "a value that stands twice": ({"in": "query", "schema": TEXT}, "color=a&color=b"),
    "an odd number of names and values": ({"in": "path", "schema": RGB}, "R,1,G"),
    "a percent sign that begins no triple": ({"in": "query", "schema": TEXT}, "color=50%"),
    "what an address cannot hold": ({"in": "query", "schema": TEXT}, "color=ä"),
    "no number": ({"in": "query", "schema": {"type": "integer"}}, "color=1.0"),
    "True": ({"in": "query", "schema": {"type": "boolean"}}, "color=True"),
    "no UTF-8": ({"in": "query", "schema": TEXT}, "color=%FF"),
    "nothing where it is required": ({"in": "query", "required": True, "schema": TEXT}, ""),
    "another cookie": ({"in": "cookie", "schema": TEXT}, "color=a; admin=1"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_does_not_follow_the_document_is_told(name: str) -> None:
    parameter, text = FAULTS[name]
    with pytest.raises((Unreadable, UnicodeDecodeError)):
        read("3.1.1", parameter, text)
