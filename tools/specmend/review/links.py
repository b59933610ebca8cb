"""Which changes of a package come from which changes of its document, by the names of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from specmend.diff.change import Change
from specmend.diff.checks.table import FAMILIES
from specmend.document.tree.pointer import parse_pointer
from specmend.surface.change import SurfaceChange

_SURE: Final = 2
"""The least strength of a link that makes two changes one cause."""

_COMPONENTS: Final = "components"
_TEXTS: Final = frozenset(
    check.id
    for check in FAMILIES["Texts, tags and examples"]
    # A component that no operation uses has a class too.
    if not check.id.startswith("component-")
)
_OPERATION_ID: Final = "operation-id-"
"""Begins the ids of the checks of the name that a method of the package comes from."""

_OF_CALL: Final = 3
"""Tokens of the place of an operation."""

_OF_COMPONENT: Final = 3
"""Tokens of the place of a component."""

_OTHER: Final = re.compile(r"[^0-9a-z]+")
_CALLED: Final = re.compile(r"(?P<method>\w+)\((?P<argument>\w+)\)")
_PROPERTIES: Final = ("properties", "patternProperties")
_PLACES: Final = ("query", "path", "header", "cookie", "formData", "body")

Name = tuple[str, str]
"""The name of a holder and that of a member, in small letters and digits alone."""


def linked(
    wire: Sequence[Change], package: Sequence[SurfaceChange], methods: Mapping[str, str]
) -> tuple[tuple[tuple[int, ...], bool], ...]:
    """For each change of a package, the indexes of the changes of the document that made it.

    `methods` are the names of methods by their requests, as `POST /copy`. The second value says
    whether the link is sure: the same member of the same class or call. Else only the class or the
    call is the same. Texts and examples make nothing of a package.
    """
    sides = [_Wire(change, methods) for change in wire]
    return tuple(_best(sides, change) for change in package)


class _Wire:
    """The names that a change of a document has in a package."""

    def __init__(self, change: Change, methods: Mapping[str, str]) -> None:
        tokens, old = list(parse_pointer(change.place)), list(parse_pointer(change.was))
        self.methods = {_plain(methods.get(one, _last_word(one))) for one in change.affects}
        self.methods |= _ids(change)
        self.change = change
        self.is_text = change.id in _TEXTS
        # Its place is that of one of the members alone.
        self.is_swap = change.id.endswith("-swapped")
        self.members = {*_members(tokens), *_members(old), _plain(change.name)} - {""}
        self.holders = {*_holders(tokens), *_holders(old)}
        self.parts = {holder + member for holder, member in (*_pairs(tokens), *_pairs(old))}
        self.is_call = tokens[:1] == ["paths"] and len(tokens) <= _OF_CALL
        self.is_call |= change.id.startswith(_OPERATION_ID)
        self.side = tokens[_OF_CALL] if tokens[:1] == ["paths"] and len(tokens) > _OF_CALL else ""
        self.is_component = tokens[:1] == [_COMPONENTS] and len(tokens) == _OF_COMPONENT

    def strength(self, names: Sequence[Name], id_: str) -> int:
        """How sure it is that a change with these names comes of this one: 0 to 3."""
        if self.is_text:
            return 0
        found = [self._strength(holder, member) for holder, member in names]
        return max(_SURE if self._is_of_call(names, id_) else 0, *found)

    def _is_of_call(self, names: Iterable[Name], id_: str) -> bool:
        """Whether this is the answer or the body of the call whose result or argument it is."""
        called = any(self.methods.intersection(name) for name in names)
        is_result = id_.startswith("result-") and self.side == "responses"
        is_body = id_.startswith("argument-") and self.side == "requestBody"
        return called and not self.members and (is_result or is_body)

    def _strength(self, holder: str, member: str) -> int:
        both = {holder, member}
        if member in self.members and (holder in self.holders or holder in self.methods):
            return 3
        if self.is_call and member in self.methods:
            return 3
        if self.parts & both or (self.is_component and self.holders & both):
            return 3
        owners = self.holders | self.methods
        if self.is_swap and holder in owners:
            return _SURE
        extended = any(_extends(one, owner) for one in both for owner in owners)
        if extended and (self.is_component or member in self.members):
            return 2
        return int(extended)


def _best(sides: Sequence[_Wire], change: SurfaceChange) -> tuple[tuple[int, ...], bool]:
    """The surest links; of those that are not sure, the ones that are as bad as the change."""
    names = _names(change)
    strengths = [side.strength(names, change.id) for side in sides]
    most = max(strengths, default=0)
    if not most:
        return (), False
    found = [at for at, one in enumerate(strengths) if one == most]
    if most < _SURE:
        as_bad = [at for at in found if sides[at].change.level == change.level]
        found = as_bad or found
    return tuple(found), most >= _SURE


def _names(change: SurfaceChange) -> list[Name]:
    """Every class or method with every member that a change of a package is about."""
    found: dict[Name, None] = {}
    if change.id == "argument-renamed":
        method = change.place.partition("(")[0].rpartition(".")[2]
        found[_plain(method), _plain(change.after)] = None
    for text in (change.place, change.subject, *change.affects):
        called = _CALLED.search(text)
        if called:
            found[_plain(called["method"]), _plain(called["argument"])] = None
        parts = ["", *text.partition("(")[0].split(".")]
        found[_plain(parts[-2]), _plain(parts[-1])] = None
    return list(found)


def _holders(tokens: Sequence[str]) -> Iterator[str]:
    """The component of a place, and what holds each property on the way."""
    if tokens[:1] == [_COMPONENTS] and len(tokens) > 2:  # noqa: PLR2004
        yield _plain(tokens[2])
    yield from (holder for holder, _ in _pairs(tokens) if holder)


def _members(tokens: Sequence[str]) -> Iterator[str]:
    """The innermost property or parameter of a place."""
    pairs = list(_pairs(tokens))
    if pairs:
        yield pairs[-1][1]
    for token in reversed(tokens):
        place, _, name = token.partition(":")
        if name and place in _PLACES:
            yield _plain(name)
            break


def _pairs(tokens: Sequence[str]) -> Iterator[Name]:
    """Each property on the way to a place, with the names of what holds it, as one word."""
    holder = _plain(tokens[2]) if tokens[:1] == [_COMPONENTS] and len(tokens) > 2 else ""  # noqa: PLR2004
    for at, token in enumerate(tokens[:-1]):
        if token in _PROPERTIES:
            name = _plain(tokens[at + 1])
            yield holder, name
            holder += name


def _extends(longer: str, start: str) -> bool:
    """Whether a name is that of a part of another one, as `ChatRequestOptions` of `ChatRequest`."""
    return bool(start) and longer.startswith(start)


def _ids(change: Change) -> set[str]:
    """The names that an operation had and has, where it is its id that changed."""
    values = (change.before, change.after) if change.id.startswith(_OPERATION_ID) else ()
    return {_plain(value) for value in values if isinstance(value, str)}


def _last_word(operation: str) -> str:
    words = [word for word in operation.split("/") if word and not word.startswith("{")]
    return words[-1] if words else operation


def _plain(name: str) -> str:
    return _OTHER.sub("", name.lower())
