"""The changes of path items and of the document, beside operations and components."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import lines


def document(paths: Any = None, **more: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "paths": paths or {}, **more}


A, B = {"name": "a"}, {"name": "b"}
CASES: list[tuple[Any, Any, list[str]]] = [
    (document(tags=[A, B]), document(tags=[B, A]), []),
    (document(tags=[A]), document(tags=[A, B]), ["document: gained tag b"]),
    (document(tags=[A, B]), document(tags=[B]), ["document: lost tag a"]),
    (
        document(tags=[A]),
        document(tags=[{**A, "description": "x"}]),
        ["document: tag a gained description"],
    ),
    (
        document(info={"title": "a"}),
        document(info={"title": "b"}),
        ['document: info.title "a" → "b"'],
    ),
    (
        document(**{"x-a": {"b": [1]}}),
        document(**{"x-a": {"b": [1, 2]}}),
        ["document: x-a.b gained 2"],
    ),
    (document({"x-a": 1}), document({"x-a": 2}), ["document: paths.x-a 1 → 2"]),
    (
        document({"/a": {"get": {}}}),
        document({"/a": {"get": {}, "x-a": 1}}),
        ["path /a: gained x-a"],
    ),
    (document(), document({"/a": {}}), ["path /a: is new"]),
    (document(webhooks={"x-a": 1}), document(webhooks={}), ["document: lost webhooks.x-a 1"]),
    (document({"/a": {}}), document(), ["path /a: is gone"]),
    (document(security=[]), document(security=[{"key": []}]), ["document: gained security `key`"]),
    (document(externalDocs={"url": "a"}), document(), ["document: lost externalDocs"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_the_rest_of_a_document_is_told_by_member(old: Any, new: Any, expected: list[str]) -> None:
    assert lines(old, new) == expected
