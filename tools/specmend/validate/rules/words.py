"""What a breach of the standard's JSON Schemas is called, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from specmend.document.openapi.kinds import PARTS, spot_at
from specmend.document.text.one_line import one_line
from specmend.document.tree.breach import Breach
from specmend.document.tree.pointer import Address
from specmend.validate.rules.extra_fields import UNKNOWN_FIELDS
from specmend.validate.rules.leaves import allowed_by, fields_of

_SHOWN: Final = 60
_TWO: Final = 2
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


def words_of(breach: Breach, address: Address) -> tuple[str, str]:
    """What is wrong at an address, and what to do about it."""
    for keywords, words, advice in _WORDS:
        if breach.keyword in keywords:
            return words(breach, address), advice
    return f"{subject(address)} is not what OpenAPI has here", _GIVE_FORM


def value_words(breach: Breach, address: Address) -> str:
    """What is wrong with a value that its schema does not allow."""
    if breach.keyword == "required":
        return f"{_key(address)} lacks '{breach.asked}'"
    if breach.keyword in UNKNOWN_FIELDS:
        return f"{_key(address)} has {_listed(breach.asked)}, which its schema does not have"
    if breach.keyword == "tries":
        return f"the pattern for {_key(address)} takes too many tries on it"
    if breach.keyword not in _SAID_OF_VALUES:
        return f"{_key(address)} is {_found(breach)}, which its schema does not allow"
    return words_of(breach, address)[0]


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
        return f"these {spot.kind}" if spot.kind.endswith("s") else f"this {spot.kind}"
    *above, last = address
    return f"{above[-1]}[{last}]" if isinstance(last, int) and above else str(last)


def _type(breach: Breach, address: Address) -> str:
    expected = " or ".join(_TYPES.get(kind, kind) for kind in breach.asked)
    return f"{_key(address)} is {_found(breach)} and not {expected}"


def _values(breach: Breach, address: Address) -> str:
    shown = [one_line(value, _SHOWN) for value in allowed_by(breach)]
    expected = ", ".join(dict.fromkeys(shown))
    return f"{_key(address)} is {_found(breach)} and not one of {expected}"


def _form(breach: Breach, address: Address) -> str:
    return f"{_key(address)} is {_found(breach)} and does not have the form {breach.asked}"


def _format(breach: Breach, address: Address) -> str:
    return f"{_key(address)} is {_found(breach)} and not of the format {breach.asked}"


def _count(breach: Breach, address: Address) -> str:
    compared, things = _COUNTED[breach.keyword]
    return f"{_key(address)} has {compared} than {breach.asked} {things}"


def _limit(breach: Breach, address: Address) -> str:
    bound = f"{_LIMITS[breach.keyword]} {one_line(breach.asked, _SHOWN)}"
    return f"{_key(address)} is {_found(breach)} and not {bound}"


def _twice(breach: Breach, address: Address) -> str:
    return f"{_key(address)} lists a value twice: {_found(breach)}"


def _branches(breach: Breach, address: Address) -> str:
    branches = breach.asked if isinstance(breach.asked, list) else []
    names = [name for each in branches for name in each.get("required", ())]
    there = [name for name in names if name in fields_of(breach)]
    # What else a branch wants is said by no list of names.
    if len(names) < len(branches) or not names:
        return f"{subject(address)} is not what OpenAPI has here"
    if there == names and len(there) == _TWO:
        return f"{subject(address)} has both {_joined(there)}"
    if there:
        return f"{subject(address)} has more than one of {_listed(there)}"
    return f"{subject(address)} has none of {_listed(names)}"


def _forbidden(breach: Breach, address: Address) -> str:
    refused = breach.asked
    names = refused.get("required") if isinstance(refused, dict) else None
    if isinstance(names, list):
        return f"{subject(address)} has both {_joined(names)}"
    return f"{subject(address)} is not what OpenAPI has here"


def _nothing(_: Breach, address: Address) -> str:
    return f"{_key(address)} may not be here"


_WORDS: Final[Iterable[tuple[Iterable[str], Callable[[Breach, Address], str], str]]] = (
    (("type",), _type, _GIVE_FORM),
    (("enum", "const"), _values, "record a step that sets one of them"),
    (("pattern",), _form, _GIVE_FORM),
    (("format",), _format, _GIVE_FORM),
    (_COUNTED, _count, _GIVE_FORM),
    (_LIMITS, _limit, _GIVE_FORM),
    (("uniqueItems",), _twice, "record a step with the edit set-value"),
    (("oneOf", "anyOf"), _branches, _GIVE_FORM),
    (("not",), _forbidden, "record a step that removes one of them"),
    (("falseSchema",), _nothing, "record a step that removes it"),
)

_SAID_OF_VALUES: Final = ("type", "enum", "const", "pattern", "format", *_COUNTED, *_LIMITS,
                          "uniqueItems", "falseSchema")  # fmt: skip


def _key(address: Address) -> str:
    """The key of a value, quoted; a member of a list by its index."""
    if not address:
        return "the document"
    *above, last = address
    return f"{above[-1]}[{last}]" if isinstance(last, int) and above else f"'{last}'"


def _found(breach: Breach) -> str:
    return one_line(breach.found, _SHOWN)


def _joined(names: list[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
