"""Discriminators that rely on the names of files, written out where names had to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from specmend.document.openapi.identifiers import pointer_to
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.source.bundle.links import Links
from specmend.source.bundle.target import Target


def write_out_names(
    schemas: Iterable[dict[str, Tree]],
    links: Links,
    wanted: Mapping[Target, tuple[str, ...]],
    names: Mapping[Target, Address],
) -> None:
    """Give each schema with a discriminator the mapping that its branches need.

    Without a mapping the words on the wire are the names of the schemas (OpenAPI 3.1 section
    4.8.25), and these are the names of the files until two of them are the same.
    """
    for schema in schemas:
        found = {
            wanted[target][-1]: pointer_to(names[target])
            for target in _branches(schema, links)
            if target in names and names[target][-1] != wanted[target][-1]
        }
        discriminator = schema["discriminator"]
        before = discriminator.get("mapping") or {}
        known = {word: found.get(to, to) for word, to in before.items()}
        missing = {word: to for word, to in found.items() if to not in known.values()}
        if found:
            schema["discriminator"] = {**discriminator, "mapping": {**missing, **known}}


def has_discriminator(schema: Mapping[str, Any]) -> bool:
    """Whether a schema tells its branches apart by a property (an object since OpenAPI 3.0)."""
    discriminator = schema.get("discriminator")
    return isinstance(discriminator, dict) and "propertyName" in discriminator


def _branches(schema: Mapping[str, Any], links: Links) -> Iterator[Target]:
    for keyword in ("oneOf", "anyOf"):
        branches = schema.get(keyword)
        for branch in branches if isinstance(branches, list) else ():
            target = links.target_of(branch)
            if target is not None:
                yield target
