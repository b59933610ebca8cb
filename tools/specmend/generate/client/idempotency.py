"""The key by which a server knows a request again (draft-ietf-httpapi-idempotency-key-header)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from specmend.document.openapi.tokens import is_token
from specmend.errors import MarkError
from specmend.generate.client.records import Argument

MARK: Final = "x-idempotency"
STANDARD: Final = "Idempotency-Key"

_DECLARED: Final = re.compile(r"(x-)?idempotency-?key", re.IGNORECASE)


def key_header(node: dict[str, Any], arguments: tuple[Argument, ...]) -> str:
    """The header that gets a new key with every call; empty where there is none.

    That is the one of `x-idempotency`, or else a header of the operation that is named for it.
    Raises MarkError for a mark that names no header.
    """
    mark = node.get(MARK)
    headers = (argument.wire for argument in arguments if argument.in_ == "header")
    declared = next((wire for wire in headers if _DECLARED.fullmatch(wire)), "")
    if mark is None:
        return declared
    if isinstance(mark, bool):
        return (declared or STANDARD) if mark else ""
    if isinstance(mark, str) and is_token(mark):
        return mark
    raise MarkError(f"{MARK} is neither true nor false nor the name of a header")


def with_optional_key(arguments: tuple[Argument, ...], header: str) -> tuple[Argument, ...]:
    """The arguments, of which none has to give the header that gets a key by itself."""
    return tuple(
        replace(one, required=False)
        if one.in_ == "header" and one.wire.lower() == header.lower()
        else one
        for one in arguments
    )
