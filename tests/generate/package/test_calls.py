"""Calls that answer with one document: what is sent, what comes back, what is raised."""

from __future__ import annotations

import asyncio
import io
import pickle
import warnings
from datetime import UTC, datetime
from typing import Any

import httpx2 as httpx
import pydantic
import pytest
from tests.generate.shop import Connect, Server, Wire

TALK = [{"role": "user", "content": "x"}]


def test_a_query_has_its_styles(connect: Connect) -> None:
    server = Server(content=[])
    connect(server).list(
        limit=2,
        tag=["a b", "c"],
        ids=[1, 2],
        filter={"name": "x"},
        since=datetime(2024, 1, 2, tzinfo=UTC),
        x_trace="t1",
        session="s1",
    )
    assert str(server.request.url.copy_with(query=None)) == "https://eu.shop.test/v1/items"
    assert server.request.url.params.multi_items() == [
        ("limit", "2"),
        ("tag", "a b"),
        ("tag", "c"),
        ("ids", "1,2"),
        ("filter[name]", "x"),
        ("since", "2024-01-02T00:00:00Z"),
    ]
    assert server.request.headers["x-trace"] == "t1"
    assert server.request.headers["cookie"] == "session=s1"


def test_what_is_none_is_left_out(connect: Connect) -> None:
    server = Server(content=[{"id": "1"}])
    found = connect(server).list(limit=None)
    assert server.request.url.query == b""
    assert "cookie" not in server.request.headers
    assert [item.id for item in found] == ["1"]


def test_an_answer_is_a_document_or_text_as_its_media_type_says(connect: Connect) -> None:
    assert connect(Server(content={"id": "1"})).receipt().id == "1"
    words = Server(wire=Wire([b'"one" item']), media="text/plain; charset=utf-8")
    assert connect(words).receipt() == '"one" item'


def test_a_path_parameter_is_quoted(connect: Connect) -> None:
    server = Server(content={"id": "1"})
    connect(server).get_item("a/b {c}?")
    assert server.request.url.raw_path == b"/v1/items/a%2Fb%20%7Bc%7D%3F"


def test_a_body_field_with_the_name_of_a_path_parameter_gets_another(connect: Connect) -> None:
    server = Server(status=204)
    assert connect(server).rename_item("7", item_id_field="new", self_="s", result_="r") is None
    assert server.request.url.path == "/v1/items/7"
    assert server.sent == {"item-id": "new", "self": "s", "result": "r"}


def test_arguments_have_the_names_of_builtins_but_not_of_keywords(connect: Connect) -> None:
    server = Server(content={"id": "1"})
    connect(server).chat(
        model="m",
        messages=TALK,
        format={"type": "object"},
        from_="here",
        class_="c",
        keep_alive="5m",
    )
    assert server.sent == {
        "model": "m",
        "messages": TALK,
        "format": {"type": "object"},
        "from": "here",
        "class": "c",
        "keepAlive": "5m",
        "stream": False,
    }
    assert server.request.headers["content-type"] == "application/json"


def test_nested_models_are_dicts_or_models(connect: Connect, shop: Any) -> None:
    server = Server(content={"id": "1"})
    client = connect(server)
    client.chat(model="m", messages=[shop.models.ListModel(role="user", content="x")])
    assert server.sent["messages"] == TALK
    with pytest.raises(pydantic.ValidationError):
        client.chat(model="m", messages=[{"role": "nobody", "content": "x"}])
    assert len(server.requests) == 1


def test_only_fields_that_were_set_are_sent(connect: Connect, shop: Any) -> None:
    server = Server(status=201)
    client = connect(server)
    assert client.add(id="1", from_="here", max_count=3, owner={"name": "o"}) is None
    assert server.sent == {"id": "1", "from": "here", "maxCount": 3, "owner": {"name": "o"}}
    item = shop.models.Item(id="1", from_="here", owner=None)
    assert item.model_dump(exclude_unset=True, by_alias=True) == {
        "id": "1",
        "from": "here",
        "owner": None,
    }
    assert item.level == "low"


def test_a_discriminator_is_always_sent(connect: Connect, shop: Any) -> None:
    server = Server(content={"kind": "dog", "friends": [{"kind": "cat"}]})
    found = connect(server).add_pet(body=shop.models.Cat(kind="cat"))
    assert server.sent == {"kind": "cat"}
    assert isinstance(found, shop.models.Dog)
    assert isinstance(found.friends[0], shop.models.Cat)
    connect(server).add_pet(body=shop.models.Cat())
    assert server.sent == {"kind": "cat"}
    with pytest.raises(pydantic.ValidationError):
        connect(server).add_pet(body={})


