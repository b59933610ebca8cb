"""Which schema the mapping of a discriminator means, however it names it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import Spot, spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get
from specmend.matching.locator import Locator

_SCHEMA_NAME: Final = Spot("one", "schema name")


def is_mapped(address: Address) -> bool:
    """Whether a place names a schema for a discriminator."""
    return spot_at(address) == _SCHEMA_NAME


def may_be_one_schema(locator: Locator, was: str, now: str) -> bool:
    """Whether an old mapping and a new one may mean one schema.

    A mapping holds the name of a component, a reference to it, or one to a file that is named so
    (OpenAPI 3.1 section 4.8.25).
    """
    name, name_now = _name(was), _name(now)
    if name == name_now:
        return True
    component = (*SCHEMAS, name)
    if get(locator.old, component) is MISSING:
        return False
    match = locator.locate(component)
    return match.whole and match.at == (*SCHEMAS, name_now)


def _name(mapped: str) -> str:
    """The name of the component, or of the file, that a mapping holds."""
    file, _, fragment = mapped.partition("#")
    if fragment.strip("/"):
        token = unquote(fragment.rsplit("/", 1)[-1])
        return token.replace("~1", "/").replace("~0", "~")
    return PurePosixPath(unquote(file)).name.partition(".")[0] if _is_file(file) else file


def _is_file(mapped: str) -> bool:
    return "/" in mapped or mapped.endswith((".yaml", ".yml", ".json"))
