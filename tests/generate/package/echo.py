"""A generated package and a server behind it that keeps what it was sent, for both clients."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan

VERSIONS = ("3.0.4", "3.1.1", "3.2.0")


class Package:
    """A package by its module, and the requests and answers of its two clients."""

    def __init__(self, module: Any, folder: Path) -> None:
        self.module = module
        self.folder = folder
        self.answer: httpx.Response | None = None
        self.requests: list[httpx.Request] = []
        plain = httpx.Client(transport=httpx.MockTransport(self._serve))
        self.client = module.Client("http://api.test", http=plain, retries=0)

    def call(self, method: str, *, aio: bool = False, **arguments: Any) -> Any:
        """What a method returns; the request is the last of `requests`."""
        if not aio:
            return getattr(self.client, method)(**arguments)
        return asyncio.run(self._call_async(method, arguments))

    def call_with(self, answer: Any, method: str, *, aio: bool = False, **arguments: Any) -> Any:
        """What a method returns for an answer of JSON."""
        self.answer = httpx.Response(200, json=answer)
        return self.call(method, aio=aio, **arguments)

    @property
    def sent(self) -> Any:
        """The JSON of the last request; None where it had no body."""
        content = self.requests[-1].content
        return json.loads(content) if content else None

    async def _call_async(self, method: str, arguments: dict[str, Any]) -> Any:
        async def serve(request: httpx.Request) -> httpx.Response:
            return self._serve(request)

        async with httpx.AsyncClient(transport=httpx.MockTransport(serve)) as http:
            client = self.module.AsyncClient("http://api.test", http=http, retries=0)
            return await getattr(client, method)(**arguments)

    def _serve(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return self.answer or httpx.Response(204)


def made_package(
    factory: pytest.TempPathFactory, plan: PackagePlan, name: str, document: dict[str, Any]
) -> ClientPackage:
    """The package of a document, generated once for all processes of the run."""
    own = replace(plan, package=name, client_modules={})
    return shared_package(factory, name, lambda: generate(document, own))


def make_package(
    factory: pytest.TempPathFactory, plan: PackagePlan, name: str, document: dict[str, Any]
) -> Package:
    """The package of a document, generated once for all processes of the run, and imported."""
    folder = write_parcel(made_package(factory, plan, name, document), factory.mktemp(name))
    sys.path.insert(0, str(folder))
    module = importlib.import_module(name)
    sys.path.remove(str(folder))
    return Package(module, folder / name)
