"""A JSON Patch (RFC 6902) as proposed steps, one for each operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.tree.changes import is_primitive
from specmend.document.tree.pointer import Address, parse_pointer
from specmend.document.tree.values import MISSING, Tree, get, remove, same
from specmend.errors import InternalError, Problem, RepositoryError
from specmend.steps.exchange.imported import Imported
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, Proposal, make

_MOST_DIGITS: Final = 18


def import_patch(patch: Document, tree: Tree) -> Imported:
    """The operations of a patch as steps; a `test` is compared with the document and becomes none.

    What an operation finds is recorded as the expectation of its step. Raises RepositoryError at
    the first operation that is not well-formed or cannot be made, as RFC 6902 section 5 asks.
    """
    proposals: list[Proposal] = []
    notes: list[str] = []
    for index, operation in enumerate(patch.tree):
        try:
            name, path = _head(operation)
            actions = _OPERATIONS[name](tree, operation)
        except _BadOperation as error:
            raise RepositoryError(_problem(patch, index, error)) from error
        after = tree
        for fields in actions:
            after = make(after, fields)
        if not same(after, tree):
            title = f"{name.capitalize()} {path or 'the document'}"
            proposals.append(Proposal(title=title, actions=actions))
        elif name != "test":
            place = patch.problem((index,), "").location
            notes.append(f"{place}: this {name} changes nothing")
        tree = after
    return Imported(proposals=tuple(proposals), notes=tuple(notes))


class _BadOperation(InternalError):
    """An operation that is not well-formed or cannot be made; `key` is the field that is wrong."""

    def __init__(self, message: str, key: str = "", expected: str = "") -> None:
        super().__init__(message)
        self.key, self.expected = key, expected


def _head(operation: Tree) -> tuple[str, str]:
    """Name and path of an operation that has all its fields."""
    if not isinstance(operation, dict):
        raise _BadOperation("an operation is a mapping")
    name = str(operation.get("op", ""))
    if name not in _OPERATIONS:
        raise _BadOperation(f"there is no operation '{name}'", "op", ", ".join(_OPERATIONS))
    needed = {
        "add": "value",
        "replace": "value",
        "test": "value",
        "move": "from",
        "copy": "from",
    }.get(name, "path")
    missing = [key for key in ("path", needed) if key not in operation]
    if missing:
        raise _BadOperation(f"{missing[0]} is missing in this {name}")
    return name, str(operation["path"])


def _problem(patch: Document, index: int, error: _BadOperation) -> Problem:
    address: Address = (index, error.key) if error.key else (index,)
    return patch.problem(address, str(error), expected=error.expected)


def _add(tree: Tree, operation: Mapping[str, Any]) -> tuple[Fields, ...]:
    return _adding(tree, operation, operation["value"])


def _adding(tree: Tree, operation: Mapping[str, Any], value: Tree) -> tuple[Fields, ...]:
    """Add a value (RFC 6902 section 4.1).

    That is a new key, an insertion into a list, or a replacement of what is there.
    """
    address = _address(tree, operation, "path")
    if not address:
        return _replacing(tree, address, value)
    parent = get(tree, address[:-1])
    if isinstance(parent, list):
        holder, at = address[:-1], address[-1]
        if at == len(parent):
            update = [value] if isinstance(value, list) else value
            return ({"target": place_query(tree, holder), "update": update},)
        members = [*parent[: int(at)], value, *parent[int(at) :]]
        return (_set(tree, holder, members),)
    if address[-1] not in parent:
        return ({"target": place_query(tree, address[:-1]), "update": {address[-1]: value}},)
    return _replacing(tree, address, value)


def _remove(tree: Tree, operation: Mapping[str, Any]) -> tuple[Fields, ...]:
    address = _existing(tree, operation, "path")
    if not address:
        raise _BadOperation("the whole document cannot be removed", "path")
    return ({"target": place_query(tree, address), "remove": True},)


def _replace(tree: Tree, operation: Mapping[str, Any]) -> tuple[Fields, ...]:
    return _replacing(tree, _existing(tree, operation, "path"), operation["value"])


def _move(tree: Tree, operation: Mapping[str, Any]) -> tuple[Fields, ...]:
    source = _existing(tree, operation, "from")
    if not source or str(operation["path"]).startswith(f"{operation['from']}/"):
        raise _BadOperation("a place cannot be moved into itself", "path")
    if operation["path"] == operation["from"]:
        return ()
    taken = {"target": place_query(tree, source), "remove": True}
    return (taken, *_adding(remove(tree, [source]), operation, get(tree, source)))


def _copy(tree: Tree, operation: Mapping[str, Any]) -> tuple[Fields, ...]:
    return _adding(tree, operation, get(tree, _existing(tree, operation, "from")))


def _test(tree: Tree, operation: Mapping[str, Any]) -> tuple[Fields, ...]:
    address = _existing(tree, operation, "path")
    if not same(get(tree, address), operation["value"]):
        raise _BadOperation("the document does not pass this test", "value")
    return ()


_OPERATIONS: Final[Mapping[str, Callable[[Tree, Mapping[str, Any]], tuple[Fields, ...]]]] = {
    "add": _add,
    "remove": _remove,
    "replace": _replace,
    "move": _move,
    "copy": _copy,
    "test": _test,
}


def _replacing(tree: Tree, address: Address, value: Tree) -> tuple[Fields, ...]:
    if is_primitive(value) and is_primitive(get(tree, address)):
        return ({"target": place_query(tree, address), "update": value},)
    return (_set(tree, address, value),)


def _set(tree: Tree, address: Address, value: Tree) -> Fields:
    return {"target": place_query(tree, address), "x-edit": {"name": "set-value", "value": value}}


def _existing(tree: Tree, operation: Mapping[str, Any], key: str) -> Address:
    address = _address(tree, operation, key)
    if get(tree, address) is MISSING:
        raise _BadOperation(f"{operation[key]} is not there", key)
    return address


def _address(tree: Tree, operation: Mapping[str, Any], key: str) -> Address:
    """The address that a pointer of an operation names.

    Its last token may be one that is not there yet.
    """
    try:
        tokens = parse_pointer(str(operation[key]))
    except ValueError as error:
        raise _BadOperation(str(error), key) from error
    address: list[str | int] = []
    for token in tokens:
        if not isinstance(tree, dict | list):
            raise _BadOperation(f"{operation[key]} is not there", key)
        address.append(_index(tree, token, key) if isinstance(tree, list) else token)
        tree = get(tree, (address[-1],))
    return tuple(address)


def _index(members: list[Tree], written: str, key: str) -> int:
    """An index as RFC 6901 section 4 writes it: digits with no leading zero, or `-` for the end."""
    if written == "-":
        return len(members)
    digits = written.isascii() and written.isdecimal() and len(written) < _MOST_DIGITS
    if not digits or str(int(written)) != written or int(written) > len(members):
        raise _BadOperation(
            f"{written} is no index of this list", key, f"0 to {len(members)}, or -"
        )
    return int(written)
