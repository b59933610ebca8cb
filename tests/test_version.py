"""The version, which stands in two places."""

from __future__ import annotations

import tomllib

from tests.repository import ROOT

import specmend
from specmend.version import VERSION


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION == specmend.__version__
