"""What a document says of security that a client does without, or that somebody else must do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specmend.document.openapi.calls import calls
from specmend.document.openapi.security import (
    REQUIREMENTS,
    SCHEMES,
    alternatives,
    scheme_place,
    security_schemes,
)
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.generate.client.security import CERTIFICATE, Scheme, read_scheme
from specmend.generate.remarks import grouped
from specmend.generate.source import Source

_NOTHING_REQUIRED: Final = (
    "no operation says which security scheme it needs; each request gets every key that the client "
    "is given"
)


def key_remarks(source: Source) -> Iterator[str]:
    """One sentence for each matter, with its first place."""
    return grouped(source, _remarks(source.tree))


def _remarks(tree: Tree) -> Iterator[tuple[Address, str]]:
    lists = _lists(tree)
    needed = {
        place
        for address, listed in lists.items()
        for alternative in alternatives(listed)
        for name in alternative
        if (place := scheme_place(tree, address, name)) is not None
    }
    for name, node in security_schemes(tree).items():
        place = (*SCHEMES, name)
        if lists and place not in needed:
            yield place, f"no operation needs the security scheme {name}; it is no argument"
        else:
            yield from _of_scheme(place, name, node)
    if not lists and security_schemes(tree):
        yield SCHEMES, _NOTHING_REQUIRED
    for address, listed in lists.items():
        yield from _of_list(tree, address, listed)


def _lists(tree: Tree) -> dict[Address, Tree]:
    """The lists of alternatives that count for an operation, by their addresses."""
    found: dict[Address, Tree] = {}
    for call in calls(tree):
        own = (*call.address, REQUIREMENTS)
        address = own if call.node.get(REQUIREMENTS) is not None else (REQUIREMENTS,)
        listed = get(tree, address)
        if isinstance(listed, list):
            found[address] = listed
    return found


def _of_scheme(
    place: Address, name: str, node: Mapping[str, Tree]
) -> Iterator[tuple[Address, str]]:
    if node.get("type") == CERTIFICATE:
        words = (
            f"the certificate for {name} is not the client's to send: give `http=` an HTTP client "
            "that has it"
        )
        yield (*place, "type"), words
    elif read_scheme(name, node) is None:
        yield place, f"the client cannot send the key of the security scheme {name}; `headers=` can"


def _of_list(tree: Tree, address: Address, listed: Tree) -> Iterator[tuple[Address, str]]:
    members = listed if isinstance(listed, list) else []
    for index, alternative in enumerate(members):
        if not isinstance(alternative, dict):
            continue
        sent: dict[tuple[str, str], str] = {}
        for name in alternative:
            at = (*address, index, name)
            scheme = _scheme(tree, at, name)
            if scheme is None:
                if scheme_place(tree, at, name) is None:
                    yield (
                        at,
                        f"no security scheme has the name {name}; the client sends nothing for it",
                    )
                continue
            way = (scheme.place, scheme.wire.lower())
            if way in sent:
                yield at, f"{sent[way]} and {name} are sent in one place; the first of them counts"
            sent.setdefault(way, name)


def _scheme(tree: Tree, address: Address, name: str) -> Scheme | None:
    place = scheme_place(tree, address, name)
    node = security_schemes(tree).get(str(place[-1])) if place else None
    return read_scheme(name, node) if node else None
