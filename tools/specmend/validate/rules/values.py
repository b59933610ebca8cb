"""Are values what the schemas of a document allow? All that is asked is compiled at once."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

from specmend.document.tree.breach import Breach, Checker
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, remove
from specmend.validate.rules.leaves import leaves
from specmend.validate.rules.value_schemas import ValueSchemas

_MOST_ROUNDS: Final = 10
"""So often what makes schemas no schemas is left out; each time all of it that can be seen."""


def misfits(
    tree: Tree, version: str, asked: Sequence[tuple[Tree, Tree]]
) -> list[tuple[int, Breach]]:
    """The breaches of schemas by values, with the number of the pair that each is of.

    `tree` is the document that the schemas are in, with plain references. What is no schema
    allows everything, and so does what refers to nothing; other rules tell these.
    """
    schemas = ValueSchemas(tree=tree, is_30=version == "3.0")
    checker = _checker(schemas.whole([schema for schema, _ in asked]))
    if checker is None:
        return []
    found = checker.breaches([value for _, value in asked])
    told = [leaf for breach in found for leaf in leaves(breach)]
    numbered = [(int(leaf.address[0]), _with_pattern(leaf, schemas.patterns)) for leaf in told]
    return sorted(numbered, key=lambda each: each[0])


def _with_pattern(breach: Breach, patterns: Mapping[str, str]) -> Breach:
    """A breach with the pattern as it stands in the document."""
    if breach.keyword != "pattern":
        return breach
    return replace(breach, asked=patterns.get(breach.asked, breach.asked))


def _checker(schema: dict[str, Any]) -> Checker | None:
    for _ in range(_MOST_ROUNDS):
        try:
            return Checker(schema, _FORMATS)
        except ValueError:
            broken = _broken(schema)
            if not broken:
                return None
            schema = remove(schema, broken)
    return None


def _broken(schema: dict[str, Any]) -> list[Address]:
    """The places that make something no schema, without those inside others."""
    places = {breach.address for breach in _metaschema().breaches(schema)}
    return [
        place
        for place in places
        if not any(place[:length] in places for length in range(len(place)))
    ]


@cache
def _metaschema() -> Checker:
    return Checker({"$ref": "https://json-schema.org/draft/2020-12/schema"}, {})


def _is_base64(value: object) -> bool:
    try:
        return not isinstance(value, str) or b64decode(value, validate=True) is not None
    except (binascii.Error, ValueError):
        return False


def _anything(_: object) -> bool:
    return True


_FORMATS: Final[Mapping[str, Callable[[object], bool]]] = {
    "byte": _is_base64,
    # What many write for values that only look like these, and what other rules tell.
    **dict.fromkeys(("duration", "regex"), _anything),
    **dict.fromkeys(("uri", "uri-reference", "iri", "iri-reference", "uri-template"), _anything),
    **dict.fromkeys(("hostname", "json-pointer", "relative-json-pointer"), _anything),
}
