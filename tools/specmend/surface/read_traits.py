"""Reads what a class is beside its members: frozen, ordered, a protocol, of how many parameters."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from griffe import Attribute, Function, Object
from griffe import Class as Found

from specmend.surface.read_function import Names
from specmend.surface.records import Trait
from specmend.surface.types import normal_type

_MAKERS: Final = frozenset({"TypeVar", "TypeVarTuple", "ParamSpec"})
_FINAL: Final = frozenset({"typing.final", "typing_extensions.final"})
_PROTOCOLS: Final = frozenset({"typing.Protocol", "typing_extensions.Protocol"})
_ORDERS: Final = "functools.total_ordering"
_RECORDS: Final = frozenset({"dataclass", "define", "frozen", "s", "attrs"})


def traits_of(found: Found, names: Names) -> frozenset[Trait]:
    """The traits of a class that its users can meet."""
    return frozenset(_traits(found, names))


def parameters_of(found: Found, names: Names) -> int:
    """How many type parameters a class takes: those of Generic, or all that its parents have."""
    if len(found.type_parameters):
        return len(found.type_parameters)
    bases = [ast.parse(str(base), mode="eval").body for base in found.bases]
    named = [one for one in bases if isinstance(one, ast.Subscript)]
    generic = [one for one in named if ast.unparse(one.value).rpartition(".")[2] == "Generic"]
    words = [
        ast.unparse(node)
        for base in generic or named
        for node in ast.walk(base.slice)
        if isinstance(node, ast.Name | ast.Attribute)
    ]
    resolve = names.resolver(found.parent or found)
    return len({word for word in words if names.is_variable(resolve(word))})


def is_type_variable(found: Object) -> bool:
    """Whether something is a type variable, which stands for any type."""
    word = str(found.value or "").partition("(")[0] if isinstance(found, Attribute) else ""
    return word.rpartition(".")[2] in _MAKERS


def is_free_variable(found: Attribute) -> bool:
    """Whether something is a type variable without bounds and values of its own."""
    return is_type_variable(found) and "," not in str(found.value)


def _traits(found: Found, names: Names) -> Iterator[Trait]:
    for one in found.decorators:
        text, path = str(one.value), one.callable_path
        if path in _FINAL:
            yield "final"
        if path.endswith(".deprecated"):
            yield "deprecated"
        if path == _ORDERS:
            yield "ordered"
        if path.rpartition(".")[2] in _RECORDS:
            yield from _told_to_decorator(text, path)
    if _is_frozen_model(found):
        yield "frozen"
    if isinstance(found.members.get("__lt__"), Function):
        yield "ordered"
    resolve = names.resolver(found.parent or found)
    bases = {normal_type(str(base), resolve).partition("[")[0] for base in found.bases}
    if bases & _PROTOCOLS:
        yield "protocol"
    if "typing.NamedTuple" in bases:
        yield "tuple"


def _told_to_decorator(text: str, path: str) -> Iterator[Trait]:
    tree = ast.parse(text, mode="eval").body
    told = {one.arg: ast.unparse(one.value) for one in getattr(tree, "keywords", [])}
    if told.get("frozen") == "True" or path.endswith(".frozen"):
        yield "frozen"
    if told.get("order") == "True":
        yield "ordered"


def _is_frozen_model(found: Found) -> bool:
    settings = found.members.get("model_config")
    text = str(settings.value or "") if isinstance(settings, Attribute) else ""
    return "frozen=True" in text or "'frozen': True" in text