def test_answers_keep_fields_that_are_not_documented(connect: Connect) -> None:
    content = {
        "id": "1",
        "title": "T",
        "maxCount": None,
        "new": {"x": 1},
        "extra": {"k": [1]},
        "owner": None,
    }
    found = connect(Server(content=content)).get_item("1")
    assert (found.id, found.title, found.max_count, found.owner) == ("1", "T", None, None)
    assert found.extra == {"k": [1]}
    assert found.model_extra == {"new": {"x": 1}}


def test_text_and_octets_come_as_they_are(connect: Connect) -> None:
    assert connect(Server(content="1.2\n")).get_version() == "1.2\n"
    assert connect(Server(content=b"\x89PNG")).logo() == b"\x89PNG"


@pytest.mark.parametrize(
    "content", [b"abc", io.BytesIO(b"abc"), [b"a", b"bc"]], ids=["bytes", "file", "pieces"]
)
def test_octets_are_sent_as_they_are(
    connect: Connect, connect_async: Connect, content: Any
) -> None:
    server = Server(status=201)
    connect(server).upload(body=content)
    assert server.request.content == b"abc"
    assert server.request.headers["content-type"] == "application/octet-stream"
    if isinstance(content, io.BytesIO):
        content.seek(0)
    asyncio.run(connect_async(server).upload(body=content))
    assert server.request.content == b"abc"


def test_a_form_is_encoded(connect: Connect) -> None:
    server = Server(status=204)
    connect(server).send_form(name="a&b", many=["x", "y"])
    assert server.request.content == b"name=a%26b&many=x&many=y"


def test_files_are_parts(connect: Connect) -> None:
    server = Server(status=204)
    connect(server).send_files(
        file=("a.txt", b"AAA"), more=[b"BBB", io.BytesIO(b"CCC")], note="hello", item={"id": "1"}
    )
    sent = server.request.content
    assert b'name="file"; filename="a.txt"' in sent
    assert all(
        part in sent
        for part in (b"AAA", b"BBB", b"CCC", b'name="note"\r\n\r\nhello', b'{"id":"1"}')
    )
    assert server.request.headers["content-type"].startswith("multipart/form-data; boundary=")


def test_a_deprecated_operation_warns(connect: Connect) -> None:
    with pytest.warns(DeprecationWarning, match="DELETE /items/"):
        connect(Server(status=204)).drop_item("1")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        connect(Server(content=[])).list()


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "UnauthorizedError"),
        (403, "ForbiddenError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "ClientError"),
        (422, "UnprocessableEntityError"),
        (429, "TooManyRequestsError"),
        (405, "MethodNotAllowedError"),
        (500, "InternalServerError"),
        (502, "BadGatewayError"),
        (504, "GatewayTimeoutError"),
        (503, "ServiceUnavailableError"),
        (302, "RedirectError"),
        (100, "APIStatusError"),
        (599, "ServerError"),
    ],
)
def test_every_status_outside_2xx_raises(
    connect: Connect, shop: Any, status: int, name: str
) -> None:
    with pytest.raises(shop.errors.APIStatusError) as caught:
        connect(Server(status=status, content={"error": {"message": "no such thing"}})).list()
    assert type(caught.value).__name__ == name
    assert caught.value.status_code == status
    assert caught.value.body == {"error": {"message": "no such thing"}}
    assert caught.value.response.status_code == status
    assert (caught.value.message, caught.value.content) == (
        "no such thing",
        caught.value.response.content,
    )
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (type(again), str(again), again.status_code) == (
        type(caught.value),
        str(caught.value),
        status,
    )
    assert str(caught.value).endswith(": no such thing")


def test_a_declared_error_is_decoded(connect: Connect, shop: Any) -> None:
    with pytest.raises(
        shop.errors.NotFoundError, match="404 Not Found: item 'x' not found"
    ) as caught:
        connect(Server(status=404, content={"error": "item 'x' not found", "code": 7})).get_item(
            "x"
        )
    assert isinstance(caught.value.body, shop.models.Failure)
    assert caught.value.body.code == 7


