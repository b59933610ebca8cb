"""What changed in operations: they came, went or moved, and what differs in their fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from specmend.diff.comparison import Comparison
from specmend.diff.delta import Delta, Direction
from specmend.diff.directions import direction_of
from specmend.diff.fields import Fields, fields_of, keyed
from specmend.diff.inherited import inherited_changes
from specmend.diff.object_changes import field_changes, member_changes, swapped_members
from specmend.diff.operation_pairs import OperationPair, items_of
from specmend.diff.side import Side
from specmend.document.openapi.kinds import Spot, spot_below
from specmend.document.openapi.operations import Operation
from specmend.document.tree.pointer import Address

_KIND: Final = "operation"
_OPERATION: Final = Spot("one", _KIND)
_PARAMETERS: Final = "parameters"
INHERITED: Final = ("servers", "security")
"""What an operation has from its path item or the document, where it says nothing itself."""


def operation_name(operation: Operation) -> str:
    """An operation in words."""
    return f"{operation.method} {operation.path}"


def operation_deltas(
    compared: Comparison, pair: OperationPair, of_path: Collection[Any] = ()
) -> Iterator[Delta]:
    """What differs between the two documents in one operation.

    `of_path` are the parameters that are told of its path item.
    """
    old, new = pair.old, pair.new
    if new is None:
        if old is not None:
            text = "operation is gone"
            node = old.node
            yield Delta(text=text, address=old.address, kind=_KIND, before=node, was=old.address)
        return
    if old is None:
        text = "operation is new"
        yield Delta(text=text, address=new.address, kind=_KIND, after=new.node)
        return
    if pair.is_elsewhere:
        is_named = new.node.get("operationId") in (None, old.node.get("operationId"))
        text = f"was {operation_name(old)} before"
        if is_named and "operationId" in new.node:
            text += " (same operation id)"
        yield Delta(
            text=text,
            address=new.address,
            kind=_KIND,
            key="place",
            before=operation_name(old),
            after=operation_name(new),
            was=old.address,
        )
    yield from _parameter_changes(compared, pair, of_path)
    before = fields_of(compared.old, old.address, _KIND)
    after = fields_of(compared.new, new.address, _KIND)
    for key in dict.fromkeys((*before.values, *after.values)):
        if key == _PARAMETERS or key in INHERITED:
            continue
        direction = direction_of((key,))
        for delta in field_changes(compared, spot_below(_OPERATION, key), key, before, after):
            yield replace(delta, direction=direction)
    for key in INHERITED:
        yield from inherited_changes(compared, key, old, new)


def parameters_of_paths(
    compared: Comparison, pairs: Iterable[OperationPair]
) -> dict[tuple[str, str], frozenset[Any]]:
    """The parameters that came to a path item or left it, for all of its operations alike.

    By the old and the new path, where that has several operations.
    """
    alike: dict[tuple[str, str], list[frozenset[Any]]] = {}
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            declared = _Declared.of(compared, pair)
            alike.setdefault(pair.paths, []).append(declared.of_item_alone)
    return {
        paths: frozenset.intersection(*names) for paths, names in alike.items() if len(names) > 1
    }


def shared_parameters(
    compared: Comparison, pair: OperationPair, of_path: Collection[Any] = ()
) -> Iterator[Delta]:
    """What differs in the parameters that path items declare.

    Those that only one document declares are told where they are among `of_path`.
    """
    if pair.old is None or pair.new is None:
        return
    declared = _Declared.of(compared, pair)
    before, after = declared.shared_before, declared.shared_after
    place = (*items_of(compared.new, pair.new)[-1], _PARAMETERS)
    found: dict[Any, list[Delta]] = {}
    for name in dict.fromkeys((*before, *after)):
        if (name in before and name in after) or name in of_path:
            found[name] = [*_of_parameter(compared, name, before, after, place, pair)]
    yield from _sent(swapped_members(compared, "parameter", found, before, after))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Declared:
    """The parameters of an operation: those of its path item, and its own, by their new names."""

    shared_before: Mapping[Any, Address]
    shared_after: Mapping[Any, Address]
    own_before: Mapping[Any, Address]
    own_after: Mapping[Any, Address]

    @classmethod
    def of(cls, compared: Comparison, pair: OperationPair) -> _Declared:
        """Those of a pair of which both are there."""
        old, new = pair.old, pair.new
        if old is None or new is None:
            return cls(shared_before={}, shared_after={}, own_before={}, own_after={})
        return cls(
            shared_before=_renamed(_of_items(compared.old, old), pair.names),
            shared_after=_of_items(compared.new, new),
            own_before=_renamed(_declared(compared.old, old.address), pair.names),
            own_after=_declared(compared.new, new.address),
        )

    @property
    def of_item_alone(self) -> frozenset[Any]:
        """What only one of the two path items declares, and the operation does not."""
        names = self.shared_before.keys() ^ self.shared_after.keys()
        return frozenset(names - self.own_before.keys() - self.own_after.keys())


def _parameter_changes(
    compared: Comparison, pair: OperationPair, of_path: Collection[Any]
) -> Iterator[Delta]:
    declared = _Declared.of(compared, pair)
    before = {**declared.shared_before, **declared.own_before}
    after = {**declared.shared_after, **declared.own_after}
    place = (*(pair.new.address if pair.new else ()), _PARAMETERS)
    found: dict[Any, list[Delta]] = {}
    for name in dict.fromkeys((*before, *after)):
        is_shared = name in declared.shared_before and name in declared.shared_after
        is_own = name in declared.own_before or name in declared.own_after
        if name not in of_path and (is_own or not is_shared):
            found[name] = [*_of_parameter(compared, name, before, after, place, pair)]
    yield from _sent(swapped_members(compared, "parameter", found, before, after))


def _sent(deltas: Iterable[Delta]) -> Iterator[Delta]:
    direction: Direction = "request"
    return (replace(delta, direction=direction) for delta in deltas)


def _of_parameter(
    compared: Comparison,
    name: Any,
    before: Mapping[Any, Address],
    after: Mapping[Any, Address],
    place: Address,
    pair: OperationPair,
) -> Iterator[Delta]:
    new_names = set(pair.names.values())
    for delta in member_changes(compared, "parameter", name, before, after, place):
        is_name = delta.address[-1:] == ("name",) and not delta.path
        if not (is_name and name[0] in new_names):
            yield delta


def _of_items(side: Side, operation: Operation) -> dict[Any, Address]:
    """The parameters that the path item of an operation declares."""
    found: dict[Any, Address] = {}
    for item in items_of(side, operation):
        found = {**_declared(side, item), **found}
    return found


def _declared(side: Side, holder: Address) -> dict[Any, Address]:
    value = side.at((*holder, _PARAMETERS))
    fields = Fields(address=holder, values={_PARAMETERS: value})
    return keyed(side, Spot("list", "parameter"), fields, _PARAMETERS)


def _renamed(declared: Mapping[Any, Address], names: Mapping[str, str]) -> dict[Any, Address]:
    """Parameters by their new names."""
    found = {}
    for name, address in declared.items():
        is_in_path = isinstance(name, tuple) and name[1] == "path"
        key = (names.get(name[0], name[0]), *name[1:]) if is_in_path else name
        found[key] = address
    return found
