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
from specmend.generate.plan import PackagePlan


@pytest.fixture(scope="session", params=VERSIONS)
def package(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The client of the API of answers, for one version of the standard."""
    version = request.param
    name = f"answers_{version.replace('.', '')}"
    plan = PackagePlan(
        api=name.replace("_", "-"),
        package=name,
        version="1",
        description="",
        license="MIT",
        header="",
    )
    parcel = shared_package(tmp_path_factory, name, lambda: generate(document(version), plan))
    folder = write_parcel(parcel, tmp_path_factory.mktemp(name))
    sys.path.insert(0, str(folder))
    yield importlib.import_module(name)
    sys.path.remove(str(folder))
