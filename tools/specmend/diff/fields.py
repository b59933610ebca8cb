"""The fields of an object in one spelling, and what tells the members of a field apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.diff.side import Side
from specmend.document.openapi.kinds import Spot, is_stray_extension
from specmend.document.openapi.media_types import one_spelling
from specmend.document.openapi.parameters import IGNORED_HEADERS
from specmend.document.openapi.statuses import status_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, canonical, same

_BINARY: Final[dict[str, Tree]] = {"type": "string", "format": "binary"}
_JSON: Final = "json"
_CONTENT_TYPE: Final = "contentType"
_FALSE: Final = ("required", "deprecated", "allowEmptyValue", "allowReserved")
_STYLES: Final = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_EMPTY: Final = ("parameters", "tags", "callbacks", "headers", "links", "encoding", "content")
"""Fields that say no more than their absence where they are empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """The fields of an object of a kind; `anything` is a schema that says no more than none."""

    address: Address
    values: Mapping[str, Tree]
    kind: str = ""
    anything: Tree = None

    def place(self, key: str) -> Address:
        """The address of a field."""
        return (*self.address, key)


def fields_of(side: Side, address: Address, kind: str) -> Fields:
    """The fields of an object, without those that say no more than their absence."""
    value = side.at(address)
    beside: dict[str, Tree] = {}
    target = side.target(address)
    if isinstance(value, dict) and target is not None and target != address:
        # What stands beside a reference counts before what it leads to.
        beside = {key: one for key, one in value.items() if key != "$ref"}
        address = side.settled(target)
        side.met.update((target, address))
        value = side.at(address)
    if not isinstance(value, dict):
        return Fields(address=address, values={"": value}, kind=kind)
    values = {key: one for key, one in value.items() if not _is_default(kind, value, key, one)}
    if kind == "encoding" and isinstance(values.get(_CONTENT_TYPE), str):
        values[_CONTENT_TYPE] = _listed_types(str(values[_CONTENT_TYPE]))
    values |= beside
    if kind in ("parameter", "header", "media type"):
        values = _with_one_example(side, address, values)
    anything = _BINARY if kind == "media type" and _JSON not in str(address[-1]).lower() else None
    return Fields(address=address, values=values, anything=anything, kind=kind)


def _listed_types(text: str) -> str:
    """A list of media types in one spelling."""
    return ", ".join(one_spelling(name) for name in text.split(","))


def keyed(side: Side, spot: Spot, fields: Fields, key: str) -> dict[Any, Address]:
    """The members of a field by what tells them apart, with their addresses."""
    value = fields.values.get(key, MISSING)
    place = fields.place(key)
    found: dict[Any, Address] = {}
    if isinstance(value, dict):
        named = {
            name: member
            for name, member in value.items()
            if not is_stray_extension(spot, name, member)
        }
        found = {known: (*place, name) for known, name in _known_names(spot.kind, named).items()}
    elif isinstance(value, list):
        for index in range(len(value)):
            identity = identity_of(side, spot.kind, (*place, index))
            while identity in found:
                identity = (*identity, "again") if isinstance(identity, tuple) else f"{identity} "
            found[identity] = (*place, index)
    return found


def identity_of(side: Side, kind: str, address: Address) -> Any:
    """What tells a member of a list from the others."""
    value = side.at(side.settled(address))
    if not isinstance(value, dict):
        return canonical(value)
    if kind == "parameter" and "$ref" not in value:
        return parameter_identity(value)
    if kind == "security requirement":
        return requirement_identity(value)
    names = ("url",) if kind == "server" else ("name", "url", "$ref")
    for name in names:
        if isinstance(value.get(name), str):
            return value[name]
    return canonical(value)


def parameter_identity(parameter: Mapping[str, Tree]) -> tuple[str, str]:
    """The name and place of a parameter; names of headers are the same in any case (RFC 9110).

    What a damaged one lacks is empty.
    """
    name, where = str(parameter.get("name", "")), str(parameter.get("in", ""))
    if where == "querystring":
        # It is the whole query, and there is one at most.
        return ("", where)
    return (name.lower() if where == "header" else name, where)


def is_ignored(kind: str, name: Any) -> bool:
    """Whether OpenAPI has a header ignored that is described (3.1 sections 4.8.12 and 4.8.17)."""
    if kind == "header":
        return bool(name == "content-type")
    return bool(kind == "parameter" and name[1:2] == ("header",) and name[0] in IGNORED_HEADERS)


def is_same_parameter(one: Mapping[str, Tree], other: Mapping[str, Tree]) -> bool:
    """Whether two parameters have one name and place."""
    return parameter_identity(one) == parameter_identity(other)


def is_same_scheme(key: str, one: Mapping[str, Tree], other: Mapping[str, Tree]) -> bool:
    """Whether a field of two security schemes is the same in any case of its letters.

    So is a scheme of HTTP, and the name of a header (RFC 9110 sections 5.1 and 11.1).
    """
    is_header = one.get("in") == other.get("in") == "header"
    if key != "scheme" and not (key == "name" and is_header):
        return False
    return str(one.get(key)).lower() == str(other.get(key)).lower()


def requirement_identity(
    requirement: Mapping[str, Tree],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The schemes of a requirement with their scopes, in one order."""
    listed = []
    for scheme, scopes in requirement.items():
        named = scopes if isinstance(scopes, list) else []
        listed.append((scheme, tuple(sorted(map(str, named)))))
    return tuple(sorted(listed))


def _known_names(kind: str, named: Mapping[str, Tree]) -> dict[str, str]:
    """The names of members by their one spelling.

    Where a document has two spellings of one name, each is a member of its own, but for a media
    type that is described twice in the same words.
    """
    if kind not in _SPELLED:
        return {name: name for name in named}
    spelled = {name: _SPELLED[kind](name) for name in named}
    found: dict[str, str] = {}
    for name in sorted(named, key=lambda name: spelled[name] != name):
        known = spelled[name]
        if known not in found:
            found[known] = name
        elif kind != "media type" or not same(named[name], named[found[known]]):
            found[name] = name
    places = {name: number for number, name in enumerate(named)}
    return dict(sorted(found.items(), key=lambda pair: places[pair[1]]))


_SPELLED: Final[Mapping[str, Callable[[str], str]]] = {
    "response": lambda name: status_of(name) or name,
    "header": str.lower,
    "media type": one_spelling,
}


def _is_default(kind: str, value: Mapping[str, Tree], key: str, one: Tree) -> bool:
    """Whether a field says what holds without it."""
    if one is False and key in _FALSE:
        return True
    if key in _EMPTY and one in ([], {}):
        return True
    if kind not in ("parameter", "header"):
        return False
    style = _STYLES.get(str(value.get("in", "header")))
    if key == "style":
        return bool(one == style)
    return key == "explode" and one is (value.get("style", style) in ("form", "cookie"))


def _with_one_example(side: Side, address: Address, values: dict[str, Tree]) -> dict[str, Tree]:
    """The values of `example` and `examples` under the one key, whatever they are called."""
    kept = {key: one for key, one in values.items() if key not in ("example", "examples")}
    found: list[Tree] = [{"value": values["example"]}] if "example" in values else []
    named = values.get("examples")
    if isinstance(named, list):
        found += [{"value": example} for example in named]
    for name in named if isinstance(named, dict) else ():
        example = side.at(side.settled((*address, "examples", name)))
        found.append(example if isinstance(example, dict) else {"value": example})
    distinct: list[Tree] = []
    for example in found:
        if not any(same(example, other) for other in distinct):
            distinct.append(example)
    return {**kept, "example": distinct} if distinct else kept
