"""The faults that a JSON Schema finds in a file, in words, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.breach import Breach, Checker, with_whole_numbers
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get
from specmend.errors import Problem, did_you_mean
from specmend.steps.schema import FILLED, PATH, URI_REFERENCE, VERSION

ADVICE: Final = {
    "x-reason": "say in a sentence why this step is needed",
    "x-generator": "name the one generator that needs the step",
    "x-optional": "say in a sentence why the target may select nothing",
    "overlay": "specmend reads Overlay 1.0 and 1.1",
}
_MEANING: Final = {
    FILLED: "a text that is not empty",
    PATH: "a JSONPath that starts with $ (RFC 9535)",
    VERSION: "a version such as 1.1.0",
    URI_REFERENCE: "a URI reference (RFC 3986)",
}
_KINDS: Final = {
    "object": "a mapping",
    "array": "a list",
    "string": "a text (in quotes if it looks like something else)",
    "integer": "a whole number",
    "boolean": "true or false",
}
_LONGEST: Final = 80


def schema_faults(
    document: Document, schema: Mapping[str, Any], value: Tree, base: Address
) -> Iterator[Problem]:
    """Every fault of a value that stands at `base`, as they stand in the value."""
    # JSON Schema takes 1.0 for an integer; what reads the fields does not.
    breaches = Checker(with_whole_numbers(schema)).breaches(value)
    for breach in breaches:
        yield from _faults(document, breach, schema, (*base, *breach.address))


def _faults(
    document: Document, breach: Breach, schema: Mapping[str, Any], address: Address
) -> Iterator[Problem]:
    if breach.keyword == "required":
        name, place = breach.asked, _place(address)
        message = f"{name} is missing in {place}"
        yield document.problem(address, message, advice=ADVICE.get(name, ""))
        return
    if breach.keyword == "additionalProperties":
        yield from _unknown(document, breach, get(schema, breach.location[:-1]), address)
        return
    place, written = _place(address), get(schema, breach.location)
    asked = breach.asked if written is MISSING else written
    yield document.problem(
        address,
        f"{place} is not right",
        found=write_json(breach.found)[:_LONGEST],
        expected=_expected(breach.keyword, asked),
        advice=ADVICE.get(place, ""),
    )


def _place(address: Address) -> str:
    return str(address[-1]) if address else "the step file"


def _expected(keyword: str, value: Any) -> str:
    """What a keyword of a JSON Schema asks for."""
    say = _SAYINGS.get(keyword)
    return say(value) if say else f"{keyword} {write_json(value)}"


def _at_least(value: int) -> str:
    return f"{value} or more"


def _one_of(values: list[Any]) -> str:
    return " or ".join(value if isinstance(value, str) else write_json(value) for value in values)


def _kind(kind: str | list[str]) -> str:
    kinds = [kind] if isinstance(kind, str) else kind
    return " or ".join(_KINDS.get(kind, kind) for kind in kinds)


def _any_of(schemas: list[Mapping[str, Any]]) -> str:
    return ", or ".join(_expected(*next(iter(schema.items()))) for schema in schemas)


def _not(schema: Mapping[str, Any]) -> str:
    """The only schema that an edit excludes is one of parameters that exclude each other."""
    return f"only one of {', '.join(schema['required'])}"


_SAYINGS: Final[Mapping[str, Callable[[Any], str]]] = {
    "pattern": lambda pattern: _MEANING.get(pattern, f"pattern {pattern}"),
    "type": _kind,
    "enum": _one_of,
    "minimum": _at_least,
    "minItems": _at_least,
    "minProperties": _at_least,
    "anyOf": _any_of,
    "not": _not,
}


def _unknown(
    document: Document, breach: Breach, schema: Mapping[str, Any], address: Address
) -> Iterator[Problem]:
    known = list(schema["properties"])
    is_open = bool(schema.get("patternProperties"))
    for key in [key for key in breach.found if key in breach.asked]:
        keys = f"the keys here are {', '.join(known)}" + ("; others start with x-" * is_open)
        advice = did_you_mean(key, known) or keys
        yield document.problem((*address, key), f"unknown key '{key}'", advice=advice)
