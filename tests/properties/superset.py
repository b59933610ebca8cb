"""Whatever openapi-spec-validator finds in a document, validation finds in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any, Final, NamedTuple

from tests.strategies.drawn import drawn

from specmend.document.tree.pointer import Address, format_pointer
from specmend.validate.rules.table import faults_of

RIGHT: Final = {
    "Required list has not defined properties": "JSON Schema lets `required` name what "
    "`properties` does not have (validation section 6.5.3)",
    "is not a 'regex'": "patterns are such of ECMA-262, and not of Python",
}
"""What it takes for a fault and the standard does not, with the reason."""

RULES: Final = {
    "DuplicateOperationIDError": "operations",
    "ParameterDuplicateError": "operations",
    "UnresolvableParameterError": "operations",
}
"""The rule for each of its errors that has no place."""

OF_SCHEMAS: Final = "OpenAPIValidationError"

ODD: Final[tuple[Any, ...]] = (None, 5, True, "odd", [], {}, [5], {"a": 5}, "", -1, [[]], 0.5)


class Error(NamedTuple):
    """One of its errors: the class, the place as far as it says it, and the message."""

    kind: str
    place: Address
    message: str


def theirs(tree: Any) -> list[Error]:
    """What it finds, up to where it breaks off."""
    import openapi_spec_validator as known

    versions = {
        "3.0": known.OpenAPIV30SpecValidator,
        "3.1": known.OpenAPIV31SpecValidator,
        "3.2": known.OpenAPIV32SpecValidator,
    }
    found: list[Error] = []
    try:
        for error in versions[str(tree["openapi"])[:3]](deepcopy(tree)).iter_errors():
            place = tuple(getattr(error, "absolute_path", ()))
            found.append(Error(type(error).__name__, place, str(error.message)))
    # It raises whatever its libraries do for a document that they do not expect.
    except Exception:  # noqa: BLE001
        return found
    return found


def missed(tree: Any) -> list[Error]:
    """Its errors that no fault of ours is at the place of, above it or below it."""
    errors = [each for each in theirs(tree) if not any(word in each.message for word in RIGHT)]
    if not errors:
        return []
    faults = faults_of(tree)
    return [error for error in errors if not any(_is_of(fault, error) for fault in faults)]


def _is_of(fault: Any, error: Error) -> bool:
    if error.kind in RULES:
        # It looks for parameters in what is no operation, too.
        is_none = fault.rule == "openapi" and fault.message.endswith("and not an object")
        return bool(fault.rule == RULES[error.kind] or is_none)
    place, ours = (tuple(map(str, each)) for each in (error.place, fault.address))
    # The places of schemas that it looks at one by one begin at the schema.
    starts = range(len(ours) + 1) if error.kind == OF_SCHEMAS else (0,)
    return any(_is_along(place, ours[start:]) for start in starts)


def _is_along(place: tuple[str, ...], other: tuple[str, ...]) -> bool:
    length = min(len(place), len(other))
    return place[:length] == other[:length] and (length > 0 or place == other == ())


def broken_documents(number: int, start: int) -> Iterator[tuple[str, Any]]:
    """Valid random documents, each with one random change, and what was changed."""
    random = Random(start)  # noqa: S311
    sound = drawn(max(10, number // 5), start=start)
    for _ in range(number):
        tree = deepcopy(random.choice(sound))
        yield _change(random, tree), tree


def _change(random: Random, tree: Any) -> str:
    """Change one place of a document."""
    place: Any = random.choice(
        [each for each in _places(tree) if len(each) and each[0] != "openapi"]
    )
    holder: Any = tree
    for token in place[:-1]:
        holder = holder[token]
    key = place[-1]
    kind = random.choice(("drop", "set", "set", "copy", "rename"))
    if kind == "drop":
        del holder[key]
    elif kind == "set":
        holder[key] = deepcopy(random.choice(ODD))
    elif isinstance(holder, list):
        holder.append(deepcopy(holder[key]))
    elif kind == "rename":
        holder[random.choice(("x", f"{key}2", "$ref", str(key).lower()))] = holder.pop(key)
    else:
        holder[f"{key}Copy"] = deepcopy(holder[key])
    return f"{kind} {format_pointer(place)}"


def _places(value: Any, place: Address = ()) -> Iterator[Address]:
    yield place
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, child in pairs:
        yield from _places(child, (*place, key))


def plain(message: str) -> str:
    """A message short enough to be read."""
    return re.sub(r"\s+", " ", message)[:150]
