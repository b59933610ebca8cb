"""How much work one query may be, counted in steps: every machine refuses the same queries."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.tree.values import Tree
from specmend.errors import QueryTooCostly
from specmend.limits import MAX_STEPS

STEPS_PER_VALUE: Final = 10
"""Steps for each value of the document, on top of MAX_STEPS.

A filter that searches below each place takes about as many.
"""

_DEPTH_OF_A_STEP: Final = 16


class Effort:
    """The steps that are left to a query; what the document's size adds is counted when needed."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Give the next query all of its steps."""
        self.left = MAX_STEPS
        self._root: Tree = None
        self._sized = False

    def spend(self, steps: int, node: Any) -> None:
        """Take steps for looking at a node; raises QueryTooCostly when none are left."""
        if self._root is None:
            self._root = node.root
        # Every node below carries the way to it.
        self.left -= steps + len(node.location) // _DEPTH_OF_A_STEP
        if self.left < 0:
            self._extend()

    def compare(self, one: Tree, other: Tree) -> None:
        """Take steps for comparing two values: as many as they hold, where they may be equal."""
        if (
            one.__class__ is other.__class__
            and one.__class__ in {dict, list}
            and len(one) == len(other)
        ):
            self.left -= expanded_size(one, max(self.left, 0) + STEPS_PER_VALUE)
            if self.left < 0:
                self._extend()

    def _extend(self) -> None:
        if not self._sized:
            self._sized = True
            self.left += STEPS_PER_VALUE * _size(self._root)
        if self.left < 0:
            raise QueryTooCostly(
                f"the query exceeds the limit of {MAX_STEPS:,} steps and {STEPS_PER_VALUE}"
                " for each value of the document; write it with fewer descents (..) and filters,"
                " or set SPECMEND_MAX_STEPS to a larger number"
            )


def expanded_size(tree: Tree, most: int) -> int:
    """How many values a tree holds, what places share counted at each; counting ends at `most`."""
    count = 1
    todo = [tree]
    while todo and count < most:
        value = todo.pop()
        if value.__class__ is dict or value.__class__ is list:
            count += len(value)
            todo += value.values() if value.__class__ is dict else value
    return count


def _size(tree: Tree) -> int:
    """How many values a tree holds; what several places share counts once."""
    seen: set[int] = set()
    count = 1
    todo = [tree]
    while todo:
        value = todo.pop()
        if value.__class__ not in {dict, list} or id(value) in seen:
            continue
        seen.add(id(value))
        count += len(value)
        todo += value.values() if value.__class__ is dict else value
    return count
