"""Has a document the structure of OpenAPI? The JSON Schemas of the standard, tried on all of it.

Since 3.1 that of JSON Schema itself is among them, for the schemas of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from specmend.document.text.one_line import one_line
from specmend.document.tree.breach import Breach
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.dialect import other_dialect
from specmend.validate.rules.extra_fields import UNKNOWN_FIELDS, extra_fields
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.leaves import leaves
from specmend.validate.rules.mend import Mend, removal
from specmend.validate.rules.right_form import right_form
from specmend.validate.rules.standard import checker_of, schema_of
from specmend.validate.rules.versions import READ, version_of
from specmend.validate.rules.words import do_not_agree, lacks, no_field, words_of

NAME: Final = "openapi"

_SHOWN: Final = 60
_WEAKER: Final[Mapping[str, tuple[str, ...]]] = {
    "not": ("oneOf",),
    "exclusiveMinimum": ("minimum",),
}
_CONVERTED: Final = "specmend init and specmend fetch make OpenAPI 3.0 of it"
_SAY_VERSION: Final = "record a step that adds openapi with it"
_KINDS: Final = ("in", "type")
"""The fields that tell the kind of a parameter, or of a security scheme."""


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each breach of the JSON Schema of the declared version: 3.0, 3.1 or 3.2."""
    version = version_of(tree)
    if version not in READ:
        yield _unknown(tree)
        return
    with_schemas = not other_dialect(tree)
    breaches = checker_of(version, with_schemas=with_schemas).breaches(tree)
    told = _without_repeats([leaf for breach in breaches for leaf in leaves(breach)])
    places = _places(told)
    schema = schema_of(version, with_schemas=with_schemas)
    found = [fault for breach in told for fault in _faults(breach, schema, places)]
    yield from dict.fromkeys(found)
    if version != "3.0":
        yield from _dialect_faults(tree)


def _unknown(tree: Tree) -> Fault:
    reads = "specmend reads 3.0, 3.1 and 3.2"
    if not isinstance(tree, dict):
        return Fault(
            rule=NAME, address=(), message=f"this is no object, and so no OpenAPI; {reads}"
        )
    if "openapi" not in tree and "swagger" in tree:
        version = one_line(tree["swagger"], _SHOWN).strip('"')
        message = f"this is a document of Swagger {version}, and no OpenAPI; {reads}"
        return Fault(rule=NAME, address=("swagger",), message=message, advice=_CONVERTED)
    declared = tree.get("openapi")
    if declared in (None, ""):
        message = f"the document does not say its version of OpenAPI; {reads}"
        return Fault(rule=NAME, address=("openapi",), message=message, advice=_SAY_VERSION)
    stated = declared if isinstance(declared, str) else one_line(declared, _SHOWN)
    return Fault(rule=NAME, address=("openapi",), message=f"openapi is {stated}; {reads}")


def _without_repeats(breaches: list[Breach]) -> list[Breach]:
    """The breaches without those that only follow from others at the same place.

    A value of another type is nothing else that is asked of it, and of an object without the field
    that tells its kind nobody knows what it should have.
    """
    of_other_type = {breach.address for breach in breaches if breach.keyword == "type"}
    said_better = _said_better(breaches)
    # The keyword that wants the field may want others, too.
    undecided = {breach.address: breach.location for breach in breaches if _lacks_kind(breach)}
    return [
        breach
        for breach in breaches
        if not (breach.keyword != "type" and breach.address in of_other_type)
        and (breach.address, breach.keyword) not in said_better
        and undecided.get(breach.address, breach.location) == breach.location
    ]


def _said_better(breaches: Iterable[Breach]) -> set[tuple[Address, str]]:
    """The keywords whose breach at a place says less than another one there.

    What has two fields that exclude each other is not one of both, and what must be more than a
    number is at least that.
    """
    return {
        (breach.address, weaker)
        for breach in breaches
        for weaker in _WEAKER.get(breach.keyword, ())
        if breach.keyword != "not" or "required" in breach.asked
    }


def _lacks_kind(breach: Breach) -> bool:
    """Whether a breach is that of an object without the field that tells its kind."""
    return breach.keyword == "required" and breach.asked in _KINDS


def _places(breaches: Iterable[Breach]) -> dict[Address, int]:
    """How many breaches there are at each place and below it."""
    places: dict[Address, int] = {}
    for breach in breaches:
        for length in range(len(breach.address) + 1):
            above = breach.address[:length]
            places[above] = places.get(above, 0) + 1
    return places


def _faults(
    breach: Breach, schema: Mapping[str, Any], places: Mapping[Address, int]
) -> Iterator[Fault]:
    """The faults that a breach stands for: one for each field that is lacking, or unknown."""
    address = breach.address
    if breach.keyword == "required":
        yield _fault(address, lacks(address, breach.asked))
    elif breach.keyword in UNKNOWN_FIELDS:
        extra = extra_fields(breach, schema)
        for key in extra:
            mend = removal(f"Remove {key}, which OpenAPI does not have here")
            yield _fault((*address, key), no_field(address, key), mend)
        # Where others tell of faults of the fields, this one only says that there are some.
        if not extra and places[address] == 1:
            yield _fault(address, do_not_agree(address))
    else:
        yield _fault(address, words_of(breach, address), right_form(breach, address))


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
