"""Media types by their keys."""

from __future__ import annotations

import pytest

from specmend.document.openapi.media_types import (
    bare,
    is_form,
    is_media_range,
    is_multipart,
    one_spelling,
)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("application/json", True),
        ("text/*", True),
        ("*/*", True),
        ("a/b ; c=d", True),
        ("a", False),
        ("a/b/c", False),
        ("/b", False),
    ],
)
def test_ranges(key: str, expected: bool) -> None:
    assert is_media_range(key) is expected


def test_kinds() -> None:
    assert bare("Text/Plain; a=b") == "text/plain"
    assert is_multipart("Multipart/Mixed; boundary=a")
    assert is_form("application/x-www-form-urlencoded; charset=utf-8")
    assert not is_multipart("application/json")
    assert not is_form("application/json")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("text/plain", "text/plain"),
        ("Text/HTML; Level=A;charset=UTF-8", "text/html;charset=utf-8;level=A"),
        ("application/json ; charset=utf-8", "application/json"),
        ("application/a+json;charset=UTF-8", "application/a+json"),
        ("application/json;charset=utf-16", "application/json;charset=utf-16"),
        ('a/b; c="d"; b=1', "a/b;b=1;c=d"),
        ('a/b; c="d;e"', 'a/b;c="d;e"'),
        (r'a/b; c="\d"', "a/b;c=d"),
        ("a/b;;c", "a/b;c"),
        ('a/b; c="', 'a/b;c="'),
        ("", ""),
    ],
)
def test_one_spelling(key: str, expected: str) -> None:
    assert one_spelling(key) == expected
