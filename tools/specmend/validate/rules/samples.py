"""The examples of parameters, headers and JSON bodies are values of their schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import DIRECTIONS
from specmend.document.openapi.media_types import bare
from specmend.document.tree.breach import Breach
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope
from specmend.validate.rules.values import misfits
from specmend.validate.rules.versions import READ
from specmend.validate.rules.words import value_words

NAME: Final = "samples"

_DATA: Final = "dataValue"
_ONE_WAY: Final = f"{NAME} of one direction"


def _holder(scope: Scope, address: Address, holder: Any) -> Iterable[Fault]:
    """Keep an object with a schema and examples: all of them are compiled at once."""
    if "schema" in holder and ("example" in holder or "examples" in holder):
        scope.kept(NAME).append(address)
    return ()


def _property(scope: Scope, address: Address, _: Any) -> Iterable[Fault]:
    """Keep a property that only requests or only answers have: the others may lack it."""
    if address[-2:-1] == ("properties",):
        scope.kept(_ONE_WAY).append(address)
    return ()


def _faults(scope: Scope, _: Address, __: object) -> Iterator[Fault]:
    """A warning for each example that is none (OpenAPI 3.0.3 section 4.7.19, 3.1 section 4.8.19).

    A fault for `dataValue` of 3.2, which must be one.
    """
    found = [each for holder in scope.kept(NAME) for each in _samples(scope, holder)]
    if not found or scope.version not in READ:
        return
    one_way = {str(address[-1]) for address in scope.kept(_ONE_WAY)}
    asked = [(get(scope.plain, schema), value) for schema, _, value in found]
    for number, breach in misfits(scope.plain, scope.version, asked):
        place = found[number][1]
        if not _lacks_one_way(breach, one_way):
            there = (*place, *breach.address[1:])
            yield Fault(
                rule=NAME,
                address=there,
                message=value_words(breach, there),
                level="error" if place[-1] == _DATA else "warning",
                advice="record a step that mends the example or removes it",
            )


def _samples(scope: Scope, holder: Address) -> Iterator[tuple[Address, Address, Tree]]:
    """The schema, the place and the value of each example of an object."""
    value = get(scope.plain, holder)
    schema = (*holder, "schema")
    is_json = _is_json(holder)
    for place, sample in _listed(scope, holder, value):
        # A text may be a value as it is sent, which only JSON and texts are themselves.
        is_data = place[-1] == _DATA
        if is_data or (is_json if is_json is not None else not isinstance(sample, str)):
            yield schema, place, sample


def _listed(scope: Scope, holder: Address, value: Any) -> Iterator[tuple[Address, Tree]]:
    if "example" in value:
        yield (*holder, "example"), value["example"]
    examples = value.get("examples")
    for name in examples if isinstance(examples, dict) else ():
        place, example = scope.follow((*holder, "examples", name))
        for key in ("value", _DATA) if isinstance(example, dict) else ():
            if get(example, (key,)) is not MISSING:
                yield (*place, key), example[key]


def _is_json(holder: Address) -> bool | None:
    """Whether a media type is JSON; None for what is none."""
    if holder[-2:-1] != ("content",) and holder[-2:-1] != ("mediaTypes",):
        return None
    key = bare(str(holder[-1]))
    return key.endswith(("/json", "+json"))


def _lacks_one_way(breach: Breach, one_way: set[str]) -> bool:
    asked: Any = breach.asked
    names = asked if isinstance(asked, list) else [asked]
    return breach.keyword == "required" and any(str(name) in one_way for name in names)


CHECKS: Final[Mapping[str, Check]] = {
    **dict.fromkeys(("parameter", "media type", "header"), _holder),
    **{f"schema.{direction}": _property for direction in DIRECTIONS},
    "end": _faults,
}
