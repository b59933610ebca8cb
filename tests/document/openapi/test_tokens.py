"""Names of methods, headers and cookies are tokens."""

from __future__ import annotations

import pytest

from specmend.document.openapi.tokens import is_token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X-Trace", True),
        ("a", True),
        ("!#$%&'*+-.^_`|~09AZaz", True),
        ("", False),
        ("a b", False),
        ("a:b", False),
        ("a\n", False),
        ("größe", False),
        ("a,b", False),
        ('"a"', False),
    ],
)
def test_what_is_a_token(text: str, expected: bool) -> None:
    assert is_token(text) is expected
