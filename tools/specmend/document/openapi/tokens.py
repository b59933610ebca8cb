"""The tokens of HTTP: what methods, headers and cookies may be called."""

from __future__ import annotations

import re
from typing import Final

HTTP_NAME: Final = r"[-!#$%&'*+.^_`|~0-9A-Za-z]+"
"""The pattern of a token (RFC 9110 section 5.6.2)."""


def is_token(text: str) -> bool:
    """Whether a text is one token."""
    return re.fullmatch(HTTP_NAME, text) is not None
