"""How the values of two documents differ, a line for each place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import format_pointer
from specmend.document.tree.values import Tree

_WIDEST = 40


def value_differences(meant: Tree, found: Tree) -> list[str]:
    """A line for each value that differs: its JSON Pointer, what is meant and what was found."""
    # deepdiff takes a quarter of a second to import, and most runs never need it.
    from deepdiff import DeepDiff

    differences = DeepDiff(meant, found, view="tree")
    return sorted(line for levels in differences.values() for line in _lines(levels))


def _lines(levels: Any) -> Iterator[str]:
    """A line for each level, as deepdiff calls a place that differs."""
    from deepdiff.helper import notpresent

    for level in levels:
        place = format_pointer(tuple(level.path(output_format="list"))) or "the document"
        if level.t1 is notpresent:
            yield f"{place}: {one_line(level.t2, _WIDEST)} was added"
        elif level.t2 is notpresent:
            yield f"{place}: {one_line(level.t1, _WIDEST)} was removed"
        else:
            before, after = one_line(level.t1, _WIDEST), one_line(level.t2, _WIDEST)
            yield f"{place}: {before} → {after}"
