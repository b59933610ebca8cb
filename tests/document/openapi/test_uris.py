"""URIs and addresses of email."""

from __future__ import annotations

import pytest

from specmend.document.openapi.uris import is_email, is_uri, is_uri_reference


@pytest.mark.parametrize(
    ("text", "refers", "has_scheme"),
    [
        ("https://example.com:80/a/b?c=d&e#f", True, True),
        ("urn:isbn:1", True, True),
        ("http://[::1]/", True, True),
        ("a/b:c", True, False),
        ("../a", True, False),
        ("#a", True, False),
        ("", True, False),
        ("https://exämple.com/ü", True, True),
        ("%7Bid%7D", True, False),
        ("a b", False, False),
        ("1a:b", False, False),
        ("https://{host}/", False, False),
        ("a%zz", False, False),
        ("a#b#c", False, False),
        ("a\nb", False, False),
    ],
)
def test_uris(text: str, refers: bool, has_scheme: bool) -> None:
    assert is_uri_reference(text) is refers
    assert is_uri(text) is has_scheme


@pytest.mark.parametrize(
    ("text", "expected"), [("a@b.c", True), ("a", False), ("a @b", False), ("@", False)]
)
def test_emails(text: str, expected: bool) -> None:
    assert is_email(text) is expected
