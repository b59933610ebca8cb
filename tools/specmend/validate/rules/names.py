"""The names of components have the letters that OpenAPI allows there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.components import is_component_name, spelled_name
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import Mend, edit
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "names"

_EDITS: Final = {"schemas": "rename-schema"}


def _components(_scope: Scope, address: Address, components: Any) -> Iterator[Fault]:
    """A warning for each component whose name has other signs (OpenAPI 3.1 section 4.8.7)."""
    for kind, table in components.items():
        if kind.startswith("x-") or not isinstance(table, dict):
            continue
        for name in table:
            if not is_component_name(name) and name != "$ref":
                way = _EDITS.get(kind, "rename-key")
                yield _told((*address, kind, name), way, _rename(kind, name, table))


def _links(_scope: Scope, address: Address, response: Any) -> Iterator[Fault]:
    """The same for the names of links (OpenAPI 3.1 section 4.8.17, Response Object)."""
    links = response["links"]
    for name in links if isinstance(links, dict) else ():
        if not is_component_name(name) and name != "$ref":
            yield _told((*address, "links", name), "rename-key", _rename("links", name, links))


CHECKS: Final[Mapping[str, Check]] = {"components": _components, "response.links": _links}


def _told(place: Address, way: str, mend: Mend | None) -> Fault:
    return Fault(
        rule=NAME,
        address=place,
        message=f"the name '{place[-1]}' has other signs than A-Z, a-z, 0-9, '.', '_', '-'",
        level="warning",
        advice=f"record a step with the edit {way}",
        mend=mend,
    )


def _rename(kind: str, name: str, table: dict[str, Tree]) -> Mend | None:
    spelled = spelled_name(name)
    if spelled in table:
        return None
    title = f"Call {name} {spelled}"
    if kind == "schemas":
        return edit(title, "rename-schema", target="$", names={name: spelled})
    return edit(title, "rename-key", to=spelled)
