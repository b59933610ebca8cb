"""The breaches of a JSON Schema that tell something, instead of the one that holds them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias

from specmend.document.tree.breach import Breach
from specmend.document.tree.values import Tree

_Branch: TypeAlias = tuple[Breach, ...]

_WORDS: Final = ("enum", "const")


def leaves(breach: Breach) -> list[Breach]:
    """The breaches inside one of `oneOf` or `anyOf`: all those of the branch that was meant.

    A breach is given itself where no branch is, and where each only wants another field.
    """
    branches = _meant(breach)
    if not branches or (len(branches) > 1 and all(_only_wants(breach, each) for each in branches)):
        return [breach]
    # Each breach is looked into once: compositions nest as deep as documents do.
    inside = [[leaf for inner in branch for leaf in leaves(inner)] for branch in branches]
    refers = "$ref" in fields_of(breach)
    distances = [
        _distance(breach, branch, len(found), refers=refers)
        for branch, found in zip(branches, inside, strict=True)
    ]
    meant = inside[distances.index(min(distances))]
    return [_with_other_words(leaf, inside) for leaf in meant]


def wanted(breach: Breach) -> list[str]:
    """The fields of which an object needs one, where each branch only wants another field."""
    return [inner.asked for branch in _meant(breach) for inner in branch]


def fields_of(breach: Breach) -> list[str]:
    """The fields of the object of a breach; none of any other value."""
    return list(breach.found) if isinstance(breach.found, dict) else []


def allowed_by(breach: Breach) -> list[Tree]:
    """The values that the keyword of a breach allows."""
    asked = breach.asked
    return asked if isinstance(asked, list) and breach.keyword == "enum" else [asked]


def _with_other_words(leaf: Breach, inside: list[list[Breach]]) -> Breach:
    """A breach by a word that is not allowed, with the words that other branches allow there."""
    if leaf.keyword not in _WORDS:
        return leaf
    alike = [
        other
        for branch in inside
        for other in branch
        if other.keyword in _WORDS and other.address == leaf.address
    ]
    allowed = [value for other in alike for value in allowed_by(other)]
    return replace(leaf, keyword="enum", asked=allowed)


def _meant(breach: Breach) -> list[_Branch]:
    """The branches without that of a reference, where the object is none; none if one fits."""
    if not all(breach.branches):
        return []
    branches = list(breach.branches)
    others = [branch for branch in branches if not any(_wants_reference(breach, b) for b in branch)]
    return branches if "$ref" in fields_of(breach) or not others else others


def _only_wants(breach: Breach, branch: _Branch) -> bool:
    return all(inner.keyword == "required" and inner.address == breach.address for inner in branch)


def _distance(
    breach: Breach, branch: _Branch, count: int, *, refers: bool
) -> tuple[bool, bool, int, int]:
    """How far a value is from what a branch describes; `refers` says that it is a reference.

    `count` is the number of breaches that tell something.
    """
    paths = [inner.address[len(breach.address) :] for inner in branch]
    of_other_kind = refers and any(path[:1] != ("$ref",) for path in paths)
    of_other_type = any(
        not path and _is_of_other_type(inner) for inner, path in zip(branch, paths, strict=True)
    )
    words = sum(
        inner.keyword in _WORDS and len(path) <= 1
        for inner, path in zip(branch, paths, strict=True)
    )
    return of_other_kind, of_other_type, words, count


def _is_of_other_type(breach: Breach) -> bool:
    """Whether a value is of another type than all that its branch allows: a list among words."""
    if breach.keyword == "enum":
        return isinstance(breach.found, list) and not any(
            isinstance(value, list) for value in allowed_by(breach)
        )
    return breach.keyword == "type"


def _wants_reference(breach: Breach, inner: Breach) -> bool:
    return inner.keyword == "required" and inner.asked == "$ref" and inner.address == breach.address
