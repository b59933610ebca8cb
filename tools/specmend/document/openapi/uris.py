"""The forms of URIs and of addresses of email, as fields of a document have them."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = r"A-Za-z0-9\-._~:/?\[\]@!$&'()*+,;=\u0080-\U0010ffff"
_URI: Final = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.\-]*:|(?![^/?#]*:))(?:[{_SIGNS}]|%[0-9A-Fa-f]{{2}})*"
    rf"(?:\#(?:[{_SIGNS}]|%[0-9A-Fa-f]{{2}})*)?"
)
_WRONG_HOST: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//"
    r"(?![^/?#\[\]]*(?:\[[0-9A-Za-z:.]+\](?::[0-9]*)?)?(?:[/?#]|$))"
)
"""A host has brackets around an address alone (RFC 3986 section 3.2.2)."""
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")


def is_uri_reference(text: str) -> bool:
    """Whether a text is a URI or a relative reference (RFC 3986 section 4.1).

    It may have the letters of an IRI (RFC 3987 section 2.2).
    """
    return _URI.fullmatch(text) is not None and _WRONG_HOST.match(text) is None


def is_uri(text: str) -> bool:
    """Whether a text is a URI with a scheme (RFC 3986 section 3)."""
    return is_uri_reference(text) and _SCHEME.match(text) is not None


def is_email(text: str) -> bool:
    """Whether a text has the form of an address of email (RFC 5321 section 4.1.2)."""
    return _EMAIL.fullmatch(text) is not None
