"""Let schemas be null, in the words of the document's version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import (
    ANNOTATIONS,
    APPLICATORS,
    DEFINITIONS,
    IDENTITY,
    UNIONS,
    VALUES,
)
from specmend.document.openapi.version_30 import NULL
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, replace
from specmend.errors import ActionFailed, FailureReason
from specmend.steps.edits.checks import is_30, mapping_at
from specmend.steps.edits.edit import NO_PARAMETERS, Edited, NamedEdit, stay

_NARROWING: Final = frozenset({*APPLICATORS, "$ref", "const"})
"""Beside these another type is not enough for null."""

_BESIDE: Final = frozenset({*ANNOTATIONS, *IDENTITY, *DEFINITIONS, "xml"})
"""What forbids no value, what names the schema, and what others refer to by their place in it."""


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Make each selected schema accept null.

    In OpenAPI 3.0 that is `nullable: true`, which has an effect only beside `type` in the same
    schema (OpenAPI 3.0.3 section 4.7.24.1): a reference or a composition becomes one branch of an
    `anyOf`, null alone the other one. From 3.1 on it is the type `null` (JSON Schema 2020-12).
    """
    old = is_30(tree)
    for address in targets:
        schema = mapping_at(tree, address)
        if _is_nullable(schema, old=old):
            raise ActionFailed(
                "this schema may be null already",
                address,
                advice="drop the step",
                reason=FailureReason.ALREADY_DONE,
            )
        tree = replace(tree, address, _in_30(schema, address) if old else _in_31(schema))
    return Edited(tree=tree, places=stay(targets))


def _is_nullable(schema: dict[str, Tree], *, old: bool) -> bool:
    kinds = schema.get("type")
    unions = [schema.get(union) for union in UNIONS]
    branches = [branch for union in unions if isinstance(union, list) for branch in union]
    return (
        (old and schema.get("nullable") is True and "type" in schema)
        or kinds == "null"
        or (isinstance(kinds, list) and "null" in kinds)
        or any(isinstance(branch, dict) and _is_null(branch) for branch in branches)
    )


def _is_null(branch: dict[str, Tree]) -> bool:
    return branch.get("type") == "null" or branch == NULL


def _in_30(schema: dict[str, Tree], address: Address) -> Tree:
    # Without a type it had no effect.
    schema = {key: value for key, value in schema.items() if key != "nullable"}
    if "$ref" in schema:
        # What stands beside a reference is not read in 3.0.
        return {"anyOf": [{"$ref": schema["$ref"]}, NULL]}
    if set(schema) & _NARROWING:
        return _as_branch(schema, NULL)
    if "type" in schema:
        return _with_null({**schema, "nullable": True})
    raise ActionFailed(
        "nullable has no effect in OpenAPI 3.0 without type", address, advice="add the type first"
    )


def _in_31(schema: dict[str, Tree]) -> Tree:
    kinds = schema.get("type")
    if kinds is None or set(schema) & _NARROWING:
        return _as_branch(schema, {"type": "null"})
    return _with_null(
        {**schema, "type": [*(kinds if isinstance(kinds, list) else [kinds]), "null"]}
    )


def _as_branch(schema: dict[str, Tree], null: Mapping[str, Tree]) -> Tree:
    """The schema or null; a schema that is a plain `anyOf` gets one more branch."""
    others = (_NARROWING - {"anyOf"}) | {*VALUES, "type", "discriminator"}
    if isinstance(schema.get("anyOf"), list) and not set(schema) & others:
        return {**schema, "anyOf": [*schema["anyOf"], dict(null)]}
    branch = {key: value for key, value in schema.items() if not _is_beside(key)}
    return _in_place_of(branch, schema, {"anyOf": [branch, dict(null)]})


def _is_beside(key: str) -> bool:
    """Whether a keyword is about the whole value, null or not, and stays beside the union."""
    return key in _BESIDE or key.startswith("x-")


def _in_place_of(branch: Mapping[str, Tree], schema: dict[str, Tree], union: Tree) -> Tree:
    """The schema with the union where the first keyword of the branch stood."""
    made: dict[str, Tree] = {}
    for key, value in schema.items():
        made |= union if key in branch else {key: value}
    return made if branch else {**made, **union}


def _with_null(schema: dict[str, Tree]) -> Tree:
    """An enum lists null too, or null is none of its values (JSON Schema section 6.1.2)."""
    enum = schema.get("enum")
    return (
        {**schema, "enum": [*enum, None]} if isinstance(enum, list) and None not in enum else schema
    )


EDIT = NamedEdit(
    name="make-nullable",
    help="Allow null in the selected schemas.",
    parameters=NO_PARAMETERS,
    apply=apply,
)
