"""Generated clients of random operations, connected to a server on this machine."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from tests.generate.conftest import write_parcel
from tests.strategies.wire_operations import VERSIONS, Listed, operations
from tests.wire.loopback import Server, listening

from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan


@dataclass(frozen=True, kw_only=True)
class Package:
    """A generated client, the document that it is of, and the server that it asks."""

    tree: dict[str, Any]
    operations: Sequence[Listed]
    module: Any
    client: Any
    aio: Any
    server: Server
    loop: asyncio.AbstractEventLoop


def document(version: str, listed: Sequence[Listed]) -> dict[str, Any]:
    """The document of all operations."""
    paths: dict[str, Any] = {}
    for path, method, node in listed:
        paths[path] = {method: node}
    info = {"title": "Law", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths}


class Operations(tuple[Listed, ...]):
    """Operations that Hypothesis does not write out when it names a strategy."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{len(self)} operations"


def drawn_operations(number: int, start: int, version: str) -> Operations:
    """So many operations: the same ones for the same seed."""
    return Operations(_drawn(start * 1000 + at, at, version) for at in range(number))


def _drawn(start: int, number: int, version: str) -> Listed:
    """One operation; the first that Hypothesis makes is the smallest, and is not taken."""
    found: list[Listed] = []

    @seed(start)
    @settings(
        max_examples=3,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        found.append(data.draw(operations(version, number)))

    collect()
    return found[-1]


def version_of(start: int) -> str:
    """The version of the document of a seed."""
    return VERSIONS[start % len(VERSIONS)]


@contextmanager
def package(start: int, number: int, folder: Path) -> Iterator[Package]:
    """The client of the operations of a seed, generated, imported and connected."""
    listed = drawn_operations(number, start, version_of(start))
    tree = document(version_of(start), listed)
    name = f"law_{start}"
    write_parcel(generate(tree, plan(name)), folder)
    with connected(tree, listed, name, folder) as made:
        yield made


def plan(name: str) -> PackagePlan:
    """The package of the law."""
    return PackagePlan(
        api="law", package=name, version="1", description="d", license="MIT", header=""
    )


@contextmanager
def connected(
    tree: dict[str, Any], listed: Sequence[Listed], name: str, folder: Path
) -> Iterator[Package]:
    """A generated client that asks a server on this machine."""
    sys.path.insert(0, str(folder))
    loop = asyncio.new_event_loop()
    try:
        module = importlib.import_module(name)
        with listening() as server, module.Client(server.url, retries=0) as client:
            aio = module.AsyncClient(server.url, retries=0)
            yield Package(
                tree=tree,
                operations=listed,
                module=module,
                client=client,
                aio=aio,
                server=server,
                loop=loop,
            )
            loop.run_until_complete(aio.aclose())
    finally:
        loop.close()
        sys.path.remove(str(folder))
