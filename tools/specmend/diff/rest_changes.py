"""What changed in path items and in the document beside operations and components."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from specmend.diff.api_change import ApiChange
from specmend.diff.comparison import Comparison
from specmend.diff.delta import Delta
from specmend.diff.fields import fields_of
from specmend.diff.inherited import inherits, list_changes
from specmend.diff.object_changes import field_changes
from specmend.diff.operation_changes import INHERITED, shared_parameters
from specmend.diff.operation_pairs import WEBHOOKS, OperationPair, items_of
from specmend.diff.told import told
from specmend.diff.value_changes import value_changes
from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.kinds import DOCUMENT as ROOT
from specmend.document.openapi.kinds import PARTS, Spot, spot_below
from specmend.document.openapi.operations import METHODS, MORE_METHODS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get

DOCUMENT: Final = "document"
"""The subject of what belongs to no operation and no component."""

_PATHS: Final = "paths"
_WEBHOOK: Final = "webhook "
_APART: Final = frozenset({"openapi", "$self", _PATHS, WEBHOOKS, COMPONENTS, *INHERITED})
_OF_OPERATIONS: Final = frozenset({*METHODS, MORE_METHODS, "parameters", "servers", "$ref"})
_ITEM: Final = Spot("one", "path item")


def path_changes(
    compared: Comparison,
    pairs: Iterable[OperationPair],
    shared: Mapping[tuple[str, str], Collection[Any]],
) -> Iterator[ApiChange]:
    """What differs in path items that both documents have, and path items without operations.

    `shared` are the parameters, by the old and the new path, that came to all operations of a path
    or left them all.
    """
    seen: set[tuple[str, str]] = set()
    known: set[Address] = set()
    for pair in pairs:
        old, new = pair.old, pair.new
        for side, operation in zip(compared.sides, (old, new), strict=True):
            known.update(items_of(side, operation) if operation is not None else ())
        if old is None or new is None or (old.path, new.path) in seen:
            continue
        seen.add((old.path, new.path))
        subject = new.path if new.path.startswith(_WEBHOOK) else f"path {new.path}"
        for delta in shared_parameters(compared, pair, shared.get(pair.paths, ())):
            yield told(delta, subject)
        if inherits(compared, "servers", old, new, "path item"):
            one, other = items_of(compared.old, old)[-1], items_of(compared.new, new)[-1]
            for delta in list_changes(compared, "servers", one, other):
                yield told(delta, subject)
        one, other = items_of(compared.old, old)[-1], items_of(compared.new, new)[-1]
        yield from _item_changes(compared, one, other, subject)
    yield from _bare_items(compared, known)


def document_changes(compared: Comparison, pairs: Sequence[OperationPair]) -> Iterator[ApiChange]:
    """What differs in the rest of the document."""
    common = [pair for pair in pairs if pair.old is not None and pair.new is not None]
    for key in INHERITED:
        if not common or any(_inherits(compared, key, pair) for pair in common):
            for delta in list_changes(compared, key, (), ()):
                yield told(delta, DOCUMENT)
    before, after = fields_of(compared.old, (), DOCUMENT), fields_of(compared.new, (), DOCUMENT)
    for key in dict.fromkeys((*before.values, *after.values)):
        if key in _APART:
            continue
        for delta in field_changes(compared, spot_below(ROOT, key), key, before, after):
            yield told(delta, DOCUMENT)
    for field in (_PATHS, WEBHOOKS):
        yield from _extensions(compared, (field,), frozenset())
    yield from _extensions(compared, (COMPONENTS,), PARTS[COMPONENTS].keys())


def _inherits(compared: Comparison, key: str, pair: OperationPair) -> bool:
    if pair.old is None or pair.new is None:
        return False
    return inherits(compared, key, pair.old, pair.new, "document")


def _item_changes(
    compared: Comparison, old: Address, new: Address, subject: str
) -> Iterator[ApiChange]:
    before = fields_of(compared.old, old, "path item")
    after = fields_of(compared.new, new, "path item")
    for key in dict.fromkeys((*before.values, *after.values)):
        if key not in _OF_OPERATIONS:
            for delta in field_changes(compared, spot_below(_ITEM, key), key, before, after):
                yield told(delta, subject)


def _bare_items(compared: Comparison, known: set[Address]) -> Iterator[ApiChange]:
    """The path items that hold no operation in either document."""
    for field in (_PATHS, WEBHOOKS):
        before, after = (_names(get(side.tree, (field,))) for side in compared.sides)
        for name in dict.fromkeys((*after, *before)):
            address = (field, name)
            if name.startswith("x-") or address in known:
                continue
            if name in before and name in after:
                yield from _bare_item_changes(compared, address, f"path {name}")
            else:
                text = "is new" if name in after else "is gone"
                one, other = before.get(name, MISSING), after.get(name, MISSING)
                delta = Delta(
                    text=text,
                    address=address,
                    kind="path item",
                    before=one,
                    after=other,
                    was=address,
                )
                yield told(delta, f"path {name}")


def _bare_item_changes(compared: Comparison, address: Address, subject: str) -> Iterator[ApiChange]:
    """What differs in a path item without operations; what stands in their place is data."""
    before, after = (fields_of(side, address, "path item") for side in compared.sides)
    for key in dict.fromkeys((*before.values, *after.values)):
        is_operation = key in METHODS or key == MORE_METHODS
        spot = Spot("one", "unknown") if is_operation else spot_below(_ITEM, key)
        for delta in field_changes(compared, spot, key, before, after):
            yield told(delta, subject)


def _extensions(
    compared: Comparison, address: Address, fields: Iterable[str]
) -> Iterator[ApiChange]:
    """What differs in the fields of an object that the standard does not name."""
    before, after = (_names(side.at(address)) for side in compared.sides)
    for key in dict.fromkeys((*before, *after)):
        if key in fields or (address != (COMPONENTS,) and not key.startswith("x-")):
            continue
        old, new = before.get(key, MISSING), after.get(key, MISSING)
        for delta in value_changes(old, new, (*map(str, address), key), (*address, key)):
            yield told(replace(delta, kind=str(address[0]), key=key), DOCUMENT)


def _names(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
