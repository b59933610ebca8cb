"""Whether a new document says what a step takes away, maybe under another keyword."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from specmend.document.openapi.keywords import CLOSING, UNIONS
from specmend.document.openapi.references import locate, reference_of
from specmend.document.tree.values import Tree
from specmend.drift.served import are_one_server
from specmend.matching.equivalence import is_equivalent
from specmend.matching.locator import Locator
from specmend.matching.named_by_pattern import fits_pattern
from specmend.matching.sayings import Saying, sayings
from specmend.matching.spelling import BRANCH, EXCLUSIVE, NULL, NULLABLE, VALUE

_TYPE: Final = "type"
_PROPERTIES: Final = "properties"
_SECURITY: Final = "security"
_SCHEME: Final = "#/components/securitySchemes/"
_SERVERS: Final = "servers"
_OF_OBJECTS: Final = {"properties", "required"}
_ENCODING: Final = {"format", "contentEncoding"}
_CLOSING: Final = {*CLOSING, "items"}
_NUMBERS: Final = ("integer", "number")
"""Each of the two allows some of what the other one does."""


def is_same_fault(locator: Locator, one: Saying, fault: Saying) -> bool:
    """Whether a fault is said; `nullable` is that of null, even where it says nothing."""
    if {one.keyword, fault.keyword} <= {NULL, NULLABLE} or one.key == fault.key:
        return True
    if one.keyword != fault.keyword:
        return _is_under_other_keyword(locator, one, fault)
    if one.keyword == _TYPE and one.value in _NUMBERS and fault.value in _NUMBERS:
        return True
    same_value = _SAME_VALUE.get(one.keyword)
    if same_value is not None and same_value(one.value, fault.value):
        return True
    trees = (locator.old, locator.new)
    is_same_branch = one.keyword == BRANCH and is_equivalent(fault.value, one.value, *trees)
    return is_same_branch or _names_same(locator, one, fault)


def _are_one_number(one: Tree, other: Tree) -> bool:
    """Whether two numbers are equal, as 1 and 1.0 are (JSON Schema core section 4.2.2)."""
    are_numbers = all(type(value) in (int, float) for value in (one, other))
    return are_numbers and bool(one == other)


def _are_one_requirement(one: Tree, other: Tree) -> bool:
    """Whether two requirements name the same schemes, each by its name or by a reference."""
    return bool(_schemes(one)) and _schemes(one) == _schemes(other)


def _schemes(requirement: Tree) -> dict[str, Tree]:
    """The schemes of a requirement; since OpenAPI 3.2 a reference may name one (section 4.30)."""
    named = requirement if isinstance(requirement, dict) else {}
    return {str(name).removeprefix(_SCHEME): scopes for name, scopes in named.items()}


def _is_under_other_keyword(locator: Locator, one: Saying, fault: Saying) -> bool:
    """Whether a property is described by its pattern, or a branch by what it allows.

    A bound stays one where it became exclusive, and what describes each member of a list or an
    object does so under another keyword.
    """
    if (fault.keyword, one.keyword) == ("properties", "patternProperties"):
        return fits_pattern(one.value, fault.value)
    if EXCLUSIVE.get(one.keyword) == fault.keyword or EXCLUSIVE.get(fault.keyword) == one.keyword:
        return True
    if {one.keyword, fault.keyword} == _ENCODING:
        return True
    if {one.keyword, fault.keyword} <= _CLOSING:
        return is_equivalent(fault.value, one.value, locator.old, locator.new)
    return fault.keyword == BRANCH and one.key in _allowed(locator, fault)


def _allowed(locator: Locator, branch: Saying) -> set[tuple[str, str]]:
    """What a branch of a union allows: values, properties, or types. A schema may say so itself.

    What a branch of `allOf` says of an object may be said by the schema itself.
    """
    said = [one for one in sayings(locator.old, branch.at) if one.reach == "always"]
    if branch.at[-2] not in UNIONS:
        return {one.key for one in said if one.keyword in _OF_OBJECTS}
    for keyword in (VALUE, _PROPERTIES, _TYPE):
        keys = {one.key for one in said if one.keyword == keyword}
        if keys:
            return keys
    return set()


def _names_same(locator: Locator, one: Saying, fault: Saying) -> bool:
    """Whether two references name one thing, which has another name by now."""
    was = locate(locator.old, _reference(fault))
    now = locate(locator.new, _reference(one))
    if was is None or now is None:
        return False
    match = locator.locate(was)
    return match.whole and match.at == now


def _reference(saying: Saying) -> str:
    """The reference that a saying is about; empty for any other."""
    if saying.keyword == "$ref" and isinstance(saying.value, str):
        return saying.value
    return reference_of(saying.value) if saying.keyword == BRANCH else ""


_SAME_VALUE: Final[Mapping[str, Callable[[Tree, Tree], bool]]] = {
    _SECURITY: _are_one_requirement,
    _SERVERS: are_one_server,
    VALUE: _are_one_number,
}
"""Keywords whose values may be written in two ways."""
