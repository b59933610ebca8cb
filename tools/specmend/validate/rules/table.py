"""The only list of the rules; each takes a tree and gives its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from specmend.document.tree.values import Tree
from specmend.validate.rules import references, standard
from specmend.validate.rules.fault import Fault

RULES: Final[Mapping[str, Callable[[Tree], Iterable[Fault]]]] = {
    references.NAME: references.faults,
    standard.NAME: standard.faults,
}
