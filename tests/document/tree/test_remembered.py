"""What is known of a tree is worked out once, and forgotten in the end."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from specmend.document.tree.remembered import Identity, remembered, remembering
from specmend.document.tree.values import Tree

ASKED: list[Tree] = []


@remembered(2)
def sizes(tree: Tree, other: Identity | None = None, /) -> list[int]:
    ASKED.append(tree)
    return [len(tree), len(other.tree) if other else 0]


@pytest.fixture
def run() -> Iterator[None]:
    ASKED.clear()
    with remembering():
        yield


@pytest.mark.usefixtures("run")
def test_a_tree_is_asked_about_once() -> None:
    tree = {"a": 1}
    assert sizes(tree) is sizes(tree)
    with remembering():
        sizes(tree)
    sizes(tree)
    assert [tree] == ASKED


@pytest.mark.usefixtures("run")
def test_an_equal_tree_is_another_one() -> None:
    one, other = {"a": 1}, {"a": 1}
    assert sizes(one) == sizes(other)
    assert sizes(one, Identity(other)) is sizes(one, Identity(other))
    assert sizes(one, Identity(other)) is not sizes(one, Identity({"a": 1}))
    assert len(ASKED) == 4


@pytest.mark.usefixtures("run")
def test_a_tree_that_went_leaves_no_answer_to_the_next_one() -> None:
    for number in range(50):
        assert sizes([0] * number) == [number, 0]


@pytest.mark.usefixtures("run")
def test_no_more_than_so_many_trees_are_held() -> None:
    assert still_held() == 1


def test_nothing_is_held_outside_of_a_run_or_after_it() -> None:
    assert still_held() == 0
    with pytest.raises(KeyError), remembering():
        still_held()
        raise KeyError
    tree = {"a": 1}
    assert sizes(tree) is not sizes(tree)


def still_held() -> int:
    """How many of three trees are held by nobody but the memory."""

    class Held(dict[str, int]):
        pass

    trees = [Held(a=number) for number in range(3)]
    seen = [weakref.ref(tree) for tree in trees]
    for tree in trees:
        sizes(tree)
    del tree, trees
    ASKED.clear()
    gc.collect()
    return sum(one() is not None for one in seen)
