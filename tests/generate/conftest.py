"""The client package of the shop, generated once and imported."""

from __future__ import annotations

import importlib
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate import shop as shop_api
from tests.shared_folder import shared_folder

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan


def write_parcel(parcel: ClientPackage, folder: Path) -> Path:
    for name, content in parcel.files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def shared_package(
    factory: pytest.TempPathFactory, name: str, make: Callable[[], ClientPackage]
) -> ClientPackage:
    """A package that the first process to ask for it generates for all processes of the run."""
    folder = shared_folder(
        factory, name, lambda place: (place / "package").write_bytes(pickle.dumps(make()))
    )
    package = pickle.loads((folder / "package").read_bytes())  # noqa: S301 - our own bytes
    assert isinstance(package, ClientPackage)
    return package


def shop_package(factory: pytest.TempPathFactory, plan: PackagePlan) -> ClientPackage:
    return shared_package(factory, "shop", lambda: generate(shop_api.DOCUMENT, plan))


@pytest.fixture(scope="session")
def plan() -> PackagePlan:
    return PackagePlan(
        api="shop-client",
        package="shop_client",
        version="1.2.3",
        description='A client of the "shop"',
        license="MIT",
        header="Copyright 2024 the shop\n\nSPDX-License-Identifier: MIT",
        client_modules={"extra.py": b"ANSWER = 42\n"},
    )


@pytest.fixture(scope="session")
def parcel(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> ClientPackage:
    return shop_package(tmp_path_factory, plan)


@pytest.fixture(scope="session")
def folder(parcel: ClientPackage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_parcel(parcel, tmp_path_factory.mktemp("generated"))


@pytest.fixture(scope="session")
def shop(folder: Path) -> Iterator[Any]:
    sys.path.insert(0, str(folder))
    yield importlib.import_module("shop_client")
    sys.path.remove(str(folder))


@pytest.fixture
def connect(shop: Any) -> shop_api.Connect:
    def connect(server: shop_api.Server) -> Any:
        return shop.Client(http=httpx.Client(transport=httpx.MockTransport(server)), retries=0)

    return connect


@pytest.fixture
def connect_async(shop: Any) -> shop_api.Connect:
    def connect(server: shop_api.Server) -> Any:
        return shop.AsyncClient(
            http=httpx.AsyncClient(transport=httpx.MockTransport(server.answer_async)), retries=0
        )

    return connect
