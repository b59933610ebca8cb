"""What operations have from their path item or the document: servers and security."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import lines

KEY: dict[str, Any] = {"key": []}
TOKEN = {"token": ["read"]}
ONE, TWO = {"url": "https://one"}, {"url": "https://two"}


def document(operation: Any = None, item: Any = None, **root: Any) -> dict[str, Any]:
    paths = {"/a": {**(item or {}), "get": operation or {}, "post": operation or {}}}
    return {"openapi": "3.1.0", "paths": paths, **root}


CASES: list[tuple[Any, Any, list[str]]] = [
    (document(security=[KEY]), document({"security": [KEY]}), []),
    (document(servers=[ONE]), document(None, {"servers": [ONE]}), []),
    (document(servers=[ONE]), document({"servers": [ONE]}), []),
    (document(), document(security=[]), []),
    (document({"security": []}), document(), []),
    (document({"security": [{}]}), document({"security": []}), []),
    (document(), document(servers=[{"url": "/"}]), []),
    (document(security=[KEY, TOKEN]), document(security=[TOKEN, KEY]), []),
    # By member, and once where all operations have it from the same place.
    (
        document(security=[KEY]),
        document(security=[KEY, TOKEN]),
        ["document: gained security `token` (read)"],
    ),
    (document(security=[KEY]), document(), ["document: lost security `key`"]),
    (
        document({"security": [KEY]}),
        document({"security": [KEY, TOKEN]}),
        ["GET /a: gained security `token` (read)", "POST /a: gained security `token` (read)"],
    ),
    (
        document(servers=[ONE]),
        document(servers=[ONE, TWO]),
        ["document: gained server https://two"],
    ),
    (
        document(servers=[ONE, TWO]),
        document(servers=[TWO, ONE]),
        ["document: server https://two is the first one now"],
    ),
    (
        document(None, {"servers": [ONE]}),
        document(None, {"servers": [TWO]}),
        ["path /a: lost server https://one", "path /a: gained server https://two"],
    ),
    (
        document(servers=[ONE]),
        document(servers=[{**ONE, "description": "A"}]),
        ["document: server https://one gained description"],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_what_counts_for_operations_is_compared(old: Any, new: Any, expected: list[str]) -> None:
    assert lines(old, new) == expected
