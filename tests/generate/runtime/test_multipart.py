"""The parts of multipart bodies: their names, media types, file names and headers."""

from __future__ import annotations

import io
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import pytest

from specmend.generate.runtime._multipart import (
    OCTETS,
    Part,
    encode_parts,
    form_parts,
    multipart,
    ordered_parts,
)
from specmend.generate.runtime._operation import Body, Encoding
from specmend.generate.runtime.errors import ArgumentError

JSON = "application/json"


def parts(value: Any, **encoding: Any) -> list[Part]:
    return form_parts((Encoding(name="p", **encoding),), [("p", value)])


def shown(value: Any, **encoding: Any) -> list[Any]:
    return [(one.content, one.media_type, one.file_name) for one in parts(value, **encoding)]


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("x", [("x", None, None)]),
        (1, [("1", None, None)]),
        (True, [("true", None, None)]),
        ({"a": 1}, [('{"a":1}', JSON, None)]),
        (["x", 2], [("x", None, None), ("2", None, None)]),
        ([[1, 2]], [("[1,2]", JSON, None)]),
        ([{"a": 1}, None], [('{"a":1}', JSON, None)]),
        (b"x", [(b"x", OCTETS, "p")]),
        ([b"x", b"y"], [(b"x", OCTETS, "p"), (b"y", OCTETS, "p")]),
        (("a.png", b"x"), [(b"x", "image/png", "a.png")]),
        (("a", b"x"), [(b"x", OCTETS, "a")]),
        (("a.png", b"x", "image/webp"), [(b"x", "image/webp", "a.png")]),
        ([("a", b"x"), ("b", b"y")], [(b"x", OCTETS, "a"), (b"y", OCTETS, "b")]),
        (("x", "y"), [("x", None, None), ("y", None, None)]),
    ],
)
def test_a_part_by_its_value(value: Any, made: Any) -> None:
    assert shown(value) == made


@pytest.mark.parametrize(
    ("media_types", "value", "made"),
    [
        (("image/png",), b"x", (b"x", "image/png", "p")),
        (("image/png",), ("a.gif", b"x"), (b"x", "image/png", "a.gif")),
        (("image/png",), ("a", b"x", "image/gif"), (b"x", "image/gif", "a")),
        (("image/png", "image/jpeg"), ("a.jpg", b"x"), (b"x", "image/jpeg", "a.jpg")),
        (("image/png", "image/jpeg"), b"x", (b"x", "image/png", "p")),
        (("image/*",), ("a.gif", b"x"), (b"x", "image/gif", "a.gif")),
        (("image/*",), b"x", (b"x", OCTETS, "p")),
        ((JSON,), {"a": 1}, ('{"a":1}', JSON, None)),
        ((JSON,), "x", ('"x"', JSON, None)),
        ((JSON,), '{"a":1}', ('{"a":1}', JSON, None)),
        ((JSON,), "{a", ('"{a"', JSON, None)),
        ((JSON,), 5, ("5", JSON, None)),
        (("text/csv",), "a,b", ("a,b", "text/csv", None)),
        (("application/xml",), "<a/>", ("<a/>", "application/xml", None)),
    ],
)
def test_a_part_by_its_encoding(media_types: Any, value: Any, made: Any) -> None:
    assert shown(value, media_types=media_types) == [made]


