"""Turn a document of OpenAPI 3.1 into one of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.objects import objects
from specmend.document.openapi.version_30 import lowered, misfits_30
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree, get, replace
from specmend.steps.edits.checks import check_version, check_whole, refuse_all
from specmend.steps.edits.edit import NO_PARAMETERS, Edited, NamedEdit, changed_places, stay

_REFERABLE = (
    "parameter",
    "header",
    "request body",
    "response",
    "link",
    "example",
    "callback",
    "security scheme",
)
_UNKNOWN: Final[tuple[Address, ...]] = (
    ("webhooks",),
    ("jsonSchemaDialect",),
    ("info", "summary"),
    ("info", "license", "identifier"),
    ("components", "pathItems"),
)


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Write the document in OpenAPI 3.0: what has an exact counterpart there is put in its words.

    The type null becomes `nullable` or a schema of null alone, several types an `anyOf`, `const` an
    enum, numeric `exclusiveMinimum` and `exclusiveMaximum` the bound with a boolean, one of
    `examples` the `example`, keywords beside a reference an `allOf`, base64 and octet-stream
    content the formats `byte` and `binary`. Refuses, listing every place, what OpenAPI 3.0 cannot
    say: webhooks, `if`, `prefixItems` and the like.
    """
    check_whole(targets)
    check_version(tree, "3.1")
    faults = [(address, f"{words} at {format_path(address)}") for address, words in _faults(tree)]
    if faults:
        refuse_all(
            "these have no counterpart in OpenAPI 3.0",
            faults,
            advice="mend them in steps before this one",
        )
    lowered_tree = tree
    for address, _ in reversed(list(objects(tree, "schema"))):
        old = get(lowered_tree, address)
        # `additionalProperties` may be a boolean in OpenAPI 3.0 too (section 4.7.24).
        new = (
            old if isinstance(old, bool) and address[-1] == "additionalProperties" else lowered(old)
        )
        lowered_tree = replace(lowered_tree, address, new) if new is not old else lowered_tree
    lowered_tree = replace(lowered_tree, ("openapi",), "3.0.3")
    if get(lowered_tree, ("paths",)) is MISSING:
        lowered_tree = replace(lowered_tree, ("paths",), {})
    return Edited(tree=lowered_tree, places=stay(list(changed_places(tree, lowered_tree))))


def _faults(tree: Tree) -> Iterator[tuple[Address, str]]:
    yield from (
        (address, str(address[-1])) for address in _UNKNOWN if get(tree, address) is not MISSING
    )
    for address, operation in objects(tree, "operation"):
        if isinstance(operation, dict) and not operation.get("responses"):
            yield address, "an operation without responses"
    for address, scheme in objects(tree, "security scheme"):
        if isinstance(scheme, dict) and scheme.get("type") == "mutualTLS":
            yield (*address, "type"), "mutualTLS"
    for address, value in objects(tree, *_REFERABLE):
        if (
            isinstance(value, dict)
            and "$ref" in value
            and {"summary", "description"} & value.keys()
        ):
            yield address, "a text beside a reference"
    for address, schema in objects(tree, "schema"):
        yield from (
            (address, words) for words in (misfits_30(schema) if isinstance(schema, dict) else ())
        )


EDIT = NamedEdit(
    name="downgrade-to-3.0",
    help="Convert an OpenAPI 3.1 document to OpenAPI 3.0.",
    parameters=NO_PARAMETERS,
    apply=apply,
)
