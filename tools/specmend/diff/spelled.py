"""What a schema says by its own keywords, in one spelling for all versions of OpenAPI."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from specmend.document.openapi.keywords import (
    EMPTY,
    KEYWORDS,
    LOWER_BOUNDS,
    NEUTRAL,
    UPPER_BOUNDS,
)
from specmend.document.openapi.keywords import VALUES as VALUES_KEYWORDS
from specmend.document.openapi.media_types import one_spelling
from specmend.document.tree.values import Tree, same
from specmend.matching.spelling import EXCLUSIVE, FORMATS, bound_meant

TYPE: Final = "type"
NULL: Final = "null"
FORMAT: Final = "format"
VALUES: Final = "enum"
EXAMPLES: Final = "examples"


_OF_NUMBERS: Final = frozenset(
    {*UPPER_BOUNDS, *LOWER_BOUNDS, *VALUES_KEYWORDS, "multipleOf", "default"}
)
"""The keywords in which a number is the same with a zero behind the point and without."""


class Word(NamedTuple):
    """A keyword in the one spelling, its value, and the keyword under which it is written."""

    keyword: str
    value: Tree
    key: str


def spelled(schema: Mapping[str, Tree]) -> Iterator[Word]:
    """What the keywords say that hold no schemas; a keyword may come twice."""
    for key, value in schema.items():
        if KEYWORDS.get(key) not in ("schema", "list", "map") and not says_nothing(key, value):
            meant = _number_meant(value) if key in _OF_NUMBERS else value
            yield from _SPELLINGS.get(key, _as_it_is)(schema, key, meant)


def says_nothing(key: str, value: Tree) -> bool:
    """Whether a keyword with this value says no more than its absence."""
    if key in NEUTRAL and same(NEUTRAL[key], value):
        return True
    if key == "minContains" and same(value, 1):
        # JSON Schema validation section 6.4.5.
        return True
    return any(same(value, empty) for empty in EMPTY.get(key, ()))


def pure_types(schema: Tree) -> list[str] | None:
    """The types of a schema that says nothing but these; None for any other."""
    if not isinstance(schema, dict) or not schema or not schema.keys() <= {"type", "nullable"}:
        return None
    types = [*_listed(schema.get("type"))]
    if schema.get("nullable") is True:
        types.append("null")
    return types or None


def _number_meant(value: Tree) -> Tree:
    """A number in one spelling, alone or in a list: 1.0 is 1 (JSON Schema core section 4.2.2)."""
    if isinstance(value, list):
        return [_number_meant(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _types(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:  # noqa: ARG001
    listed = _listed(value)
    yield Word(TYPE, sorted(kind for kind in listed if kind != "null"), key)
    if "null" in listed:
        yield Word(NULL, True, key)


def _nullable(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:  # noqa: ARG001
    yield Word(NULL if value is True else key, value, key)


def _values(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:  # noqa: ARG001
    if key == "const":
        yield Word(VALUES, [value], key)
    else:
        yield Word(VALUES, value, key)


def _examples(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:  # noqa: ARG001
    listed = value if key == "examples" and isinstance(value, list) else [value]
    yield from (Word(EXAMPLES, example, key) for example in listed)


def _bound(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:
    yield Word(bound_meant(schema, key), value, key)


def _exclusive(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:
    bound = key.removeprefix("exclusive").lower()
    if not isinstance(value, bool) or (value and bound not in schema):
        yield Word(key, value, key)


def _content(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:
    known, format_ = FORMATS[key]
    if isinstance(value, str):
        # Encodings are the same in any case (RFC 2045 section 6.1).
        value = one_spelling(value) if key == "contentMediaType" else value.lower()
    if value != known or FORMAT in schema:
        yield Word(key, value, key)
        return
    yield Word(FORMAT, format_, key)
    if TYPE not in schema:
        yield Word(TYPE, ["string"], key)


def _as_it_is(schema: Mapping[str, Tree], key: str, value: Tree) -> Iterator[Word]:  # noqa: ARG001
    yield Word(key, value, key)


def _listed(types: Tree) -> list[Tree]:
    if types is None:
        return []
    return list(types) if isinstance(types, list) else [types]


_Spelling = Callable[[Mapping[str, Tree], str, Tree], Iterator[Word]]

_SPELLINGS: Final[Mapping[str, _Spelling]] = {
    "type": _types,
    "nullable": _nullable,
    **dict.fromkeys(("enum", "const"), _values),
    **dict.fromkeys(("example", "examples"), _examples),
    **dict.fromkeys(EXCLUSIVE, _bound),
    **dict.fromkeys(EXCLUSIVE.values(), _exclusive),
    **dict.fromkeys(FORMATS, _content),
}
