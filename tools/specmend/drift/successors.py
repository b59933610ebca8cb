"""What upstream newly says that may forbid the same as what it does not say any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from specmend.document.openapi.keywords import (
    CONDITIONS,
    KEYWORDS,
    NAMING_PROPERTIES,
    OPEN_TO_ALL,
    PROSE_KEYWORDS,
    SUCCESSORS,
)
from specmend.document.openapi.operations import METHODS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, same
from specmend.drift.lookalikes import are_alike
from specmend.matching.locator import Locator
from specmend.matching.named_by_pattern import fits_pattern
from specmend.matching.sayings import Saying
from specmend.matching.spelling import EXAMPLE, NULL, NULLABLE, VALUE

_TYPE: Final = "type"
_ALLOWING: Final = frozenset({VALUE, _TYPE})
"""Keywords with a list of what is allowed."""

_FORBIDDING: Final = frozenset({"not", "if"})
_METHODS: Final = frozenset(METHODS)
_ENCODINGS: Final = ("encoding", "prefixEncoding", "itemEncoding")
_OF_OBJECTS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(_ENCODINGS, _ENCODINGS),
    "parameters": ("requestBody",),
    EXAMPLE: ("externalValue",),
    "mapping": ("defaultMapping",),
    "defaultMapping": ("mapping",),
    "schema": ("itemSchema",),
    "itemSchema": ("schema",),
}
"""The same for fields of media types and of links."""

_SECURITY: Final = "security"
_WHOLE: Final = "multipleOf"
_PROPERTIES: Final = "properties"
_OF_NAMES: Final = frozenset({_PROPERTIES, "required"})
_VENDOR: Final = "x-"
_WORDS: Final = frozenset({"title", "summary", "description"})


def successors(
    locator: Locator, lost: Iterable[Saying], wanted: Iterable[Saying], joined: Sequence[Saying]
) -> Iterator[Saying]:
    """What the new tree says that may stand in the place of something lost.

    Something lost that the step replaces by another value of the same keyword is known by that.
    """
    replaced = {one.keyword for one in wanted}
    new = locator.new
    near = [one for one in joined if one.reach != "inside" and not _says_nothing(new, one)]
    for one in lost:
        may_succeed = _narrows if one.keyword in replaced else _may_succeed
        yield from (other for other in near if may_succeed(one, other))
        yield from (other for other in near if _is_other_method(locator, one, other))


def contradictions(
    wanted: Iterable[Saying], said: Sequence[Saying], joined: Iterable[Saying]
) -> Iterator[Saying]:
    """What joined and may forbid what is wanted and said, as another list of values does."""
    always = [one for one in joined if one.reach == "always"]
    for one in wanted:
        if one.keyword not in _ALLOWING:
            continue
        lists = {_list_of(other) for other in said if other.key == one.key}
        for other in always if lists else ():
            is_beside = other.keyword == one.keyword and _list_of(other) not in lists
            if other.keyword in _FORBIDDING or is_beside:
                yield other


def _list_of(saying: Saying) -> Address:
    """The list that a value or a type stands in, or the keyword with the only one."""
    return saying.at[:-1] if isinstance(saying.at[-1], int) else saying.at


def _is_other_method(locator: Locator, one: Saying, other: Saying) -> bool:
    """Whether an operation of a path item may be one that had another method."""
    if one.keyword == other.keyword or not {one.keyword, other.keyword} <= _METHODS:
        return False
    return are_alike(get(locator.old, one.at), get(locator.new, other.at))


def _narrows(one: Saying, other: Saying) -> bool:
    """Whether a number of another type is to be a whole one still, or a scheme is asked for."""
    if one.keyword == _TYPE:
        return other.keyword == _WHOLE
    return one.keyword == _SECURITY == other.keyword and not _schemes(one).isdisjoint(
        _schemes(other)
    )


def _schemes(requirement: Saying) -> set[str]:
    """The names of the security schemes of a requirement; said of several, it is the last one."""
    value = requirement.value
    if isinstance(value, list) and value:
        value = value[-1]
    return set(value) if isinstance(value, dict) else set()


def _may_succeed(one: Saying, other: Saying) -> bool:
    if _narrows(one, other) or _is_of_vendor(one, other) or _are_same_words(one, other):
        return True
    if one.keyword in _OF_NAMES:
        return other.keyword in SUCCESSORS.get(one.keyword, ()) or _names(other, one.value)
    if (one.keyword, other.keyword) == ("patternProperties", _PROPERTIES):
        return fits_pattern(str(one.value), other.value)
    is_condition = other.keyword in CONDITIONS and one.keyword in KEYWORDS
    return is_condition or other.keyword in SUCCESSORS.get(one.keyword, _in_objects(one))


def _in_objects(one: Saying) -> tuple[str, ...]:
    """The fields of an object that may say what another one says.

    The parameters of an operation, unlike those of a link, are pairs of a name and a location.
    """
    return () if isinstance(one.value, list) else _OF_OBJECTS.get(one.keyword, ())


def _is_of_vendor(one: Saying, other: Saying) -> bool:
    """Whether one of two keywords is the other one as an extension, as `x-nullable`.

    Or an extension of another name with the same value.
    """
    if one.keyword == other.keyword:
        return False
    keyword, successor = (_without_vendor(saying.keyword) for saying in (one, other))
    if keyword == successor:
        return True
    are_extensions = one.keyword != keyword and other.keyword != successor
    return are_extensions and one.value not in (True, False) and same(one.value, other.value)


def _without_vendor(keyword: str) -> str:
    """A keyword without the start of an extension; each spelling of null is one."""
    bare = keyword.removeprefix(_VENDOR)
    return NULLABLE if bare == NULL else bare


def _are_same_words(one: Saying, other: Saying) -> bool:
    """Whether the text of a field for people stands in another one of these."""
    return {one.keyword, other.keyword} <= _WORDS and same(one.value, other.value)


def _names(saying: Saying, name: Tree) -> bool:
    """Whether something is said about a property of a name; a pattern may be about it too."""
    if saying.keyword == "patternProperties":
        return fits_pattern(str(saying.value), name)
    return saying.keyword in NAMING_PROPERTIES and _holds(saying.value, name)


def _holds(value: Tree, name: Tree) -> bool:
    """Whether a name stands anywhere in a value, as a key or as a text."""
    todo: list[Any] = [value]
    while todo:
        one = todo.pop()
        if same(one, name):
            return True
        if isinstance(one, dict):
            todo += [*one, *one.values()]
        elif isinstance(one, list):
            todo += one
    return False


def _says_nothing(tree: Tree, saying: Saying) -> bool:
    """Whether a keyword forbids nothing, for its schema allows everything."""
    value = get(tree, saying.at)
    is_bare = isinstance(value, dict) and PROSE_KEYWORDS.issuperset(value)
    return saying.keyword in OPEN_TO_ALL and (value is True or is_bare)
