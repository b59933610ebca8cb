"""The names that schemas give themselves by `$id`, `$anchor` and `$dynamicAnchor`, and their URIs.

OpenAPI 3.0 has none of them. Since 3.1 a schema is one of JSON Schema 2020-12 (core section 8.2),
and a document of 3.2 may say its own URI in `$self`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from specmend.document.openapi.objects import objects
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.values import Tree, get

NAMING_KEYWORDS: Final = ("$id", "$anchor", "$dynamicAnchor")
"""The keywords by which a schema gives itself a name."""

DYNAMIC: Final = "$dynamicRef"
"""The keyword of a reference whose end may depend on how it is reached (core section 8.2.3.2)."""

OWN_URI: Final = "$self"
"""The field of a document with its own URI (OpenAPI 3.2, OpenAPI Object)."""

_STAND_IN: Final = "http"


@dataclass(frozen=True, kw_only=True, slots=True)
class Identifiers:
    """The URIs of a document and of the schemas inside it that have one, and all anchors.

    `bases` has the URI of each such place, `resources` the place of each URI. `anchors` has the
    place of each anchor by the URI that it belongs to and its name; `dynamic` the places of
    all dynamic anchors by name alone. `dynamic_references` are the schemas that hold one.
    """

    bases: dict[Address, str] = field(default_factory=dict)
    resources: dict[str, Address] = field(default_factory=dict)
    anchors: dict[tuple[str, str], Address] = field(default_factory=dict)
    dynamic: dict[str, list[Address]] = field(default_factory=dict)
    dynamic_references: list[Address] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the document has a name of its own, or refers dynamically."""
        named = any(self.bases.values()) or self.anchors
        return not (named or self.dynamic_references)

    def is_inside(self, address: Address, reference: str) -> bool:
        """Whether a reference at an address means this document, or a schema of it."""
        return self._split(address, reference)[0] in self.resources

    def base_at(self, address: Address) -> str:
        """The URI that references at an address are relative to: that of the nearest `$id`."""
        lengths = range(len(address), -1, -1)
        return next(self.bases[address[:n]] for n in lengths if address[:n] in self.bases)

    def place_of(self, tree: Tree, address: Address, reference: str) -> Address | None:
        """The place that a reference at an address leads to; None for another document, or nothing.

        A pointer below `$id` starts at the schema that has it. Where that leads nowhere, it starts
        at the document, as those who write `$id` for a title mean it.
        """
        uri, fragment = self._split(address, reference)
        if fragment and not fragment.startswith("/"):
            return self.anchors.get((uri, unquote(fragment)))
        root = self.start_of(tree, address, reference)
        return None if root is None else _below(tree, root, fragment)

    def start_of(self, tree: Tree, address: Address, reference: str) -> Address | None:
        """The place that the pointer of a reference at an address starts from."""
        uri, fragment = self._split(address, reference)
        root = self._root(uri, address)
        if root and _below(tree, root, fragment) is None:
            return ()
        return root

    def _split(self, address: Address, reference: str) -> tuple[str, str]:
        """The URI and the fragment of a reference."""
        try:
            uri, _, fragment = join_uri(self.base_at(address), reference).partition("#")
        except ValueError:
            # What is no URI names no place.
            return reference, ""
        return uri, fragment

    def _root(self, uri: str, address: Address) -> Address | None:
        """The place that has a URI: the one around an address, or else the first of the document.

        Copies of a schema may have one `$id`.
        """
        around = [address[:n] for n in range(len(address), -1, -1)]
        own = [place for place in around if self.bases.get(place) == uri]
        return next(iter(own), self.resources.get(uri))


def identifiers(tree: Tree) -> Identifiers:
    """The names that a document and its schemas give themselves; only the document for 3.0."""
    found = Identifiers()
    own = tree.get(OWN_URI) if isinstance(tree, dict) else None
    has_own = isinstance(own, str) and str(tree.get("openapi")).startswith("3.2")
    own_uri = str(own).partition("#")[0] if has_own else ""
    _add_resource(found, (), "", own_uri)
    for address, schema in _naming(tree):
        _add(found, address, schema)
    return found


def join_uri(base: str, reference: str) -> str:
    """A reference made absolute by a base (RFC 3986 section 5.2), whatever scheme that has.

    Raises ValueError for what is no URI.
    """
    if not reference or reference.startswith("#"):
        return base + reference
    if urlsplit(reference).scheme:
        return reference
    scheme = urlsplit(base).scheme
    if not scheme:
        return urljoin(base, reference)
    # The library joins the schemes alone that it knows.
    joined = urljoin(_STAND_IN + base[len(scheme) :], reference)
    return scheme + joined[len(_STAND_IN) :]


def pointer_to(address: Address) -> str:
    """The reference that leads to a place of the same document (RFC 6901 section 6)."""
    return "#" + format_pointer(address).replace("%", "%25")


def _below(tree: Tree, root: Address, pointer: str) -> Address | None:
    """The place that a pointer leads to from a place."""
    below = locate(get(tree, root), "#" + pointer)
    return None if below is None else (*root, *below)


def _naming(tree: Tree) -> Iterator[tuple[Address, dict[str, Tree]]]:
    """The schemas that give themselves a name or refer dynamically, outer ones first."""
    version = str(tree.get("openapi")) if isinstance(tree, dict) else ""
    if not version.startswith(("3.1", "3.2")):
        return
    for address, schema in objects(tree, "schema"):
        if isinstance(schema, dict) and not schema.keys().isdisjoint((*NAMING_KEYWORDS, DYNAMIC)):
            yield address, schema


def _add(found: Identifiers, address: Address, schema: dict[str, Tree]) -> None:
    own = schema.get("$id")
    if isinstance(own, str):
        _add_resource(found, address, found.base_at(address), own)
    base = found.base_at(address)
    for keyword in ("$anchor", "$dynamicAnchor"):
        name = schema.get(keyword)
        if not isinstance(name, str):
            continue
        found.anchors.setdefault((base, name), address)
        if keyword == "$dynamicAnchor":
            found.dynamic.setdefault(name, []).append(address)
    if isinstance(schema.get(DYNAMIC), str):
        found.dynamic_references.append(address)


def _add_resource(found: Identifiers, address: Address, base: str, own: str) -> None:
    try:
        uri, _, fragment = join_uri(base, own).partition("#")
    except ValueError:
        uri, fragment = base, ""
    if fragment:
        # Until draft 7 an `$id` could be an anchor.
        found.anchors.setdefault((uri, fragment), address)
    elif not address or uri != base:
        found.bases[address] = uri
        found.resources.setdefault(uri, address)
