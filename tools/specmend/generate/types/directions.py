"""What comes from the server, and the properties by which its objects are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.operations import operations
from specmend.document.openapi.schemas import (
    Node,
    Tree,
    children,
    content_schemas,
    parameter_schema,
    schemas,
)
from specmend.generate.normalize.canonical.unions import BASE


def received_components(tree: Tree) -> frozenset[str]:
    """The components that answers are made of, and those that are never sent.

    So those of webhooks are among them.
    """
    components = component_schemas(tree)
    sent = _reached(_requests(tree), components)
    return frozenset((components.keys() - sent) | _reached(_answers(tree), components))


def told_properties(tree: Tree, *, is_open: bool) -> frozenset[tuple[str, str]]:
    """The properties of discriminators, each with the class that has it.

    In an open union the class that the others inherit from can have any value.
    """
    components = component_schemas(tree)
    found: set[tuple[str, str]] = set()
    for union in schemas(tree):
        wire = (union.get("discriminator") or {}).get("propertyName")
        if "anyOf" in union and isinstance(wire, str):
            for member in union["anyOf"]:
                found |= {(name, wire) for name in _lineage(member, components)}
    if is_open:
        unions = [schema for schema in schemas(tree) if "anyOf" in schema]
        bases = {schema_reference(one) for each in unions for one in each["anyOf"] if BASE in one}
        found = {(name, wire) for name, wire in found if name not in bases}
    return frozenset(found)


def _answers(tree: Tree) -> Iterator[Node]:
    for operation in operations(tree):
        responses = operation.node.get("responses")
        for response in responses.values() if isinstance(responses, dict) else ():
            yield from (holder[key] for holder, key in content_schemas(response))
            headers = response.get("headers") if isinstance(response, dict) else None
            for header in headers.values() if isinstance(headers, dict) else ():
                yield from (holder[key] for holder, key in parameter_schema(header))


def _requests(tree: Tree) -> Iterator[Node]:
    for operation in operations(tree):
        for parameter in operation.node.get("parameters") or ():
            yield from (holder[key] for holder, key in parameter_schema(parameter))
        body = operation.node.get("requestBody")
        yield from (holder[key] for holder, key in content_schemas(body))


def _reached(starts: Iterable[Node], components: dict[str, Tree]) -> set[str]:
    """The components that schemas are made of."""
    pending = [name for schema in starts for name in _names_in(schema)]
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found and name in components:
            found.add(name)
            pending += _names_in(components[name])
    return found


def _names_in(schema: Node) -> list[str]:
    """The components that a schema refers to, directly or inside of it."""
    names = []
    pending = [schema]
    while pending:
        one = pending.pop()
        name = schema_reference(one)
        if name is not None:
            names.append(name)
        pending += [holder[key] for holder, key, _ in children(one)]
    return names


def _lineage(member: Node, components: dict[str, Tree]) -> Iterator[str]:
    """The class of a member of a union, and its parents."""
    pending, seen = [schema_reference(member)], set[str]()
    while pending:
        name = pending.pop()
        if name is not None and name not in seen and name in components:
            seen.add(name)
            yield name
            pending += [schema_reference(parent) for parent in components[name].get("allOf", ())]
