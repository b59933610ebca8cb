"""What a document says of a value: through references, compositions and items, in one spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Final

from specmend.document.openapi.identifiers import DYNAMIC
from specmend.document.openapi.keywords import (
    COMPOSITIONS,
)
from specmend.document.openapi.kinds import Spot, spot_at
from specmend.document.openapi.operations import operations_in
from specmend.document.openapi.parameters import declarations
from specmend.document.openapi.references import follow, locate, reference_of, resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import Identity, remembered
from specmend.document.tree.values import MISSING, Tree, canonical, get
from specmend.matching.linked import LINKED, link_pairs
from specmend.matching.parts import Reach, names_in, parts_of_value
from specmend.matching.spelling import (
    EXAMPLE,
    THERE,
    example_pairs,
    knows_nullable,
    object_pairs,
    schema_pairs,
)

ELSEWHERE: Final = "elsewhere"
"""The keyword of a reference out of the document, or to nowhere: what it says is unknown."""

MOST: Final = 2000
"""How many objects are looked at for one place."""


@dataclass(frozen=True, kw_only=True)
class Saying:
    """A keyword with a value that holds at a place, and where it is written."""

    keyword: str
    value: Tree
    at: Address
    reach: Reach = "always"

    @property
    def is_name(self) -> bool:
        """Whether it says no more than that something of a name is there."""
        is_parameter = self.keyword == "parameters" and isinstance(self.value, list)
        return is_parameter or self.value == THERE or self.at[-1:] == (self.value,)

    @cached_property
    def key(self) -> tuple[str, str]:
        """What is said, to compare it: equal where the keyword and the value are."""
        return self.keyword, canonical(self.value)


@remembered(10_000)
def sayings(tree: Tree, address: Address) -> tuple[Saying, ...]:
    """What holds for the value that the object at an address describes."""
    return tuple(_walk(tree, address))


# Few at once: some trees are made for one question alone, and would be held with the answer.
@remembered(500)
def own_sayings(tree: Tree, address: Address) -> tuple[Saying, ...]:
    """What the object at an address says by its own fields."""
    value, spot = get(tree, address), spot_at(address)
    if not isinstance(value, dict):
        return ()
    return tuple(_own(tree, address, value, spot, "always"))


def without(some: Iterable[Saying], others: Iterable[Saying]) -> list[Saying]:
    """The sayings that others do not say, or less often."""
    left: dict[tuple[str, str], int] = {}
    for other in others:
        left[other.key] = left.get(other.key, 0) + 1
    more = []
    for one in some:
        if left.get(one.key):
            left[one.key] -= 1
        else:
            more.append(one)
    return more


def _walk(tree: Tree, address: Address) -> Iterator[Saying]:
    todo: list[tuple[Address, Spot, Reach]] = [(address, spot_at(address), "always")]
    seen: set[Address] = set()
    while todo and len(seen) < MOST:
        at, spot, reach = todo.pop(0)
        value = get(tree, at)
        if at in seen or not isinstance(value, dict):
            continue
        seen.add(at)
        yield from own_sayings(tree, at) if at == address else _own(tree, at, value, spot, reach)
        if spot.kind == "schema":
            yield from _required_beside(at, value)
        reference = reference_of(value)
        target = locate(tree, reference)
        if target is not None:
            todo.append((target, spot, reach))
        elif reference:
            yield Saying(keyword=ELSEWHERE, value=reference, at=(*at, "$ref"), reach=reach)
        if spot.kind == "schema" and DYNAMIC in value:
            yield Saying(keyword=ELSEWHERE, value=value[DYNAMIC], at=(*at, DYNAMIC), reach=reach)
        todo += parts_of_value(tree, at, value, spot, reach)


def _own(
    tree: Tree, at: Address, value: dict[str, Any], spot: Spot, reach: Reach
) -> Iterator[Saying]:
    pairs = object_pairs(value, spot)
    if spot.kind == "schema":
        pairs = schema_pairs(value, in_30=knows_nullable(tree))
    elif spot.kind == "link":
        pairs = chain(link_pairs(tree, value), (one for one in pairs if one[0] not in LINKED))
    inherited = _INHERITED.get(spot.kind, {})
    for keyword, said, inside in pairs:
        is_example = keyword == EXAMPLE and spot.kind != "schema"
        meant = _shown(tree, said) if is_example else said
        if keyword not in inherited:
            yield Saying(keyword=keyword, value=meant, at=(*at, *inside), reach=reach)
    for keyword, inherit in inherited.items():
        yield from inherit(tree, at, keyword)


def _shown(tree: Tree, example: Tree) -> Tree:
    """The value of an example; that of a component, where it refers to one."""
    target = resolve(tree, reference_of(example)) if reference_of(example) else MISSING
    return next((said for _, said, _ in example_pairs(target)), example)


def _required_beside(at: Address, schema: Mapping[str, Any]) -> Iterator[Saying]:
    """The names that are required where another one is there (JSON Schema validation 6.5.4)."""
    key = "dependentRequired"
    for name in names_in(schema.get(key)):
        listed = schema[key][name]
        for index in range(_length(listed)):
            place = (*at, key, name, index)
            yield Saying(keyword="required", value=listed[index], at=place, reach="sometimes")


_QUERIES: Final = ("query", "querystring")
_OF_OBJECTS: Final = ("properties", *COMPOSITIONS)
_Said = Iterator[tuple[Tree, Address]]


def _of_operation(tree: Tree, operation: Address, keyword: str) -> Iterator[Saying]:
    for said, place in _said_of_operation(tree, operation, keyword):
        yield Saying(keyword=keyword, value=said, at=place)


def _said_of_operation(tree: Tree, operation: Address, keyword: str) -> _Said:
    """The parameters, servers or security of an operation: its own, or those that it inherits.

    An operation has the parameters of its path item too, where it does not declare them itself
    (OpenAPI 3.1 section 4.8.9). Its servers and security stand in place of those of the path item
    and of the document (section 4.8.10).
    """
    holders = _holders(tree, operation)
    if keyword == "parameters":
        known: set[tuple[str, str]] = set()
        for holder in holders:
            for place, name, where in declarations(tree, holder):
                if (name, where) not in known:
                    yield [name, where], place
                    yield from _in_query(tree, place, where)
                known.add((name, where))
        return
    for holder in (*holders, ()):
        listed = get(tree, (*holder, keyword))
        if listed is not MISSING:
            places = [(*holder, keyword, index) for index in range(_length(listed))]
            yield from ((get(tree, place), place) for place in places)
            if not places:
                yield None, (*holder, keyword)
            return
    yield None, operation


def _in_query(tree: Tree, parameter: Address, where: str) -> _Said:
    """The names in a query that one parameter describes as a whole.

    That is a query string (OpenAPI 3.2), or an object whose properties are sent one by one.
    """
    if where not in _QUERIES or not (where == "querystring" or _is_object(tree, parameter)):
        return
    for one in _walk(tree, parameter):
        if one.keyword == "properties" and one.reach != "inside":
            yield [one.value, "query"], one.at


def _is_object(tree: Tree, parameter: Address) -> bool:
    """Whether the schema of a parameter may have properties."""
    place = (*follow(tree, parameter)[0], "schema")
    schema = follow(tree, place)[1] if get(tree, place) is not MISSING else MISSING
    return isinstance(schema, dict) and any(key in schema for key in _OF_OBJECTS)


def _holders(tree: Tree, operation: Address) -> list[Address]:
    """An operation and the path item that it is in."""
    depth = 2 if operation[-2:-1] == ("additionalOperations",) else 1
    item = operation[:-depth]
    return [operation, follow(tree, item)[0]]


def _of_item(tree: Tree, item: Address, keyword: str) -> Iterator[Saying]:
    return _of_operations(tree, item, keyword, len(item))


def _of_operations(tree: Tree, item: Address, keyword: str, depth: int) -> Iterator[Saying]:
    """What holds for each operation of a path item, with its address from a depth on."""
    for inside, _ in operations_in(get(tree, item)):
        operation = (*item, *inside)
        for said, place in _said_of_operation(tree, operation, keyword):
            yield Saying(keyword=keyword, value=[*operation[depth:], said], at=place)


def _of_document(tree: Tree, _: Address, keyword: str) -> Iterator[Saying]:
    listed, paths = get(tree, (keyword,)), get(tree, ("paths",))
    for path, item in paths.items() if isinstance(paths, dict) else ():
        if reference_of(item):
            yield from _of_operations(tree, ("paths", path), keyword, 0)
        else:
            yield from _of_path(item, path, keyword, Identity(listed))
    for index in range(_length(listed)):
        yield Saying(keyword=keyword, value=listed[index], at=(keyword, index))


@remembered(20_000)
def _of_path(item: Tree, path: str, keyword: str, listed: Identity) -> tuple[Saying, ...]:
    """The servers or security of the operations of a path, `listed` being those of the document.

    They are worked out once for all trees that share the path: a document has a thousand of these.
    """
    tree: dict[str, Tree] = {"paths": {path: item}}
    if listed.tree is not MISSING:
        tree[keyword] = listed.tree
    return tuple(_of_operations(tree, ("paths", path), keyword, 0))


def _length(listed: Tree) -> int:
    return len(listed) if isinstance(listed, list) else 0


_Inherit = Callable[[Tree, Address, str], Iterator[Saying]]

_INHERITED: Final[Mapping[str, Mapping[str, _Inherit]]] = {
    "operation": dict.fromkeys(("parameters", "servers", "security"), _of_operation),
    "path item": dict.fromkeys(("parameters", "servers"), _of_item),
    "document": dict.fromkeys(("servers", "security"), _of_document),
}
