"""The names of components have the letters that OpenAPI allows there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import is_component_name, spelled_name
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import Mend, edit
from specmend.validate.rules.prepared import component_tables

NAME: Final = "names"

_EDITS: Final = {"schemas": "rename-schema"}


def faults(tree: Tree) -> Iterator[Fault]:
    """A warning for each component whose name has other signs (OpenAPI 3.1 section 4.8.7)."""
    for address, table in component_tables(tree):
        name_edit = _EDITS.get(str(address[-1]), "rename-key")
        for name in table:
            if not is_component_name(name) and name != "$ref":
                yield Fault(
                    rule=NAME,
                    address=(*address, name),
                    message=f"the name '{name}' has other signs than A-Z, a-z, 0-9, '.', '_', '-'",
                    level="warning",
                    advice=f"record a step with the edit {name_edit}",
                    mend=_rename(address, name, table),
                )


def _rename(address: Address, name: str, table: dict[str, Tree]) -> Mend | None:
    spelled = spelled_name(name)
    if spelled in table:
        return None
    title = f"Call {name} {spelled}"
    if address[-1] == "schemas":
        return edit(title, "rename-schema", target="$", names={name: spelled})
    return edit(title, "rename-key", to=spelled)
