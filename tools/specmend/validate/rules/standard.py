"""Is it a valid OpenAPI document: openapi-spec-validator, with each of its errors put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from specmend.document.pointer import Address
from specmend.document.tree import MISSING, Tree, get, replace, same
from specmend.validate.finding import Fault
from specmend.validate.rules import references

if TYPE_CHECKING:
    from jsonschema import ValidationError

NAME: Final = "openapi"
_OPERATION = re.compile(r"'(?P<method>\w+)'(?: operation)? in '(?P<path>[^']+)'")
_DEFAULTS = ("default", "example")


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each error of the validator for the version that the document declares (3.0, 3.1, 3.2)."""
    version = str(get(tree, ("openapi",))) if isinstance(tree, dict) else ""
    validator = _validator(version)
    if validator is None:
        found = version if version and get(tree, ("openapi",)) is not MISSING else "no version"
        yield Fault(rule=NAME, address=("openapi",), message=f"openapi is {found}; specmend reads 3.0, 3.1 and 3.2")
        return
    closed = _without_dangling(tree)
    seen: set[tuple[Address, str]] = set()
    said: set[str] = set()
    for error in _errors(validator, closed):
        address, message, sure = _located(closed, error)
        # A fault in a schema is reported once from the root and again, without its way, from the schema.
        if (address, message) in seen or (not sure and message in said):
            continue
        seen.add((address, message))
        said.add(message)
        yield Fault(rule=NAME, address=address, message=message)


def _validator(version: str) -> Any:
    import openapi_spec_validator as known

    classes = {
        "3.0": known.OpenAPIV30SpecValidator,
        "3.1": known.OpenAPIV31SpecValidator,
        "3.2": known.OpenAPIV32SpecValidator,
    }
    chosen = classes.get(".".join(version.split(".")[:2]))
    # Without handlers no reference is ever fetched.
    return type("Offline", (chosen,), {"resolver_handlers": {}}) if chosen else None


def _errors(validator: Any, tree: Tree) -> Iterable[ValidationError]:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return list(validator(tree).iter_errors())


def _without_dangling(tree: Tree) -> Tree:
    """The validator stops at a reference that leads nowhere; those have a rule of their own."""
    for fault in references.faults(tree):
        tree = replace(tree, fault.address[:-1], {"description": "a reference that leads nowhere"})
    return tree


def _located(tree: Tree, error: ValidationError) -> tuple[Address, str, bool]:
    """Address and message of an error, and whether the address is certain."""
    operation = _OPERATION.search(error.message)
    if operation and not error.absolute_path:
        base: Address = ("paths", operation["path"], operation["method"])
        return (*base, "operationId") if "Operation ID" in error.message else base, error.message, True
    deepest = _deepest(error)
    address: Address = tuple(deepest.absolute_path)
    if address and get(tree, address[:1]) is not MISSING and same(get(tree, address), deepest.instance):
        return address, _words(deepest), True
    return _search(tree, address, deepest.instance), _words(deepest), False


def _deepest(error: ValidationError) -> ValidationError:
    """The most telling error among the branches of a oneOf or anyOf: not the one that wants a reference."""
    while error.context:
        wanted = [e for e in error.context if "$ref" not in e.message] or list(error.context)
        error = max(wanted, key=lambda e: len(e.absolute_path))
    return error


def _search(tree: Tree, suffix: Address, instance: Any) -> Address:
    """The first address that ends as the error's does and holds the value it complains of."""
    endings = (suffix,) if suffix else tuple((key,) for key in _DEFAULTS)
    for address, value in _walk(tree):
        if any(address[-len(ending) :] == ending for ending in endings) and same(value, instance):
            return address
    return ()


def _walk(tree: Tree) -> Iterator[tuple[Address, Tree]]:
    todo: list[tuple[Address, Tree]] = [((), tree)]
    while todo:
        address, value = todo.pop()
        yield address, value
        if isinstance(value, dict):
            todo += reversed([((*address, k), v) for k, v in value.items()])
        elif isinstance(value, list):
            todo += reversed([((*address, i), v) for i, v in enumerate(value)])


def _words(error: ValidationError) -> str:
    message = error.message
    return message if len(message) <= 200 else f"{message[:160]} … {message[-30:]}"  # noqa: PLR2004 - a line's worth
