"""Whether two values of two documents mean the same, however they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.document.openapi.components import SCHEMA_PREFIX
from specmend.document.openapi.keywords import (
    COMPOSITIONS,
    NEUTRAL_FIELDS,
    PROSE_KEYWORDS,
    SETS,
    UNIONS,
)
from specmend.document.openapi.kinds import UNKNOWN, Spot, spot_at, spot_below
from specmend.document.openapi.references import reference_of, resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, canonical, same
from specmend.matching.spelling import (
    EXCLUSIVE,
    FORMATS,
    is_null_alone,
    knows_nullable,
    says_no_more,
    written_out,
)

_SETS: Final = SETS | {"tags"}
_DEEPEST: Final = 12
"""How many levels are compared; below them, values must be equal."""

_Trees = tuple[Tree, Tree]
"""The documents of the one and of the other value, MISSING where they are not known."""


def is_equivalent(
    one: Tree,
    other: Tree,
    one_tree: Tree = MISSING,
    other_tree: Tree = MISSING,
    *,
    key: str = "",
    spot: Spot = UNKNOWN,
) -> bool:
    """Whether a value of one document means what a value of another one does.

    Prose, the order of keys and of sets, keywords that say nothing, and the two spellings of null
    do not count. A reference stands for what it names, where both documents are given. `key` is
    the key of both values, and `spot` what stands at their place: data is compared as it is.
    """
    return _is_equivalent(
        one,
        other,
        (one_tree, other_tree),
        key,
        spot,
        depth=0,
    )


def is_neutral(address: Address, value: Tree) -> bool:
    """Whether a field with this value says no more than its absence; a name or data never does."""
    key, holder = str(address[-1]), spot_at(address[:-1])
    if key not in NEUTRAL_FIELDS or holder.has_names or holder.kind == "data":
        return False
    return same(written_out(NEUTRAL_FIELDS[key], key), written_out(value, key))


def _is_equivalent(
    one: Tree,
    other: Tree,
    trees: _Trees,
    key: str,
    spot: Spot,
    *,
    depth: int,
) -> bool:
    if same(one, other):
        return True
    if spot.kind == "schema name":
        return _are_one_name(one, other)
    # A title in data is no title of a schema.
    is_data = spot.kind == "data" and key not in _SETS
    if is_data or depth > _DEEPEST:
        return False
    one, other = _dereferenced(written_out(one, key), written_out(other, key), trees)
    if isinstance(one, dict) and isinstance(other, dict):
        return _are_equivalent_mappings(
            one,
            other,
            trees,
            spot,
            depth=depth + 1,
        )
    if isinstance(one, list) and isinstance(other, list):
        return _are_equivalent_lists(one, other, trees, key, spot, depth=depth + 1)
    return same(one, other)


def _are_one_name(one: Tree, other: Tree) -> bool:
    """Whether both name one component, by its name or by a reference (OpenAPI 3.1, 4.8.25)."""
    names = [str(name).removeprefix(SCHEMA_PREFIX) for name in (one, other)]
    return names[0] == names[1]


def _are_equivalent_mappings(
    one: dict[str, Tree],
    other: dict[str, Tree],
    trees: _Trees,
    spot: Spot,
    *,
    depth: int,
) -> bool:
    names = spot.has_names
    if not names:
        one, other = _meaningful(one, trees[0]), _meaningful(other, trees[1])
    if one.keys() != other.keys():
        return False
    for name, value in one.items():
        key = "" if names else name
        below = spot_below(spot, name)
        if not _is_equivalent(value, other[name], trees, key, below, depth=depth):
            return False
    return True


def _are_equivalent_lists(
    one: list[Tree],
    other: list[Tree],
    trees: _Trees,
    key: str,
    spot: Spot,
    *,
    depth: int,
) -> bool:
    if len(one) != len(other):
        return False
    if key in _SETS:
        return sorted(map(canonical, one)) == sorted(map(canonical, other))
    for member, counterpart in zip(one, other, strict=True):
        if not _is_equivalent(member, counterpart, trees, "", spot_below(spot, 0), depth=depth):
            return False
    return True


def _dereferenced(
    one: Tree,
    other: Tree,
    trees: _Trees,
) -> tuple[Tree, Tree]:
    """Both values, references followed unless the two name the same."""
    reference = reference_of(one)
    is_same = bool(reference) and reference == reference_of(other)
    if is_same or MISSING in trees:
        return one, other
    one_tree, other_tree = trees
    return _target(one, one_tree), _target(other, other_tree)


def _target(value: Tree, tree: Tree) -> Tree:
    reference = reference_of(value)
    if not reference.startswith("#"):
        return value
    target = resolve(tree, reference)
    if target is MISSING:
        return value
    return target


def _meaningful(schema: Mapping[str, Tree], tree: Tree) -> dict[str, Tree]:
    """A mapping without what says nothing, and with what OpenAPI 3.0 and 3.1 spell differently.

    Its types are a list, and null is among them.
    """
    schema = _unwrapped(schema, tree)
    kept = {key: value for key, value in schema.items() if not _says_nothing(key, value)}
    types = _listed_types(kept.get("type"))
    if types:
        if kept.get("nullable") is True and knows_nullable(tree):
            del kept["nullable"]
            if "null" not in types:
                types.append("null")
        kept["type"] = types
    if "const" in kept and "enum" not in kept:
        kept["enum"] = [kept.pop("const")]
    return _with_formats(_with_bounds(kept))


def _unwrapped(schema: Mapping[str, Tree], tree: Tree) -> Mapping[str, Tree]:
    """A schema that is the only branch of a composition, null aside, as a schema of its own."""
    depth = 0
    inner = _only_branch(schema, tree)
    while inner is not None and depth < _DEEPEST:
        schema, depth = inner, depth + 1
        inner = _only_branch(schema, tree)
    return schema


def _only_branch(schema: Mapping[str, Tree], tree: Tree) -> dict[str, Tree] | None:
    keys = [key for key in COMPOSITIONS if isinstance(schema.get(key), list)]
    if len(keys) != 1:
        return None
    branches = [branch for branch in schema[keys[0]] if not is_null_alone(branch)]
    if len(branches) != 1 or not isinstance(branches[0], dict):
        return None
    branch = _target(branches[0], tree) if tree is not MISSING else branches[0]
    beside = {key: value for key, value in schema.items() if key != keys[0]}
    beside = {key: value for key, value in beside.items() if not _says_nothing(key, value)}
    may_be_null = keys[0] in UNIONS and len(schema[keys[0]]) > 1
    if not isinstance(branch, dict) or beside.keys() & branch.keys():
        return None
    if may_be_null and "type" not in branch:
        return None
    return _or_null({**branch, **beside}) if may_be_null else {**branch, **beside}


def _or_null(schema: dict[str, Tree]) -> dict[str, Tree]:
    values = schema.get("enum")
    if isinstance(values, list) and None not in values:
        schema = {**schema, "enum": [*values, None]}
    return {**schema, "nullable": True}


def _with_bounds(schema: dict[str, Tree]) -> dict[str, Tree]:
    """An exclusive bound is a flag beside the bound in OpenAPI 3.0, and a number since 3.1."""
    for bound, exclusive in EXCLUSIVE.items():
        flag = schema.get(exclusive)
        if flag is True and bound in schema:
            schema[exclusive] = schema.pop(bound)
        elif flag is False:
            del schema[exclusive]
    return schema


def _with_formats(schema: dict[str, Tree]) -> dict[str, Tree]:
    for key, (known, spelled) in FORMATS.items():
        if schema.get(key) == known and "format" not in schema:
            del schema[key]
            schema["format"] = spelled
    return schema


def _says_nothing(key: str, value: Tree) -> bool:
    return key in PROSE_KEYWORDS or says_no_more(key, value)


def _listed_types(types: Tree) -> list[Tree]:
    if types is None:
        return []
    if isinstance(types, list):
        return list(types)
    return [types]