@pytest.mark.parametrize(
    ("content", "body"),
    [("<html>", "<html>"), (b"", None), ({"message": "x"}, {"message": "x"}), ([1], [1])],
)
def test_an_error_in_other_words_is_kept(
    connect: Connect, shop: Any, content: Any, body: Any
) -> None:
    with pytest.raises(shop.errors.NotFoundError) as caught:
        connect(Server(status=404, content=content)).get_item("x")
    assert caught.value.body == body


@pytest.mark.parametrize("content", [b"{", b"null", {"id": 5}, [], {}])
def test_an_answer_of_another_shape_raises(connect: Connect, shop: Any, content: Any) -> None:
    with pytest.raises(shop.errors.DecodeError) as caught:
        connect(Server(content=content)).get_item("x")
    assert isinstance(caught.value, shop.errors.APIError)
    assert isinstance(caught.value.__cause__, pydantic.ValidationError)


def test_another_success_is_read_like_the_declared_one(connect: Connect) -> None:
    assert connect(Server(status=203, content={"id": "1"})).get_item("1").id == "1"


def _fail(error: type[httpx.TransportError]) -> httpx.MockTransport:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error("no route")

    return httpx.MockTransport(answer)


@pytest.mark.parametrize(
    ("error", "name"),
    [(httpx.ConnectError, "APIConnectionError"), (httpx.ReadTimeout, "APITimeoutError")],
)
def test_no_answer_raises(shop: Any, error: type[httpx.TransportError], name: str) -> None:
    words = (
        "no route"
        if name == "APIConnectionError"
        else "no answer within 5 s; give a longer timeout"
    )
    for run in (_call, _call_async):
        with pytest.raises(
            shop.errors.APIConnectionError, match=rf"^GET https://eu\.shop\.test/v1/items: {words}"
        ) as caught:
            run(shop, _fail(error))
        assert type(caught.value).__name__ == name
        assert type(caught.value.__cause__) is error


def _call(shop: Any, transport: httpx.MockTransport) -> None:
    shop.Client(http=httpx.Client(transport=transport), retries=0).list()


def _call_async(shop: Any, transport: httpx.MockTransport) -> None:
    asyncio.run(shop.AsyncClient(http=httpx.AsyncClient(transport=transport), retries=0).list())


def test_base_url_headers_and_timeout_are_those_of_the_client(shop: Any) -> None:
    server = Server(content=[])
    with httpx.Client(transport=httpx.MockTransport(server), timeout=9) as http:
        with shop.Client(
            "http://other/x/",
            http=http,
            headers={"Authorization": "Bearer t", "x-trace": "u"},
            timeout=3,
        ) as client:
            client.list(x_trace="t")
        assert not http.is_closed
    assert str(server.request.url) == "http://other/x/items"
    assert server.request.headers["authorization"] == "Bearer t"
    assert server.request.headers.get_list("x-trace") == ["t"]
    assert server.request.extensions["timeout"]["read"] == 3


def test_a_client_closes_its_own_connections(shop: Any) -> None:
    with shop.Client() as client:
        http = client._transport.http  # noqa: SLF001
        assert http.timeout == httpx.Timeout(600, connect=10, pool=None)
    assert http.is_closed

    async def leave() -> httpx.AsyncClient:
        async with shop.AsyncClient(timeout=4) as other:
            found: httpx.AsyncClient = other._transport.http  # noqa: SLF001
        return found

    left = asyncio.run(leave())
    assert left.is_closed
    assert left.timeout == httpx.Timeout(4)


def test_tagged_operations_hang_on_a_property(connect: Connect, shop: Any) -> None:
    client = connect(Server(content={"id": "1"}))
    assert client.open_ai is client.open_ai
    assert client.open_ai.complete(model="m", messages=[]) == shop.models.Item(id="1")
    assert not hasattr(client, "complete")


def test_the_asynchronous_client_does_the_same(connect_async: Connect, shop: Any) -> None:
    async def run() -> None:
        server = Server(content={"id": "1"})
        found = await connect_async(server).chat(model="m", messages=TALK, from_="x")
        assert found == shop.models.Item(id="1")
        assert server.sent == {"model": "m", "messages": TALK, "from": "x", "stream": False}
        with pytest.raises(shop.errors.NotFoundError, match="gone"):
            await connect_async(Server(status=404, content={"error": "gone"})).get_item("x")
        with pytest.raises(shop.errors.DecodeError):
            await connect_async(Server(content=b"{")).get_item("x")

    asyncio.run(run())
