"""Several media types of one request: which are sent, by which arguments, and which are not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import INTEGER, STRING, of_operation, read_one

from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Operation

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
OCTETS = {"type": "string", "format": "binary"}
LIST = {"type": "array", "items": STRING}
PET = {"type": "object", "required": ["name"], "properties": {"name": STRING, "age": INTEGER}}
FILE = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": OCTETS, "name": STRING},
}


def asked(**schemas: Any) -> tuple[Operation, Reader]:
    names = {"json": JSON, "form": FORM, "parts": PARTS, "xml": "application/xml"}
    names |= {"csv": "text/csv", "more": "application/a+json", "all": "application/*+json"}
    names |= {"png": "image/png", "jpeg": "image/jpeg", "pictures": "image/*"}
    content = {names[key]: {"schema": schema} for key, schema in schemas.items()}
    operation = {"responses": {}, "requestBody": {"required": True, "content": content}}
    return read_one(of_operation(operation, "post"))


def offered(operation: Operation) -> dict[str, str]:
    return {one.name: one.offered for one in operation.arguments}


def told(reader: Reader) -> list[tuple[str, str]]:
    return [(one["words"], one["at"][-1]) for one in reader.warnings]


def test_one_media_type_needs_no_choice() -> None:
    read, reader = asked(json=PET)
    assert offered(read) == {"name": "str", "age": "int | None = None"}
    assert (read.others, read.ways, reader.warnings) == ((), (), [])
    assert read.body is not None
    assert read.body.fields is None


def test_the_same_record_in_two_ways_has_the_same_arguments() -> None:
    read, reader = asked(form=PET, json=PET)
    assert offered(read) == {
        "name": "str",
        "age": "int | None = None",
        "content_type": f'Literal["{JSON}", "{FORM}"] | None = None',
    }
    assert [one.media_type for one in read.others] == [FORM]
    assert (read.ways, reader.warnings) == ((), [])


def test_bodies_with_other_fields_are_ways_of_their_own() -> None:
    read, reader = asked(json=PET, parts=FILE)
    assert offered(read) == {
        "name": "str | None = None",
        "age": "int | None = None",
        "file": "Upload | None = None",
        "content_type": f'Literal["{JSON}", "{PARTS}"] | None = None',
    }
    assert [(way.media_types, [one.offered for one in way.arguments]) for way in read.ways] == [
        ((JSON,), ["str", "int | None = None"]),
        ((PARTS,), ["Upload", "str | None = None"]),
    ]
    assert read.body is not None
    assert [one.fields for one in (read.body, *read.others)] == [("name", "age"), ("file", "name")]
    assert reader.warnings == []


def test_octets_beside_a_record_are_an_argument() -> None:
    read, reader = asked(json=PET, csv=OCTETS)
    assert offered(read)["body"] == "Content | None = None"
    assert [way.media_types for way in read.ways] == [(JSON,), ("text/csv",)]
    assert [one.fields for one in read.others] == [None]
    assert reader.warnings == []


def test_two_bodies_that_are_one_argument_have_both_types() -> None:
    read, _ = asked(json=LIST, csv=STRING)
    assert offered(read)["body"] == "Sequence[str] | Content"


def test_octets_are_sent_in_each_media_type() -> None:
    read, reader = asked(csv=STRING, png=OCTETS, jpeg=OCTETS)
    assert offered(read) == {
        "body": "Content",
        "content_type": 'Literal["text/csv", "image/png", "image/jpeg"] | None = None',
    }
    assert (read.ways, reader.warnings) == ((), [])


@pytest.mark.parametrize(
    ("schemas", "media_type"),
    [
        ({"json": PET, "xml": PET}, "application/xml"),
        ({"json": PET, "more": PET}, "application/a+json"),
        ({"json": PET, "all": PET}, "application/*+json"),
    ],
)
def test_what_is_not_sent_is_named_with_its_place(schemas: Any, media_type: str) -> None:
    read, reader = asked(**schemas)
    assert told(reader) == [(f"the client sends {JSON}; it does not send {media_type}", media_type)]
    assert (read.others, "content_type" in offered(read)) == ((), False)


def test_a_range_beside_octets_is_not_sent() -> None:
    read, reader = asked(png=OCTETS, pictures=OCTETS)
    words = "the client sends image/png; it does not send image/*"
    assert (told(reader), read.others) == ([(words, "image/*")], ())


def test_a_body_that_the_client_does_not_write_is_sent_where_it_is_the_only_one() -> None:
    read, reader = asked(xml=PET)
    assert offered(read) == {"body": "Content"}
    words = "the client does not write application/xml; the argument is the body as it is sent"
    assert told(reader) == [(words, "application/xml")]


def test_an_argument_of_the_same_name_keeps_it() -> None:
    query = {"name": "content_type", "in": "query", "schema": STRING}
    content = {JSON: {"schema": PET}, FORM: {"schema": PET}}
    operation = {"responses": {}, "parameters": [query], "requestBody": {"content": content}}
    read, _ = read_one(of_operation(operation, "post"))
    assert [one.name for one in read.arguments][-2:] == ["content_type", "content_type_media"]