def test_an_open_file_has_its_own_name(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    place.write_bytes(b"x")
    with place.open("rb") as file:
        (part,) = parts(file)
    assert (part.file_name, part.media_type) == ("a.png", "image/png")
    (other,) = parts(io.BytesIO(b"x"))
    assert (other.file_name, other.media_type) == ("p", OCTETS)


def test_headers_of_a_part_are_those_of_the_document_and_of_the_file() -> None:
    (part,) = parts(("a", b"x", "b/c", {"X-A": "1"}), headers={"X-B": "2"})
    assert part.headers == {"X-B": "2", "X-A": "1"}
    assert part.for_form() == ("p", ("a", b"x", "b/c", {"X-B": "2", "X-A": "1"}))
    with pytest.raises(ArgumentError, match='"X-A" cannot be sent: it has a line break'):
        parts(("a", b"x", "b/c", {"X-A": "1\r\n"}))


@pytest.mark.parametrize(
    ("encoding", "value", "made"),
    [
        ({"style": "form", "explode": True}, ["a b", "c"], [("p", "a b"), ("p", "c")]),
        ({"style": "form"}, ["a", "b"], [("p", "a,b")]),
        ({"style": "pipeDelimited"}, ["a", "b"], [("p", "a|b")]),
        ({"style": "spaceDelimited"}, ["a", "b"], [("p", "a b")]),
        ({"style": "deepObject"}, {"a": {"b": "ü"}}, [("p[a][b]", "ü")]),
        ({"style": "form", "explode": True}, {"a": 1, "b": 2}, [("a", "1"), ("b", "2")]),
    ],
)
def test_a_part_in_a_style_is_not_percent_encoded(encoding: Any, value: Any, made: Any) -> None:
    assert [(part.name, part.content) for part in parts(value, **encoding)] == made


@pytest.mark.parametrize("value", ["\ud800", object()])
def test_what_no_part_is_made_of_is_refused(value: Any) -> None:
    with pytest.raises(ArgumentError, match='the part argument "p" cannot be sent'):
        parts(value)


def test_parts_by_their_order() -> None:
    body = Body(
        kind="multipart",
        media_type="multipart/mixed",
        prefix=(Encoding(), Encoding(media_types=("image/*",))),
        rest=Encoding(media_types=("text/csv",), headers={"X-A": "1"}),
    )
    made = ordered_parts(body, [{"a": 1}, ("b.png", b"x"), "c,d", "e,f"])
    assert [(part.content, part.media_type) for part in made] == [
        ('{"a":1}', JSON),
        (b"x", "image/png"),
        ("c,d", "text/csv"),
        ("e,f", "text/csv"),
    ]
    assert [dict(part.headers) for part in made] == [{}, {}, {"X-A": "1"}, {"X-A": "1"}]


def test_a_body_that_is_no_form_can_be_read_by_any_parser() -> None:
    made = [
        Part(name="", content="grün"),
        Part(name="", content=io.BytesIO(b"\x00\r\n--"), media_type=OCTETS, file_name='a"b.bin'),
        Part(name="n", content=b"{}", media_type=JSON, headers={"X-A": "1"}),
    ]
    media_type, octets = encode_parts('multipart/related; type="text/plain"', made)
    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    read = BytesParser(policy=HTTP).parsebytes(head + octets)
    assert read.get_content_type() == "multipart/related"
    first, second, third = read.iter_parts()
    assert first.get_content() == "grün"
    assert second.get_payload(decode=True) == b"\x00\r\n--"
    assert second.get_filename() == "a%22b.bin"
    assert (third["X-A"], third.get_content_type()) == ("1", JSON)
    assert third["Content-Disposition"] == 'form-data; name="n"'


@pytest.mark.parametrize(
    ("encoding", "value"),
    [
        ({"style": "form"}, ["a", "d,e"]),
        ({"style": "pipeDelimited"}, ["a|b"]),
        ({"style": "deepObject"}, {"a[b]": 1}),
    ],
)
def test_members_that_would_be_read_as_others_are_refused(encoding: Any, value: Any) -> None:
    with pytest.raises(ArgumentError, match="of its own"):
        parts(value, **encoding)


def test_a_form_without_parts_is_still_one() -> None:
    headers: dict[str, str] = {}
    body = Body(kind="multipart", media_type="multipart/form-data")
    made = multipart(body, {"a": []}, headers)
    boundary = headers["Content-Type"].removeprefix("multipart/form-data; boundary=")
    assert made == {"content": f"--{boundary}--\r\n".encode()}
