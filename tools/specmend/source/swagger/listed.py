"""The parameters that a path item or operation lists, told apart by what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.source.swagger.notes import Notes

Kind = Literal["parameter", "body", "field"]
"""What a parameter becomes: a parameter, a request body, or a field of a form."""

_KINDS: Final[dict[str, Kind]] = {"body": "body", "formdata": "field"}
_SPELLED: Final = ("body", "formData")


class Listed(NamedTuple):
    """A parameter in a list: where it is listed, where it is described, and what it becomes."""

    listed_at: Address
    described_at: Address
    parameter: Tree
    kind: Kind


class Chosen(NamedTuple):
    """The body of an operation: one parameter in the body, or the fields of a form, or nothing."""

    body: Listed | None
    fields: tuple[Listed, ...]


def listed(holder: Address, notes: Notes) -> list[Listed]:
    """The parameters that a path item or operation lists, references followed."""
    members = get(notes.original, (*holder, "parameters"))
    found = []
    for index in range(len(members) if isinstance(members, list) else 0):
        address = (*holder, "parameters", index)
        target, parameter = follow(notes.original, address)
        found.append(Listed(address, target, parameter, kind_of(parameter)))
    return found


def kind_of(parameter: Tree) -> Kind:
    """What a parameter becomes; capital letters in its `in` make no difference."""
    where = parameter.get("in") if isinstance(parameter, dict) else None
    kind = _KINDS.get(where.lower(), "parameter") if isinstance(where, str) else "parameter"
    named = isinstance(parameter, dict) and isinstance(parameter.get("name"), str)
    return kind if named or kind == "body" else "parameter"


def choose(own: Sequence[Listed], inherited: Sequence[Listed], notes: Notes) -> Chosen:
    """The body of an operation out of its own parameters, and then those of its path item.

    There can be one body, and no form beside it (Swagger 2.0, Parameter Object, `in`).
    """
    bodies = [one for one in own if one.kind == "body"]
    names = {one.parameter["name"] for one in own if one.kind == "field"}
    fields = [one for one in own if one.kind == "field"]
    fields += [one for one in inherited if one.kind == "field" and _name(one) not in names]
    if not bodies and not names:
        bodies = [one for one in inherited if one.kind == "body"]
    _remark_the_rest(bodies, fields if bodies else (), notes)
    for one in (*bodies[:1], *fields):
        _remark_spelling(one, notes)
    return Chosen(bodies[0], ()) if bodies else Chosen(None, tuple(fields))


def _name(one: Listed) -> Tree:
    return one.parameter["name"]


def _remark_the_rest(bodies: Sequence[Listed], fields: Sequence[Listed], notes: Notes) -> None:
    for one in bodies[1:]:
        notes.remark(one.listed_at, "An operation has one body: this second one stays as it is.")
    for one in fields:
        notes.remark(one.listed_at, "An operation with a body has no form: this stays as it is.")


def _remark_spelling(one: Listed, notes: Notes) -> None:
    where = one.parameter["in"]
    if where not in _SPELLED:
        expected = next(word for word in _SPELLED if word.lower() == where.lower())
        notes.remark((*one.described_at, "in"), f"This is read as `{expected}`.")


def remaining(own: Sequence[Listed], chosen: Chosen) -> Iterator[Listed]:
    """The parameters of a list that stay parameters."""
    gone = {one.listed_at for one in (chosen.body, *chosen.fields) if one}
    return (one for one in own if one.listed_at not in gone)
