"""Whether two values of two documents mean the same, however they are spelled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import NEUTRAL, PROSE_KEYWORDS, SETS
from specmend.document.openapi.references import names_below, resolve
from specmend.document.tree.values import MISSING, Tree, canonical, same

_SETS: Final = SETS | {"tags"}
_DEEPEST: Final = 12


def is_equivalent(
    one: Tree, other: Tree, home: Tree = MISSING, away: Tree = MISSING, *, key: str = ""
) -> bool:
    """Whether a value of the document `home` means what a value of `away` does.

    Words for people, the order of keys and of sets, keywords that say nothing, and the two spellings of null do not
    count. A reference stands for what it names, where both documents are given. `key` is what the values stand under.
    """
    return _is_equivalent(one, other, (home, away), key, names=False, depth=0)


def is_neutral(key: str | int, value: Tree) -> bool:
    """Whether a keyword with this value says no more than its absence."""
    return isinstance(key, str) and key in NEUTRAL and same(NEUTRAL[key], value)


def _is_equivalent(
    one: Tree, other: Tree, trees: tuple[Tree, Tree], key: str, *, names: bool, depth: int
) -> bool:
    if same(one, other) or depth > _DEEPEST:
        return same(one, other)
    one, other = _followed(one, other, trees)
    if isinstance(one, dict) and isinstance(other, dict):
        first, second = (value if names else _bare(value) for value in (one, other))
        return first.keys() == second.keys() and all(
            _is_equivalent(value, second[name], trees, "" if names else name, names=names_below(name, names=names),
                   depth=depth + 1)
            for name, value in first.items()
        )  # fmt: skip
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        if key in _SETS:
            return sorted(map(canonical, one)) == sorted(map(canonical, other))
        return all(
            _is_equivalent(a, b, trees, "", names=False, depth=depth + 1)
            for a, b in zip(one, other, strict=True)
        )
    return same(one, other)


def _followed(one: Tree, other: Tree, trees: tuple[Tree, Tree]) -> tuple[Tree, Tree]:
    """Both values, references followed where the two do not name the same."""
    if MISSING in trees or (_reference(one) and _reference(one) == _reference(other)):
        return one, other
    return _target(one, trees[0]), _target(other, trees[1])


def _reference(value: Tree) -> str:
    reference = value.get("$ref") if isinstance(value, dict) else None
    return reference if isinstance(reference, str) else ""


def _target(value: Tree, tree: Tree) -> Tree:
    reference = _reference(value)
    found = resolve(tree, reference) if reference.startswith("#") else MISSING
    return value if found is MISSING else found


def _bare(value: Mapping[str, Any]) -> dict[str, Tree]:
    """A mapping without what says nothing, and with null as a type."""
    made = {k: v for k, v in value.items() if k not in PROSE_KEYWORDS and not is_neutral(k, v)}
    kinds = made.get("type")
    listed = list(kinds) if isinstance(kinds, list) else [] if kinds is None else [kinds]
    if made.get("nullable") is True and listed:
        del made["nullable"]
        listed = [*listed, *(["null"] if "null" not in listed else [])]
    if listed:
        made["type"] = listed
    return made
