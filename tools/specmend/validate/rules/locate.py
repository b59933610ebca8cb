"""Where in a document an error of the validator stands, which it does not always say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.validate.rules.fault import Fault

if TYPE_CHECKING:
    from jsonschema import ValidationError

_OPERATION = re.compile(r"'(?P<method>\w+)'(?: operation)? in '(?P<path>[^']+)'")
_PARAMETER = re.compile(r"Duplicate parameter '(?P<name>.+)'")
_EXAMPLES = frozenset({"example", "examples"})
_LONGEST_MESSAGE = 200


def locate(
    tree: Tree, error: ValidationError, rule: str, known: Collection[Fault]
) -> tuple[Fault, bool]:
    """The fault that an error stands for, and whether its place is certain.

    A place that is not certain is the first likely one that none of the known faults has.
    """
    address = _operation_place(error)
    if address:
        return Fault(rule=rule, address=address, message=error.message), True
    deepest = _deepest(error)
    own: Address = tuple(deepest.absolute_path)
    message = _words(deepest)
    if own and get(tree, own[:1]) is not MISSING and same(get(tree, own), deepest.instance):
        return Fault(rule=rule, address=own, message=message), True
    likely = [
        Fault(rule=rule, address=address, message=message) for address in _candidates(tree, deepest)
    ]
    free = [fault for fault in likely if fault not in known]
    return next(iter([*free, *likely]), Fault(rule=rule, address=(), message=message)), False


def _deepest(error: ValidationError) -> ValidationError:
    """The most telling error among the branches of a oneOf or anyOf: not that of a reference."""
    while error.context:
        wanted = [branch for branch in error.context if not _wants_reference(branch)]
        wanted = wanted or list(error.context)
        error = max(wanted, key=lambda e: len(e.absolute_path))
    return error


def _wants_reference(error: ValidationError) -> bool:
    return error.validator == "required" and error.validator_value == ["$ref"]


def _operation_place(error: ValidationError) -> Address:
    """The place of an error about an operation; empty for any other error.

    The kind of such an error is its class, but its path and method stand in its message alone.
    """
    from openapi_spec_validator.validation import exceptions as kinds

    if not isinstance(error, kinds.DuplicateOperationIDError | kinds.UnresolvableParameterError):
        return ()
    operation = _OPERATION.search(error.message)
    if not operation or error.absolute_path:
        return ()
    place: Address = ("paths", operation["path"], operation["method"])
    is_id = isinstance(error, kinds.DuplicateOperationIDError)
    return (*place, "operationId") if is_id else place


def _candidates(tree: Tree, error: ValidationError) -> list[Address]:
    """The possible places of an error of which only the end of the way is known, or nothing."""
    from openapi_spec_validator.validation import exceptions as kinds

    twice = _PARAMETER.fullmatch(error.message)
    if isinstance(error, kinds.ParameterDuplicateError) and twice:
        return list(_repeated_parameters(tree, twice["name"]))
    if isinstance(error, kinds.ExtraParametersError):
        return [
            a
            for a, value in _walk(tree)
            if a[-1:] == ("required",) and "allOf" in get(tree, a[:-1]) and value
        ]
    suffix: Address = tuple(error.absolute_path)
    ends = ("default", *suffix)
    places = [
        a for a, value in _walk(tree) if a[-len(ends) :] == ends and same(value, error.instance)
    ]
    if not suffix:
        return [a for a in places if same(get(tree, a[:-1]), error.schema)]
    return places or [
        a for a, value in _walk(tree) if a[-len(suffix) :] == suffix and same(value, error.instance)
    ]


def _repeated_parameters(tree: Tree, name: str) -> Iterator[Address]:
    for address, value in _walk(tree):
        if address[-1:] != ("parameters",) or not isinstance(value, list):
            continue
        seen: list[Tree] = []
        for index, parameter in enumerate(value):
            if not isinstance(parameter, dict) or parameter.get("name") != name:
                continue
            if parameter.get("in") in seen:
                yield (*address, index)
            seen.append(parameter.get("in"))


def _walk(tree: Tree) -> Iterator[tuple[Address, Tree]]:
    """Every place of a document, examples left out."""
    todo: list[tuple[Address, Tree]] = [((), tree)]
    while todo:
        address, value = todo.pop()
        yield address, value
        if isinstance(value, dict):
            todo += reversed([((*address, k), v) for k, v in value.items() if k not in _EXAMPLES])
        elif isinstance(value, list):
            todo += reversed([((*address, i), v) for i, v in enumerate(value)])


def _words(error: ValidationError) -> str:
    message = error.message
    if len(message) <= _LONGEST_MESSAGE:
        return message
    return f"{message[:160]} … {message[-30:]}"
