"""Schemas are found by the names that they give themselves, as JSON Schema and RFC 3986 say."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.identifiers import identifiers, join_uri, pointer_to
from specmend.document.tree.pointer import Address

A: Address = ("components", "schemas", "A")
B: Address = ("components", "schemas", "B")
DEEP: Address = (*B, "properties", "p")


def document(a: Any, b: Any = None, *, version: str = "3.1.0", **more: Any) -> Any:
    """A document with two schemas."""
    schemas = {"A": a, "B": {"type": "object"} if b is None else b}
    return {"openapi": version, **more, "components": {"schemas": schemas}}


def place(tree: Any, reference: str, address: Address = A) -> Address | None:
    """Where a reference at an address leads."""
    return identifiers(tree).place_of(tree, address, reference)


@pytest.mark.parametrize(
    ("base", "reference", "joined"),
    [
        # The base and rows of RFC 3986 section 5.4.1.
        ("http://a/b/c/d;p?q", "g:h", "g:h"),
        ("http://a/b/c/d;p?q", "g", "http://a/b/c/g"),
        ("http://a/b/c/d;p?q", "./g", "http://a/b/c/g"),
        ("http://a/b/c/d;p?q", "/g", "http://a/g"),
        ("http://a/b/c/d;p?q", "//g", "http://g"),
        ("http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"),
        ("http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s"),
        ("http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"),
        ("http://a/b/c/d;p?q", "../../g", "http://a/g"),
        # Without a base, and with schemes that have no hierarchy or that nobody knows.
        ("", "b", "b"),
        ("", "#b", "#b"),
        ("dir/a", "b", "dir/b"),
        ("urn:example:a", "#b", "urn:example:a#b"),
        ("urn:example:a", "urn:example:b", "urn:example:b"),
        ("tool://h/x/a", "b", "tool://h/x/b"),
    ],
)
def test_a_reference_is_joined_to_its_base(base: str, reference: str, joined: str) -> None:
    assert join_uri(base, reference) == joined


@pytest.mark.parametrize(
    ("tree", "reference", "expected"),
    [
        pytest.param(document({}), "#/components/schemas/B", B, id="a pointer"),
        pytest.param(document({}), "#/components/schemas/C", None, id="a pointer to nothing"),
        pytest.param(document({}, {"$anchor": "bee"}), "#bee", B, id="anchor"),
        pytest.param(document({}, {"$dynamicAnchor": "bee"}), "#bee", B, id="dynamic anchor"),
        pytest.param(document({}, {"properties": {"p": {"$anchor": "bee"}}}), "#bee", DEEP,
                     id="anchor inside a schema"),
        pytest.param(document({}, {"$anchor": "b.e-e"}), "#b%2Ee-e", B, id="encoded anchor"),
        pytest.param(document({}, {"$id": "https://x/b"}), "https://x/b", B, id="absolute"),
        pytest.param(document({}, {"$id": "https://x/b#"}), "https://x/b#", B, id="empty fragment"),
        pytest.param(document({"$id": "https://x/a"}, {"$id": "https://x/b"}), "b", B,
                     id="relative to the nearest $id"),
        pytest.param(document({}, {"$id": "b"}), "b", B, id="both relative to the document"),
        pytest.param(document({}, {"$id": "B"}), "B#", B, id="relative with an empty fragment"),
        pytest.param(document({}, {"$id": "urn:uuid:1"}), "urn:uuid:1", B, id="a name"),
        pytest.param(document({}, {"$id": "https://x/b", "$anchor": "bee"}), "https://x/b#bee", B,
                     id="anchor of another resource"),
        pytest.param(document({}, {"$id": "https://x/b", "$anchor": "bee"}), "#bee", None,
                     id="an anchor belongs to the $id around it"),
        pytest.param(document({}, {"$id": "d/b", "properties": {"p": {"$id": "p"}}}), "d/p", DEEP,
                     id="nested, the inner one relative to the outer"),
        pytest.param(document({"$id": "https://x/a", "$defs": {"n": {}}}), "#/$defs/n",
                     (*A, "$defs", "n"), id="a pointer below $id starts there"),
        pytest.param(document({"$id": "https://x/a"}), "#/components/schemas/B", B,
                     id="a pointer below $id that can only start at the document"),
        pytest.param(document({"$id": "https://x/a"}), "#", A, id="the schema with $id itself"),
        pytest.param(document({}, {"$id": "https://x/b", "$defs": {"n": {}}}),
                     "https://x/b#/$defs/n", (*B, "$defs", "n"), id="a pointer after a URI"),
        pytest.param(document({"$id": "x"}, {"$id": "x", "$defs": {"n": {}}}), "x", A,
                     id="two of one name: the nearest"),
        pytest.param(document({}), "https://x/b", None, id="another document"),
        pytest.param(document({}), "http://[", None, id="no URI"),
        pytest.param(document({}, {"$id": 5, "$anchor": True}), "#bee", None, id="no texts"),
        pytest.param(document({}, {"$id": "#bee"}), "#bee", B, id="an $id of draft 7"),
        pytest.param(document({}, {"example": {"$anchor": "bee"}}), "#bee", None, id="data"),
        pytest.param(document({}, {"properties": {"$anchor": {"const": "bee"}}}), "#bee", None,
                     id="a property of that name"),
        pytest.param(document({}, {"$anchor": "bee"}, version="3.0.3"), "#bee", None,
                     id="3.0 has no anchors"),
        pytest.param(document({}, {"$id": "https://x/b"}, version="3.0.3"), "https://x/b", None,
                     id="3.0 has no $id"),
        pytest.param(document({}, version="3.2.0", **{"$self": "https://x/api"}),
                     "https://x/api#/components/schemas/B", B, id="$self"),
        pytest.param(document({}, version="3.2.0", **{"$self": "https://x/api"}),
                     "api#/components/schemas/B", B, id="relative to $self"),
        pytest.param(document({}, {"$id": "b"}, version="3.2.0", **{"$self": "https://x/api"}),
                     "https://x/b", B, id="$id relative to $self"),
        pytest.param(document({}, version="3.1.0", **{"$self": "https://x/api"}),
                     "https://x/api#/components/schemas/B", None, id="$self is new in 3.2"),
        pytest.param(document({}, version="3.2.0", **{"$self": "https://x/api#f"}),
                     "#/components/schemas/B", B, id="$self with a fragment"),
    ],
)  # fmt: skip
def test_a_reference_leads_to_its_place(
    tree: Any, reference: str, expected: Address | None
) -> None:
    assert place(tree, reference) == expected


def test_a_pointer_in_a_copy_leads_into_that_copy() -> None:
    copied = {"$id": "https://x/a", "$defs": {"n": {}}}
    assert place(document(copied, copied), "#/$defs/n", B) == (*B, "$defs", "n")


def test_a_part_of_a_document_has_pointers_alone() -> None:
    tree = {"a": {"$anchor": "bee"}}
    assert place(tree, "#/a", ()) == ("a",)
    assert place(tree, "#bee", ()) is None


@pytest.mark.parametrize(
    ("tree", "reference", "inside"),
    [
        (document({}), "#nowhere", True),
        (document({}), "#/nowhere", True),
        (document({}), "other.yaml#/a", False),
        (document({"$id": "https://x/a"}), "https://x/a#nowhere", True),
        (document({"$id": "https://x/a"}), "https://x/b", False),
    ],
)
def test_what_means_the_document_is_told_from_what_means_another(
    tree: Any, reference: str, inside: bool
) -> None:
    assert identifiers(tree).is_inside(A, reference) is inside


def test_a_pointer_says_a_place_of_the_document() -> None:
    assert pointer_to(("paths", "/a b", "x%y", 0)) == "#/paths/~1a b/x%25y/0"
