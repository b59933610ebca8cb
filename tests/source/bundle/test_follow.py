"""References followed through files and fragments to the value that they mean."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.document import parse_document
from specmend.document.tree.pointer import Address
from specmend.errors import Problem
from specmend.source.bundle.follow import Follower
from specmend.source.bundle.source import Source

TEXTS = {
    "root": "a: {$ref: one}\nb: {x: 1}\nc: {$ref: '#/a'}\n",
    "one": "$ref: two#/p/1\n",
    "two": "p: [0, {y: 2}]\nq: {$ref: 'root#/b'}\nr: {$ref: 'root#/loop'}\ns: {$anchor: s}\n",
    "loop": "$ref: loop\n",
    "blank": "'': {z: 3}\n",
}


class Shelf:
    """A library of the texts above."""

    def __init__(self) -> None:
        self.sources = {name: source(name) for name in TEXTS}

    def find(self, reference: str, base: Source) -> Source | tuple[Problem, ...]:
        found = self.sources.get(reference)
        return found or (Problem(message=f"no {reference} beside {base.name}"),)

    def is_own(self, reference: str, address: Address) -> bool:
        assert address
        return reference.startswith("#")


def source(name: str) -> Source:
    document = parse_document(TEXTS[name], name, "yaml")
    return Source(key=name, name=name, words=(name,), tree=document.tree, document=document)


@pytest.mark.parametrize(
    ("reference", "where", "value"),
    [
        ("one", ("two", ("p", 1)), {"y": 2}),
        ("two#/p/1/y", ("two", ("p", 1, "y")), 2),
        ("two#/q", ("root", ("b",)), {"x": 1}),
        ("two#/q/x", ("root", ("b", "x")), 1),
        ("two#s", ("two", ("s",)), {"$anchor": "s"}),
        ("root#/c", ("root", ("c",)), {"$ref": "#/a"}),
        ("two#", ("two", ()), None),
        ("two#/", ("two", ()), None),
        ("blank#/", ("blank", ("",)), {"z": 3}),
    ],
)
def test_the_way_ends_at_a_value_or_in_the_root(
    reference: str, where: tuple[str, Address], value: Any
) -> None:
    shelf = Shelf()
    follower = Follower(root=shelf.sources["root"], library=shelf)
    resolved = follower.resolve(shelf.sources["root"], ("a", "$ref"), reference)
    assert resolved is not None
    assert (resolved.source.name, resolved.address) == where
    assert value is None or resolved.value == value
    assert not follower.problems


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("three", "no three beside root"),
        ("two#/p/9", "the reference leads nowhere: two has no such place"),
        ("two#/nothing", "the reference leads nowhere: two has no such place"),
        ("two#anchor", "the reference leads nowhere: two has no such place"),
        ("loop", "the reference leads in a circle: behind it are references alone"),
        ("loop#/x", "the reference leads nowhere: loop has no such place"),
        ("two#/r", "the reference leads nowhere: root has no such place"),
    ],
)
def test_a_place_that_leads_nowhere_is_reported_once(reference: str, message: str) -> None:
    shelf = Shelf()
    follower = Follower(root=shelf.sources["root"], library=shelf)
    for _ in range(2):
        assert follower.resolve(shelf.sources["root"], ("a", "$ref"), reference) is None
    (problem,) = follower.problems
    assert problem.message == message
    assert problem.line
    assert problem.cause


def test_a_broken_reference_can_be_kept() -> None:
    shelf = Shelf()
    follower = Follower(root=shelf.sources["root"], library=shelf, keeps_broken=True)
    for _ in range(2):
        assert follower.resolve(shelf.sources["root"], ("a", "$ref"), "three") is None
    assert not follower.problems
    (remark,) = follower.remarks
    assert remark.message == "no three beside root; the reference stays as it is"
    assert remark.line == 1
