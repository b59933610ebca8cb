# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What the API declares of an answer beside its body: headers and links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from ._record import NOTHING, Value


class Header(Value):
    """A header that is no single text: a list or object in the style `simple`, or JSON."""

    type: Any
    shape: Literal["list", "object", "json"]
    explode: bool = False


class Link(Value):
    """A call that an answer makes possible: the operation, and the values that it takes from this answer.

    `parameters` are by their names on the wire, with the place in front where the API says so (`path.id`).
    """

    operation_id: str = ""
    operation_ref: str = ""
    parameters: Mapping[str, Any] = NOTHING
    request_body: Any = None
    server: str = ""
    description: str = ""


def declared_for(status_code: int, declared: Mapping[str, Any], otherwise: Any = None) -> Any:
    """What is declared for a status: for itself, for its hundred, or for all others."""
    code = str(status_code)
    if code in declared:
        return declared[code]
    return declared.get(f"{code[0]}XX", declared.get("default", otherwise))
