"""In which direction each schema travels: in requests, in answers, or in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specmend.diff.delta import Direction
from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.objects import objects
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import locate, references
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get


def directions(tree: Tree) -> Mapping[str, Direction]:
    """The direction of every schema that an operation leads to."""
    sent: list[Address] = []
    answered: list[Address] = []
    for address, _ in objects(tree, "operation"):
        sent.append((*address, "parameters"))
        sent.append((*address, "requestBody"))
        answered.append((*address, "responses"))
    for address, _ in objects(tree, "path item"):
        sent.append((*address, "parameters"))
    requests = _reached(tree, sent)
    answers = _reached(tree, answered)
    by_name: dict[str, Direction] = {}
    for name in requests | answers:
        by_name[name] = _direction(is_sent=name in requests, is_answered=name in answers)
    return by_name


def direction_of(inside: Address) -> Direction:
    """The direction of a place inside an operation."""
    if inside[:1] in {("parameters",), ("requestBody",)}:
        return "request"
    if inside[:1] == ("responses",):
        return "answer"
    return ""


def _direction(
    *,
    is_sent: bool,
    is_answered: bool,
) -> Direction:
    if is_sent and is_answered:
        return "both"
    return "request" if is_sent else "answer"


def _reached(
    tree: Tree,
    starts: Iterable[Address],
) -> set[str]:
    """The names of the schemas that places lead to by references."""
    tree = plain_references(tree)
    open_places = list(starts)
    seen: set[Address] = set()
    while open_places:
        place = open_places.pop()
        for _, reference in references(get(tree, place), spot_at(place)):
            target = locate(tree, reference)
            if target and target not in seen:
                seen.add(target)
                open_places.append(target)
    return {str(address[2]) for address in seen if address[:2] == SCHEMAS}
