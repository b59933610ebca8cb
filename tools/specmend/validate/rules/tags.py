"""Each tag is described once, and its parents are tags too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import Mend, edit, removal, without
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "tags"


def _document(scope: Scope, _: Address, tree: Any) -> Iterator[Fault]:
    """A fault for each tag that is there twice, or whose parents lead nowhere or in a circle.

    OpenAPI 3.1 section 4.8.1 has the first; 3.2 has the parents, in the Tag Object.
    """
    first: dict[str, Address] = {}
    parents: dict[str, str] = {}
    for address, tag in _tags(tree):
        name = tag["name"]
        if name in first:
            message, beside = f"the tag '{name}' is described twice", first[name]
            advice = "record a step that removes one of the two"
            yield Fault(rule=NAME, address=address, message=message, beside=beside, advice=advice,
                        mend=_once(tree, name, address))  # fmt: skip
            continue
        first[name] = address
        if scope.is_32 and isinstance(tag.get("parent"), str):
            parents[name] = tag["parent"]
    for name, parent in parents.items():
        place = (*first[name], "parent")
        if parent not in first:
            yield _fault(place, f"the parent '{parent}' of the tag '{name}' is no tag")
        elif _is_its_own(name, parents):
            yield _fault(place, f"the parents of the tag '{name}' lead back to it")


CHECKS: Final[Mapping[str, Check]] = {"document.tags": _document}


def _fault(address: Address, message: str) -> Fault:
    advice = "record a step that sets another parent, or removes it"
    mend = removal("Remove the parent of a tag")
    return Fault(rule=NAME, address=address, message=message, advice=advice, mend=mend)


def _once(tree: Tree, name: str, address: Address) -> Mend:
    tags = without(get(tree, ("tags",)), address[-1])
    return edit(f"Describe the tag {name} once", "set-value", at=("tags",), value=tags)


def _tags(tree: Tree) -> Iterator[tuple[Address, dict[str, Tree]]]:
    tags = get(tree, ("tags",))
    for index, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, dict) and isinstance(tag.get("name"), str):
            yield ("tags", index), tag


def _is_its_own(name: str, parents: dict[str, str]) -> bool:
    """Whether a tag is among its own parents."""
    above, seen = parents.get(name), set[str]()
    while above is not None and above not in seen:
        if above == name:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
