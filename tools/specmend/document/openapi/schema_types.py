"""The types of JSON Schema, and the values beside a type that are not of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from specmend.document.tree.values import Tree


def _is_number(value: Tree) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_TESTS: Final[Mapping[str, Callable[[Tree], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: _is_number(value) and value == value // 1,
    "number": _is_number,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


def is_of_type(value: Tree, kind: Tree) -> bool:
    """Whether a value is of a type; no value is of a type that JSON Schema does not know."""
    test = _TESTS.get(kind) if isinstance(kind, str) else None
    return test is not None and test(value)


def misfits(schema: Mapping[str, Tree]) -> Iterator[tuple[str, Tree]]:
    """The values that a schema holds and that are not of its type, each with their keyword.

    A number such as 1.0 is an integer (JSON Schema 2020-12 section 6.1.1). With `nullable` null is
    of every type.
    """
    kinds = schema.get("type")
    if kinds is None:
        return
    listed = kinds if isinstance(kinds, list) else [kinds]
    tests = [_TESTS[kind] for kind in listed if isinstance(kind, str) and kind in _TESTS]
    for key, value in _values(schema):
        nothing = value is None and schema.get("nullable") is True
        if not nothing and not any(test(value) for test in tests):
            yield key, value


def _values(schema: Mapping[str, Tree]) -> Iterator[tuple[str, Tree]]:
    for key in ("default", "const", "example"):
        if key in schema:
            yield key, schema[key]
    for key in ("enum", "examples"):
        if isinstance(schema.get(key), list):
            yield from ((key, value) for value in schema[key])
