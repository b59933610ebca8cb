"""Five clients of other people's documents: all values arrive at a server, and come back."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter
from tests.generate.conftest import write_parcel
from tests.real import SHARED
from tests.real.corpus_calls import Called, chosen, differences, keywords, method_of, prefix_of
from tests.wire.loopback import Reply, Server, listening
from tests.wire.operations import read_request

from specmend.document.text.document import read_document
from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

CORPUS = SHARED / "corpus"
NAMES = ("petstore30.yaml", "typesense.yaml", "qdrant.json", "resend.yaml", "spotify.yaml")
OPERATIONS = 10

pytestmark = [
    pytest.mark.shared,
    pytest.mark.filterwarnings("ignore:.* is deprecated by the API:DeprecationWarning"),
    pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the repository"),
]


@pytest.fixture(scope="module", params=NAMES)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Any, Any]]:
    """A document, and the module of its client."""
    path = CORPUS / request.param
    document = read_document(path.read_bytes(), path.name)
    name = f"corpus_{path.stem}"
    plan = PackagePlan(
        api="api", package=name, version="1", description="d", license="MIT", header=""
    )
    folder = write_parcel(
        generate(document.tree, plan, document), tmp_path_factory.mktemp("corpus")
    )
    sys.path.insert(0, str(folder))
    yield document.tree, importlib.import_module(name)
    sys.path.remove(str(folder))


@pytest.mark.parametrize("aio", [False, True], ids=["sync", "async"])
def test_all_values_arrive_and_come_back(made: tuple[Any, Any], aio: bool) -> None:
    tree, module = made
    calls = chosen(tree, OPERATIONS)
    assert len(calls) == OPERATIONS
    prefix = prefix_of(tree)
    with listening() as server:
        found = [line for call in calls for line in _tried(tree, module, server, prefix, call, aio)]
    assert not found, "\n".join(found)


def _tried(
    tree: Any, module: Any, server: Server, prefix: str, call: Called, aio: bool
) -> Iterator[str]:
    headers = {"Content-Type": "application/json"}
    body = b"" if call.answer is None else json.dumps(call.answer).encode()
    reply = Reply(status=call.status, headers=headers if body else {}, body=body)
    server.answer = lambda _: reply
    server.asked.clear()
    result = (
        asyncio.run(_later(module, server, prefix, call))
        if aio
        else _now(module, server, prefix, call)
    )
    (raw,) = server.asked
    yield from differences(call, read_request(tree, call.path, call.method, raw, prefix))
    came = TypeAdapter(Any).dump_python(result, mode="json", by_alias=True, exclude_unset=True)
    if came != call.answer:
        yield f"{call.name}: {json.dumps(call.answer)} came back as {json.dumps(came)}"


def _now(module: Any, server: Server, prefix: str, call: Called) -> Any:
    with module.Client(server.url + prefix, retries=0) as client:
        method = method_of(client, call)
        return method(**keywords(call, {*inspect.signature(method).parameters}))


async def _later(module: Any, server: Server, prefix: str, call: Called) -> Any:
    async with module.AsyncClient(server.url + prefix, retries=0) as client:
        method = method_of(client, call)
        return await method(**keywords(call, {*inspect.signature(method).parameters}))
