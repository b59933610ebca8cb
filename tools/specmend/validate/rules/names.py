"""The names of components have the letters that OpenAPI allows there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import is_component_name
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.prepared import component_tables

NAME: Final = "names"


def faults(tree: Tree) -> Iterator[Fault]:
    """A warning for each component whose name has other signs (OpenAPI 3.1 section 4.8.7)."""
    for address, table in component_tables(tree):
        edit = "rename-schema" if address[-1] == "schemas" else "rename-key"
        for name in table:
            if not is_component_name(name):
                yield Fault(
                    rule=NAME,
                    address=(*address, name),
                    message=f"the name '{name}' has other signs than A-Z, a-z, 0-9, '.', '_', '-'",
                    level="warning",
                    advice=f"record a step with the edit {edit}",
                )
