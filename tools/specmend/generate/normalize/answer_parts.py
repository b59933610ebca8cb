"""Puts the headers and links of answers where they are used, in place of references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.keywords import EXAMPLES
from specmend.document.openapi.kinds import Spot
from specmend.document.openapi.objects import map_objects, objects
from specmend.document.openapi.references import references, resolve
from specmend.document.openapi.schemas import Node, Tree, copy_tree
from specmend.document.tree.pointer import Address

_PARTS: Final = {"headers": Spot("one", "header"), "links": Spot("one", "link")}

_IGNORED: Final = "content-type"
"""A header that the standard passes over, for the content says it (OpenAPI 3.1 section 4.8.17)."""


def place_answer_parts(tree: Tree) -> Tree:
    """Write every header and link of an answer where it is used, without its examples.

    What leads nowhere is left out: a method works without it, and `lost_answer_parts` names it.
    """
    return map_objects(tree, "response", lambda response: _placed(tree, response))


def lost_answer_parts(tree: Tree) -> Iterator[tuple[Address, str]]:
    """The places of headers and links that lead nowhere, with the reference."""
    for address, response in objects(tree, "response"):
        for kind, name, part in _parts(response):
            reference = _lost_reference(tree, kind, part)
            if reference:
                yield (*address, kind, name), reference


def behind(tree: Tree, part: Tree) -> Tree:
    """What a reference leads to; itself where that is nothing or a circle."""
    followed: list[str] = []
    while isinstance(part, dict) and isinstance(part.get("$ref"), str):
        target = resolve(tree, part["$ref"])
        if part["$ref"] in followed or not isinstance(target, dict):
            return part
        followed.append(part["$ref"])
        part = target
    return part


def _placed(tree: Tree, response: Node) -> Tree:
    kept: dict[str, dict[str, Tree]] = {}
    for kind, name, part in _parts(response):
        if name.lower() == _IGNORED or _lost_reference(tree, kind, part):
            continue
        whole = copy_tree(behind(tree, part))
        if isinstance(whole, dict):
            known = {key: value for key, value in whole.items() if key not in EXAMPLES}
            kept.setdefault(kind, {})[name] = known
    rest = {key: value for key, value in response.items() if key not in _PARTS}
    return {**rest, **kept} if len(rest) < len(response) else response


def _parts(response: Tree) -> Iterator[tuple[str, str, Tree]]:
    """The headers and links of an answer: which of the two, the name, and what stands there."""
    for kind in _PARTS if isinstance(response, dict) else ():
        parts = response.get(kind)
        for name, part in parts.items() if isinstance(parts, dict) else ():
            yield kind, name, part


def _lost_reference(tree: Tree, kind: str, part: Tree) -> str:
    """The first reference of a header or link that leads nowhere; empty where there is none."""
    whole = behind(tree, part)
    if isinstance(whole, dict) and isinstance(whole.get("$ref"), str):
        return str(whole["$ref"])
    for _, text in references(whole, _PARTS[kind]):
        if not isinstance(resolve(tree, text), dict | bool):
            return text
    return ""
