"""Keys of responses are read as what they mean, and what means nothing is not read."""

from __future__ import annotations

import pytest

from specmend.document.openapi.statuses import is_plain, status_of


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("200", "200"),
        ("4XX", "4XX"),
        ("default", "default"),
        ("4xx", "4XX"),
        ("4Xx", "4XX"),
        (" 4XX ", "4XX"),
        ("200 ", "200"),
        ("Default", "default"),
        ("DEFAULT", "default"),
        ("successful", None),
        ("2000", None),
        ("20X", None),
        ("2X", None),
        ("600", None),
        ("0", None),
        ("099", None),
        ("", None),
        ("x-more", None),
        ("\u0662\u0660\u0660", None),
    ],
)
def test_the_status_of_a_key(key: str, status: str | None) -> None:
    assert status_of(key) == status
    assert is_plain(key) == (status == key)
