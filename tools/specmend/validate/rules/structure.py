"""Has a document the structure of OpenAPI? The JSON Schemas of the standard, tried on all of it.

openapi-spec-validator brings those of the documents, and JSON Schema its own of the schemas.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from specmend.document.openapi.schemas import outermost_schemas
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get
from specmend.validate.rules.deep_stack import deep_stack
from specmend.validate.rules.dialect import DIALECT, other_dialect
from specmend.validate.rules.extra_fields import UNKNOWN_FIELDS, extra_fields
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.leaves import fields_of, leaves, listed_by
from specmend.validate.rules.mend import Mend, removal
from specmend.validate.rules.prepared import Prepared, prepare
from specmend.validate.rules.right_form import right_form
from specmend.validate.rules.versions import READ, document_validator, version_of
from specmend.validate.rules.words import do_not_agree, lacks, no_field, words_of

if TYPE_CHECKING:
    from jsonschema import ValidationError

NAME: Final = "openapi"

_KINDS: Final = ("in", "type")
"""The fields that tell the kind of a parameter, or of a security scheme."""


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each breach of the JSON Schema of the declared version: 3.0, 3.1 or 3.2."""
    version = version_of(tree)
    if version not in READ:
        yield _unknown(tree)
        return
    prepared = prepare(tree)
    with deep_stack():
        errors = _without_repeats(list(_errors(prepared.tree, version)))
    found = [fault for error in errors for fault in _faults(prepared, error, errors)]
    yield from dict.fromkeys(found)
    if version != "3.0":
        yield from _dialect_faults(tree)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """An error that tells something, where it is, and the whole schema that it is a breach of."""

    error: ValidationError
    address: Address
    root: Any


def _unknown(tree: Tree) -> Fault:
    declared = get(tree, ("openapi",)) if isinstance(tree, dict) else MISSING
    stated = "no version" if declared in (MISSING, None, "") else str(declared)
    message = f"openapi is {stated}; specmend reads 3.0, 3.1 and 3.2"
    return Fault(rule=NAME, address=("openapi",), message=message)


def _errors(tree: Tree, version: str) -> Iterator[_Found]:
    from jsonschema import Draft202012Validator

    yield from _tried(document_validator(version), tree, ())
    if version == "3.0" or other_dialect(tree):
        return
    validator = Draft202012Validator(DIALECT)
    for address, schema in outermost_schemas(tree):
        yield from _tried(validator, schema, address)


def _tried(validator: Any, value: Tree, start: Address) -> Iterator[_Found]:
    for error in validator.iter_errors(value):
        for leaf in leaves(error):
            address = (*start, *leaf.absolute_path)
            yield _Found(error=leaf, address=address, root=validator.schema)


def _without_repeats(errors: list[_Found]) -> list[_Found]:
    """The errors without those that only follow from others at the same place.

    A value of another type is none of the words allowed, and of an object without the field that
    tells its kind nobody knows what it should have.
    """
    of_other_type = {found.address for found in errors if found.error.validator == "type"}
    undecided = {found.address for found in errors if _lacks_kind(found.error)}
    return [
        found
        for found in errors
        if not (found.error.validator == "enum" and found.address in of_other_type)
        and (_lacks_kind(found.error) or found.address not in undecided)
    ]


def _lacks_kind(error: ValidationError) -> bool:
    """Whether an error is that of an object without the field that tells its kind."""
    if error.validator != "required":
        return False
    return any(name in _KINDS and name not in fields_of(error) for name in listed_by(error))


def _faults(prepared: Prepared, found: _Found, others: list[_Found]) -> Iterator[Fault]:
    """The faults that an error stands for: one for each field that is lacking, or unknown."""
    error, address = found.error, prepared.origin(found.address)
    if error.validator == "required":
        missing = [field for field in listed_by(error) if field not in fields_of(error)]
        yield from (_fault(address, lacks(address, field)) for field in missing)
    elif error.validator in UNKNOWN_FIELDS and error.validator_value is False:
        extra = [prepared.origin((*found.address, key)) for key in extra_fields(error, found.root)]
        for place in extra:
            mend = removal(f"Remove {place[-1]}, which OpenAPI does not have here")
            yield _fault(place, no_field(address, str(place[-1])), mend)
        if not extra and not _is_echo(found, others):
            yield _fault(address, do_not_agree(address))
    else:
        yield _fault(address, words_of(error, address), right_form(error, address))


def _is_echo(found: _Found, others: list[_Found]) -> bool:
    """Whether an error only says that fields have faults, which other errors tell."""
    length = len(found.address)
    return any(other.address[:length] == found.address and other is not found for other in others)


def _fault(address: Address, words: tuple[str, str], mend: Mend | None = None) -> Fault:
    message, advice = words
    return Fault(rule=NAME, address=address, message=message, advice=advice, mend=mend)


def _dialect_faults(tree: Tree) -> Iterator[Fault]:
    dialect = other_dialect(tree)
    if dialect:
        yield Fault(
            rule=NAME,
            address=("jsonSchemaDialect",),
            message=f"the dialect {dialect} is not known; its schemas are not checked, "
            "and read as JSON Schema 2020-12",
            level="warning",
        )
