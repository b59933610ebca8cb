"""Names that joined where another one went, and may be the same thing under another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from specmend.document.openapi.keywords import PROSE_KEYWORDS, UNIONS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import follow, locate, reference_of
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.similarity import ENOUGH, are_spelled_alike, jaccard, leaves_of
from specmend.document.tree.values import Tree, get, same
from specmend.drift.declared_names import is_renamed
from specmend.drift.mapped import is_mapped, may_be_one_schema
from specmend.matching.linked import meant_by_link
from specmend.matching.locator import Locator
from specmend.matching.sayings import Saying
from specmend.matching.spelling import BRANCH, is_null_alone

_ALIKE: Final = 0.75
"""The part of their letters that two names share, from which on the one may be the other."""

_SHORTEST: Final = 3
"""A name with fewer letters is part of too many others."""

_NAMED_ELSEWHERE: Final = "required"
"""The keyword whose members name properties."""


def lookalikes(
    locator: Locator, lost: Iterable[Saying], joined: Sequence[Saying]
) -> Iterator[Address]:
    """Where a name stands now that may be that of something lost.

    A value of an enum has no name: another one is another value, unless it is spelled alike. A
    branch has none either, and is known by what it says.
    """
    for one in lost:
        for other in joined:
            if one.keyword != other.keyword:
                continue
            if is_renamed(locator.old, locator.new, one, other) or _is_alike(locator, one, other):
                yield other.at


def _is_alike(locator: Locator, one: Saying, other: Saying) -> bool:
    if one.keyword == BRANCH:
        return are_alike(one.value, other.value) or are_alike(
            _followed(locator, one.value), other.value
        )
    if is_mapped(one.at) and is_mapped(other.at):
        was, now = get(locator.old, one.at), get(locator.new, other.at)
        return may_be_one_schema(locator, str(was), str(now))
    name, other_name = _name(one), _name(other)
    if not name or not other_name:
        return False
    if one.keyword == "enum":
        return _letters(name) == _letters(other_name)
    trees = (locator.old, locator.new)
    values = [get(tree, saying.at) for tree, saying in zip(trees, (one, other), strict=True)]
    if are_alike_names(name, other_name) or _refer_to_one(locator, *values):
        return True
    is_key = one.at[-1] == name
    was, now = _followed(locator, _named(locator.old, one)), _named(locator.new, other)
    # What cannot be followed may be anything.
    is_unknown = reference_of(now) and locate(locator.new, reference_of(now)) is None
    return bool(is_unknown) or any(
        _are_alike_values(before, after, is_key=is_key)
        for before, after in product(
            (was, *_alone_beside_null(was)), (now, *_alone_beside_null(now))
        )
    )


def _alone_beside_null(value: Tree) -> list[Tree]:
    """The one branch of a schema that has no other but null."""
    unions = [value[key] for key in UNIONS if key in value] if isinstance(value, dict) else []
    branches = unions[0] if len(unions) == 1 and isinstance(unions[0], list) else []
    others = [branch for branch in branches if not is_null_alone(branch)]
    return others if len(others) == 1 else []


def _refer_to_one(locator: Locator, was: Tree, now: Tree) -> bool:
    """Whether two values refer to one thing, whatever that says by now."""
    target = locate(locator.old, reference_of(was))
    if target is None:
        return False
    match = locator.locate(target)
    return match.whole and match.at == locate(locator.new, reference_of(now))


def _followed(locator: Locator, value: Tree) -> Tree:
    """A value of the old document, its references as they are written in the new one."""
    if isinstance(value, list):
        return [_followed(locator, member) for member in value]
    if not isinstance(value, dict):
        return value
    followed = {key: _followed(locator, member) for key, member in value.items()}
    target = locate(locator.old, reference_of(value))
    if target is not None:
        match = locator.locate(target)
        if match.whole:
            followed["$ref"] = f"#{format_pointer(match.at)}"
    return followed


def _are_alike_values(value: Tree, other: Tree, *, is_key: bool) -> bool:
    """Whether what stands under two names may be one thing; a text may under keys of a map."""
    if isinstance(value, str) and is_key:
        return same(value, other)
    if not isinstance(value, dict) or not isinstance(other, dict):
        return False
    # Words that stayed tell as much as keywords.
    share = jaccard(leaves_of(_unnamed(value)), leaves_of(_unnamed(other)))
    return share >= ENOUGH or are_alike(value, other)


def are_alike(one: Tree, other: Tree) -> bool:
    """Whether two values may be one and the same, changed a little; prose does not count."""
    leaves, others = leaves_of(_bare(one)), leaves_of(_bare(other))
    return jaccard(leaves, others) >= ENOUGH


def are_alike_names(one: str, other: str) -> bool:
    """Whether two names may be spellings of one."""
    one, other = _letters(one), _letters(other)
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _SHORTEST and (longer.startswith(shorter) or longer.endswith(shorter)):
        return True
    return are_spelled_alike(one, other, _ALIKE)


def _name(saying: Saying) -> str:
    """The name that a saying is about; empty for any other."""
    value = saying.value
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and _has_name(saying) else ""


def _has_name(saying: Saying) -> bool:
    is_member = isinstance(saying.at[-1], int)
    return is_member or saying.at[-1] == saying.value


def _named(tree: Tree, saying: Saying) -> Tree:
    """What stands under a name, or what that refers to; of a name in `required`, the property."""
    at = saying.at
    if saying.keyword == _NAMED_ELSEWHERE and isinstance(at[-1], int):
        at = (*at[:-2], "properties", str(saying.value))
    value = get(tree, at)
    if reference_of(value):
        value = follow(tree, at)[1]
    is_link = isinstance(value, dict) and spot_at(at).kind == "link"
    return meant_by_link(tree, value) if is_link else value


def _bare(value: Tree) -> Tree:
    """A value without its name and prose."""
    if not isinstance(value, dict):
        return value
    return {key: member for key, member in value.items() if key not in {*PROSE_KEYWORDS, "name"}}


def _unnamed(value: Tree) -> Tree:
    """A value without its name."""
    return {key: member for key, member in value.items() if key != "name"}


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
