"""The fields of an object that its JSON Schema does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.tree.breach import Breach
from specmend.document.tree.values import get
from specmend.validate.rules.leaves import fields_of

UNKNOWN_FIELDS: Final = ("additionalProperties", "unevaluatedProperties")
"""The keywords by which a schema closes an object, where their value is `false`."""

_HOLDING: Final = ("$ref", "if", "then", "else")


def extra_fields(breach: Breach, root: Any) -> list[str]:
    """The keys of the object of a breach that the schema around it knows nowhere.

    None of them where the breach is only the echo of another one: a field whose value is wrong does
    not count as evaluated (JSON Schema core section 11.3). `root` is the whole schema.
    """
    names: set[str] = set()
    patterns: set[str] = set()
    for schema in _parts(get(root, breach.location[:-1]), root):
        names |= schema.get("properties", {}).keys()
        patterns |= schema.get("patternProperties", {}).keys()
    return [
        key
        for key in fields_of(breach)
        if key in breach.asked
        and key not in names
        and not any(re.search(pattern, key) for pattern in patterns)
    ]


def _parts(schema: Any, root: Any) -> Iterator[dict[str, Any]]:
    """A schema, and those that it puts on the same value."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key in _HOLDING:
        inner = schema.get(key)
        yield from _parts(_target(inner, root) if key == "$ref" else inner, root)
    for key in COMPOSITIONS:
        for inner in schema.get(key, ()):
            yield from _parts(inner, root)
    for inner in schema.get("dependentSchemas", {}).values():
        yield from _parts(inner, root)


def _target(reference: Any, root: Any) -> Any:
    """What a pointer of the standard's own schema leads to."""
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None
    for token in reference[2:].split("/"):
        root = root[token]
    return root
