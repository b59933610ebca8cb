"""Operations (Swagger 2.0, Operation Object)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from specmend.document.openapi.references import follow, reference_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.source.swagger.bodies import convert_body
from specmend.source.swagger.forms import Field, convert_form
from specmend.source.swagger.listed import Chosen, Listed, choose, listed, remaining
from specmend.source.swagger.media_types import KEYS, MediaTypes, drop, effective
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.parameters import convert_parameter
from specmend.source.swagger.responses import convert_response, has_content
from specmend.source.swagger.rewrite import Rule, rewrite
from specmend.source.swagger.security import convert_requirements
from specmend.source.swagger.servers import convert_schemes, convert_servers
from specmend.source.swagger.shared import Shared, holders_of

_BODY: Final = "requestBody"


class Surroundings(NamedTuple):
    """What an operation is part of: its path item, and what all operations share."""

    item: Address
    shared: Shared


def convert_operation(value: Tree, around: Surroundings, place: Place, notes: Notes) -> Tree:
    """An operation with its body and the media types of its content."""
    if not isinstance(value, dict):
        notes.expected(place.old, "an operation", value)
        return value
    own = listed(place.old, notes)
    chosen = choose(own, listed(around.item, notes), notes)
    body = _body(chosen, around, place, notes)
    rules: dict[str, Rule] = {
        **_RULES,
        "parameters": partial(_parameters, own, chosen, body),
        "responses": partial(_responses, around),
    }
    made = rewrite(value, place, notes, rules)
    return made if not body or _BODY in made else _with_body(made, body)


def _with_body(made: Fields, body: Fields) -> dict[str, Tree]:
    """The operation with a body that comes from its path item, before its responses."""
    if "responses" not in made:
        return {**made, **body}
    whole: dict[str, Tree] = {}
    for key, member in made.items():
        whole.update({**body, key: member} if key == "responses" else {key: member})
    return whole


def _body(chosen: Chosen, around: Surroundings, place: Place, notes: Notes) -> dict[str, Tree]:
    """The field with the request body, if there is one."""
    media = _media("consumes", around, place, notes)
    new = (*place.new, _BODY)
    if chosen.fields:
        fields = [Field(one.parameter, _field_place(one, new)) for one in chosen.fields]
        return {_BODY: convert_form(fields, media, Place(old=place.old, new=new), notes)}
    if chosen.body is None:
        return {}
    listed_at, described_at, parameter, _ = chosen.body
    notes.move(Place(old=listed_at, new=new))
    reference = get(notes.original, listed_at)
    if reference_of(reference) and around.shared.fits(described_at, media):
        return {_BODY: {"$ref": reference_of(reference)}}
    return {_BODY: convert_body(parameter, media, Place(old=described_at, new=new), notes)}


def _field_place(one: Listed, new: Address) -> Place:
    return Place(old=one.described_at, new=new)


def _parameters(
    own: Sequence[Listed],
    chosen: Chosen,
    body: Fields,
    value: Tree,
    place: Place,
    notes: Notes,
) -> Fields:
    """The list without what became the body, and the body after it."""
    kept = convert_listed(list(remaining(own, chosen)), value, place, notes)
    return {**kept, **body}


def convert_listed(kept: Sequence[Listed], value: Tree, place: Place, notes: Notes) -> Fields:
    """The field with those parameters of a list that stay; none where all of them went."""
    if not isinstance(value, list):
        notes.expected(place.old, "a list of parameters", value)
        return {"parameters": value}
    made = []
    for index, one in enumerate(kept):
        member = Place(old=one.listed_at, new=(*place.new, index))
        notes.move(member)
        made.append(convert_parameter(get(notes.original, one.listed_at), member, notes))
    return {"parameters": made} if made or not value else {}


def _responses(around: Surroundings, value: Tree, place: Place, notes: Notes) -> Fields:
    if not isinstance(value, dict):
        notes.expected(place.old, "responses by status", value)
        return {"responses": value}
    operation = Place(old=place.old[:-1], new=place.new[:-1])
    media = _media("produces", around, operation, notes)
    made = {
        status: response
        if status.startswith("x-")
        else _response(response, media, around.shared, place.below(status), notes)
        for status, response in value.items()
    }
    return {"responses": made}


def _response(
    response: Tree, media: MediaTypes, shared: Shared, place: Place, notes: Notes
) -> Tree:
    """A response, or a copy of the one it refers to where its media types are others there."""
    target, described = follow(notes.original, place.old)
    if target == place.old or not has_content(described) or shared.fits(target, media):
        return convert_response(response, media, place, notes)
    return convert_response(described, media, Place(old=target, new=place.new), notes)


def _media(key: str, around: Surroundings, place: Place, notes: Notes) -> MediaTypes:
    return effective(holders_of(notes.original, place.old, around.item), key)


_RULES: Final[Mapping[str, Rule]] = {
    **dict.fromkeys(KEYS, drop),
    "schemes": convert_schemes,
    "x-servers": convert_servers,
    "security": convert_requirements,
}
