"""What an object of a document says by its own fields, as pairs in one spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from specmend.document.openapi.keywords import (
    COMPOSITIONS,
    KEYWORDS,
    NEUTRAL_FIELDS,
    PROSE_KEYWORDS,
    UNIONS,
)
from specmend.document.openapi.kinds import PARTS, Spot, spot_below
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, same

NULL: Final = "null"
"""The keyword of a pair that says: null is allowed."""

NULLABLE: Final = "nullable"
"""The keyword of a pair that was meant to say it, where it says nothing."""

LISTED_NULL: Final = "null value"
"""The same, where no enum beside it leaves null out."""

VALUE: Final = "enum"
EXAMPLE: Final = "example"
BRANCH: Final = "allOf"
"""The keywords under which `const`, `examples` and the branches of every composition are said."""

Pair = tuple[str, Tree, Address]
"""A keyword, a value of it, and where the object says so, from the object on."""

_SHOWN: Final = ("value", "dataValue", "serializedValue")
"""The fields of an Example Object with an example (OpenAPI 3.2 section 4.19)."""

THERE: Final = "there"
"""The value of a pair that says no more than that an object is there."""

EXCLUSIVE: Final = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
"""The flag of OpenAPI 3.0 beside each bound; since 3.1 it is the bound itself."""

FORMATS: Final[Mapping[str, tuple[Tree, str]]] = {
    "contentEncoding": ("base64", "byte"),
    "contentMediaType": ("application/octet-stream", "binary"),
}
"""What OpenAPI 3.0 says by `format` (OpenAPI 3.1 section 4.4.1, Migrating binary descriptions)."""


def knows_nullable(tree: Tree) -> bool:
    """Whether `nullable` says something in a document: OpenAPI 3.1 does not know it any more."""
    version = tree.get("openapi") if isinstance(tree, dict) else None
    return not isinstance(version, str) or version.startswith("3.0")


def schema_pairs(schema: Mapping[str, Tree], *, in_30: bool = True) -> Iterator[Pair]:
    """What a schema says, its branches and the target of its reference aside.

    `in_30` says whether `nullable` lets it be null, as in OpenAPI 3.0.
    """
    if not in_30 and schema.get("nullable") is True:
        schema = {key: value for key, value in schema.items() if key != "nullable"}
        yield NULLABLE, True, (NULLABLE,)
        if _lists_null(schema):
            yield LISTED_NULL, True, (NULLABLE,)
    yield from _null(schema)
    for key, value in schema.items():
        if not says_no_more(key, value):
            spell = _SPELLINGS.get(key, _plain)
            yield from spell(schema, key, written_out(value, key))


def object_pairs(value: Mapping[str, Tree], spot: Spot) -> Iterator[Pair]:
    """What any other object says; of the objects in it no more than that they are there."""
    if spot.kind == "example":
        yield from example_pairs(value)
        value = {key: member for key, member in value.items() if key not in _SHOWN}
    for key, member in value.items():
        below = spot_below(spot, key)
        if key in ("example", "examples"):
            yield from _examples(value, key, member)
        elif isinstance(member, dict) and (below.shape != "one" or below.has_names):
            yield from ((key, name, (key, name)) for name in member)
        elif isinstance(member, list):
            yield from _members(value, key, member)
        elif isinstance(member, dict) and below.kind in PARTS:
            yield key, THERE, (key,)
        elif not says_no_more(key, member):
            yield key, member, (key,)


def example_pairs(example: Tree) -> Iterator[Pair]:
    """What an Example Object shows: since OpenAPI 3.2, data and its text may be told apart."""
    for key in _SHOWN if isinstance(example, dict) else ():
        if key in example:
            yield EXAMPLE, example[key], (key,)


def written_out(value: Tree, key: str) -> Tree:
    """The value of a keyword; a schema that is `true` or `false` as a mapping.

    Everything is valid against `{}`, and nothing against `{"not": {}}` (JSON Schema core section
    4.3.2).
    """
    if not isinstance(value, bool) or KEYWORDS.get(key) != "schema":
        return value
    return {} if value else {"not": {}}


def says_no_more(key: str, value: Tree) -> bool:
    """Whether a keyword with this value says no more than its absence, words for people aside."""
    return key in NEUTRAL_FIELDS and same(_bare(NEUTRAL_FIELDS[key], key), _bare(value, key))


def bound_meant(schema: Mapping[str, Tree], key: str) -> str:
    """`minimum` or `maximum`; in OpenAPI 3.0 a flag beside it says that it is exclusive."""
    exclusive = EXCLUSIVE[key]
    return exclusive if schema.get(exclusive) is True else key


def is_null_alone(schema: Tree) -> bool:
    """Whether a schema allows null and nothing else."""
    if not isinstance(schema, dict):
        return False
    if schema.get("type") in ("null", ["null"]):
        return True
    if "const" in schema:
        return schema["const"] is None
    return bool(schema.get("enum") == [None])


def _null(schema: Mapping[str, Tree]) -> Iterator[Pair]:
    """Whether a schema allows null by a type, `nullable`, a value, or a branch for null alone."""
    for union in UNIONS:
        branches = schema.get(union)
        for index, branch in enumerate(branches if isinstance(branches, list) else ()):
            if is_null_alone(branch):
                yield NULL, True, (union, index)
                yield LISTED_NULL, True, (union, index)
                return
    key = _key_of_null(schema)
    if key:
        yield NULL, True, (key,)
    # An enum that does not list null does not allow it, whatever the types are.
    if key and _lists_null(schema):
        yield LISTED_NULL, True, (key,)


def _key_of_null(schema: Mapping[str, Tree]) -> str:
    types = schema.get("type")
    if schema.get(NULLABLE) is True:
        return NULLABLE
    if types == "null" or (isinstance(types, list) and "null" in types):
        return "type"
    values = schema.get("enum")
    return "enum" if types is None and isinstance(values, list) and None in values else ""


def _lists_null(schema: Mapping[str, Tree]) -> bool:
    values = schema.get("enum")
    return not isinstance(values, list) or None in values


def _types(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:  # noqa: ARG001
    listed = value if isinstance(value, list) else [value]
    yield from ((key, kind, (key,)) for kind in listed if kind != "null")


def _members(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:  # noqa: ARG001
    members = value if isinstance(value, list) else [value]
    yield from ((key, member, (key, index)) for index, member in enumerate(members))


def _values(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:
    if key == "const":
        yield VALUE, value, (key,)
    else:
        yield from _members(schema, VALUE, value)


def _examples(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:  # noqa: ARG001
    """The examples of a schema are data, those of other objects stand in Example Objects."""
    if key == "example":
        yield EXAMPLE, value, (key,)
        return
    named: Iterable[tuple[str | int, Tree]] = ()
    if isinstance(value, dict):
        named = value.items()
    elif isinstance(value, list):
        named = enumerate(value)
    for name, example in named:
        shown = [*example_pairs(example)] if isinstance(value, dict) else []
        yield EXAMPLE, shown[0][1] if shown else example, (key, name)


def _bound(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:
    yield bound_meant(schema, key), value, (key,)


def _exclusive_bound(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:  # noqa: ARG001
    if not isinstance(value, bool):
        yield key, value, (key,)


def _content(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:  # noqa: ARG001
    known, spelled = FORMATS[key]
    yield ("format", spelled, (key,)) if value == known else (key, value, (key,))


def _names(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:
    if isinstance(value, dict):
        yield from ((key, name, (key, name)) for name in value)
    else:
        yield from _plain(schema, key, value)


def _branches(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:  # noqa: ARG001
    for index, branch in enumerate(value if isinstance(value, list) else ()):
        if not is_null_alone(branch):
            yield BRANCH, branch, (key, index)


def _plain(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Pair]:  # noqa: ARG001
    if key != NULLABLE:
        yield key, value, (key,)


def _bare(value: Tree, key: str) -> Tree:
    """The value of a keyword; a schema without words for people."""
    value = written_out(value, key)
    if KEYWORDS.get(key) != "schema" or not isinstance(value, dict):
        return value
    return {name: member for name, member in value.items() if name not in PROSE_KEYWORDS}


_Spelling = Callable[[Mapping[str, Tree], str, Tree], Iterator[Pair]]

_SPELLINGS: Final[Mapping[str, _Spelling]] = {
    "type": _types,
    "required": _members,
    **dict.fromkeys(("enum", "const"), _values),
    **dict.fromkeys(("example", "examples"), _examples),
    **dict.fromkeys(EXCLUSIVE, _bound),
    **dict.fromkeys(EXCLUSIVE.values(), _exclusive_bound),
    **dict.fromkeys(FORMATS, _content),
    **dict.fromkeys((key for key, holds in KEYWORDS.items() if holds == "map"), _names),
    **dict.fromkeys(COMPOSITIONS, _branches),
}
