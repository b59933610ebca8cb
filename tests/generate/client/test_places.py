"""Places in an answer as people and tools write them."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.errors import MarkError
from specmend.generate.client.places import read_place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("data", ("data",)),
        ("data.next", ("data", "next")),
        ("data[-1].id", ("data", -1, "id")),
        ("data[0]", ("data", 0)),
        ("$", ()),
        ("$.data.next", ("data", "next")),
        ("$.data[-1:].id", ("data", -1, "id")),
        ("$.data[(@.length-1)].id", ("data", -1, "id")),
        ("$['next.page']", ("next.page",)),
        ("$response.data", ("data",)),
        ("$response.body#/data/next", ("data", "next")),
        ("$next.x", ("$next", "x")),
        ("/data/next", ("data", "next")),
        ("/@odata.nextLink", ("@odata.nextLink",)),
        ("/a~1b/c~0d", ("a/b", "c~d")),
    ],
)
def test_a_place(text: str, expected: tuple[str | int, ...]) -> None:
    assert read_place(text, "next") == expected


@pytest.mark.parametrize("text", ["a..b", "a[x]", "a[", ".", 7, None])
def test_what_is_no_place_is_refused(text: Any) -> None:
    with pytest.raises(MarkError, match=r"for next(, which is no place in an answer)?$") as caught:
        read_place(text, "next")
    assert caught.value.at == ("next",)
