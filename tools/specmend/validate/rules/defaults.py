"""The default of a schema is a value of that schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from specmend.document.openapi.objects import objects
from specmend.document.openapi.plain_references import plain_references
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.values import MISSING, Draft, Tree, get
from specmend.errors import PatternTimeout
from specmend.validate.rules import references
from specmend.validate.rules.bound_patterns import bound_patterns
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.leaves import leaves
from specmend.validate.rules.mend import edit
from specmend.validate.rules.versions import READ, validator_of, version_of
from specmend.validate.rules.words import value_words

if TYPE_CHECKING:
    from jsonschema import ValidationError

NAME: Final = "defaults"

_ADVICE: Final = "record a step with the edit drop-default or set-default"


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each default that its own schema does not allow.

    It is of the type of its schema (OpenAPI 3.0.3 section 4.7.24.1; JSON Schema validation section
    9.2 for 3.1 and 3.2).
    """
    version = version_of(tree)
    places = list(_places(tree, version)) if version in READ else []
    closed = _closed(tree, version) if places else tree
    found: list[Fault] = []
    with bound_patterns():
        for address in places:
            found += _misfits(closed, address, version)
    yield from dict.fromkeys(found)


def _places(tree: Tree, version: str) -> Iterator[Address]:
    """The schemas with a default that counts."""
    for address, schema in objects(tree, "schema"):
        if not isinstance(schema, dict) or "default" not in schema:
            continue
        is_reference = version == "3.0" and "$ref" in schema
        is_null = schema["default"] is None and schema.get("nullable") is True
        if not is_reference and not is_null:
            yield address


def _misfits(tree: Tree, address: Address, version: str) -> Iterator[Fault]:
    place = (*address, "default")
    try:
        errors = _errors(tree, address, version)
    except PatternTimeout as timeout:
        yield Fault(rule=NAME, address=place, message=timeout.problems[0].message)
        return
    for error in errors:
        for leaf in leaves(error):
            there = (*place, *leaf.absolute_path)
            words = value_words(leaf, there)
            mend = edit("Drop a default that its schema forbids", "drop-default", at=address)
            yield Fault(rule=NAME, address=there, message=words, advice=_ADVICE, mend=mend)


def _errors(tree: Tree, address: Address, version: str) -> list[ValidationError]:
    pointer = "#" + quote(format_pointer(address))
    validator = validator_of(version)({**tree, "$ref": pointer})
    try:
        return list(validator.iter_errors(get(tree, (*address, "default"))))
    except PatternTimeout:
        raise
    # A schema with faults of its own, which other rules tell, or one that only holds itself.
    except Exception:  # noqa: BLE001
        return []


def _closed(tree: Tree, version: str) -> Tree:
    """A document in which every reference leads to a schema, and 3.0 has nothing beside it."""
    draft = Draft(plain_references(tree))
    for fault in references.faults(draft.tree):
        if get(draft.tree, fault.address[:-1]) is not MISSING:
            draft.replace(fault.address[:-1], {})
    for address, schema in list(objects(draft.tree, "schema")) if version == "3.0" else ():
        if isinstance(schema, dict) and "$ref" in schema and len(schema) > 1:
            draft.replace(address, {"$ref": schema["$ref"]})
    return draft.tree
