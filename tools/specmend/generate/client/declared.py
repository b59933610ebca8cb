"""What the templates are told about headers and links of answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """A header of an answer with the type of its value.

    The shape is empty for a single value; `list` and `object` are written in the style `simple`,
    and `json` is what it says.
    """

    name: str
    type: str
    shape: str
    explode: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link of an answer as the document has it, with the runtime expressions in it."""

    name: str
    operation_id: str
    operation_ref: str
    parameters: Mapping[str, Any]
    request_body: Any
    server: str
    description: str
