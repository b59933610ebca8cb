"""Addresses are written as JSON Pointers and as JSONPaths."""

from __future__ import annotations

import pytest

from specmend.document.jsonpath.select import select
from specmend.document.tree.pointer import Address, format_path, format_pointer, parse_pointer

# RFC 6901 section 5, and what is special to its escapes.
TABLE = [
    ((), ""),
    (("foo", "0"), "/foo/0"),
    (("",), "/"),
    (("a/b",), "/a~1b"),
    (("m~n",), "/m~0n"),
    (("~1", "/"), "/~01/~1"),
    (("paths", "/a/{id}", "get"), "/paths/~1a~1{id}/get"),
    (("é😀 \"'\\%",), "/é😀 \"'\\%"),
]


@pytest.mark.parametrize(("tokens", "pointer"), TABLE)
def test_a_pointer_is_written_and_read(tokens: tuple[str, ...], pointer: str) -> None:
    assert format_pointer(tokens) == pointer
    assert parse_pointer(pointer) == tokens


def test_an_index_is_written_as_its_digits() -> None:
    assert format_pointer(("a", 10)) == "/a/10"


def test_a_pointer_starts_with_a_slash() -> None:
    with pytest.raises(ValueError, match="starts with a slash"):
        parse_pointer("a")


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ((), "$"),
        (("paths", "/a"), "$.paths['/a']"),
        (("a", 0, "x-b", "_c1"), "$.a[0]['x-b']._c1"),
        (("1a", "", "it's", "\\"), "$['1a']['']['it\\'s']['\\\\']"),
        (("é", "a b"), "$['é']['a b']"),
        (('"', '\\"'), "$['\"']['\\\\\"']"),
        (("\n\x1f",), "$['\\n\\u001f']"),
    ],
)
def test_a_path_selects_its_address(address: Address, path: str) -> None:
    assert format_path(address) == path
    assert select(path, nested(address)) == (address,)


def nested(address: Address) -> object:
    value: object = 1
    for token in reversed(address):
        value = [value] if isinstance(token, int) else {token: value}
    return value
