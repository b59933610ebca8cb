"""Writes the values of many files as one document, with a link for each external reference."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from specmend.document.openapi.keywords import IDENTITY
from specmend.document.openapi.kinds import DOCUMENT, Spot
from specmend.document.openapi.references import address_of
from specmend.document.openapi.retarget import every_reference
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.limits import (
    DEPTH,
    MAX_DEPTH,
    MAX_NODES,
    MAX_SOURCE_DEPTH,
    NODES,
    SOURCE_DEPTH,
    exceeded,
)
from specmend.source.bundle.dialect import Dialect
from specmend.source.bundle.discriminators import has_discriminator
from specmend.source.bundle.follow import KEEP, Follower, shown
from specmend.source.bundle.links import Links
from specmend.source.bundle.operation_links import lead_to_operation
from specmend.source.bundle.source import Source
from specmend.source.bundle.target import Here, Place, Resolved, Target, words_of
from specmend.source.reach import is_address

_DATA: Final = ("data", "security requirement", "schema name")
_OF_A_FILE: Final = frozenset({*IDENTITY, "definitions", "$defs"} - {"$comment"})
"""What a schema says of the file that it stands in. What refers to these leads elsewhere now."""

_ENDINGS: Final = (".yaml", ".yml", ".json")
_NAMES: Final[Mapping[type, str]] = {
    dict: "an object",
    list: "a list",
    str: "a text",
    bool: "true or false",
}


@dataclass(kw_only=True, slots=True)
class Writer:
    """Writes the root document, and the contents of the components that its references need.

    `wanted` are these components with the words for their names, best ones last, in the order in
    which they were met; `contents` what they hold.
    """

    root: Source
    dialect: Dialect
    follower: Follower
    links: Links = field(default_factory=Links)
    wanted: dict[Target, tuple[str, ...]] = field(default_factory=dict)
    contents: dict[Target, Tree] = field(default_factory=dict)
    discriminators: list[dict[str, Tree]] = field(default_factory=list)
    _waiting: deque[tuple[Target, Resolved]] = field(default_factory=deque)
    _items: dict[tuple[str, Address], Place] = field(default_factory=dict)
    _operations: list[tuple[dict[str, Tree], Here]] = field(default_factory=list)
    _pointed: tuple[Address, ...] = ()
    _count: int = 0

    def write_root(self) -> Tree:
        """The root document, whose components that are made stand elsewhere yet."""
        self._pointed = tuple(_into_tables(self.root.tree))
        tree = self._write(
            self.root.tree,
            Spot("one", "document"),
            Here(self.root, (), Place(None, ())),
        )
        while self._waiting:
            target, resolved = self._waiting.popleft()
            if target not in self.links.homes:
                here = Here(resolved.source, resolved.address, Place(target, ()))
                spot = Spot("one", target.kind)
                self.contents[target] = self._write(resolved.value, spot, here)
        for holder, here in self._operations:
            lead_to_operation(holder, here, self.follower, self.links, self._items)
        return tree

    def _write(self, value: Tree, spot: Spot, here: Here) -> Tree:
        """A value as the document has it; the same object where nothing changes."""
        if spot.kind == "data" or not isinstance(value, dict | list):
            return value
        self._count += 1
        if self._count > MAX_NODES:
            raise exceeded(NODES)
        if len(here.place.inside) > MAX_DEPTH:
            raise exceeded(DEPTH)
        if isinstance(value, list):
            return self._list(value, spot, here)
        reference = value.get("$ref")
        if isinstance(reference, str) and spot.kind not in _DATA:
            return self._refer(value, reference, spot, here)
        self._note_home(spot, here)
        return self._members(value, spot, here)

    def _note_home(self, spot: Spot, here: Here) -> None:
        """Remember the component that a whole table of them brings with it."""
        if self._is_component(spot, here) and here.source is not self.root:
            target = Target(spot.kind, here.source.key, here.address)
            self.links.homes.setdefault(target, here.place)

    def _is_component(self, spot: Spot, here: Here) -> bool:
        """Whether what is written is a component of the root document."""
        section = self.dialect.section_of(spot)
        return here.place.home is None and here.place.inside[:-1] == section

    def _members(self, value: dict[str, Tree], spot: Spot, here: Here) -> dict[str, Tree]:
        """A mapping with its members written; a `$ref` stays for the caller."""
        made: dict[str, Tree] = {}
        names: list[tuple[str, Resolved]] = []
        for key, member in value.items():
            if spot == ("one", "schema") and key in _OF_A_FILE and self._goes(key, here):
                continue
            below = self.dialect.below(spot, key)
            made[key] = self._write(member, below, here.below(key))
            if isinstance(member, str) and (goal := self._named(key, member, spot, here)):
                names.append((key, goal))
        is_same = len(made) == len(value) and all(made[key] is value[key] for key in made)
        if is_same and not names and not self._leads_to_operation(value, spot, here):
            return value
        for key, goal in names:
            self._link(made, key, Spot("one", "schema"), goal)
        self._note_late(made, spot, here)
        return made

    def _goes(self, key: str, here: Here) -> bool:
        """Whether a schema of another file loses a key: no reference of the root leads there."""
        if here.source is self.root:
            return False
        place = here.place.below(key)
        known = () if place.home else self._pointed
        return not any(target[: len(place.inside)] == place.inside for target in known)

    def _note_late(self, made: dict[str, Tree], spot: Spot, here: Here) -> None:
        """Remember what can be written only when all places and names are known."""
        if spot == ("one", "schema") and has_discriminator(made):
            self.discriminators.append(made)
        if self._leads_to_operation(made, spot, here):
            self._operations.append((made, here))

    def _leads_to_operation(self, value: dict[str, Tree], spot: Spot, here: Here) -> bool:
        """Whether a link names an operation by a path that may mean another file."""
        reference = value.get("operationRef") if spot == ("one", "link") else None
        if not isinstance(reference, str) or is_address(reference):
            return False
        return not self._stays(reference, here)

    def _list(self, value: list[Tree], spot: Spot, here: Here) -> list[Tree]:
        made = [
            self._write(member, self.dialect.below(spot, index), here.below(index))
            for index, member in enumerate(value)
        ]
        return made if any(a is not b for a, b in zip(made, value, strict=True)) else value

    def _named(self, key: str, text: str, spot: Spot, here: Here) -> Resolved | None:
        """What the name of a schema in a discriminator leads to, if that is another file."""
        if self.dialect.below(spot, key).kind != "schema name" or not _is_reference(text):
            return None
        if self._stays(text, here.below(key)):
            return None
        return self.follower.resolve(here.source, (*here.address, key), text)

    def _stays(self, reference: str, here: Here) -> bool:
        """Whether a reference is one of the root document to itself."""
        is_own = self.follower.library.is_own
        return here.source is self.root and is_own(reference, here.address)

    def _refer(self, value: dict[str, Tree], reference: str, spot: Spot, here: Here) -> Tree:
        """What stands in the place of a reference: another reference, or what it leads to."""
        place = (*here.address, "$ref")
        if self._stays(reference, here):
            return self._members(value, spot, here)
        resolved = self.follower.resolve(here.source, place, reference)
        if resolved is None or not self._fits(resolved, reference, spot, here):
            return value
        if self.dialect.section_of(spot) is None:
            return self._inline(value, resolved, spot, here)
        if self._moves_in(value, resolved, spot, here):
            return self._write(resolved.value, spot, self._at(resolved, here))
        made = {**self._members(value, spot, here)}
        self._link(made, "$ref", spot, resolved)
        return made

    def _fits(self, resolved: Resolved, reference: str, spot: Spot, here: Here) -> bool:
        """Whether what a reference leads to can stand in its place; else that is reported."""
        value, kind = resolved.value, spot.kind
        expected: tuple[type, ...] = (list,) if spot.shape == "list" else (dict,)
        if spot == ("one", "schema"):
            expected = (dict, bool)
        if kind == "unknown" or isinstance(value, expected):
            return True
        found = _NAMES.get(type(value), "a value")
        plural = {"one": f"an object: {kind}", "list": f"a list: of {kind}"}
        self.follower.fault(
            here.source,
            (*here.address, "$ref"),
            f"the reference leads to {found} in {resolved.source.name}",
            found=f"{reference}: {shown(value)}",
            expected=plural.get(spot.shape, f"an object: {kind} by name"),
            advice=KEEP,
        )
        return False

    def _moves_in(self, value: dict[str, Tree], resolved: Resolved, spot: Spot, here: Here) -> bool:
        """Whether a component of the root document is what it refers to from now on."""
        if len(value) > 1 or resolved.source is self.root or not self._is_component(spot, here):
            return False
        target = Target(spot.kind, resolved.source.key, resolved.address)
        return self.links.homes.setdefault(target, here.place) == here.place

    def _at(self, resolved: Resolved, here: Here) -> Here:
        """The place of what a reference leads to, written where the reference stands."""
        key = (resolved.source.key, resolved.address)
        return Here(resolved.source, resolved.address, here.place, (*here.chain, key))

    def _link(self, made: dict[str, Tree], key: str, spot: Spot, resolved: Resolved) -> None:
        """Make a member of a mapping the reference to a component, which may have to be made."""
        if resolved.source is self.root:
            self.links.add(made, key, Place(None, resolved.address))
            return
        target = Target(spot.kind, resolved.source.key, resolved.address)
        if target not in self.wanted:
            self._waiting.append((target, resolved))
        words = [words_of(source, address) for source, address in resolved.aliases]
        named = [w for w, (_, address) in zip(words, resolved.aliases, strict=True) if address]
        self.wanted.setdefault(target, (named or words)[0])
        self.links.add(made, key, Place(target, ()))

    def _inline(self, value: dict[str, Tree], resolved: Resolved, spot: Spot, here: Here) -> Tree:
        """What a reference leads to, written in its place with what stands beside the reference."""
        key = (resolved.source.key, resolved.address)
        is_item = spot == ("one", "path item")
        known = self._items.get(key) if is_item else None
        if resolved.source is self.root and (is_item or here.source is self.root):
            known = Place(None, resolved.address)
        if known is not None:
            made = {**self._members(value, spot, here)}
            self.links.add(made, "$ref", known)
            return made
        if len(here.chain) >= MAX_SOURCE_DEPTH:
            raise exceeded(SOURCE_DEPTH)
        if key in here.chain:
            self._endless(resolved, value, here)
            return value
        if is_item and len(value) == 1:
            self._items[key] = here.place
        content = self._write(resolved.value, spot, self._at(resolved, here))
        return content if len(value) == 1 else self._beside(value, content, resolved, spot, here)

    def _beside(
        self, value: dict[str, Tree], content: Tree, resolved: Resolved, spot: Spot, here: Here
    ) -> Tree:
        """What a reference leads to, with what stands beside the reference, which comes first."""
        others = {key: member for key, member in value.items() if key != "$ref"}
        if not isinstance(content, dict):
            return content
        made = dict(content) if content is resolved.value else content
        for key in others:
            if key in made:
                message = (
                    f"{key} stands beside this reference and in {resolved.source.name} as well:"
                    " the one beside it is taken"
                )
                self.follower.remark(here.source, (*here.address, key), message, key)
        made.update(self._members(others, spot, here))
        return made

    def _endless(self, resolved: Resolved, value: dict[str, Tree], here: Here) -> None:
        self.follower.fault(
            here.source,
            (*here.address, "$ref"),
            f"{resolved.source.name} holds itself by this reference, and nothing here can be named",
            found=str(value["$ref"]),
            expected="a schema, or something else that may stand among the components",
            advice=KEEP,
        )


def _into_tables(tree: Tree) -> Iterator[Address]:
    """Where the references of a document lead that go through a table inside of a schema."""
    for reference in every_reference(tree, DOCUMENT):
        if reference.startswith("#/") and ("/definitions/" in reference or "/$defs/" in reference):
            yield address_of(reference)


def _is_reference(text: str) -> bool:
    """Whether the text in a discriminator is a reference, and not the bare name of a schema."""
    return "/" in text or "#" in text or text.endswith(_ENDINGS)
