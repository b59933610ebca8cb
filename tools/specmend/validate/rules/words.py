"""What a breach of the standard's JSON Schemas is called, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from specmend.document.openapi.kinds import PARTS, spot_at
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.validate.rules.extra_fields import UNKNOWN_FIELDS
from specmend.validate.rules.leaves import fields_of, listed_by, wanted

if TYPE_CHECKING:
    from jsonschema import ValidationError

_SHOWN: Final = 60
_TYPES: Final = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}
_COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "minItems": ("fewer", "members"),
    "maxItems": ("more", "members"),
    "minProperties": ("fewer", "fields"),
    "maxProperties": ("more", "fields"),
    "minLength": ("fewer", "characters"),
    "maxLength": ("more", "characters"),
}
_LIMITS: Final = {
    "minimum": "at least",
    "maximum": "at most",
    "exclusiveMinimum": "more than",
    "exclusiveMaximum": "less than",
    "multipleOf": "a multiple of",
}
_GIVE_FORM: Final = "record a step that gives this its right form, or removes it"


def words_of(error: ValidationError, address: Address) -> tuple[str, str]:
    """What is wrong at an address, and what to do about it."""
    kind = str(error.validator)
    for kinds, words, advice in _WORDS:
        if kind in kinds:
            return words(error, address), advice
    return f"{subject(address)} is not what OpenAPI has here", _GIVE_FORM


def value_words(error: ValidationError, address: Address) -> str:
    """What is wrong with a value that its schema does not allow."""
    if error.validator == "required":
        missing = [name for name in listed_by(error) if name not in fields_of(error)]
        return f"{_key(address)} lacks {_listed(missing)}"
    if error.validator in UNKNOWN_FIELDS:
        return f"{_key(address)} has fields that its schema does not have"
    if error.validator in {"oneOf", "anyOf", "not", "contains", "dependentRequired"}:
        return f"{_key(address)} is {_found(error)}, which its schema does not allow"
    return words_of(error, address)[0]


def lacks(address: Address, field: str) -> tuple[str, str]:
    """The words for a field that is not there."""
    return f"{subject(address)} lacks '{field}'", "record a step that adds it"


def no_field(address: Address, key: str) -> tuple[str, str]:
    """The words for a field that an object does not have."""
    if spot_at(address).kind == "path item" and spot_at(address).has_names:
        advice = "record a step with the edit rename-path, or one that removes it"
        return f"the path '{key}' does not begin with a slash", advice
    message = f"'{key}' is no field of {subject(address)}"
    return message, "record a step that removes it, or gives it a name that begins with x-"


def do_not_agree(address: Address) -> tuple[str, str]:
    """The words for fields that each may be there, and not all of them."""
    return f"{subject(address)} has fields that do not go together", _GIVE_FORM


def subject(address: Address) -> str:
    """What stands at an address: the object by its kind, or its key."""
    spot = spot_at(address)
    if not address:
        return "the document"
    if spot.shape == "one" and spot.kind in PARTS:
        return f"this {spot.kind}"
    *above, last = address
    return f"{above[-1]}[{last}]" if isinstance(last, int) and above else str(last)


def _type(error: ValidationError, address: Address) -> str:
    kinds = error.validator_value
    listed = [kinds] if isinstance(kinds, str) else listed_by(error)
    expected = " or ".join(_TYPES.get(kind, kind) for kind in listed)
    return f"{_key(address)} is {_found(error)} and not {expected}"


def _values(error: ValidationError, address: Address) -> str:
    shown = (one_line(value, _SHOWN) for one in _alike(error) for value in _allowed(one))
    expected = ", ".join(dict.fromkeys(shown))
    return f"{_key(address)} is {_found(error)} and not one of {expected}"


def _alike(error: ValidationError) -> list[ValidationError]:
    """An error and those of the other branches that allow other values at the same place."""
    around = list(error.parent.context or ()) if error.parent else []
    others = [one for one in around if one.validator in {"enum", "const"}]
    return [one for one in others if one.absolute_path == error.absolute_path] or [error]


def _allowed(error: ValidationError) -> list[Any]:
    allowed: Any = error.validator_value
    return allowed if isinstance(allowed, list) and error.validator == "enum" else [allowed]


def _form(error: ValidationError, address: Address) -> str:
    rule = error.validator_value
    return f"{_key(address)} is {_found(error)} and does not have the form {rule}"


def _format(error: ValidationError, address: Address) -> str:
    return f"{_key(address)} is {_found(error)} and not of the format {error.validator_value}"


def _count(error: ValidationError, address: Address) -> str:
    compared, things = _COUNTED[str(error.validator)]
    return f"{_key(address)} has {compared} than {error.validator_value} {things}"


def _limit(error: ValidationError, address: Address) -> str:
    bound = f"{_LIMITS[str(error.validator)]} {one_line(error.validator_value, _SHOWN)}"
    return f"{_key(address)} is {_found(error)} and not {bound}"


def _twice(error: ValidationError, address: Address) -> str:
    return f"{_key(address)} lists a value twice: {_found(error)}"


def _branches(error: ValidationError, address: Address) -> str:
    names = list(dict.fromkeys(wanted(error)))
    if names and set(names) <= set(fields_of(error)):
        return f"{subject(address)} has more than one of {_listed(names)}"
    if names:
        return f"{subject(address)} has none of {_listed(names)}"
    return f"{subject(address)} is not what OpenAPI has here"


def _forbidden(error: ValidationError, address: Address) -> str:
    refused = error.validator_value
    names = refused.get("required") if isinstance(refused, dict) else None
    if isinstance(names, list):
        both = " and ".join(f"'{name}'" for name in names)
        return f"{subject(address)} has both {both}"
    return f"{subject(address)} is not what OpenAPI has here"


def _nothing(_: ValidationError, address: Address) -> str:
    return f"{_key(address)} may not be here"


_WORDS: Final[Iterable[tuple[Iterable[str], Callable[[ValidationError, Address], str], str]]] = (
    (("type",), _type, _GIVE_FORM),
    (("enum", "const"), _values, "record a step that sets one of them"),
    (("pattern",), _form, _GIVE_FORM),
    (("format",), _format, _GIVE_FORM),
    (_COUNTED, _count, _GIVE_FORM),
    (_LIMITS, _limit, _GIVE_FORM),
    (("uniqueItems",), _twice, "record a step with the edit set-value"),
    (("oneOf", "anyOf"), _branches, _GIVE_FORM),
    (("not",), _forbidden, "record a step that removes one of them"),
    (("None",), _nothing, "record a step that removes it"),
)


def _key(address: Address) -> str:
    """The key of a value, quoted; a member of a list by its index."""
    if not address:
        return "the document"
    *above, last = address
    return f"{above[-1]}[{last}]" if isinstance(last, int) and above else f"'{last}'"


def _found(error: ValidationError) -> str:
    return one_line(error.instance, _SHOWN)


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
