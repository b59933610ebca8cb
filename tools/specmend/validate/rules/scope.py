"""What all rules know of a document: found once, when the first rule asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from specmend.document.openapi.identifiers import Identifiers, identifiers
from specmend.document.openapi.objects import objects
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.versions import version_of


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A document under validation. Nothing may change its tree."""

    tree: Tree
    _kept: dict[str, list[Address]] = field(default_factory=dict)
    _targets: dict[str, Address | None] = field(default_factory=dict)
    _found: dict[str, list[tuple[Address, Tree]]] = field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """The declared version without its last number, such as 3.1; empty where it has none."""
        return version_of(self.tree)

    @property
    def is_30(self) -> bool:
        """Whether the document is one of OpenAPI 3.0."""
        return self.version == "3.0"

    @property
    def is_32(self) -> bool:
        """Whether the document is one of OpenAPI 3.2."""
        return self.version == "3.2"

    @cached_property
    def known(self) -> Identifiers:
        """The names that the document and its schemas give themselves."""
        return identifiers(self.tree)

    @cached_property
    def plain(self) -> Tree:
        """The document with plain pointers as references; the same tree where it has no others."""
        return self.tree if self.known.is_empty else plain_references(self.tree)

    def follow(self, address: Address) -> tuple[Address, Tree]:
        """The place that a place leads to by references, and its value."""
        return follow(self.plain, address)

    def resolve(self, reference: str, address: Address) -> Address | None:
        """The place that a reference at an address leads to; None for nothing, or elsewhere."""
        if not self.known.is_empty:
            return self.known.place_of(self.tree, address, reference)
        # Where no schema has a URI of its own, a reference means the same everywhere.
        if reference not in self._targets:
            self._targets[reference] = self.known.place_of(self.tree, address, reference)
        return self._targets[reference]

    def found(self, kind: str) -> list[tuple[Address, Tree]]:
        """All objects of a kind with their addresses, in document order."""
        if kind not in self._found:
            self._found[kind] = list(objects(self.tree, kind))
        return self._found[kind]

    def kept(self, rule: str) -> list[Address]:
        """The places that a rule keeps during the walk, for its check at the `end`."""
        return self._kept.setdefault(rule, [])
