"""How fields of forms and parts of multipart bodies are written, by version and media type."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import STRING, of_operation, read_one

from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Encoding, Operation

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
LIST = {"type": "array", "items": STRING}
OCTETS = {"type": "string", "format": "binary"}
PAIR = {"type": "object", "properties": {"a": STRING, "b": LIST}}
PROPERTIES = {"name": STRING, "tags": LIST, "file": OCTETS, "pair": PAIR}


def body(media_type: str, version: str = "3.1.1", **media: Any) -> tuple[Operation, Reader]:
    media.setdefault("schema", {"type": "object", "properties": PROPERTIES})
    operation = {"responses": {}, "requestBody": {"content": {media_type: media}}}
    return read_one({**of_operation(operation, "post"), "openapi": version})


def encoded(media_type: str, encoding: Any, version: str = "3.1.1") -> tuple[Any, list[Any]]:
    read, reader = body(media_type, version, encoding=encoding)
    assert read.body is not None
    skipped = len(("requestBody", "content", media_type))
    told = [(warning["words"], warning["at"][skipped:]) for warning in reader.warnings]
    return read.body.encodings, told


@pytest.mark.parametrize("media_type", [FORM, PARTS])
@pytest.mark.parametrize("version", ["3.0.3", "3.1.1", "3.2.0"])
def test_without_an_encoding_there_is_nothing_to_say(media_type: str, version: str) -> None:
    assert encoded(media_type, {}, version) == ((), [])


@pytest.mark.parametrize(
    ("media_type", "version", "encoding", "made"),
    [
        (
            PARTS,
            "3.0.3",
            {"file": {"contentType": "image/png"}},
            Encoding(wire="file", media_types=("image/png",)),
        ),
        (
            FORM,
            "3.0.3",
            {"pair": {"contentType": "application/json"}},
            Encoding(wire="pair", media_types=("application/json",)),
        ),
        (
            FORM,
            "3.0.4",
            {"tags": {"style": "spaceDelimited"}},
            Encoding(wire="tags", style="spaceDelimited"),
        ),
        (
            FORM,
            "3.1.1",
            {"tags": {"explode": False}},
            Encoding(wire="tags", style="form"),
        ),
        (
            FORM,
            "3.2.0",
            {"name": {"allowReserved": True}},
            Encoding(wire="name", style="form", explode=True, reserved=True),
        ),
        (
            PARTS,
            "3.1.1",
            {"tags": {"style": "form", "explode": False}},
            Encoding(wire="tags", style="form"),
        ),
        (
            PARTS,
            "3.1.1",
            {"file": {"headers": {"X-A": {"schema": {"const": "1"}}, "content-type": {}}}},
            Encoding(wire="file", headers=(("X-A", "1"),)),
        ),
        (
            PARTS,
            "3.0.3",
            {"file": {"headers": {"X-A": {"schema": {"type": "string", "enum": ["1"]}}}}},
            Encoding(wire="file", headers=(("X-A", "1"),)),
        ),
    ],
)
def test_an_encoding_is_heeded(
    media_type: str, version: str, encoding: Any, made: Encoding
) -> None:
    assert encoded(media_type, encoding, version) == ((made,), [])


@pytest.mark.parametrize(
    ("media_type", "version", "encoding", "words", "at"),
    [
        (
            PARTS,
            "3.1.1",
            {"other": {"contentType": "text/plain"}},
            "the body has no property other; its encoding is not heeded",
            ["encoding", "other"],
        ),
        (
            PARTS,
            "3.0.4",
            {"tags": {"style": "form"}},
            f"style does not count in {PARTS} here",
            ["encoding", "tags", "style"],
        ),
        (
            FORM,
            "3.1.1",
            {"tags": {"style": "form", "contentType": "text/plain"}},
            "beside 'style', 'explode' or 'allowReserved' contentType does not count",
            ["encoding", "tags", "contentType"],
        ),
        (
            FORM,
            "3.1.1",
            {"pair": {"style": "deepObject"}},
            (
                "the style deepObject is not defined for lists and objects inside of a value; the "
                "client writes them as brackets, as in a[b][c]=1 and a[b][]=1"
            ),
            ["encoding", "pair", "schema"],
        ),
        (
            FORM,
            "3.1.1",
            {"tags": {"style": "odd"}},
            "OpenAPI has no style odd for a query; the client writes it in the style form",
            ["encoding", "tags", "style"],
        ),
        (
            PARTS,
            "3.1.1",
            {"file": {"contentType": "image/png, image/*"}},
            (
                "the file says which media type it has, by its name or as (name, content, type); "
                "else it is image/png"
            ),
            ["encoding", "file", "contentType"],
        ),
        (
            PARTS,
            "3.1.1",
            {"pair": {"contentType": "application/xml"}},
            "the client does not write application/xml; the argument is its text",
            ["encoding", "pair", "contentType"],
        ),
        (
            FORM,
            "3.1.1",
            {"pair": {"contentType": "application/xml"}},
            "the client does not write application/xml; the client writes JSON",
            ["encoding", "pair", "contentType"],
        ),
        (
            FORM,
            "3.1.1",
            {"name": {"headers": {"X-A": {"schema": STRING}}}},
            "a form has no headers for its fields",
            ["encoding", "name", "headers", "X-A"],
        ),
        (
            PARTS,
            "3.1.1",
            {"file": {"headers": {"X-A": {"schema": STRING}}}},
            (
                "the header X-A is sent where it is given with a file: (name, content, media_type, "
                "headers)"
            ),
            ["encoding", "file", "headers", "X-A"],
        ),
    ],
)
def test_what_of_an_encoding_does_not_count_is_a_warning(
    media_type: str, version: str, encoding: Any, words: str, at: list[str]
) -> None:
    assert encoded(media_type, encoding, version)[1] == [(words, at)]


def test_a_part_that_the_client_does_not_write_is_given_as_text() -> None:
    read, _ = body(PARTS, encoding={"pair": {"contentType": "application/xml"}})
    annotations = {argument.wire: argument.annotation for argument in read.arguments}
    assert annotations["pair"] == "str | Upload | Sequence[str | Upload]"
    assert annotations["file"] == "Upload"


@pytest.mark.parametrize(
    ("version", "schema"),
    [
        ("3.0.3", {"type": "string", "format": "byte"}),
        ("3.1.1", {"type": "string", "contentEncoding": "base64"}),
        ("3.2.0", {"type": "array", "items": {"type": "string", "contentEncoding": "base64"}}),
    ],
)
def test_encoded_octets_are_no_plain_text(version: str, schema: Any) -> None:
    properties = {"properties": {"p": schema, "q": STRING}, "type": "object"}
    read, reader = body(PARTS, version, schema=properties)
    assert read.body is not None
    assert read.body.encodings == (
        Encoding(
            wire="p",
            media_types=("application/octet-stream",),
            headers=(("Content-Transfer-Encoding", "base64"),),
        ),
    )
    assert reader.warnings == []


@pytest.mark.parametrize("key", ["encoding", "prefixEncoding", "itemEncoding"])
def test_an_encoding_of_json_says_nothing(key: str) -> None:
    value: Any = {"a": {"style": "form"}} if key == "encoding" else [{"style": "form"}]
    _, reader = body("application/json", **{key: value})
    assert [warning["words"] for warning in reader.warnings] == [
        f"'{key}' says nothing of application/json"
    ]


def test_parts_by_their_order() -> None:
    read, reader = body(
        "multipart/mixed",
        "3.2.0",
        schema={"type": "array", "prefixItems": [PAIR, {}]},
        prefixEncoding=[{}, {"contentType": "image/png"}],
        itemEncoding={"contentType": "text/csv"},
    )
    assert read.body is not None
    assert (read.body.kind, read.body.media_type) == ("multipart", "multipart/mixed")
    assert read.body.prefix == (Encoding(), Encoding(media_types=("image/png",)))
    assert read.body.rest == Encoding(media_types=("text/csv",))
    assert reader.warnings == []
