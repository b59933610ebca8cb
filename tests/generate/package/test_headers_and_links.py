"""Headers and links of answers as the API declares them, in every version of the standard."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.package.answers import Server, use, use_async

BOTH = pytest.mark.parametrize("run", [use, use_async], ids=["sync", "async"])
PET = b'{"name": "Rex", "age": 3}'

Run = Callable[..., Any]

VALUES = [
    ("X-Rate-Limit", "5", 5),
    ("x-rate-limit", " 5 ", 5),
    ("X-Word", "red", "red"),
    ("X-Flag", "true", True),
    ("X-Day", "2024-05-06", dt.date(2024, 5, 6)),
    ("Expires", "2024-05-06T07:08:09Z", dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC)),
    ("Expires", "Mon, 06 May 2024 07:08:09 GMT", dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC)),
    ("X-Numbers", "1, 2,3", [1, 2, 3]),
    ("X-Numbers", "", []),
    ("X-Pet", "name,Rex,age,3", {"name": "Rex", "age": 3}),
    ("X-Pet-Pairs", "name=Rex,age=3", {"name": "Rex", "age": 3}),
    ("X-Pet-Json", '{"name": "Rex, the dog"}', {"name": "Rex, the dog"}),
    ("X-Pet-Json", '{"name": "\\ud83d"}', {"name": "\ufffd"}),
    ("X-Note", "5", "5"),
    ("X-Shared", "7", 7),
]


def make(package: Any) -> Callable[[Any], Any]:
    return lambda client: package.with_response(
        client.make, "big cat", word="w&w", x_trace="t1", name="Rex", age=4
    )


@BOTH
@pytest.mark.parametrize(("name", "text", "value"), VALUES)
def test_a_header_has_its_type(package: Any, run: Run, name: str, text: str, value: Any) -> None:
    server = Server(status=201, content=PET, headers={name: text})
    answer = run(package, server, make(package))
    found = answer.declared[name]
    shown = found.model_dump(exclude_unset=True) if hasattr(found, "model_dump") else found
    assert (shown, type(shown)) == (value, type(value))
    assert [known.lower() for known in answer.declared] == [name.lower()]
    assert answer.headers[name] == text


@BOTH
def test_a_response_has_the_value_and_the_answer(package: Any, run: Run) -> None:
    server = Server(status=201, content=PET, headers={"X-Other": "1", "X-Lost": "2"})
    answer = run(package, server, make(package))
    assert isinstance(answer, package.Response)
    assert (answer.status_code, answer.value.name) == (201, "Rex")
    assert answer.http.content == PET
    assert (answer.headers["x-other"], dict(answer.declared)) == ("1", {})
    assert "201" in repr(answer)
    for name in ("X-Other", "X-Lost", "X-Rate-Limit", "Content-Type"):
        assert name not in answer.declared


@BOTH
def test_a_header_of_another_shape_raises_when_it_is_asked_for(package: Any, run: Run) -> None:
    server = Server(status=201, content=PET, headers={"X-Rate-Limit": "many"})
    answer = run(package, server, make(package))
    with pytest.raises(package.errors.DecodeError, match=r"the header X-Rate-Limit: .*integer"):
        _ = answer.declared["X-Rate-Limit"]


@BOTH
def test_the_status_decides_on_headers_and_links(package: Any, run: Run) -> None:
    server = Server(status=202, media=None, headers={"X-Shared": "7", "X-Rate-Limit": "5"})
    answer = run(package, server, make(package))
    assert (answer.value, dict(answer.declared), dict(answer.links)) == (None, {"X-Shared": 7}, {})


@BOTH
def test_an_error_has_its_headers(package: Any, run: Run) -> None:
    headers = {"Retry-After": "9", "X-Left": "0", "X-Shared": "7"}
    server = Server(status=429, content=b'{"code": 1}', headers=headers)
    with pytest.raises(package.errors.TooManyRequestsError) as caught:
        run(package, server, make(package))
    assert dict(caught.value.declared) == {"Retry-After": 9, "X-Left": 0}
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert dict(again.declared) == dict(caught.value.declared)


@BOTH
def test_several_lines_of_a_header_are_a_list(package: Any, run: Run) -> None:
    pairs = [("Set-Cookie", "a=1; Expires=Mon, 06 May 2024"), ("Set-Cookie", "b=2")]
    server = Server(status=201, content=PET, headers=httpx.Headers(pairs))
    answer = run(package, server, make(package))
    assert answer.declared["Set-Cookie"] == ["a=1; Expires=Mon, 06 May 2024", "b=2"]


@BOTH
def test_a_link_has_the_values_of_its_expressions(package: Any, run: Run) -> None:
    server = Server(status=201, content=PET, headers={"X-Rate-Limit": "5"})
    links = run(package, server, make(package)).links
    assert list(links) == ["GetThing", "Again", "Shared"]
    assert links["GetThing"] == package.Link(
        operation_id="pet",
        description="The thing itself",
        parameters={
            "id": "Rex",
            "path.kind": "big cat",
            "word": "w&w",
            "trace": "t1",
            "age": 4,
            "limit": "5",
            "status": 201,
            "verb": "POST",
            "told": "POST of big cat",
            "fixed": 7,
            "price": "$5",
        },
        request_body={"name": "Rex", "age": 4},
    )
    assert links["Again"] == package.Link(
        operation_ref="#/paths/~1pet/get", server="https://other.test"
    )
    assert links["Shared"].parameters == {
        "url": "https://answers.test/v1/things/big%20cat?word=w%26w"
    }


@BOTH
def test_what_sends_no_request_is_refused(package: Any, run: Run) -> None:
    async def nothing() -> None:
        return None

    call = (lambda: None) if run is use else nothing
    with pytest.raises(TypeError, match="a method of a client"):
        run(package, Server(), lambda _: package.with_response(call))


@BOTH
def test_only_the_call_itself_is_listened_to(package: Any, run: Run) -> None:
    server = Server(status=201, content=PET)
    with package.record_responses() as seen:
        answer = run(package, server, make(package))
    assert [response.status_code for response in seen] == [201]
    assert answer.http is seen[0]


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
from typing import Any, assert_type

from {package} import AsyncClient, AsyncStream, Client, Link, Response, Stream, with_response
from {package}.models import Pet


def plain(client: Client) -> None:
    answer = with_response(client.pet)
    assert_type(answer, Response[Pet])
    assert_type(answer.value, Pet)
    assert_type(answer.status_code, int)
    assert_type(answer.declared["x"], Any)
    assert_type(answer.links["x"], Link)
    assert_type(with_response(client.pet_or_picture).value, Pet | bytes)
    assert_type(with_response(client.make, "cat", name="Rex").value, Pet | None)
    assert_type(with_response(client.watch), Response[Pet])
    assert_type(with_response(client.watch, stream=True), Response[Stream[Pet]])
    with_response(client.make, "cat")  # wrong
    with_response(client.make, "cat", nam="Rex")  # wrong
    with_response(client.pet, 5)  # wrong


async def awaited(client: AsyncClient) -> None:
    assert_type(await with_response(client.pet), Response[Pet])
    assert_type(await with_response(client.watch, stream=True), Response[AsyncStream[Pet]])
    with_response(client.pet).value  # wrong
"""
