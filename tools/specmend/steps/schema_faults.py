"""The faults that a JSON Schema finds in a file, in words, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from specmend.document.text.document import Document
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.errors import Problem, did_you_mean
from specmend.steps.schema import FILLED, PATH, URI_REFERENCE, VERSION

if TYPE_CHECKING:
    from jsonschema import ValidationError

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
    """Every fault of a value that stands at `base`, in the order of the library."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    # JSON Schema takes 1.0 for an integer; what reads the fields does not.
    whole_numbers = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_whole_number)
    validator: Any = extend(  # type: ignore[no-untyped-call]  # the library has no type here
        Draft202012Validator, type_checker=whole_numbers
    )
    incomplete: set[Address] = set()
    for error in validator(schema).iter_errors(value):
        address = (*base, *error.absolute_path)
        if error.validator != "required":
            yield from _faults(document, error, address)
        elif address not in incomplete:
            # The library has one error for each name, and only its message says which.
            incomplete.add(address)
            yield from _missing(document, error, address)


def _is_whole_number(_checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _missing(document: Document, error: ValidationError, address: Address) -> Iterator[Problem]:
    required: list[str] = error.validator_value  # type: ignore[assignment]  # by the schema
    instance: Mapping[str, Any] = error.instance  # type: ignore[assignment]  # by the library
    for name in required:
        if name not in instance:
            message = f"{name} is missing in {_place(address)}"
            yield document.problem(address, message, advice=ADVICE.get(name, ""))


def _faults(document: Document, error: ValidationError, address: Address) -> Iterator[Problem]:
    if error.validator == "additionalProperties":
        yield from _unknown(document, error, address)
        return
    place = _place(address)
    yield document.problem(
        address,
        f"{place} is not right",
        found=write_json(error.instance)[:_LONGEST],
        expected=_expected(str(error.validator), error.validator_value),
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


def _unknown(document: Document, error: ValidationError, address: Address) -> Iterator[Problem]:
    schema: Mapping[str, Any] = error.schema  # type: ignore[assignment]  # it has a keyword
    instance: Mapping[str, Any] = error.instance  # type: ignore[assignment]  # by the library
    known = list(schema["properties"])
    is_open = bool(schema.get("patternProperties"))
    for key in instance:
        if key not in known and not (is_open and key.startswith("x-")):
            keys = f"the keys here are {', '.join(known)}" + ("; others start with x-" * is_open)
            advice = did_you_mean(key, known) or keys
            yield document.problem((*address, key), f"unknown key '{key}'", advice=advice)
