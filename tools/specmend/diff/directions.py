"""In which direction each schema travels: in what is sent, in what is answered, or in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specmend.diff.api_change import Direction
from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.objects import objects
from specmend.document.openapi.references import locate, references
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get


def directions(tree: Tree) -> Mapping[str, Direction]:
    """The direction of every schema that an operation leads to."""
    sent: list[Address] = []
    answered: list[Address] = []
    for address, _ in objects(tree, "operation"):
        sent += [(*address, "parameters"), (*address, "requestBody")]
        answered.append((*address, "responses"))
    sent += [(*address, "parameters") for address, _ in objects(tree, "path item")]
    one, other = _reached(tree, sent), _reached(tree, answered)
    return {name: _direction(name in one, name in other) for name in one | other}


def direction_of(inside: Address) -> Direction:
    """The direction of a place inside an operation."""
    if inside[:1] in {("parameters",), ("requestBody",)}:
        return "request"
    return "answer" if inside[:1] == ("responses",) else ""


def _direction(sent: bool, answered: bool) -> Direction:
    return "both" if sent and answered else "request" if sent else "answer"


def _reached(tree: Tree, start: Iterable[Address]) -> set[str]:
    """The names of the schemas that places lead to."""
    todo, seen, names = list(start), set[Address](), set[str]()
    while todo:
        place = todo.pop()
        for _, reference in references(get(tree, place), spot_at(place)):
            address = locate(tree, reference)
            if address and address not in seen:
                seen.add(address)
                todo.append(address)
                if address[:2] == SCHEMAS:
                    names.add(str(address[2]))
    return names
