"""Progress of long work: layers add up, errors have their type, the connection is freed."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Iterator

import pytest
from fake_models import LAYERS, model_server
from ollama_native import AsyncClient, Client, errors, progress
from ollama_native.models import ProgressResponse
from ollama_native.progress import Progress, ProgressTracker, follow


@pytest.fixture
def url() -> Iterator[str]:
    with model_server() as address:
        yield f"{address}/api"


def check(steps: list[Progress]) -> None:
    assert [step.status for step in steps] == [
        "pulling manifest", *["pulling 111111111111"] * 3, *["pulling 222222222222"] * 3, "success",
    ]  # fmt: skip
    assert [step.fraction for step in steps] == [None, 0.0, 0.5, 1.0, 0.0, 0.5, 1.0, None]
    assert [step.overall for step in steps] == [None, 0.0, 0.5, 1.0, 0.25, 0.625, 1.0, 1.0]
    assert (steps[5].digest, steps[5].completed, steps[5].total) == (LAYERS[1][0], 1500, 3000)
    assert (steps[5].overall_completed, steps[5].overall_total) == (2500, 4000)
    assert [step.done for step in steps] == [False] * 7 + [True]


def test_layers_add_up(url: str) -> None:
    with Client(url) as client:
        stream = follow(client.pull_model(model="new", stream=True))
        check(list(stream))
        assert stream.completed
        last = follow(client.push_model(model="tiny", stream=True)).wait()
        assert last is not None
        assert last.done


def test_layers_add_up_asynchronously(url: str) -> None:
    async def pull() -> None:
        async with AsyncClient(url) as client:
            stream = follow(await client.pull_model(model="new", stream=True))
            check([step async for step in stream])
            assert stream.completed
            async with follow(await client.push_model(model="tiny", stream=True)) as push:
                last = await push.wait()
            assert last is not None
            assert last.done

    asyncio.run(pull())


def test_an_error_inside_has_its_type_and_what_came_before(url: str) -> None:
    async def pull() -> None:
        async with AsyncClient(url) as client:
            await follow(await client.pull_model(model="full", stream=True), "full").wait()

    with Client(url) as client:
        with pytest.raises(progress.ProgressError, match="full: no space left on device") as caught:
            follow(client.pull_model(model="full", stream=True), "full").wait()
        with pytest.raises(
            progress.NotInRegistryError, match=r"^pull model manifest: .*ollama.com/search"
        ):
            follow(client.pull_model(model="unknown", stream=True)).wait()
    error = caught.value
    assert isinstance(error, errors.StreamReportedError)
    assert (error.error, error.received, error.model) == ("no space left on device", 2, "full")
    assert error.progress is not None
    assert error.progress.fraction == 0.5
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (str(again), again.progress) == (str(error), error.progress)
    with pytest.raises(progress.ProgressError, match="no space left"):
        asyncio.run(pull())


def test_leaving_ends_the_request(url: str) -> None:
    with Client(url) as client:
        stream = follow(client.pull_model(model="new", stream=True))
        for step in stream:
            if step.fraction:
                break
        assert stream.stream.response.is_closed
        assert not stream.completed
        with follow(client.pull_model(model="new", stream=True)) as other:
            next(iter(other))
        assert other.stream.response.is_closed


def test_a_server_that_says_odd_things_does_not_break_the_count() -> None:
    tracker = ProgressTracker()
    records = [
        ProgressResponse(status="a", digest="x", total=0),
        ProgressResponse(status="a", digest="x", total=10, completed=20),
        ProgressResponse(status="quantizing", total=4, completed=1),
    ]
    steps = [tracker.add(record) for record in records]
    assert [step.fraction for step in steps] == [None, 1.0, 0.25]
    assert steps[-1].overall == 11 / 14
    assert [str(step) for step in steps] == ["a", "a 100%", "quantizing 25%"]
