"""What comes back by status and by media type, in every version of the standard."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pydantic
import pytest
from tests.generate.package.answers import (
    JSON,
    Call,
    Server,
    call,
    call_async,
    use,
    use_async,
)

CALLS = pytest.mark.parametrize("run", [call, call_async], ids=["sync", "async"])


DAY = dt.date(2024, 5, 6)
PET = b'{"name": "Rex", "age": 3}'
PROBLEM = "application/problem+json"

READ = [
    # The operation, the media type that came, the body, and the value; a dict is a model.
    ("pet", JSON, PET, {"name": "Rex", "age": 3}),
    ("pet", "application/json; charset=utf-8", PET, {"name": "Rex", "age": 3}),
    ("pet", "text/plain", PET, {"name": "Rex", "age": 3}),
    ("pet", "application/vnd.pets+json", PET, {"name": "Rex", "age": 3}),
    ("pet", None, PET, {"name": "Rex", "age": 3}),
    # A JSON text is decoded, whatever declares it.
    ("text", JSON, rb'"a\"b\u00fc"', 'a"bü'),
    ("created_text", JSON, rb'"a\"b\u00fc"', 'a"bü'),
    ("range_text", JSON, rb'"a\"b\u00fc"', 'a"bü'),
    ("default_text", JSON, rb'"a\"b\u00fc"', 'a"bü'),
    ("vendor_text", "application/vnd.a+json", rb'"a\"b\u00fc"', 'a"bü'),
    ("vendor_text", JSON, b'"a"', "a"),
    ("maybe_text", JSON, b'"a"', "a"),
    ("maybe_text", JSON, b"null", None),
    ("text", None, b'"a"', "a"),
    ("text", "text/plain", b'"a"', "a"),
    ("text", "text/plain; charset=iso-8859-1", "ü".encode("latin-1"), "ü"),
    ("day", JSON, b'"2024-05-06"', DAY),
    ("color", JSON, b'"red"', "red"),
    ("anything", JSON, b'{"a": ["b"]}', {"a": ["b"]}),
    ("number", JSON, b"1e3", 1000.0),
    ("number", JSON, b"Infinity", float("inf")),
    # A range of media types, and JSON behind it.
    ("star", JSON, PET, {"name": "Rex", "age": 3}),
    ("star", "application/hal+json", PET, {"name": "Rex", "age": 3}),
    ("star", "text/plain", PET, {"name": "Rex", "age": 3}),
    ("star", None, PET, {"name": "Rex", "age": 3}),
    ("star_octets", JSON, PET, PET),
    ("group", "application/json", PET, {"name": "Rex", "age": 3}),
    ("group", "application/octet-stream", PET, {"name": "Rex", "age": 3}),
    # Text, and values that came as text.
    ("words", "text/plain", b'"a"', '"a"'),
    ("words", "text/plain", b"", ""),
    ("words", "text/plain; charset=iso-8859-1", "ü".encode("latin-1"), "ü"),
    ("words", None, "ü".encode(), "ü"),
    ("words", JSON, b'"a"', "a"),
    ("words", JSON, b'{"a": 1}', '{"a": 1}'),
    ("any_words", "text/csv", b"a;b", "a;b"),
    ("count", "text/plain", b"5", 5),
    ("count", "text/plain", b"5\n", 5),
    ("count", JSON, b"5", 5),
    ("flag", "text/plain", b"true", True),
    ("word", "text/plain", b"red", "red"),
    ("word", "text/plain", b"red\n", "red"),
    ("moment", "text/plain", b"2024-05-06", DAY),
    (
        "form",
        "application/x-www-form-urlencoded",
        b"token=a%26b&seconds=5&scopes=x",
        {"token": "a&b", "seconds": 5, "scopes": ["x"]},
    ),
    ("form", JSON, b'{"token": "a"}', {"token": "a"}),
    # Octets come as they are.
    ("picture", "image/png", b"\x89PNG", b"\x89PNG"),
    ("picture", "image/webp", b"RIFF", b"RIFF"),
    ("picture", None, b"\x89PNG", b"\x89PNG"),
    ("picture", "image/png", b"", b""),
    # What came decides.
    ("pet_or_picture", "image/png", b"\x89PNG", b"\x89PNG"),
    ("pet_or_picture", JSON, PET, {"name": "Rex", "age": 3}),
    ("pet_or_picture", "image/webp", b"RIFF", b"RIFF"),
    ("pet_or_picture", "application/octet-stream", b"RIFF", b"RIFF"),
    ("pet_or_picture", None, b"\x89PNG", b"\x89PNG"),
    ("pet_or_picture", None, PET, {"name": "Rex", "age": 3}),
    ("pet_or_words", "text/csv; charset=utf-8", b"Rex;3", "Rex;3"),
    ("pet_or_words", "application/geo+json", PET, {"name": "Rex", "age": 3}),
    ("versions", "application/vnd.a+json; version=1", PET, {"name": "Rex", "age": 3}),
    ("versions", 'application/vnd.a+json; version="2"', b'{"token": "a"}', {"token": "a"}),
    ("versions", "application/vnd.a+json", PET, {"name": "Rex", "age": 3}),
    ("old_xml", JSON, PET, {"name": "Rex", "age": 3}),
    # JSON as others write it.
    ("text", JSON, rb'"a\ud83d"', "a\ufffd"),
    ("text", JSON, rb'"\ude00\ud83d"', "\ufffd\ufffd"),
    ("text", JSON, rb'"\ud83d\ude00"', "\U0001f600"),
    ("text", JSON, rb'"\\ud83d\ud83d"', "\\ud83d\ufffd"),
    ("text", JSON, b'"\xed\xa0\xbd"', "\ufffd"),
    ("pet", JSON, b"\xef\xbb\xbf" + PET, {"name": "Rex", "age": 3}),
    ("pet", JSON, PET.decode().encode("utf-16"), {"name": "Rex", "age": 3}),
    ("pet", JSON, PET.decode().encode("utf-32-be"), {"name": "Rex", "age": 3}),
    ("text", "application/json; charset=iso-8859-1", '"ü"'.encode("latin-1"), "ü"),
    ("text", "application/json; charset=iso-8859-1", '"ü"'.encode(), "ü"),
    ("star", "text/plain", b"\xef\xbb\xbf" + PET, {"name": "Rex", "age": 3}),
]


@CALLS
@pytest.mark.parametrize(
    ("name", "media", "content", "value"),
    READ,
    ids=[f"{one[0]}-{place}" for place, one in enumerate(READ)],
)
def test_an_answer_is_read(
    package: Any, run: Call, name: str, media: str | None, content: bytes, value: Any
) -> None:
    found = run(package, Server(media=media, content=content), name)
    is_model = isinstance(found, pydantic.BaseModel)
    shown = found.model_dump(exclude_unset=True) if is_model else found
    assert (shown, type(shown)) == (value, type(value))
    assert is_model is (isinstance(value, dict) and name != "anything")


WRONG = [
    # The operation, the status, the media type that came, the body, the error and its words.
    ("pet", 200, JSON, b"{", "DecodeError", "Invalid JSON"),
    ("pet", 200, JSON, b'{"age": 3}', "DecodeError", "name: Field required"),
    ("pet", 200, JSON, b'{"name": "\xff"}', "DecodeError", "Invalid JSON"),
    ("pet", 200, "text/html", b"<html>", "BaseURLError", "is text/html"),
    ("pet", 200, "text/plain", b"hello", "BaseURLError", "is text/plain"),
    ("pet", 204, None, b"", "EmptyResponseError", "204 No Content: the answer has no content"),
    ("pet", 205, None, b"", "EmptyResponseError", "205 Reset Content"),
    ("pet", 202, None, b"", "EmptyResponseError", "202 Accepted"),
    ("pet", 200, JSON, b"", "EmptyResponseError", "200 OK"),
    ("text", 200, JSON, b"", "EmptyResponseError", "200 OK"),
    ("pet", 200, JSON, b" \r\n", "EmptyResponseError", "200 OK"),
    ("text", 202, JSON, b"\xef\xbb\xbf", "EmptyResponseError", "202 Accepted"),
    ("pet_or_picture", 204, None, b"", "EmptyResponseError", "204 No Content"),
    ("count", 200, "text/plain", b"many", "DecodeError", "valid integer"),
    ("pet_or_picture", 200, "application/xml", b"<a/>", "DecodeError",
     "it came as application/xml, and the API documents application/json or image/png"),
    ("pet_or_words", 200, None, b"Rex;3", "DecodeError",
     "it came without a Content-Type, and the API documents application/json or text/csv"),
    ("picture", 200, "text/html", b"<html>", "BaseURLError", "is text/html"),
    ("pet", 304, None, b"", "NotModifiedError", "304 Not Modified"),
    ("failing", 304, None, b"", "NotModifiedError", "304 Not Modified"),
    ("old_xml", 200, "application/xml", b"<a/>", "DecodeError",
     "it came as application/xml, and the API documents application/json"),
    ("pet", 200, "text/csv", b"a;b", "DecodeError",
     "it came as text/csv, and the API documents application/json"),
    ("pet", 200, None, b"a;b", "DecodeError", "it came without a Content-Type"),
]  # fmt: skip


@CALLS
@pytest.mark.parametrize(
    ("name", "status", "media", "content", "kind", "words"),
    WRONG,
    ids=[f"{one[0]}-{place}" for place, one in enumerate(WRONG)],
)
def test_an_answer_that_cannot_be_read_is_told(
    package: Any,
    run: Call,
    name: str,
    status: int,
    media: str | None,
    content: bytes,
    kind: str,
    words: str,
) -> None:
    with pytest.raises(package.errors.APIError) as caught:
        run(package, Server(status=status, media=media, content=content), name)
    assert type(caught.value).__name__ == kind
    assert words in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert str(again) == str(caught.value)
    if kind == "EmptyResponseError":
        assert isinstance(caught.value, package.errors.DecodeError)
        assert (caught.value.status_code, caught.value.content) == (status, content)
    if kind == "NotModifiedError":
        assert isinstance(caught.value, package.errors.RedirectError)


NOTHING = [
    # An empty answer is None where the document has a success without content, or allows null.
    ("pet_or_nothing", 204, b""),
    ("pet_or_nothing", 200, b""),
    ("pet_or_nothing", 202, b""),
    ("pet_or_nothing", 200, b"\n"),
    ("maybe_text", 200, b"  "),
    ("maybe_text", 204, b""),
    ("anything", 200, b""),
    ("nothing", 204, b""),
    ("nothing", 200, b'{"a": 1}'),
    ("look", 200, b""),
    ("look", 204, b""),
]


@CALLS
@pytest.mark.parametrize(("name", "status", "content"), NOTHING)
def test_an_answer_without_content_is_none(
    package: Any, run: Call, name: str, status: int, content: bytes
) -> None:
    assert run(package, Server(status=status, media=None, content=content), name) is None


@CALLS
def test_the_status_decides_on_the_type(package: Any, run: Call) -> None:
    for status, media, content, value in (
        (200, JSON, PET, "Rex"),
        (202, "text/plain", b"soon", "soon"),
        (203, JSON, PET, "Rex"),
    ):
        found = run(package, Server(status=status, media=media, content=content), "by_status")
        assert getattr(found, "name", found) == value


FAILURES = [
    # The status, the media type that came, the body, and the model of the error.
    (404, JSON, b'{"code": 7}', "Fault"),
    (404, PROBLEM, b'{"title": "gone"}', "Problem"),
    (404, "application/vnd.a+json", b'{"code": 7}', "Fault"),
    (409, PROBLEM, b'{"title": "clash"}', "Problem"),
    (409, JSON, b'{"title": "clash"}', "Problem"),
    (500, JSON, b'{"code": 7}', "Fault"),
    (500, JSON, b'\xef\xbb\xbf{"code": 7}', "Fault"),
    (500, "text/html", b"<html>", "str"),
    (500, JSON, b'{"other": 1}', "dict"),
    (500, JSON, b"", "NoneType"),
    (503, "text/plain", b"later", "str"),
    (503, "text/plain", b"true", "str"),
    (503, "text/plain; charset=utf-8", b'{"error": 1}', "str"),
    (503, JSON, b'{"error": "later"}', "dict"),
]


@CALLS
@pytest.mark.parametrize(("status", "media", "content", "kind"), FAILURES)
def test_an_error_is_read_by_its_media_type(
    package: Any, run: Call, status: int, media: str, content: bytes, kind: str
) -> None:
    with pytest.raises(package.errors.APIStatusError) as caught:
        run(package, Server(status=status, media=media, content=content), "failing")
    assert type(caught.value.body).__name__ == kind
    assert caught.value.content == content


@CALLS
def test_an_error_with_half_a_character_can_be_shown(package: Any, run: Call) -> None:
    server = Server(status=500, content=rb'{"error": "a\ud83d"}')
    with pytest.raises(package.errors.ServerError) as caught:
        run(package, server, "pet")
    assert caught.value.message == "a\ufffd"
    assert str(caught.value).encode()


MOVED = [
    (
        "http://other.test/v2/pet",
        "http://other.test/v2/pet; the base URL there is http://other.test/v2",
    ),
    (
        "/login",
        "https://answers.test/login; an HTTP client that follows redirects goes there",
    ),
]


@CALLS
@pytest.mark.parametrize(("location", "words"), MOVED)
def test_a_redirection_says_where_to(package: Any, run: Call, location: str, words: str) -> None:
    server = Server(status=307, media=None, headers={"Location": location})
    with pytest.raises(package.errors.RedirectError) as caught:
        run(package, server, "pet")
    assert f"sends the request on to {words}" in str(caught.value)


@CALLS
def test_a_page_for_an_unknown_path_says_what_may_be_wrong(package: Any, run: Call) -> None:
    server = Server(status=404, media="text/plain", content=b"404 page not found")
    with pytest.raises(package.errors.NotFoundError) as caught:
        run(package, server, "pet")
    assert "the server does not know GET https://answers.test/v1/pet" in str(caught.value)
    assert "older" not in str(caught.value)


ASKED = [
    ("pet", "application/json"),
    ("star", "application/json, */*;q=0.8"),
    ("pet_or_picture", "application/json, image/png;q=0.9"),
    ("versions", "application/vnd.a+json;version=1, application/vnd.a+json;version=2"),
    ("old_xml", "application/json"),
    ("nothing", "*/*"),
    ("look", "application/json"),
]


@CALLS
@pytest.mark.parametrize(("name", "accept"), ASKED)
def test_a_request_says_what_the_client_reads(
    package: Any, run: Call, name: str, accept: str
) -> None:
    for settings, sent in (({}, accept), ({"headers": {"accept": "a/b"}}, "a/b")):
        server = Server(status=500)
        with pytest.raises(package.errors.ServerError):
            run(package, server, name, **settings)
        assert server.requests[0].headers.get_list("accept") == [sent]


def test_a_stream_is_asked_for_by_accept(package: Any) -> None:
    records = Server(media="application/x-ndjson", content=PET + b"\n" + PET)

    async def read(client: Any) -> list[str]:
        async with await client.watch(stream=True) as stream:
            return [pet.name async for pet in stream]

    found = use(package, records, lambda client: [pet.name for pet in client.watch(stream=True)])
    assert found == use_async(package, records, read) == ["Rex", "Rex"]
    plain = Server(content=PET)
    assert use(package, plain, lambda client: client.watch()).name == "Rex"
    asked = [request.headers["accept"] for request in (*records.requests, *plain.requests)]
    assert asked == ["application/x-ndjson", "application/x-ndjson", JSON]
    assert all(request.url.query == b"" for request in records.requests)


PAIR = [rb'{"name": "a\ud83d"}', rb'{"name": "\ude00b"}']
CUT = [b'{"name": "a\xf0\x9f"}', b'{"name": "\x98\x80b"}']
MARK = [b'\xef\xbb\xbf{"name": "a"}', b'{"name": "b"}']

STREAMS = [
    # The operation, its media type, and what stands before and after a record.
    ("lines", "application/jsonl", b"", b"\n"),
    ("watch", "application/x-ndjson", b"", b"\r\n"),
    ("sequence", "application/json-seq", b"\x1e", b"\n"),
    ("events", "text/event-stream", b"data: ", b"\n\n"),
    ("told_events", "text/event-stream", b"event: x\ndata: ", b"\r\n\r\n"),
]


@pytest.mark.parametrize(("name", "media", "before", "after"), STREAMS)
@pytest.mark.parametrize(
    ("records", "names"),
    [(PAIR, ["a\ufffd", "\ufffdb"]), (CUT, None), (MARK, ["a", "b"])],
    ids=["halves of a pair", "a character that was cut", "a mark"],
)
def test_no_stream_is_lost_for_one_character(
    package: Any,
    name: str,
    media: str,
    before: bytes,
    after: bytes,
    records: list[bytes],
    names: list[str] | None,
) -> None:
    if name == "told_events" and not hasattr(package.Client, name):
        return
    choice = {"stream": True} if name == "watch" else {}
    server = Server(media=media, content=b"".join(before + one + after for one in records))

    async def read(client: Any) -> list[Any]:
        return [record async for record in await getattr(client, name)(**choice)]

    found = use(package, server, lambda client: list(getattr(client, name)(**choice)))
    assert found == use_async(package, server, read)
    texts = [getattr(record, "data", record).name for record in found]
    if names is not None:
        assert texts == names
    else:
        assert all("\ufffd" in text for text in texts)


@CALLS
def test_one_call_can_ask_for_another_media_type(package: Any, run: Call) -> None:
    server = Server(media="text/csv", content=b"Rex;3")
    use_it = use if run is call else use_async
    found = use_it(
        package, server, lambda client: client.pet_or_words(extra_headers={"accept": "text/csv"})
    )
    assert found == "Rex;3"
    assert server.requests[0].headers.get_list("accept") == ["text/csv"]
