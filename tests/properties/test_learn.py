"""The law of learn: what is learned from two documents makes the one of the other."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.strategies import documents, edited_trees
from tests.properties.test_steps import addresses
from tests.real import upstream_documents
from tests.repository import ROOT

from specmend.document.text.document import Document, read_document
from specmend.document.tree.values import get, remove, rename_key, replace, same
from specmend.errors import RepositoryError
from specmend.steps.apply import apply_steps
from specmend.steps.learn.propose import learn
from specmend.steps.proposal import make
from specmend.steps.read import read_step
from specmend.steps.write_proposals import write_proposals

SPEC = ROOT / "spec" / "ollama-native" / "upstream.yaml"
SEEDS = 200


def pairs() -> list[Any]:
    """Every two consecutive documents of each folder, oldest first."""
    folders = groupby(upstream_documents(), key=lambda path: path.parent)
    found = [pair for _, files in folders for pair in pairwise(files)]
    absent = pytest.param((), marks=pytest.mark.skip(reason="the real documents are absent"))
    return [pytest.param(pair, id=f"{pair[0].stem}..{pair[1].stem}") for pair in found] or [absent]


def document(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name)


@pytest.mark.shared
@pytest.mark.parametrize("pair", pairs())
def test_the_steps_learnt_from_two_real_documents_make_the_one_of_the_other(
    pair: tuple[Path, Path],
) -> None:
    old, new = map(document, pair)
    files, made = write_proposals(learn(old.tree, new.tree), old, 1, "patches/api")
    assert same(made.tree, new.tree)
    steps = [
        read_step(
            read_document(file.text.replace("x-reason: TODO", "x-reason: r").encode(), file.name),
            number,
        )
        for number, file in enumerate(files, 1)
    ]
    applied = apply_steps(old, steps)
    assert not applied.problems
    assert same(applied.document.tree, new.tree)


@settings(max_examples=200)
@given(documents, st.data())
def test_what_is_learnt_from_any_edit_makes_it(tree: Any, data: st.DataObject) -> None:
    meant = data.draw(edited_trees(tree))
    _check(tree, meant)


@settings(max_examples=100)
@given(documents, documents)
def test_what_is_learnt_from_any_two_documents_makes_the_one_of_the_other(
    one: Any, other: Any
) -> None:
    _check(one, other)


@settings(max_examples=50)
@given(documents)
def test_from_equal_documents_nothing_is_learnt(tree: Any) -> None:
    assert learn(tree, dict(reversed(tree.items()))) == ()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_edits_of_a_real_document_are_learnt_and_written(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits in every run
    old = document(SPEC)
    new = old.tree
    for _ in range(chance.randint(1, 4)):
        new = chance.choice(EDITS)(chance, new)
    proposals = learn(old.tree, new)
    try:
        files, made = write_proposals(proposals, old, 1, "patches/api")
    except RepositoryError as error:
        pytest.fail("; ".join(problem.message for problem in error.problems))
    assert same(made.tree, new)
    assert bool(files) == (not same(old.tree, new))


def _check(old: Any, new: Any) -> None:
    tree = old
    for proposal in learn(old, new):
        for fields in proposal.actions:
            tree = make(tree, fields)
    assert same(tree, new)


def _place(chance: random.Random, tree: Any) -> Any:
    return chance.choice([address for address in addresses(tree) if len(address) > 1])


def _remove(chance: random.Random, tree: Any) -> Any:
    return remove(tree, [_place(chance, tree)])


def _set(chance: random.Random, tree: Any) -> Any:
    values = ["other", 7, None, True, {"x-new": [1, {"a": "b"}]}, ["a", "b"], {}, []]
    return replace(tree, _place(chance, tree), chance.choice(values))


def _rename(chance: random.Random, tree: Any) -> Any:
    address = chance.choice(
        [address for address in addresses(tree) if isinstance(address[-1], str)]
    )
    return rename_key(tree, address, f"{address[-1]}Renamed")


def _add(chance: random.Random, tree: Any) -> Any:
    holders = [a for a in addresses(tree) if isinstance(get(tree, a), dict | list) and a]
    address = chance.choice(holders)
    held = get(tree, address)
    if isinstance(held, list):
        at = chance.randint(0, len(held))
        return replace(tree, address, [*held[:at], {"name": "new", "in": "query"}, *held[at:]])
    return replace(
        tree,
        (*address, "new key"),
        chance.choice(["1", 1, {"$ref": "#/components/schemas/Message"}]),
    )


def _shuffle(chance: random.Random, tree: Any) -> Any:
    lists = [address for address in addresses(tree) if isinstance(get(tree, address), list)]
    address = chance.choice(lists)
    members = list(get(tree, address))
    chance.shuffle(members)
    return replace(tree, address, members)


EDITS: list[Callable[[random.Random, Any], Any]] = [_remove, _set, _rename, _add, _shuffle]
