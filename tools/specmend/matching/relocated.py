"""What stands elsewhere now: behind a reference, in a branch, on another path, shared by a path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import Spot, spot_at
from specmend.document.openapi.operations import item_of, operation_at, operations, operations_of
from specmend.document.openapi.parameters import declarations
from specmend.document.openapi.references import reference_of, target_at
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.similarity import ENOUGH, jaccard
from specmend.document.tree.values import MISSING, Tree, get
from specmend.matching.alikeness import have_alike_names
from specmend.matching.behind import behind
from specmend.matching.equivalence import is_equivalent
from specmend.matching.guesses import score_of, without_name
from specmend.matching.heirs import written_out_at
from specmend.matching.index import leaves_in, referrers
from specmend.matching.list_members import NamedList, names_of
from specmend.matching.lost_place import LostPlace, Relocation, only_one
from specmend.matching.renamed import renamed_key

_PARAMETERS: Final = Spot("list", "parameter")
_ONE_PARAMETER: Final = Spot("one", "parameter")
_HEADER: Final = Spot("one", "header")
_PARAMETER_KEYS: Final = ("name", "in")


def followed_reference(lost: LostPlace) -> Relocation | None:
    """The place behind the reference that the parent became."""
    target = target_at(lost.new, lost.new_parent)
    if target is None:
        return None
    place = (*target, lost.key)
    if get(lost.new, place) is MISSING:
        return None
    reference = reference_of(lost.new_siblings)
    return Relocation(
        at=place,
        evidence=f"{format_path(lost.new_parent)} became a reference to {reference}",
    )


def in_branches(lost: LostPlace) -> Relocation | None:
    """A property that one branch of the schema's allOf has now."""
    schema: Address = lost.new_parent
    inside: Address = (lost.key,)
    if lost.address[-2:-1] == ("properties",):
        schema = schema[:-1]
        inside = ("properties", lost.key)
    elif lost.key != "properties":
        return None
    places = []
    for branch in _branches(lost.new, schema):
        place = (*branch, *inside)
        if get(lost.new, place) is not MISSING:
            places.append(place)
    return only_one(places, f"a branch of allOf in {format_path(schema)} has it")


def written_out(lost: LostPlace) -> Relocation | None:
    """A schema that stands where the only reference to it stood, and says the same."""
    if lost.parent != SCHEMAS:
        return None
    places = list(dict.fromkeys(written_out_at(lost.old, lost.new, lost.address)))
    if not places:
        return None
    places += dict.fromkeys(copy for place in places for copy in _joined_copies(lost, place))
    is_alone = len(places) == 1 and not _is_referred_elsewhere(lost)
    value = get(lost.new, places[0])
    candidates = tuple(place for place in places if spot_at(place) == ("one", "schema"))
    if is_alone and is_equivalent(lost.value, value, lost.old, lost.new):
        evidence = f"it is written out in {format_path(places[0])}, which referred to it"
        return Relocation(at=places[0], evidence=evidence)
    return Relocation(at=None, candidates=candidates) if candidates else None


def _joined_copies(lost: LostPlace, place: Address) -> Iterator[Address]:
    """Where a name that is new on the way to a place has the lost schema too, at the same place.

    An answer that joined, for example, and that is written out like the one beside it.
    """
    for depth, key in enumerate(place):
        before, now = (get(tree, place[:depth]) for tree in (lost.old, lost.new))
        if not isinstance(before, dict) or not isinstance(now, dict):
            continue
        for name in [one for one in now if one not in before and one != key]:
            copy = (*place[:depth], name, *place[depth + 1 :])
            value = get(lost.new, copy)
            if value is not MISSING and is_equivalent(lost.value, value, lost.old, lost.new):
                yield copy


def renamed_alone(lost: LostPlace) -> Relocation | None:
    """The new name of a key; none where a schema is written out in another place as well."""
    relocation = renamed_key(lost)
    if lost.parent != SCHEMAS or relocation is None or relocation.at is None:
        return relocation
    places = [
        place
        for place in written_out_at(lost.old, lost.new, lost.address)
        if spot_at(place) == ("one", "schema") and _says_as_much(lost, place, relocation.at)
    ]
    if not places:
        return relocation
    return Relocation(at=None, candidates=(relocation.at, *dict.fromkeys(places)))


