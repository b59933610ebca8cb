"""The default of a schema is a value of that schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import edit
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope
from specmend.validate.rules.values import misfits
from specmend.validate.rules.versions import READ
from specmend.validate.rules.words import value_words

NAME: Final = "defaults"

_ADVICE: Final = "record a step with the edit drop-default or set-default"


def _collect(scope: Scope, address: Address, schema: dict[str, object]) -> Iterable[Fault]:
    """Keep a schema with a default that counts: all of them are compiled at once."""
    is_reference = scope.is_30 and "$ref" in schema
    is_null = schema["default"] is None and schema.get("nullable") is True
    if not is_reference and not is_null:
        scope.kept(NAME).append(address)
    return ()


def _faults(scope: Scope, _: Address, __: object) -> Iterator[Fault]:
    """A fault for each default that its own schema does not allow.

    It is of the type of its schema (OpenAPI 3.0.3 section 4.7.24.1; JSON Schema validation section
    9.2 for 3.1 and 3.2).
    """
    places = scope.kept(NAME)
    if not places or scope.version not in READ:
        return
    schemas = [get(scope.plain, place) for place in places]
    asked = [(schema, schema["default"]) for schema in schemas]
    told: dict[Fault, None] = {}
    for number, breach in misfits(scope.plain, scope.version, asked):
        address = places[number]
        there = (*address, "default", *breach.address[1:])
        words = value_words(breach, there)
        mend = edit("Drop a default that its schema forbids", "drop-default", at=address)
        told[Fault(rule=NAME, address=there, message=words, advice=_ADVICE, mend=mend)] = None
    yield from told


CHECKS: Final[Mapping[str, Check]] = {"schema.default": _collect, "end": _faults}
