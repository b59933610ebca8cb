"""Streams of the client: both framings, every way to cut them, every way in which they end."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.shop import Connect, Server, Wire

LINES = [b'{"text": "a"}', b'{"text": "b \\"error\\": no"}', b'{"text": "", "done": true}']
EVENTS = [b'{"text": "a"}', b'{"text": "b"}']
NDJSON = "application/x-ndjson"
SSE = "text/event-stream"

Ask = Callable[[Any], Any]


def lines(*records: bytes, end: bytes = b"\n") -> bytes:
    return b"".join(record + end for record in records)


def events(*records: bytes, end: bytes = b"\n\n") -> bytes:
    return b"".join(b"data: " + record + end for record in records)


def single_bytes(content: bytes) -> list[bytes]:
    return [content[place : place + 1] for place in range(len(content))]


def chat(client: Any) -> Any:
    return client.chat(model="m", messages=[], stream=True)


def complete(client: Any) -> Any:
    return client.open_ai.complete(model="m", messages=[], stream=True)


class Run:
    """Reads a stream to its end with both clients, which must see the same."""

    def __init__(self, shop: Any, connect: Connect, connect_async: Connect) -> None:
        self.errors = shop.errors
        self._connect = connect
        self._connect_async = connect_async

    def texts(self, ask: Ask, pieces: list[bytes], **words: Any) -> list[str]:
        found, error, completed = self.all(ask, pieces, **words)
        assert error is None
        assert completed
        return found

    def failure(self, ask: Ask, pieces: list[bytes], **words: Any) -> tuple[list[str], Any]:
        found, error, completed = self.all(ask, pieces, **words)
        assert isinstance(error, self.errors.APIError)
        assert not completed
        return found, error

    def all(
        self, ask: Ask, pieces: list[bytes], *, cut: bool = False, media: str = ""
    ) -> tuple[list[str], Any, bool]:
        wires = [Wire(pieces, cut=cut), Wire(pieces, cut=cut)]
        servers = [Server(wire=wire, media=media) for wire in wires]
        first = self._read(ask, self._connect(servers[0]))
        second = asyncio.run(self._read_async(ask, self._connect_async(servers[1])))
        assert (first[0], type(first[1]), str(first[1]), first[2]) == (
            second[0],
            type(second[1]),
            str(second[1]),
            second[2],
        )
        assert all(wire.closed for wire in wires)
        return first

    def _read(self, ask: Ask, client: Any) -> tuple[list[str], Any, bool]:
        found: list[str] = []
        stream = ask(client)
        try:
            found.extend(chunk.text for chunk in stream)
        except self.errors.APIError as error:
            return found, error, stream.completed
        return found, None, stream.completed

    async def _read_async(self, ask: Ask, client: Any) -> tuple[list[str], Any, bool]:
        found: list[str] = []
        stream = await ask(client)
        try:
            async for chunk in stream:
                found.append(chunk.text)
        except self.errors.APIError as error:
            return found, error, stream.completed
        return found, None, stream.completed


@pytest.fixture
def run(shop: Any, connect: Connect, connect_async: Connect) -> Run:
    return Run(shop, connect, connect_async)


def test_the_flag_is_always_sent(connect: Connect) -> None:
    server = Server(wire=Wire([lines(*LINES)]), media=NDJSON)
    chat(connect(server))
    assert server.sent["stream"] is True
    assert server.request.headers["accept"] == NDJSON
    server = Server(content={"id": "1"})
    connect(server).chat(model="m", messages=[])
    assert server.sent["stream"] is False
    assert server.request.headers["accept"] == "application/json"


NDJSON_FORMS = {
    "one piece": [lines(*LINES)],
    "single bytes": single_bytes(lines(*LINES)),
    "CRLF": single_bytes(lines(*LINES, end=b"\r\n")),
    "no final newline": [lines(*LINES)[:-1]],
    "blank lines": [lines(*LINES, end=b"\n\n \n")],
    "empty pieces": [b"", lines(LINES[0]), b"", lines(*LINES[1:]), b""],
}


@pytest.mark.parametrize("pieces", NDJSON_FORMS.values(), ids=NDJSON_FORMS)
def test_lines_come_however_they_are_cut(run: Run, pieces: list[bytes]) -> None:
    assert run.texts(chat, pieces) == ["a", 'b "error": no', ""]


SSE_FORMS = {
    "one piece": [events(*EVENTS, b"[DONE]")],
    "single bytes": single_bytes(events(*EVENTS, b"[DONE]")),
    "CRLF": single_bytes(events(*EVENTS, b"[DONE]", end=b"\r\n\r\n")),
    "CR": [events(*EVENTS, b"[DONE]", end=b"\r\r")],
    "byte order mark": single_bytes(b"\xef\xbb\xbf" + events(*EVENTS, b"[DONE]")),
    "no blank line at the end": [events(*EVENTS), b"data: [DONE]"],
    "comments and other fields": [
        b": ping\n\nevent: x\nid: 1\nretry: 5\n" + events(*EVENTS),
        b"data:[DONE]\n\n",
    ],
    "two data lines": [b'data: {"text":\ndata: "a"}\n\n', events(EVENTS[1], b"[DONE]")],
    "nothing after the sentinel": [events(*EVENTS, b"[DONE]", b'{"text": "c"}')],
    "empty events": [b"data:\n\n", events(*EVENTS, b"[DONE]")],
}


@pytest.mark.parametrize("pieces", SSE_FORMS.values(), ids=SSE_FORMS)
def test_events_come_however_they_are_cut(run: Run, pieces: list[bytes]) -> None:
    assert run.texts(complete, pieces) == ["a", "b"]


def test_only_a_newline_ends_a_line(run: Run) -> None:
    text = "a\u0085b\u2028c\u2029d"
    record = json.dumps({"text": text, "done": True}, ensure_ascii=False).encode()
    assert run.texts(chat, single_bytes(lines(record))) == [text]
    assert run.texts(complete, single_bytes(events(record, b"[DONE]"))) == [text]


@pytest.mark.parametrize(
    "record", [b'{"error": "out of memory"}', b'{"error": {"message": "out of memory", "code": 1}}']
)
def test_an_error_in_the_stream_is_raised_after_what_came_before(run: Run, record: bytes) -> None:
    for ask, content in ((chat, lines(LINES[0], record)), (complete, events(EVENTS[0], record))):
        found, error = run.failure(ask, [content])
        assert found == ["a"]
        assert type(error) is run.errors.StreamReportedError
        assert (error.received, error.last.text) == (1, "a")
        assert str(error) == "out of memory"
        assert (error.index, error.record) == (1, record)
        assert error.error == json.loads(record)["error"]


def test_no_error_is_no_error(run: Run) -> None:
    assert run.texts(
        chat, [lines(b'{"text": "a", "error": null}', b'{"error": "", "text": "b"}', LINES[2])]
    )
    assert run.texts(chat, [lines(b'{"text": "a", "deep": {"error": "x"}}', LINES[2])]) == ["a", ""]


@pytest.mark.parametrize("record", [b"{", b"[1]", b'{"text": 5}', b"\xff", b'{"error"'])
def test_a_malformed_record_is_named_by_its_place(run: Run, record: bytes) -> None:
    for ask, content in (
        (chat, lines(LINES[0], record, LINES[2])),
        (complete, events(EVENTS[0], record)),
    ):
        found, error = run.failure(ask, [content])
        assert found == ["a"]
        assert type(error) is run.errors.StreamDecodeError
        assert (error.index, error.content) == (1, record)


def test_a_cut_connection_says_how_much_came(run: Run) -> None:
    for ask, content in ((chat, lines(*LINES[:2])), (complete, events(*EVENTS))):
        found, error = run.failure(ask, [content], cut=True)
        assert len(found) == 2
        assert type(error) is run.errors.StreamInterruptedError
        assert error.received == 2
        assert "peer closed connection" in str(error)
        assert isinstance(error.__cause__, httpx.RemoteProtocolError)


def test_a_cut_after_the_end_is_no_fault(run: Run) -> None:
    assert run.texts(chat, [lines(*LINES)], cut=True)
    assert run.texts(complete, [events(*EVENTS, b"[DONE]")], cut=True) == ["a", "b"]


@pytest.mark.parametrize(
    "last", [b'{"done": false}', b'{"deep": {"done": true}}', b'{"text": "\\"done\\": true"}']
)
def test_a_stream_without_its_last_record_is_interrupted(run: Run, last: bytes) -> None:
    found, error = run.failure(chat, [lines(LINES[0], last)])
    assert len(found) == 2
    assert type(error) is run.errors.StreamIncompleteError
    assert "'done' true" in str(error)


def test_a_stream_without_its_sentinel_is_interrupted(run: Run) -> None:
    found, error = run.failure(complete, [events(*EVENTS)])
    assert found == ["a", "b"]
    assert "no [DONE]" in str(error)
    assert run.failure(complete, [])[1].received == 0


def test_one_document_in_place_of_a_stream_is_its_only_record(run: Run) -> None:
    assert run.texts(chat, [b'{"text": "all", "done": true}'], media="application/json") == ["all"]
    assert run.texts(complete, [b'{"text": "all"}'], media="application/json; charset=utf-8") == [
        "all"
    ]


def test_an_error_status_is_raised_by_the_call(
    connect: Connect, connect_async: Connect, shop: Any
) -> None:
    def server() -> Server:
        return Server(status=404, wire=Wire([b'{"error": ', b'"no model"}']))

    with pytest.raises(shop.errors.NotFoundError, match="no model") as caught:
        chat(connect(server()))
    assert isinstance(caught.value.body, shop.models.Failure)

    async def run() -> None:
        with pytest.raises(shop.errors.NotFoundError, match="no model"):
            await complete(connect_async(server()))

    asyncio.run(run())


def test_an_operation_can_do_nothing_but_stream(connect: Connect) -> None:
    server = Server(wire=Wire([events(*EVENTS)]), media=SSE)
    stream = connect(server).open_ai.watch()
    assert [chunk.text for chunk in stream] == ["a", "b"]
    assert stream.completed
    assert server.request.method == "GET"


def test_leaving_the_loop_releases_the_connection(connect: Connect) -> None:
    wire = Wire(single_bytes(lines(*LINES)))
    gc.disable()
    try:
        for _ in chat(connect(Server(wire=wire))):
            break
        assert wire.closed
    finally:
        gc.enable()


def test_a_block_and_close_release_the_connection(connect: Connect, shop: Any) -> None:
    wire = Wire(single_bytes(lines(*LINES)))
    with chat(connect(Server(wire=wire))) as stream:
        next(stream)
        assert not wire.closed
    assert wire.closed
    assert not stream.completed
    with pytest.raises(shop.errors.StreamClosedError, match="closed, or left, after 1 records"):
        list(stream)
    stream.close()


def test_the_asynchronous_stream_releases_its_connection_too(
    connect_async: Connect, shop: Any
) -> None:
    async def run() -> None:
        wire = Wire(single_bytes(lines(*LINES)))
        async with await chat(connect_async(Server(wire=wire))) as stream:
            await anext(stream)
            assert not wire.closed
        assert wire.closed
        with pytest.raises(shop.errors.StreamClosedError):
            await anext(stream)
        wire = Wire(single_bytes(lines(*LINES)))
        async for _ in await chat(connect_async(Server(wire=wire))):
            break
        for _ in range(5):
            await asyncio.sleep(0)
        assert wire.closed

    asyncio.run(run())


def test_a_stream_is_completed_with_its_last_record(connect: Connect) -> None:
    stream = chat(connect(Server(wire=Wire([lines(*LINES)]))))
    assert not stream.completed
    assert [next(stream).text for _ in LINES]
    assert stream.completed


def test_a_cancelled_task_releases_the_connection(connect_async: Connect) -> None:
    class Slow(Wire):
        async def __aiter__(self) -> Any:
            yield lines(LINES[0])
            await asyncio.sleep(60)

    async def run() -> None:
        wire = Slow([])

        async def read() -> None:
            async with await chat(connect_async(Server(wire=wire))) as stream:
                async for _ in stream:
                    pass

        task = asyncio.create_task(read())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert wire.closed

    asyncio.run(run())


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (rb'{"text": "a\ud83d"}', "a\ufffd"),
        (rb'{"text": "\ude00"}', "\ufffd"),
        (b'{"text": "a\xf0\x9f"}', "a\ufffd"),
        (b'\xef\xbb\xbf{"text": "a"}', "a"),
    ],
    ids=["the first half of a pair", "the second half", "a character that was cut", "a mark"],
)
def test_a_stream_is_not_lost_for_one_character(run: Run, record: bytes, text: str) -> None:
    last = b'{"text": "z", "done": true}'
    assert run.texts(chat, [lines(record, last)], media=NDJSON) == [text, "z"]
    pieces = [events(record, b'{"text": "z"}', b"[DONE]")]
    assert run.texts(complete, pieces, media=SSE) == [text, "z"]


def test_a_stream_is_collected(connect: Connect, connect_async: Connect) -> None:
    async def collected(client: Any) -> list[Any]:
        async with await chat(client) as stream:
            first = await anext(stream)
            return [first, *await stream.collect()]

    with chat(connect(Server(wire=Wire([lines(*LINES)]), media=NDJSON))) as stream:
        assert next(stream).text == "a"
        assert [one.text for one in stream.collect()] == ['b "error": no', ""]
        assert stream.completed
        assert stream.collect() == []
    server = Server(wire=Wire([lines(*LINES)]), media=NDJSON)
    found = asyncio.run(collected(connect_async(server)))
    assert [one.text for one in found] == ["a", 'b "error": no', ""]


def test_a_stream_is_accumulated_by_a_function(connect: Connect, connect_async: Connect) -> None:
    def join(whole: str, record: Any) -> str:
        return whole + str(record.text)

    async def accumulated(client: Any) -> Any:
        return await (await chat(client)).accumulate(join, ">")

    server = Server(wire=Wire([lines(*LINES)]), media=NDJSON)
    assert chat(connect(server)).accumulate(join, ">") == '>ab "error": no'
    server = Server(wire=Wire([lines(*LINES)]), media=NDJSON)
    assert asyncio.run(accumulated(connect_async(server))) == '>ab "error": no'


def test_a_stream_without_its_end_is_not_collected(
    connect: Connect, connect_async: Connect, shop: Any
) -> None:
    async def collected(client: Any) -> Any:
        return await (await chat(client)).collect()

    wire = [lines(*LINES[:2])]
    with pytest.raises(shop.errors.StreamIncompleteError):
        chat(connect(Server(wire=Wire(wire), media=NDJSON))).collect()
    with pytest.raises(shop.errors.StreamIncompleteError):
        server = Server(wire=Wire(wire), media=NDJSON)
        chat(connect(server)).accumulate(lambda whole, one: [*whole, one], [])
    with pytest.raises(shop.errors.StreamIncompleteError):
        asyncio.run(collected(connect_async(Server(wire=Wire(wire), media=NDJSON))))
