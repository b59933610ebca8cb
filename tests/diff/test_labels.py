"""How the objects of OpenAPI are called in messages."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.labels import label

CASES: list[tuple[str, Any, bool, tuple[str, ...]]] = [
    ("schema", "schema", True, ()),
    ("schema", "itemSchema", True, ("itemSchema",)),
    ("response", "404", True, ("answer 404",)),
    ("media type", "text/plain", True, ("content text/plain",)),
    ("media type", "text/plain", False, ()),
    ("parameter", ("limit", "query"), True, ("parameter `limit` (query)",)),
    (
        "security requirement",
        (("a", ()), ("b", ("x", "y"))),
        True,
        ("security `a` and `b` (x, y)",),
    ),
    ("parameter", ("", "query"), True, ("parameter without a name (query)",)),
    ("parameter", ("a", ""), True, ("parameter `a`",)),
    ("security requirement", (("a", ()), "again"), True, ("security `a`",)),
    ("security requirement", (), True, ("security none",)),
    ("operation", "get", True, ("GET",)),
]


@pytest.mark.parametrize(("kind", "name", "several", "words"), CASES)
def test_the_words_for_an_object(
    kind: str, name: Any, several: bool, words: tuple[str, ...]
) -> None:
    assert label(kind, name, several=several) == words
