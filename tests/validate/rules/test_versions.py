"""The version that a document declares."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.validate.rules.versions import version_of


@pytest.mark.parametrize(
    ("tree", "version"),
    [
        ({"openapi": "3.0.3"}, "3.0"),
        ({"openapi": "3.1.1-rc1"}, "3.1"),
        ({"openapi": "3.2"}, "3.2"),
        ({"openapi": 3.1}, "3.1"),
        ({"swagger": "2.0"}, ""),
        ([], ""),
    ],
)
def test_the_version(tree: Any, version: str) -> None:
    assert version_of(tree) == version
