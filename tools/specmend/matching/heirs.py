"""What may be left of a path, operation or schema that is gone: nothing, where it surely is gone.

Doubt is enough: whatever joined and looks a little like what is gone may be it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.keywords import SHAPE
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.operations import item_of, operation_at, operations_in
from specmend.document.openapi.references import leads_away, reference_of, target_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import Identity, remembered
from specmend.document.tree.values import MISSING, Tree, get
from specmend.matching.alikeness import have_alike_names, looks_like
from specmend.matching.behind import behind
from specmend.matching.index import names_now, referrers

_ROOMS: Final[tuple[Address, ...]] = (("paths",), ("webhooks",), ("components", "pathItems"))
"""What holds path items by name."""

_LENGTH_OF_PATH: Final = 2
"""How many tokens lead to a path item."""

_Placed = tuple[Address, dict[str, Tree]]
"""An operation and where it stands."""

_STRUCTURE: Final = frozenset(SHAPE - {"type"}) | {"enum", "additionalProperties"}
"""What says more of a schema than that it is a text or a number."""

_MOST_HOLDERS: Final = 2
"""How many schemas around one another may all be written out."""

_MOST_NAMES: Final = 50
"""How many schemas that joined are all looked at for what stood in one that is gone."""


def lost_object(old: Tree, new: Tree, address: Address) -> Address | None:
    """The path, operation or schema of the old document that a lost place is inside of, if it went.

    It is the outermost one that the new document does not have under its name.
    """
    operation = operation_at(address)
    for place in (address[:2], operation):
        if place and _is_named(place) and _went(old, new, place):
            return place
    schema = address[: len(SCHEMAS) + 1]
    return schema if _is_schema(schema) and _went(old, new, schema) else None


def is_surely_gone(old: Tree, new: Tree, address: Address) -> bool:
    """Whether a place went with a path, operation or schema of which nothing can be left."""
    lost = lost_object(old, new, address)
    if lost is None or (_is_schema(lost) and referrers(new, str(lost[-1]))):
        return False
    return not heirs(old, new, lost)


def in_other_room(old: Tree, new: Tree, lost: Address) -> tuple[Address, ...]:
    """The operations that may be those of a lost path or webhook, and stand with the others now.

    Or in another document, which a new path leads to.
    """
    if not _is_named(lost) or not _went(old, new, lost):
        return ()
    found = [heir for heir in heirs(old, new, lost) if heir[:1] != lost[:1]]
    path = lost[:_LENGTH_OF_PATH]
    around = heirs(old, new, path) if _went(old, new, path) else ()
    return tuple(dict.fromkeys([*found, *(one for one in around if leads_away(get(new, one)))]))


def heirs(old: Tree, new: Tree, lost: Address) -> tuple[Address, ...]:
    """The places of the new document that may be what a path, operation or schema became."""
    return _heirs(old, Identity(new), lost)


@remembered(1_000)
def _heirs(old: Tree, there: Identity, lost: Address) -> tuple[Address, ...]:
    new = there.tree
    if _is_schema(lost):
        places = [*_schemas(old, new, lost), *written_out_at(old, new, lost)]
        # What is around a place that is gone says little beside what may be it.
        telling = [place for place in places if spot_at(place) == ("one", "schema")]
        return tuple(dict.fromkeys(telling or places))
    return tuple(dict.fromkeys(_operations(old, new, lost)))


def written_out_at(
    old: Tree, new: Tree, lost: Address, seen: frozenset[Address] = frozenset()
) -> Iterator[Address]:
    """The places that referred to the lost schema and say something by themselves now.

    Or that refer to another document, which may have it. Where such a place is gone, what held it
    must be gone for sure; else it may stand beside. What held it may be written out itself. `seen`
    are the schemas that this is asked of already.
    """
    seen = seen | {lost}
    for address in referrers(old, str(lost[-1])):
        place = address[:-1]
        value = get(new, place)
        if value is MISSING:
            yield from _in_other_file(new, place)
            yield from _holder_of(old, new, place, lost)
            yield from _in_holder(old, new, place, seen)
        elif _says_something(value):
            yield place


def kept_elsewhere(old: Tree, new: Tree, lost: Address) -> Iterator[Address]:
    """What a removed schema may be now: a new one, or what is written out or leads to another file.

    It is known by what referred to the old one.
    """
    if spot_at(lost) != ("one", "schema") or lost[:-1] != SCHEMAS or not _went(old, new, lost):
        return
    joined = _joined_schemas(old, Identity(new))
    names = names_now(old, str(lost[-1]), Identity(new))
    yield from ((*SCHEMAS, name) for name in names if name in joined)
    for place in written_out_at(old, new, lost):
        value = get(new, place)
        if reference_of(value) or (isinstance(value, dict) and not _STRUCTURE.isdisjoint(value)):
            yield place


def _says_something(value: Tree) -> bool:
    """Whether an object says something by itself, or refers to another document."""
    is_object = isinstance(value, dict) and bool(value)
    return is_object and not reference_of(value).startswith("#")


def _in_other_file(new: Tree, place: Address) -> Iterator[Address]:
    """Where what a place was in leads to another document by now."""
    for depth in range(len(place)):
        if leads_away(get(new, place[:depth])):
            yield place[:depth]


def _went(old: Tree, new: Tree, place: Address) -> bool:
    return get(old, place) is not MISSING and get(new, place) is MISSING


def _is_named(place: Address) -> bool:
    return place[:1] in {("paths",), ("webhooks",)} and len(place) > 1


def _is_schema(place: Address) -> bool:
    return len(place) > len(SCHEMAS) and place[: len(SCHEMAS)] == SCHEMAS


def _schemas(old: Tree, new: Tree, lost: Address) -> Iterator[Address]:
    """The schemas that joined and look like the lost one, or are referred to in its place."""
    places = _places_of_schemas(new)
    found = set(_schemas_like(old, Identity(new), lost))
    yield from ((*SCHEMAS, other) for other in sorted(found, key=places.__getitem__))


def _schemas_like(old: Tree, there: Identity, lost: Address) -> Iterator[str]:
    """Their names, those first that are found without a look at the others."""
    name, value = str(lost[-1]), get(old, lost)
    places = _places_of_schemas(there.tree)
    yield from (other for other in names_now(old, name, there) if other in places)
    for other, schema in _joined_schemas(old, there).items():
        if looks_like(value, schema) or have_alike_names(name, other):
            yield other


@remembered(8)
def _places_of_schemas(new: Tree) -> Mapping[str, int]:
    """Which one each schema is, in document order."""
    there = get(new, SCHEMAS)
    return {name: index for index, name in enumerate(there if isinstance(there, dict) else ())}


@remembered(8)
def _joined_schemas(old: Tree, there: Identity) -> Mapping[str, Tree]:
    here, now = get(old, SCHEMAS), get(there.tree, SCHEMAS)
    return {name: now[name] for name in _joined(here, now)}


def _holder_of(old: Tree, new: Tree, place: Address, lost: Address) -> Iterator[Address]:
    """What is left around a place that is gone; nothing where it went with what held it."""
    holder = lost_object(old, new, place)
    is_inside_itself = place[: len(lost)] == lost
    if is_inside_itself or (holder and not _left_of_holder(old, new, holder)):
        return
    depth = next(n for n in range(len(place), -1, -1) if get(new, place[:n]) is not MISSING)
    yield place[:depth]
    for other in _under_other_names(old, new, place, depth):
        # What it refers to is found by its own name.
        own = [part for part in behind(new, other) if part[: len(other)] == other]
        parts = [get(new, part) for part in (other, *own)]
        if any(looks_like(get(old, lost), part) or leads_away(part) for part in parts):
            yield other


def _under_other_names(old: Tree, new: Tree, place: Address, depth: int) -> Iterator[Address]:
    """The same place under each name that joined where its own is gone, or behind a reference.

    So many tokens of its address are there.
    """
    kept = place[:depth]
    names = _names_beside(old, new, kept, str(place[depth]))
    ways = [(*kept, name, *place[depth + 1 :]) for name in names]
    target = target_at(new, kept)
    for way in [*ways, *([(*target, *place[depth:])] if target is not None else [])]:
        if _says_something(get(new, way)):
            yield way


def _names_beside(old: Tree, new: Tree, kept: Address, gone: str) -> Iterable[str]:
    """The names that joined where one is gone; of many schemas, those that references lead to."""
    if kept != SCHEMAS:
        return _joined(get(old, kept), get(new, kept))
    joined = _joined_schemas(old, Identity(new))
    if len(joined) <= _MOST_NAMES:
        return joined
    return [name for name in names_now(old, gone, Identity(new)) if name in joined]


def _joined(here: Tree, there: Tree) -> list[str]:
    """The keys that a mapping has now only."""
    are_mappings = isinstance(here, dict) and isinstance(there, dict)
    return [key for key in there if key not in here] if are_mappings else []


def _in_holder(old: Tree, new: Tree, place: Address, seen: frozenset[Address]) -> Iterator[Address]:
    """Where a place is now, if the schema that held it is written out as well."""
    holder = lost_object(old, new, place)
    if holder is None or not _is_schema(holder):
        return
    if holder in seen or len(seen) > _MOST_HOLDERS:
        return
    for written in written_out_at(old, new, holder, seen):
        inside = (*written, *place[len(holder) :])
        yield written if get(new, inside) is MISSING else inside


def _left_of_holder(old: Tree, new: Tree, holder: Address) -> bool:
    """Whether something may be left of an operation or schema that referred to another schema."""
    if _is_schema(holder):
        # One step is enough: what held it in turn is asked about in its own name.
        return _is_left(old, Identity(new), holder)
    return any(_operations(old, new, holder))


@remembered(5_000)
def _is_left(old: Tree, there: Identity, schema: Address) -> bool:
    is_named = bool(referrers(there.tree, str(schema[-1])))
    return is_named or any(True for _ in _schemas_like(old, there, schema))


def _operations(old: Tree, new: Tree, lost: Address) -> Iterator[Address]:
    """The operations that joined and look like the lost one, or like one of the lost path."""
    gone = [node for address, node in _all_operations(old) if address[: len(lost)] == lost]
    name = str(lost[1])
    for address, node in _joined_operations(old, Identity(new)):
        is_alike = have_alike_names(str(item_of(address)[-1]), name)
        if is_alike or any(_is_like_operation(one, node) for one in gone):
            yield address
    yield from _items(old, new, lost)


def _items(old: Tree, new: Tree, lost: Address) -> Iterator[Address]:
    """The path items without operations that joined and look like the lost one."""
    item = get(old, lost)
    if len(lost) > _LENGTH_OF_PATH or not isinstance(item, dict):
        return
    for room in _ROOMS:
        for name, other in get(new, room).items() if isinstance(get(new, room), dict) else ():
            is_joined = get(old, (*room, name)) is MISSING and not any(operations_in(other))
            is_like = have_alike_names(name, str(lost[1])) or looks_like(item, other)
            if is_joined and (is_like or leads_away(other)):
                yield (*room, name)


@remembered(8)
def _joined_operations(old: Tree, new: Identity) -> tuple[_Placed, ...]:
    before = {address for address, _ in _all_operations(old)}
    return tuple(one for one in _all_operations(new.tree) if one[0] not in before)


def _all_operations(tree: Tree) -> Iterator[_Placed]:
    """The operations of paths, of webhooks and of the path items that these may refer to."""
    for room in _ROOMS:
        items = get(tree, room)
        for name, item in items.items() if isinstance(items, dict) else ():
            yield from (((*room, name, *inside), node) for inside, node in operations_in(item))


def _is_like_operation(old: Mapping[str, Tree], new: Mapping[str, Tree]) -> bool:
    for key in ("operationId", "summary", "description"):
        before, now = old.get(key), new.get(key)
        if isinstance(before, str) and isinstance(now, str) and have_alike_names(before, now):
            return True
    return looks_like(old, new)
