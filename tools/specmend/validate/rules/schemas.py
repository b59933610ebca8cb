"""What OpenAPI says of schemas beside its JSON Schemas: items of arrays, and patterns that are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.objects import objects
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.ecma import is_expression
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal, update

NAME: Final = "schemas"

_SHOWN: Final = 60


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each array of 3.0 without items, and each pattern that is no regular expression.

    OpenAPI 3.0.3 section 4.7.24.1; ECMA-262 for the patterns, in all versions.
    """
    is_30 = str(get(tree, ("openapi",))).startswith("3.0")
    for address, schema in objects(tree, "schema"):
        if not isinstance(schema, dict) or (is_30 and "$ref" in schema):
            continue
        if is_30 and schema.get("type") == "array" and "items" not in schema:
            message = "this array says nothing of its items, and must in OpenAPI 3.0"
            advice = "record a step that adds items: {}, or what they are"
            yield Fault(rule=NAME, address=address, message=message, advice=advice,
                        mend=update("Let the items be anything", {"items": {}}))  # fmt: skip
        for place, pattern in _patterns(address, schema):
            if not is_expression(pattern):
                yield Fault(
                    rule=NAME,
                    address=place,
                    message=f"the pattern {one_line(pattern, _SHOWN)} is no regular expression",
                    advice="record a step that mends or removes it",
                    mend=removal("Remove a pattern that is none"),
                )


def _patterns(address: Address, schema: dict[str, Tree]) -> Iterator[tuple[Address, str]]:
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        yield (*address, "pattern"), pattern
    named = schema.get("patternProperties")
    for key in named if isinstance(named, dict) else ():
        yield (*address, "patternProperties", key), key
