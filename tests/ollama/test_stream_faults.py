"""Every way in which a stream can go, on real sockets, with both clients of both packages."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable
from typing import Any

import pytest
from bad_server import BadServer
from faults import (
    ASK,
    NATIVE,
    OPENAI,
    SIDES,
    Outcome,
    Side,
    busy,
    method_of,
    run_stream,
    run_stream_async,
)
from scripts import HUGE, WORDS

Run = Callable[..., Outcome]

RUNS = pytest.mark.parametrize("run", [run_stream, run_stream_async], ids=["sync", "async"])
BOTH = pytest.mark.parametrize("side", SIDES, ids=["native", "openai"])


@BOTH
@RUNS
@pytest.mark.parametrize(
    "script", ["whole", "split", "no_final_newline", "crlf", "blank", "bom", "several_lines"]
)
def test_a_stream_that_is_well_is_read_whole(
    bad: BadServer, side: Side, run: Run, script: str
) -> None:
    found = run(side, bad.url(script, side.prefix))
    assert found == Outcome(words=WORDS, error=None, completed=True, busy=0)


FAULTS = [
    ("error_inside", "StreamReportedError", "the model crashed"),
    ("nested_error_inside", "StreamReportedError", "the model crashed"),
    ("error_outside", "StreamReportedError", "the model crashed"),
    ("malformed", "StreamDecodeError", "record 2 of the stream: Invalid JSON"),
    ("cut", "StreamInterruptedError", "broke off after 2 records: peer closed connection"),
    ("reset", "StreamInterruptedError", "broke off after 2 records"),
    ("half_closed", "StreamInterruptedError", "broke off after 2 records: peer closed connection"),
    ("ends_early", "StreamIncompleteError", "broke off after 2 records: no "),
]


@BOTH
@RUNS
@pytest.mark.parametrize(("script", "name", "words"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_raised_after_what_came_before(
    bad: BadServer, side: Side, run: Run, script: str, name: str, words: str
) -> None:
    found = run(side, bad.url(script, side.prefix))
    assert found.words == WORDS[:2]
    assert (type(found.error).__name__, found.busy, found.completed) == (name, 0, False)
    assert words in str(found.error)
    assert found.error.received == 2
    assert side.word(found.error.last) == WORDS[1]


@RUNS
def test_an_error_that_the_server_lost_is_a_stream_without_its_end(
    bad: BadServer, run: Run
) -> None:
    found = run(OPENAI, bad.url("lost_error", OPENAI.prefix))
    assert found.words == [*WORDS[:2], ""]
    assert type(found.error).__name__ == "StreamIncompleteError"
    assert "no [DONE]" in str(found.error)
    assert found.busy == 0


@BOTH
@RUNS
def test_a_stream_of_nothing_is_incomplete(bad: BadServer, side: Side, run: Run) -> None:
    found = run(side, bad.url("nothing", side.prefix))
    assert (type(found.error).__name__, found.error.received, found.busy) == (
        "StreamIncompleteError",
        0,
        0,
    )


@BOTH
@RUNS
def test_a_server_that_stalls_is_given_up_in_time(bad: BadServer, side: Side, run: Run) -> None:
    found = run(side, bad.url("stalls", side.prefix), timeout=0.2)
    assert found.words == WORDS[:2]
    assert (type(found.error).__name__, found.busy) == ("StreamTimeoutError", 0)
    assert "no answer within 0.2 s" in str(found.error)


@RUNS
def test_a_single_document_in_place_of_a_stream_is_its_only_record(
    bad: BadServer, run: Run
) -> None:
    assert run(NATIVE, bad.url("single", NATIVE.prefix)) == Outcome(
        words=[""], error=None, completed=True, busy=0
    )


@BOTH
@RUNS
def test_a_gigantic_record_is_read_or_refused(bad: BadServer, side: Side, run: Run) -> None:
    found = run(side, bad.url("gigantic", side.prefix))
    assert (found.words, found.error, found.busy) == ([HUGE, WORDS[2]], None, 0)
    found = run(side, bad.url("gigantic", side.prefix), max_record=1_000_000)
    assert (found.words, type(found.error).__name__, found.busy) == ([], "RecordTooLongError", 0)
    assert "longer than 1000000 bytes" in str(found.error)


@BOTH
@RUNS
@pytest.mark.parametrize("script", ["flat", "no_page", "busy", "hangs_up", "page"])
def test_a_fault_before_the_stream_is_raised_by_the_call(
    bad: BadServer, side: Side, run: Run, script: str
) -> None:
    found = run(side, bad.url(script, side.prefix))
    assert found.words == []
    assert found.error is not None
    assert not isinstance(found.error, side.module.errors.StreamError)
    assert found.busy == 0
    assert len(bad.requests[script]) == 1


@BOTH
def test_leaving_the_loop_releases_the_connection_at_once(bad: BadServer, side: Side) -> None:
    with side.module.Client(bad.url("forever", side.prefix)) as client:
        gc.disable()
        try:
            stream = method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
            for _ in stream:
                assert busy(client)
                break
            assert busy(client) == 0
        finally:
            gc.enable()
        with pytest.raises(side.module.errors.StreamClosedError, match="after 1 records"):
            next(stream)
        with method_of(client, side.chat)(model="tiny", messages=ASK, stream=True) as stream:
            next(stream)
            assert busy(client)
        assert busy(client) == 0
        stream = method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
        for number, _ in enumerate(stream):
            if number == 3:
                stream.close()
        assert (stream.received, stream.completed, busy(client)) == (4, False, 0)


@BOTH
def test_leaving_cancelling_and_closing_release_it_asynchronously(
    bad: BadServer, side: Side
) -> None:
    async def read(client: Any) -> None:
        async with await method_of(client, side.chat)(
            model="tiny", messages=ASK, stream=True
        ) as stream:
            async for _ in stream:
                pass

    async def run() -> None:
        async with side.module.AsyncClient(bad.url("forever", side.prefix)) as client:
            stream = await method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
            async for _ in stream:
                break
            for _ in range(10):
                await asyncio.sleep(0)
            assert busy(client) == 0
            with pytest.raises(side.module.errors.StreamClosedError):
                await anext(stream)
            tasks = [asyncio.create_task(read(client)) for _ in range(5)]
            await asyncio.sleep(0.1)
            assert busy(client)
            for task in tasks:
                task.cancel()
            assert all(
                isinstance(end, asyncio.CancelledError)
                for end in await asyncio.gather(*tasks, return_exceptions=True)
            )
            assert busy(client) == 0
            stream = await method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
            await anext(stream)
            await stream.aclose()
            assert busy(client) == 0

    asyncio.run(run())


@BOTH
def test_a_stream_can_be_closed_while_somebody_waits_for_its_next_record(
    bad: BadServer, side: Side
) -> None:
    with side.module.Client(bad.url("stalls", side.prefix)) as client:
        stream = method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
        closing = threading.Timer(0.2, stream.close)
        closing.start()
        assert [side.word(chunk) for chunk in stream] == WORDS[:2]
        closing.join()
        assert (stream.completed, busy(client)) == (False, 0)

    async def run() -> None:
        async with side.module.AsyncClient(bad.url("stalls", side.prefix)) as client:
            stream = await method_of(client, side.chat)(model="tiny", messages=ASK, stream=True)
            asyncio.get_running_loop().call_later(
                0.2, lambda: tasks.append(asyncio.create_task(stream.aclose()))
            )
            tasks: list[Any] = []
            assert [side.word(chunk) async for chunk in stream] == WORDS[:2]
            await asyncio.gather(*tasks)
            assert (stream.completed, busy(client)) == (False, 0)

    asyncio.run(run())


CROWD = 1000


@pytest.fixture
def many_files() -> None:
    """Room for both ends of a thousand connections."""
    resource = pytest.importorskip("resource", reason="only POSIX systems limit open files so")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CROWD + 200
    if soft != resource.RLIM_INFINITY and soft < wanted:
        if hard != resource.RLIM_INFINITY and hard < wanted:
            pytest.skip("this machine does not allow so many open files")
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


@BOTH
@pytest.mark.usefixtures("many_files")
def test_a_thousand_streams_at_once(bad: BadServer, side: Side) -> None:
    bad.crowd_size = CROWD
    with side.module.Client(bad.url("crowd", side.prefix)) as client:
        chat = method_of(client, side.chat)
        streams = [chat(model="tiny", messages=ASK, stream=True) for _ in range(CROWD)]
        assert {side.word(next(stream)) for stream in streams} == {WORDS[0]}
        assert [[side.word(chunk) for chunk in stream] for stream in streams] == [WORDS[1:]] * CROWD
        assert all(stream.completed for stream in streams)
        assert busy(client) == 0


@BOTH
@pytest.mark.usefixtures("many_files")
def test_a_thousand_streams_at_once_asynchronously(bad: BadServer, side: Side) -> None:
    bad.crowd_size = CROWD

    async def run() -> None:
        async with side.module.AsyncClient(bad.url("crowd", side.prefix)) as client:
            chat = method_of(client, side.chat)

            async def read() -> list[str]:
                async with await chat(model="tiny", messages=ASK, stream=True) as stream:
                    return [side.word(chunk) async for chunk in stream]

            assert await asyncio.gather(*(read() for _ in range(CROWD))) == [WORDS] * CROWD
            assert busy(client) == 0

    asyncio.run(run())
