"""Media types by their keys."""

from __future__ import annotations

import pytest

from specmend.document.openapi.media_types import bare, is_form, is_media_range, is_multipart


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
