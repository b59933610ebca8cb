"""An update without what the new document has already."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.series import make_document, make_step

from specmend.update.prune import pruned

DOCUMENT = make_document("""
    openapi: 3.0.3
    a: {b: {x: 1, y: {z: 2}}, c: {}}
""").tree

CASES: list[tuple[str, str, list[tuple[str | int, ...]], Any]] = [
    # The target, the update, what is there, and what is left of the update (None: it stays).
    ("$.a.b", "{x: 1, w: 3}", [], None),
    ("$.a.b", "{x: 1, w: 3}", [("a", "b", "x")], {"w": 3}),
    ("$.a.b", "{y: {z: 2, q: 1}, w: 3}", [("a", "b", "y", "z")], {"y": {"q": 1}, "w": 3}),
    ("$.a.b", "{y: {z: 2}, w: 3}", [("a", "b", "y", "z")], {"w": 3}),
    ("$.a.b", "{x: 1, w: {}}", [("a", "b", "x")], {"w": {}}),
    ("$.a.b", "{x: 1}", [("a", "b", "x")], None),
    ("$.a.b", "{x: 1, w: 3}", [("a", "c", "x")], None),
    ("$.a.b", "{x: 1, w: 3}", [("a", "b")], None),
    ("$.a.b", "{x: 1, w: 3}", [("a", "b", "v")], None),
    ("$.a.*", "{x: 1, w: 3}", [("a", "b", "x")], None),
    ("$.nowhere", "{x: 1, w: 3}", [("nowhere", "x")], None),
    ("$.a.b.x", "1", [("a", "b", "x")], None),
]


@pytest.mark.parametrize(("target", "update", "already", "left"), CASES)
def test_what_is_there_goes_and_the_rest_stays(
    target: str, update: str, already: list[tuple[str | int, ...]], left: Any
) -> None:
    (action,) = make_step(f"- {{target: '{target}', update: {update}}}").actions
    made = pruned(action, already, DOCUMENT)
    assert (made.update if made else None) == left
    assert made is None or made.target == target
