"""The client of the API of answers, generated once for each version of the standard."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from tests.generate.conftest import shared_package, write_parcel
from tests.generate.package.answers import VERSIONS, document

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan


@pytest.fixture(scope="session", params=VERSIONS)
def package(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The client of the API of answers, for one version of the standard."""
    name = name_of(request.param)
    parcel = answers_package(tmp_path_factory, request.param)
    folder = write_parcel(parcel, tmp_path_factory.mktemp(name))
    sys.path.insert(0, str(folder))
    yield importlib.import_module(name)
    sys.path.remove(str(folder))


def answers_package(factory: pytest.TempPathFactory, version: str) -> ClientPackage:
    name = name_of(version)
    plan = PackagePlan(
        api=name.replace("_", "-"),
        package=name,
        version="1",
        description="",
        license="MIT",
        header="",
    )
    return shared_package(factory, name, lambda: generate(document(version), plan))


def name_of(version: str) -> str:
    return f"answers_{version.replace('.', '')}"
