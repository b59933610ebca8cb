"""The breaches of a JSON Schema by a value, as records that say where and what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError, ValidationErrorKind

WHOLE: Final = "x-specmend-whole"
"""The keyword by which an integer is one without a fraction: 1.0 is none, as in OpenAPI 3.0."""

_NAMELESS: Final = "\ue000"
"""In place of an empty key: a sign for private use."""

_TOO_LONG: Final = ("BacktrackLimitExceeded", "RegexEngineFailure")
_HOLDING: Final = ("anyOf", "oneOf")
_TYPES: Final = ("object", "array", "string", "number", "integer", "boolean", "null")
_CLOSING: Final = (("additionalProperties",), ("unevaluatedProperties",))


@dataclass(frozen=True, kw_only=True, slots=True)
class Breach:
    """One breach: the keyword, what it asks for, and what stands at the address instead.

    Of `required` and the like `asked` is the one field that is lacking; of a keyword that closes an
    object, the fields that are too many; of a composition, its branches, and `branches` has the
    breaches of each. `location` is where in the schema the keyword stands.
    """

    keyword: str
    asked: Any
    address: Address
    found: Tree
    location: Address = ()
    branches: tuple[tuple[Breach, ...], ...] = ()


class Checker:
    """A JSON Schema (2020-12), compiled once; nothing is ever fetched.

    Formats count where `formats` are given, which overrule those of the library.
    Raises ValueError for what is no schema, or refers to what is not there.
    """

    def __init__(self, schema: Mapping[str, Any], formats: Mapping[str, Any] | None = None) -> None:
        # The library takes its time to load.
        import jsonschema_rs

        self._schema = schema
        self._compiled = jsonschema_rs.Draft202012Validator(
            {**schema},
            formats={**(formats or {})},
            validate_formats=formats is not None,
            keywords={WHOLE: _WholeNumber},
            offline=True,
        )

    def breaches(self, value: Tree) -> list[Breach]:
        """The breaches of a value, in the order of the schema."""
        try:
            found = self._found(value)
        except UnicodeEncodeError:
            value = _in_unicode(value)
            found = self._found(value)
        if not any(_may_lack_a_key(breach, value) for breach in found):
            return found
        named = [_with_empty_keys(breach, value) for breach in self._found(_with_names(value))]
        # Where the schema has an empty key itself, the paths stay as they are.
        return named if len(named) == len(found) else found

    def _found(self, value: Tree) -> list[Breach]:
        errors = list(self._compiled.iter_errors(value))
        return [_breach(error, value, self._schema) for error in errors]


class _WholeNumber:
    """The keyword that no number with a fraction fulfills, not even 1.0."""

    def __init__(self, *_: object) -> None: ...

    def validate(self, value: object) -> None:
        """Raise ValueError for a whole number that is written with a fraction."""
        if isinstance(value, float) and value.is_integer():
            raise ValueError


def with_whole_numbers(schema: Any) -> Any:
    """A schema of ours in which no integer has a fraction."""
    if isinstance(schema, list):
        return [with_whole_numbers(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: with_whole_numbers(value) for key, value in schema.items()}
    return {**inner, WHOLE: True} if schema.get("type") == "integer" else inner


def _breach(error: ValidationError, value: Tree, schema: Mapping[str, Any]) -> Breach:
    kind, address = error.kind, _address(error.instance_path, value)
    location = _address(error.schema_path, schema)
    found = get(value, address)
    keyword, asked = _asked(kind, found, location, schema)
    branches = kind.value if keyword in _HOLDING else ()
    return Breach(
        keyword=keyword,
        asked=asked,
        address=address,
        found=found,
        location=location,
        branches=tuple(tuple(_breach(e, value, schema) for e in branch) for branch in branches),
    )


def _asked(
    kind: ValidationErrorKind, found: Tree, location: Address, schema: Mapping[str, Any]
) -> tuple[str, Any]:
    """The keyword of a breach, and what it asks for."""
    keyword = kind.name
    written = get(schema, location)
    if keyword == WHOLE:
        return "type", ["integer"]
    if type(kind).__name__ in _TOO_LONG:
        return "tries", None
    if keyword == "falseSchema" and location[-1:] in _CLOSING and isinstance(found, dict):
        return str(location[-1]), list(found)
    if keyword in _HOLDING:
        return keyword, written
    if keyword == "type":
        return keyword, sorted(kind.value, key=_TYPES.index)
    return keyword, kind.value


def _address(path: list[str | int], value: Tree) -> Address:
    """A path of the library as an address: it takes each key that looks like a number for one."""
    address: Address = ()
    for part in path:
        token = _key(value, part) if isinstance(value, dict) and isinstance(part, int) else part
        address = (*address, token)
        value = get(value, (token,))
    return address


def _may_lack_a_key(breach: Breach, value: Tree) -> bool:
    """Whether the path of a breach may lack an empty key: the library leaves them out."""
    return any("" in above for above in _on_the_way(value, breach.address)) or any(
        _may_lack_a_key(inner, value) for branch in breach.branches for inner in branch
    )


def _on_the_way(value: Tree, address: Address) -> Iterator[dict[str, Tree]]:
    """The mappings at an address and above it."""
    for token in (*address, None):
        if isinstance(value, dict):
            yield value
        value = MISSING if token is None else get(value, (token,))


def _key(value: dict[str, Tree], number: int) -> str:
    written = str(number)
    alike = (key for key in value if key.removeprefix("+").lstrip("0") == written.lstrip("0"))
    return written if written in value else next(alike, written)


def _with_names(value: Tree) -> Tree:
    """A value with a name in the place of each empty key."""
    if isinstance(value, list):
        return [_with_names(member) for member in value]
    if isinstance(value, dict):
        return {key or _NAMELESS: _with_names(member) for key, member in value.items()}
    return value


def _with_empty_keys(breach: Breach, value: Tree) -> Breach:
    """The breach of a value whose keys are empty again."""
    address = tuple("" if token == _NAMELESS else token for token in breach.address)
    branches = tuple(
        tuple(_with_empty_keys(inner, value) for inner in branch) for branch in breach.branches
    )
    asked = "" if breach.asked == _NAMELESS else breach.asked
    if isinstance(asked, list):
        asked = ["" if one == _NAMELESS else one for one in asked]
    found = get(value, address)
    return replace(breach, address=address, found=found, asked=asked, branches=branches)


def _in_unicode(value: Tree) -> Tree:
    """A value with a sign of its own for each half of a surrogate pair, which no text is."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, list):
        return [_in_unicode(member) for member in value]
    if isinstance(value, dict):
        return {_in_unicode(key): _in_unicode(member) for key, member in value.items()}
    return value
