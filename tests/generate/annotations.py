"""The types of generated code in short words, for tests to compare."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from typing import Any


def shown(annotation: Any) -> str:
    """A type in short words: without bounds, sequences as lists, aliases as what they stand for."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return shown(inner[0])
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, inner))}]"
    if origin in {typing.Union, types.UnionType}:
        members = dict.fromkeys(shown(one) for one in inner)
        is_optional = members.pop("None", "") is None
        return " | ".join([*members, *(["None"] if is_optional else [])])
    if origin is not None:
        name = "list" if origin in {list, Sequence} else origin.__name__.lower()
        return f"{name}[{', '.join(map(shown, inner))}]"
    if annotation is type(None):
        return "None"
    return str(getattr(annotation, "__name__", annotation))
