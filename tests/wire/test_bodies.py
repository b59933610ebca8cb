"""The parser reads bodies of every media type: JSON, records, forms, multipart, text, octets."""

from __future__ import annotations

from typing import Any

import pytest
from tests.wire.operations import read_request
from tests.wire.raw import File, Raw, Unreadable

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
ADDRESS = {"type": "object", "properties": {"zip": TEXT, "n": NUMBER}}
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
FIELDS = {
    "type": "object",
    "properties": {
        "id": TEXT,
        "n": NUMBER,
        "tags": {"type": "array", "items": TEXT},
        "address": ADDRESS,
        "many": {"type": "array", "items": ADDRESS},
    },
}


def read(media_type: str, media: dict[str, Any], body: bytes, told: str = "", **words: Any) -> Any:
    """What the parser reads of a body; `told` is the media type of the request."""
    holder = {"content": {media_type: media}, "required": words.get("required", False)}
    operation = {"requestBody": holder, "responses": {"200": {"description": "d"}}}
    tree = {
        "openapi": words.get("version", "3.1.1"),
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"post": operation}},
    }
    kept = () if told == "none" else (("Content-Type", told or media_type),)
    raw = Raw(method="POST", target="/a", headers=kept, body=body)
    values = read_request(tree, "/a", "post", raw)
    return values.body if values.has_body else "no body"


def parts(*written: tuple[str, str, bytes]) -> bytes:
    """A body of multipart: for each part what follows `form-data`, its media type, its content."""
    made = b""
    for disposition, media_type, content in written:
        head = f"Content-Disposition: form-data; {disposition}\r\n"
        head += f"Content-Type: {media_type}\r\n" if media_type else ""
        made += b"--B\r\n" + head.encode() + b"\r\n" + content + b"\r\n"
    return made + b"--B--\r\n"


BOUNDARY = f"{MULTIPART}; boundary=B"
OCTETS = {"type": "object", "properties": {"f": {}, "t": TEXT, "m": ADDRESS, "l": {
    "type": "array", "items": {}}}}  # fmt: skip