def _says_as_much(lost: LostPlace, place: Address, but: Address) -> bool:
    """Whether a schema, or one that it is made of, is much like the lost one, but for one place."""
    leaves = leaves_in(lost.value)
    return any(
        jaccard(leaves, leaves_in(get(lost.new, inner))) >= ENOUGH
        for inner in (place, *behind(lost.new, place))
        if inner[: len(but)] != but
    )


def _is_referred_elsewhere(lost: LostPlace) -> bool:
    """Whether a reference to the lost schema is there, and leads to another one now."""
    places = referrers(lost.old, str(lost.key))
    return any(isinstance(get(lost.new, place), str) for place in places)


def relocated_operation(lost: LostPlace) -> Relocation | None:
    """An operation with the same id at another path or method."""
    is_operation = operation_at(lost.address) == lost.address
    if not is_operation or lost.address[0] != "paths":
        return None
    name = get(lost.old, (*lost.address, "operationId"))
    if not isinstance(name, str):
        return None
    matches = [one for one in operations(lost.new) if _has_id(one.node, name)]
    places = [operation.address for operation in matches]
    return only_one(places, f"same operation id {name}")


def _has_id(operation: dict[str, Tree], name: str) -> bool:
    return bool(operation.get("operationId") == name)


def shared_parameter(lost: LostPlace) -> Relocation | None:
    """A parameter of an operation that its path shares now, or the other way round.

    What another operation of the path has is no parameter of this one. The operation may declare it
    by another name now, also beside one of the path that has the old name.
    """
    if spot_at(lost.parent) != _PARAMETERS:
        return None
    names = names_of(
        lost.old,
        lost.value,
        _PARAMETER_KEYS,
    )
    if not names:
        return None
    holder = lost.new_parent[:-1]
    item = item_of(holder)
    holders = operations_of(lost.new, item) if item == holder else [item]
    places = [place for one in holders for place in _parameters(lost.new, one, names)]
    declaring = holders if item == holder else [holder]
    renamed = [place for one in declaring for place in _renamed_in(lost, one, names)]
    if places and renamed:
        return Relocation(at=None, candidates=(*places, *renamed))
    if len(places) == 1:
        places = [target_at(lost.new, places[0]) or places[0]]
    name, location = names
    return only_one(places, f"same name {name} in {location}, at {format_path(item)}")


def _renamed_in(lost: LostPlace, operation: Address, names: tuple[str, ...]) -> Iterator[Address]:
    """What an operation that does not have a parameter declares now, and looks like it."""
    item, now = item_of(lost.address[:-2]), item_of(operation)
    own = (*item, *operation[len(now) :])
    if get(lost.old, own) is MISSING or any(_parameters(lost.new, operation, names)):
        return
    before = {one[1:] for place in (item, own) for one in declarations(lost.old, place)}
    value = without_name(lost.value)
    for at, name, where in declarations(lost.new, operation):
        is_new = where == names[1] and (name, where) not in before
        score = score_of(value, without_name(get(lost.new, at)))
        if is_new and (score >= ENOUGH or have_alike_names(names[0], name)):
            yield at


def under_media_type(lost: LostPlace) -> Relocation | None:
    """The schema of a parameter or header, which stands under a media type now.

    Each has a schema or a content with one media type (OpenAPI 3.1 section 4.8.12).
    """
    if lost.key != "schema" or spot_at(lost.parent) not in {_ONE_PARAMETER, _HEADER}:
        return None
    content = get(lost.new, (*lost.new_parent, "content"))
    names = list(content) if isinstance(content, dict) else []
    places: list[Address] = [(*lost.new_parent, "content", name, "schema") for name in names]
    found = [place for place in places if get(lost.new, place) is not MISSING]
    return only_one(found, f"{format_path(lost.new_parent)} has a content now")


def _branches(
    tree: Tree,
    schema: Address,
) -> Iterator[Address]:
    """The branches of the allOf of a schema, each where its reference leads."""
    branches = get(tree, (*schema, "allOf"))
    if isinstance(branches, list):
        for index in range(len(branches)):
            branch = (*schema, "allOf", index)
            yield target_at(tree, branch) or branch


def _parameters(
    tree: Tree,
    holder: Address,
    names: tuple[str, ...],
) -> Iterator[Address]:
    """The parameters of that name and location that a path item or operation lists."""
    place = (*holder, "parameters")
    members = get(tree, place)
    if isinstance(members, list):
        for index in NamedList(tree, members).named(names, _PARAMETER_KEYS):
            yield (*place, index)
