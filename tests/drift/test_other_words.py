"""What is gone at its place may be said at one of another kind, or under another keyword."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.object_faults import frame

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import remove
from specmend.drift.other_words import Gone, in_other_words
from specmend.matching.locator import Locator

PET = ("components", "schemas", "Pet")
FORM = ("paths", "/pets", "get", "requestBody", "content", "a/b")
VARIED = {"url": "https://{v}.x", "variables": {"v": {"default": "a"}}}


def pet(**schema: Any) -> dict[str, Any]:
    """A document with a schema."""
    return frame(components={"schemas": {"Pet": schema}})


def body(**media: Any) -> dict[str, Any]:
    """A document with a body."""
    return frame(get={"requestBody": {"content": {"a/b": media}}})


def filed(**fields: Any) -> dict[str, Any]:
    """The schema of a body with one property."""
    return {"properties": {"f": fields}}


CASES: list[tuple[str, Any, Address, Address, Any, list[Address]]] = [
    ("nothing", pet(title="T"), PET, ("title",), pet(), []),
    (
        "not",
        pet(**{"not": {"enum": ["a", "b"]}}),
        PET,
        ("not",),
        pet(allOf=[{"not": {"const": "a"}}]),
        [(*PET, "allOf", 0, "not")],
    ),
    (
        "encoding",
        body(schema=filed(), encoding={"f": {"contentType": "a/c"}}),
        FORM,
        ("encoding",),
        body(schema=filed(contentMediaType="a/c")),
        [(*FORM, "schema", "properties", "f", "contentMediaType")],
    ),
    (
        "server",
        frame(root={"servers": [VARIED]}),
        ("servers", 0),
        ("variables",),
        frame(root={"servers": [{"url": "https://a.x"}]}),
        [("servers", 0, "url")],
    ),
]


@pytest.mark.parametrize(
    ("old", "subject", "key", "new", "expected"),
    [pytest.param(*row[1:], id=row[0]) for row in CASES],
)
def test_what_may_be_said_in_other_words(
    old: Any, subject: Address, key: Address, new: Any, expected: list[Address]
) -> None:
    gone = Gone(
        locator=Locator(old, new),
        applied=remove(old, [(*subject, *key)]),
        address=(*subject, *key),
        subjects=(subject, subject),
        lost=(),
        joined=(),
    )
    assert list(in_other_words(gone)) == expected