ROWS: dict[str, tuple[tuple[Any, ...], dict[str, Any], Any]] = {
    "JSON": (("application/json", {}, b'{"a": null}'), {}, {"a": None}),
    "null": (("application/json", {}, b"null"), {}, None),
    "JSON of its own name": (("application/merge-patch+json", {}, b"[1]"), {}, [1]),
    "JSON under a range": (("application/*", {}, b"1"), {"told": "application/json"}, 1),
    "lines of JSON": (("application/x-ndjson", {}, b'{"a": 1}\n2\n'), {}, [{"a": 1}, 2]),
    "a sequence": (("application/json-seq", {}, b"\x1e1\n\x1e[2]\n"), {}, [1, [2]]),
    "text": (("text/plain", {}, "é".encode()), {"told": "text/plain; charset=utf-8"}, "é"),
    "text of another charset":
        (("text/plain", {}, b"\xe9"), {"told": "text/plain; charset=latin-1"}, "é"),
    "octets": (("application/octet-stream", {}, b"\xff\x00"), {}, b"\xff\x00"),
    "nothing": (("application/json", {}, b""), {"told": "none"}, "no body"),
    "a form": ((FORM, {"schema": FIELDS}, b"id=a+b%26&n=1&tags=x&tags=y"), {},
               {"id": "a b&", "n": 1, "tags": ["x", "y"]}),
    "JSON in a form": ((FORM, {"schema": FIELDS}, b"address=%7B%22zip%22%3A%22%2B1%22%7D"), {},
                       {"address": {"zip": "+1"}}),
    "a list of JSON in a form": ((FORM, {"schema": FIELDS}, b"many=%7B%22n%22%3A1%7D"), {},
                                 {"many": [{"n": 1}]}),
    "a style of a field": ((FORM, {"schema": FIELDS, "encoding": {"tags": {"explode": False}}},
                            b"tags=a%2Cb,c&id=x"), {}, {"id": "x", "tags": ["a,b", "c"]}),
    "a deep object in a form":
        ((FORM, {"schema": FIELDS, "encoding": {"address": {"style": "deepObject"}}},
          b"address%5Bzip%5D=1"), {}, {"address": {"zip": "1"}}),
    "an exploded object in a form":
        ((FORM, {"schema": FIELDS, "encoding": {"address": {"explode": True}}}, b"zip=1&id=2"),
         {}, {"id": "2", "address": {"zip": "1"}}),
    "pipes in a form":
        ((FORM, {"schema": FIELDS, "encoding": {"tags": {"style": "pipeDelimited"}}},
          b"tags=a%7Cb"), {}, {"tags": ["a", "b"]}),
    "a text that is JSON by its encoding":
        ((FORM, {"schema": FIELDS, "encoding": {"id": {"contentType": "application/json"}}},
          b"id=%22f%22"), {}, {"id": "f"}),
    "multipart":
        ((MULTIPART, {"schema": OCTETS}, parts(
            ('name="f"; filename="a b.png"', "image/png", b"\r\n--"),
            ('name="t"', "", "é\r\n".encode()), ('name="m"', "application/json", b'{"n": 1}'),
            ('name="l"; filename="x"', "text/csv", b"1"),
            ('name="l"', "application/octet-stream", b""))),
         {"told": BOUNDARY},
         {"f": File(content=b"\r\n--", media_type="image/png", name="a b.png"), "t": "é\r\n",
          "m": {"n": 1}, "l": [File(content=b"1", media_type="text/csv", name="x"),
                               File(content=b"", media_type="application/octet-stream")]}),
    "a media type of a part":
        ((MULTIPART, {"schema": OCTETS, "encoding": {"f": {"contentType": "image/png, image/*"}}},
          parts(('name="f"', "image/gif", b"1"))), {"told": BOUNDARY},
         {"f": File(content=b"1", media_type="image/gif")}),
    "a style in multipart is not encoded":
        ((MULTIPART, {"schema": FIELDS, "encoding": {"tags": {"explode": False}}},
          parts(('name="tags"', "", b"a,%41"))), {"told": BOUNDARY}, {"tags": ["a", "%41"]}),
    "spaces in multipart are not encoded":
        ((MULTIPART, {"schema": FIELDS, "encoding": {"tags": {"style": "spaceDelimited"}}},
          parts(('name="tags"', "", b"a %41"))), {"told": BOUNDARY}, {"tags": ["a", "%41"]}),
    "a style in multipart of 3.0 is none":
        ((MULTIPART, {"schema": FIELDS, "encoding": {"tags": {"explode": False}}},
          parts(('name="tags"', "", b"a,b"))), {"told": BOUNDARY, "version": "3.0.4"},
         {"tags": ["a,b"]}),
    "a name with quotes": ((MULTIPART, {"schema": {"type": "object", "properties": {'a"b': TEXT}}},
                            parts(('name="a%22b"', "", b"x"))), {"told": BOUNDARY}, {'a"b': "x"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_body_is_read(name: str) -> None:
    given, words, expected = ROWS[name]
    found = read(*given, **words)
    assert found == expected
    assert type(found) is type(expected)


FAULTS: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "another media type": (("application/json", {}, b"a"), {"told": "text/plain"}),
    "no media type": (("application/json", {}, b"1"), {"told": "none"}),
    "no JSON": (("application/json", {}, b"{'a': 1}"), {}),
    "NaN": (("application/json", {}, b"NaN"), {}),
    "nothing where it is required":
        (("application/json", {}, b""), {"told": "none", "required": True}),
    "a list of a form as JSON":
        ((FORM, {"schema": {"type": "object", "properties": {
            "a": {"type": "array", "items": NUMBER}}}}, b"a=%5B1%5D"), {}),
    "a field twice": ((FORM, {"schema": FIELDS}, b"id=a&id=b"), {}),
    "a part of another media type":
        ((MULTIPART, {"schema": OCTETS, "encoding": {"f": {"contentType": "image/png"}}},
          parts(('name="f"', "application/octet-stream", b"1"))), {"told": BOUNDARY}),
    "JSON that says that it is text":
        ((MULTIPART, {"schema": OCTETS}, parts(('name="m"', "", b"{}"))), {"told": BOUNDARY}),
    "a part without a name": ((MULTIPART, {"schema": OCTETS}, parts(("x=1", "", b""))),
                              {"told": BOUNDARY}),
    "no last boundary": ((MULTIPART, {"schema": OCTETS}, b"--B\r\n\r\n"), {"told": BOUNDARY}),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_body_that_does_not_follow_the_document_is_told(name: str) -> None:
    given, words = FAULTS[name]
    with pytest.raises(Unreadable):
        read(*given, **words)
