"""The changes of the objects of OpenAPI that are no schemas: field by field, by what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from specmend.diff.checks.parameters import IGNORED, QUERYSTRING
from specmend.diff.comparison import Comparison
from specmend.diff.delta import IS_REQUIRED, Delta, below
from specmend.diff.fields import (
    Fields,
    fields_of,
    is_ignored,
    is_same_parameter,
    is_same_scheme,
    keyed,
)
from specmend.diff.flag_changes import keyword_changes
from specmend.diff.labels import label
from specmend.diff.media_ranges import beside_ranges
from specmend.diff.side import Side
from specmend.diff.swapped import SWAPPED, in_turn, may_be_one, with_swapped
from specmend.diff.whole_fields import (
    example_field,
    of_one_value,
    schema_field,
    stray_extensions,
)
from specmend.document.openapi.kinds import PARTS, Spot, spot_below
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree

_CONTENT: Final = "content"
_MEDIA_TYPE: Final = "media type"
_NAMES: Final = {"requestBody": "request body", "server": "server"}
_IDENTITY: Final = ("name", "in")
_SCHEME: Final = "security scheme"


def object_changes(compared: Comparison, kind: str, old: Address, new: Address) -> Iterator[Delta]:
    """What differs between two objects of a kind."""
    if kind == "schema":
        yield from compared.schemas((old,), (new,))
        return
    if compared.are_settled(old, new):
        return
    old, new = compared.old.settled(old), compared.new.settled(new)
    compared.old.met.add(old)
    compared.new.met.add(new)
    before, after = fields_of(compared.old, old, kind), fields_of(compared.new, new, kind)
    spot = Spot("one", kind)
    is_known = kind == "parameter" and is_same_parameter(before.values, after.values)
    for key in dict.fromkeys((*before.values, *after.values)):
        if is_known and key in _IDENTITY:
            yield from _other_name(key, before, after)
            continue
        if kind == _SCHEME and is_same_scheme(key, before.values, after.values):
            continue
        found = field_changes(compared, spot_below(spot, key), key, before, after)
        has_values = kind in ("parameter", "header") and key == "explode"
        yield from of_one_value(compared, found, before, after) if has_values else found


def field_changes(
    compared: Comparison, spot: Spot, key: str, before: Fields, after: Fields
) -> Iterator[Delta]:
    """What differs in one field of two objects."""
    one, other = before.values.get(key, MISSING), after.values.get(key, MISSING)
    places = before.place(key), after.place(key)
    is_whole = spot.shape == "one" and spot != Spot("one", "schema") and key != "example"
    is_flag = isinstance(one, bool) or isinstance(other, bool)
    if is_whole and not is_flag and MISSING in (one, other):
        verb = "gained" if one is MISSING else "lost"
        name = _NAMES.get(key) or (label(spot.kind, key)[0] if spot.kind in PARTS else key)
        yield Delta(
            text=f"{verb} {name}",
            address=places[1],
            kind=after.kind,
            key=key,
            before=_whole(compared.old, places[0]),
            after=_whole(compared.new, places[1]),
            was=places[0],
        )
    elif spot == Spot("one", "schema"):
        yield from schema_field(compared, key, before, after)
    elif key == "example":
        yield from example_field(key, before, after)
    elif spot.shape in ("map", "patterned", "list") and spot.kind != "data":
        yield from _members(compared, spot, key, before, after)
    elif (
        spot.kind in ("data", "unknown") or not isinstance(one, dict) or not isinstance(other, dict)
    ):
        yield from keyword_changes(after.kind, key, one, other, places[1], places[0])
    else:
        yield from below(object_changes(compared, spot.kind, *places), where=label(spot.kind, key))


def _whole(side: Side, place: Address) -> Tree:
    """What stands at a place, or what it refers to."""
    return side.at(side.settled(place))


def _members(
    compared: Comparison, spot: Spot, key: str, before: Fields, after: Fields
) -> Iterator[Delta]:
    """The members of a map by name, those of a list by what tells them apart."""
    old = keyed(compared.old, spot, before, key)
    new = keyed(compared.new, spot, after, key)
    several = len({*old, *new}) > 1
    found: dict[Any, list[Delta]] = {}
    for name in dict.fromkeys((*old, *new)):
        place = after.place(key)
        deltas = member_changes(compared, spot.kind, name, old, new, place, several)
        found[name] = [beside_ranges(compared, name, delta, old, new) for delta in deltas]
    for delta in swapped_members(compared, spot.kind, found, old, new):
        yield _in_content(delta, after.kind) if key == _CONTENT else delta
    yield from stray_extensions(spot, key, before, after)
    first, other = next(iter(old), None), next(iter(new), None)
    if spot.kind == "server" and first != other and first in new and other in old:
        text = f"{label(spot.kind, str(other))[0]} is the first one now"
        yield Delta(
            text=text,
            address=after.place(key),
            kind="server",
            key="order",
            before=first,
            after=other,
            was=before.place(key),
        )


def _other_name(key: str, before: Fields, after: Fields) -> Iterator[Delta]:
    """Another name of the parameter that is the whole query, which no request shows."""
    if key == "name" and after.values.get("in") == QUERYSTRING:
        names = before.values.get(key, MISSING), after.values.get(key, MISSING)
        for delta in keyword_changes(after.kind, key, *names, after.place(key), before.place(key)):
            yield replace(delta, key=QUERYSTRING)


def _in_content(delta: Delta, holder: str) -> Delta:
    """A media type that came or went: of a parameter or a header it is how the value is written."""
    is_member = delta.kind == _MEDIA_TYPE and not delta.key
    if holder not in ("parameter", "header") or not is_member:
        return delta
    return replace(delta, kind=holder, key=_CONTENT)


def member_changes(
    compared: Comparison,
    kind: str,
    name: Any,
    old: Mapping[Any, Address],
    new: Mapping[Any, Address],
    place: Address,
    several: bool = True,
) -> Iterator[Delta]:
    """What became of one member: it came, or went, or something in it differs.

    Of a header that OpenAPI has ignored, that is told apart.
    """
    for delta in _member_changes(compared, kind, name, old, new, place, several):
        yield replace(delta, kind=IGNORED, key="") if is_ignored(kind, name) else delta


def _member_changes(
    compared: Comparison,
    kind: str,
    name: Any,
    old: Mapping[Any, Address],
    new: Mapping[Any, Address],
    place: Address,
    several: bool,
) -> Iterator[Delta]:
    called = _written(compared, kind, name, old, new)
    shown = label(kind, called, several=True)
    if name not in old:
        value = compared.new.at(new[name])
        whole = compared.new.at(compared.new.settled(new[name]))
        yield Delta(
            text=_came(kind, name, shown[0], whole),
            address=new[name],
            member=value,
            kind=kind,
            after=whole,
            is_reference=whole is not value,
        )
    elif name not in new:
        value = compared.old.at(old[name])
        whole = compared.old.at(compared.old.settled(old[name]))
        address = place if isinstance(old[name][-1], int) else (*place, old[name][-1])
        yield Delta(
            text="needs credentials now" if _is_open(kind, name) else f"lost {shown[0]}",
            address=address,
            member=value,
            kind=kind,
            before=whole,
            was=old[name],
            is_reference=whole is not value,
        )
    else:
        found = object_changes(compared, kind, old[name], new[name])
        via = compared.via(old[name], new[name])
        for delta in below(found, where=label(kind, called, several=several)):
            yield delta if via is None else replace(delta, via=via, depth=0)


def swapped_members(
    compared: Comparison,
    kind: str,
    found: Mapping[Any, Sequence[Delta]],
    old: Mapping[Any, Address],
    new: Mapping[Any, Address],
) -> Iterator[Delta]:
    """What was found in members, with two that are swapped as one difference."""

    def one_of(names: Sequence[Any], parts: tuple[Delta, ...]) -> Delta:
        name = names[0]
        words = [label(kind, _written(compared, kind, one, old, new))[0] for one in names]
        return Delta(
            text=f"{in_turn(words)} are swapped",
            address=new[name],
            kind=kind,
            key=SWAPPED,
            before=_whole(compared.old, old[name]),
            after=_whole(compared.new, new[name]),
            was=old[name],
            parts=parts,
        )

    def crosswise(name: Any, other: Any) -> list[Delta] | None:
        if name not in old or other not in new:
            return None
        if not may_be_one(_whole(compared.old, old[name]), _whole(compared.new, new[other])):
            return None
        with compared.trial():
            deltas = [*object_changes(compared, kind, old[name], new[other])]
        words = label(kind, _written(compared, kind, other, old, new))
        return [
            delta
            for delta in below(deltas, where=words)
            if kind != "parameter" or delta.key not in _IDENTITY
        ]

    if kind in _SWAPPING:
        yield from with_swapped(found, crosswise, one_of)
    else:
        yield from (delta for deltas in found.values() for delta in deltas)


_SWAPPING: Final = ("parameter", "header", "response", "media type")
"""The kinds of which two members may be told as swapped."""


def _came(kind: str, name: Any, called: str, member: Tree) -> str:
    """What to say of a member that came."""
    if _is_open(kind, name):
        return "needs no credentials now"
    is_required = isinstance(member, dict) and member.get("required") is True
    is_told = is_required and kind in ("parameter", "header")
    return f"gained {called}{IS_REQUIRED}" if is_told else f"gained {called}"


def _is_open(kind: str, name: Any) -> bool:
    """Whether a requirement asks for nothing."""
    return kind == "security requirement" and name == ()


def _written(
    compared: Comparison,
    kind: str,
    name: Any,
    old: Mapping[Any, Address],
    new: Mapping[Any, Address],
) -> Any:
    """What tells a member apart, as it is written; names of headers are the same in any case."""
    place = new.get(name) or old[name]
    if kind in _SPELLED:
        return place[-1]
    if kind != "parameter" or name[1:2] not in (("header",), (QUERYSTRING,)):
        return name
    side = compared.new if name in new else compared.old
    value = side.at(side.settled(place))
    written = value.get("name") if isinstance(value, dict) else None
    return (written, *name[1:]) if isinstance(written, str) else name


_SPELLED: Final = ("header", "media type")
"""The kinds of members that are named by their keys, which have several spellings."""
