"""The schemas among the components, and the references that name them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import unquote

from specmend.document.openapi.kinds import Spot, is_stray_extension
from specmend.document.tree.pointer import Address, format_pointer, parse_pointer
from specmend.document.tree.values import Tree, get

COMPONENTS: Final = "components"

SCHEMAS: Final[Address] = (COMPONENTS, "schemas")

SCHEMA_PREFIX: Final = "#" + format_pointer(SCHEMAS) + "/"


COMPONENT_NAME: Final = "[a-zA-Z0-9._-]+"
"""How the name of a component is written (OpenAPI 3.0.3 section 4.7.7, 3.1 section 4.8.7)."""

_TABLE: Final = Spot("map", "schema")

_FREE: Final = re.compile("[^a-zA-Z0-9._-]+")


def is_component_name(name: str) -> bool:
    """Whether a name is one that the standard allows for a component."""
    return re.fullmatch(COMPONENT_NAME, name) is not None


def spelled_name(name: str) -> str:
    """A name that the standard allows for a component, as near to the given one as can be."""
    # Letters with marks lose these: é is e.
    parts = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return _FREE.sub("_", bare).strip("_") or "_"


def component_schemas(tree: Tree) -> dict[str, Tree]:
    """The schemas of the components by name; none where there are none."""
    schemas = get(tree, SCHEMAS)
    named = schemas if isinstance(schemas, dict) else {}
    strays = [name for name, value in named.items() if is_stray_extension(_TABLE, name, value)]
    return {name: named[name] for name in named if name not in strays} if strays else named


def schema_reference(schema: Tree) -> str | None:
    """The name of the component that a schema refers to, or None."""
    reference = schema.get("$ref") if isinstance(schema, dict) else None
    if not isinstance(reference, str) or "/" in reference.removeprefix(SCHEMA_PREFIX):
        return None
    return schema_named(reference) or None


def schema_named(reference: Tree) -> str:
    """The name of the component schema that a reference leads to or into; empty for any other."""
    if not isinstance(reference, str) or not reference.startswith(SCHEMA_PREFIX):
        return ""
    return parse_pointer("/" + unquote(reference.removeprefix(SCHEMA_PREFIX)))[0]


def schema_pointer(name: str) -> str:
    """The reference to the component schema of that name (RFC 6901 section 6)."""
    return SCHEMA_PREFIX + format_pointer((name,))[1:]


def refer(name: str) -> dict[str, Tree]:
    """A schema that refers to the component schema of that name."""
    return {"$ref": SCHEMA_PREFIX + name}
