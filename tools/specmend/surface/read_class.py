"""Reads classes: what they are, their members, and how they are made."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from griffe import Alias, Attribute, Object
from griffe import Class as Found
from griffe import Function as FoundFunction

from specmend.surface.read_function import Names, read_function, signature_of
from specmend.surface.read_traits import parameters_of, traits_of
from specmend.surface.records import ROOT, Argument, Class, ClassKind, Member, Signature, Value
from specmend.surface.types import ANY, names_in, normal_type

_MODELS: Final = frozenset({"pydantic.BaseModel", "pydantic.main.BaseModel", "pydantic.RootModel"})
_ENUMS: Final = frozenset(
    f"enum.{name}" for name in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")
)
_DICTS: Final = frozenset({"typing.TypedDict", "typing_extensions.TypedDict"})
_PROTOCOLS: Final = frozenset(
    {"__iter__", "__next__", "__aiter__", "__anext__", "__await__", "__call__", "__len__"}
    | {"__enter__", "__exit__", "__aenter__", "__aexit__", "__contains__", "__getitem__"}
    | {"__add__", "__sub__", "__mul__", "__or__", "__and__", "__lt__", "__le__", "__gt__", "__ge__"}
    | {"__setitem__", "__delitem__", "__bool__", "__int__", "__float__", "__bytes__", "__index__"}
)
"""Methods that users call with the syntax of Python."""

_NOT_FIELDS: Final = frozenset({"model_config"})


def read_class(path: str, found: Object, names: Names) -> Class:
    """A class as its users see it."""
    assert isinstance(found, Found)  # noqa: S101 - the kind was asked before
    line = [found, *_parents(found)]
    outside = list(_outside(line, names))
    kind = _kind(outside)
    shown = [parent for parent in line[1:] if _is_public(names.name(parent.path))]
    own: dict[str, Member] = {}
    inherited: dict[str, Member] = {}
    for parent in reversed(line):
        members = dict(_members(path if parent not in shown else "", parent, kind, names))
        if parent is not found and parent not in shown:
            source = names.name(parent.path)
            members = {name: replace(one, source=source) for name, one in members.items()}
        (inherited if parent in shown else own).update(members)
    return Class(
        path=path,
        kind=kind,
        parents=(*(names.name(one.path) for one in shown), *dict.fromkeys(outside)),
        members=own,
        inherited={name: one for name, one in inherited.items() if name not in own},
        constructor=_constructor(found, kind, shown, names),
        traits=traits_of(found, names),
        parameters=parameters_of(found, names),
    )


def keys_of(one: Class, full: str) -> tuple[Argument, ...]:
    """The keys of a typed dict, as arguments that are given by name."""
    return tuple(
        Argument(
            name=name,
            kind="keyword",
            type=key.type,
            # What stands for a key that is left out is not written.
            default=None if key.is_required else "",
            source=full,
        )
        for name, key in one.all_members.items()
        if isinstance(key, Value) and key.is_field
    )


def _parents(found: Found) -> list[Found]:
    """The parents inside the package, nearest first; none where their order is impossible."""
    try:
        return found.mro()
    except ValueError:
        return []


def _outside(line: list[Found], names: Names) -> Iterator[str]:
    """The parents outside the package."""
    for one in line:
        resolve = names.resolver(one.parent or one)
        for base in one.bases:
            full = normal_type(str(base), resolve).partition("[")[0]
            if not full.startswith(f"{ROOT}."):
                yield full


def _kind(outside: list[str]) -> ClassKind:
    parents = set(outside)
    if parents & _MODELS:
        return "model"
    if parents & _DICTS:
        return "typed dict"
    return "enum" if parents & _ENUMS else "plain"


def _is_public(name: str) -> bool:
    """Whether a class is for users: no part of its best path is private."""
    return not any(part.startswith("_") for part in name.removeprefix(f"{ROOT}.").split("."))


def _members(
    path: str, owner: Found, kind: ClassKind, names: Names
) -> Iterator[tuple[str, Member]]:
    for name, member in owner.members.items():
        place = f"{path or names.name(owner.path).removeprefix(f'{ROOT}.')}.{name}"
        if name in _NOT_FIELDS or (name.startswith("_") and name not in _PROTOCOLS):
            continue
        if isinstance(member, Alias) or not (member.is_function or member.is_attribute):
            continue
        if member.is_function and not (kind == "model" and name == "model_post_init"):
            yield name, read_function(place, member, names)
        elif isinstance(member, Attribute):
            yield name, _value(place, member, owner, kind, names)


def _value(place: str, found: Attribute, owner: Found, kind: ClassKind, names: Names) -> Value:
    is_property = "property" in found.labels
    text = _type_text(found, owner)
    is_class_wide = "instance-attribute" not in found.labels
    is_field = (
        kind in {"model", "typed dict"} and found.annotation is not None and not is_class_wide
    ) and not is_property
    default = _default(None if found.value is None else str(found.value))
    if kind == "typed dict":
        default = None if _is_needed(text, owner) else "..."
    return Value(
        path=place,
        type=normal_type(text or ANY, names.resolver(owner)),
        default=default,
        is_field=is_field,
        is_required=is_field and default is None,
        is_property=is_property,
        is_writable=not is_property or "writable" in found.labels,
        is_abstract="abstractmethod" in found.labels,
        on_class=kind == "plain"
        and "class-attribute" in found.labels
        and "dataclass" not in owner.labels,
    )


def _type_text(found: Attribute, owner: Found) -> str:
    """The annotation; that of the argument of the constructor that is kept, where there is none."""
    if found.annotation is not None:
        return str(found.annotation)
    constructor = owner.members.get("__init__")
    if isinstance(constructor, FoundFunction) and found.value is not None:
        for one in constructor.parameters:
            if one.name == str(found.value) and one.annotation is not None:
                return str(one.annotation)
    return ""


def _default(value: str | None) -> str | None:
    """The default of a field; None where it has none."""
    if value is None:
        return None
    tree = ast.parse(value, mode="eval").body
    if not isinstance(tree, ast.Call) or ast.unparse(tree.func).rpartition(".")[2] not in {
        "Field",
        "field",
    }:
        return value
    told: Mapping[str, ast.expr] = {one.arg: one.value for one in tree.keywords if one.arg}
    first = tree.args[0] if tree.args else told.get("default")
    if first is not None:
        return None if ast.unparse(first) in {"...", "Ellipsis"} else ast.unparse(first)
    return ast.unparse(told["default_factory"]) if "default_factory" in told else None


def _is_needed(text: str, owner: Found) -> bool:
    """Whether a key of a typed dict has to be there."""
    head = text.partition("[")[0].rpartition(".")[2]
    if head in {"Required", "NotRequired"}:
        return head == "Required"
    return str(owner.keywords.get("total", "True")) != "False"


def _constructor(
    found: Found, kind: ClassKind, shown: list[Found], names: Names
) -> Signature | None:
    """How users make one; None where they do not, by fields, or as a public parent is made.

    They do not where a private thing has to be given.
    """
    line = [found, *(one for one in _parents(found) if one not in shown)]
    member = next((one.members["__init__"] for one in line if "__init__" in one.members), None)
    if kind != "plain" or not isinstance(member, FoundFunction):
        return None
    signature = signature_of(member, names)
    hidden = [one for one in signature.arguments if one.required and _needs_hidden(one.type)]
    return None if hidden else signature


def _needs_hidden(text: str) -> bool:
    return any(
        name.startswith(f"{ROOT}.") and any(part.startswith("_") for part in name.split(".")[1:])
        for name in names_in(text)
    )
