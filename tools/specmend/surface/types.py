"""Types as normal text: full names, one spelling of each union, its branches and its values."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from specmend.surface.records import ROOT
from specmend.surface.type_trees import (
    inner_of,
    known_in,
    members_of,
    normal_text,
    read_tree,
    replaced_in,
    sorted_text,
    spelled,
    tree_of,
)

ANY: Final = "typing.Any"

NONE: Final = "None"
SELF: Final = "typing.Self"

_DOTTED: Final = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\W\d]\w*(?:\.[^\W\d]\w*)+""")
"""A full name, or a text, in which nothing is a name."""

_CACHED: Final = 50_000
_SHORT: Final = frozenset({ROOT, "typing", "collections", "datetime", "uuid", "decimal"})
"""Modules that are left out where a type is shown."""


def normal_type(text: str, resolve: Callable[[str], str]) -> str:
    """The normal text of an annotation; `resolve` gives the full name of a name in its module."""
    try:
        tree = read_tree(text.strip() or ANY)
    except SyntaxError:
        return ANY
    return normal_text(tree, resolve)


@lru_cache(maxsize=_CACHED)
def branches(text: str) -> tuple[str, ...]:
    """The members of a union, each value of a Literal for itself; the type alone otherwise."""
    if "|" not in text and not text.startswith("typing.Literal["):
        return (text,)
    return tuple(dict.fromkeys(map(spelled, members_of(read_tree(text)))))


@lru_cache(maxsize=_CACHED)
def same_form(text: str) -> str:
    """One text for all orders of unions, at every depth."""
    return sorted_text(read_tree(text)) if "[" in text or "|" in text else text


@lru_cache(maxsize=_CACHED)
def names_in(text: str) -> frozenset[str]:
    """The full names that a type has in it."""
    return frozenset(name for name in _DOTTED.findall(text) if name[0] not in "'\"")


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The type with other names for some."""
    if not names:
        return text
    return _DOTTED.sub(lambda found: _outer(found.group(), names), text)


def replaced(text: str, types: Mapping[str, str]) -> str:
    """The type with other types for some names; a name with arguments of its own stays."""
    return spelled(replaced_in(tree_of(text), types))


def shown(text: str) -> str:
    """A type as people write it."""
    return _DOTTED.sub(_short, text)


@lru_cache(maxsize=_CACHED)
def parts(text: str) -> tuple[str, tuple[str, ...]]:
    """A generic type and its arguments; no arguments where it has none."""
    tree = read_tree(text) if "[" in text else None
    if not isinstance(tree, ast.Subscript):
        return text, ()
    return spelled(tree.value), tuple(map(spelled, inner_of(tree)))


def union(members: list[str]) -> str:
    """A type of any of the members, which are no unions; the listed values are in one Literal."""
    values = [value for one in members for value in _values_in(one)]
    whole = f"typing.Literal[{', '.join(dict.fromkeys(values))}]"
    texts = [
        whole if one.startswith("typing.Literal[") and _values_in(one) else one for one in members
    ]
    return " | ".join(dict.fromkeys(texts)) or "typing.Never"


def literals(text: str) -> tuple[str, ...]:
    """The values that a type lists, as code."""
    listed = [parts(one) for one in branches(text)]
    return tuple(value for head, inner in listed if head == "typing.Literal" for value in inner)


def known_words(text: str) -> str:
    """The type with Any for names that are neither builtin nor of a module."""
    return spelled(known_in(tree_of(text)))


def _values_in(one: str) -> tuple[str, ...]:
    head, inner = parts(one) if one.startswith("typing.Literal[") else ("", ())
    return inner if head else ()


def _outer(name: str, names: Mapping[str, str]) -> str:
    """The new name of a name, or of the thing that it is a member of."""
    if name in names:
        return names[name]
    if name[0] in "'\"":
        return name
    owner, _, member = name.rpartition(".")
    return f"{names[owner]}.{member}" if owner in names else name


def _short(found: re.Match[str]) -> str:
    if found.group()[0] in "'\"":
        return found.group()
    first, *_, last = found.group().split(".")
    return last if first in _SHORT else found.group()
