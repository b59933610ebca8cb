"""The words that places of files are named with, and places below places."""

from __future__ import annotations

import pytest

from specmend.document.tree.pointer import Address
from specmend.source.bundle.source import Source
from specmend.source.bundle.target import Here, Place, words_of


def source(*words: str) -> Source:
    return Source(key="k", name="n", words=words, tree={})


@pytest.mark.parametrize(
    ("words", "address", "named"),
    [
        (("a", "Pet"), (), ("a", "Pet")),
        (("a", "index"), (), ("a",)),
        (("index",), (), ("index",)),
        (("all",), ("Pet",), ("all", "Pet")),
        (("all",), ("definitions", "Pet"), ("all", "Pet")),
        (("all",), ("components", "schemas", "Pet"), ("all", "Pet")),
        (("a", "Pet"), ("properties", "name"), ("a", "Pet_name")),
        (("Pet",), ("items",), ("Pet_items",)),
        (("pets",), ("get", "responses", "200"), ("pets_get_200",)),
        (("pets",), ("oneOf", 0), ("pets_oneOf_0",)),
    ],
)
def test_a_place_is_named_after_its_key_or_after_what_it_is_in(
    words: tuple[str, ...], address: Address, named: tuple[str, ...]
) -> None:
    assert words_of(source(*words), address) == named


def test_what_stands_below_is_below_on_both_sides() -> None:
    here = Here(source("a"), ("x",), Place(None, ("y",)))
    below = here.below("z")
    assert (below.address, below.place) == (("x", "z"), Place(None, ("y", "z")))
