"""Gives a schema one view for requests and one for answers where these differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmend.document.openapi.components import component_schemas, refer, schema_reference
from specmend.document.openapi.keywords import DIRECTIONS
from specmend.document.openapi.operations import operations
from specmend.document.openapi.schemas import (
    Node,
    Tree,
    content_schemas,
    copy_tree,
    map_schemas,
    parameter_schema,
)
from specmend.generate.normalize.canonical.heads import is_class
from specmend.generate.normalize.canonical.parts import NULL
from specmend.generate.normalize.canonical.unions import MARKS
from specmend.generate.normalize.names import operation_groups
from specmend.generate.normalize.webhooks import RECEIVED
from specmend.generate.normalize.wording import RESERVED

_READ, _WRITE = DIRECTIONS
_HOLDING = ("items", "prefixItems", "additionalProperties", "anyOf", "allOf", "properties")
_OF_CLASSES = ("allOf", "properties", "required")


def split_directions(tree: Tree) -> Tree:
    """Leave readOnly properties out of what is sent, and writeOnly ones out of what is received.

    A component that is both sent and received is the one for answers; the one for requests is
    called `UserRequest`. What goes one way only keeps its name. `required` holds in the direction
    that has the property (OpenAPI 3.0.4 section 4.7.24.2).
    """
    directed = _Directed(component_schemas(tree))
    if directed.names:
        tree = _split(copy_tree(tree), directed)
    return map_schemas(tree, _without_marks) if directed.marked else tree


def _split(tree: Tree, directed: _Directed) -> Tree:
    sent = directed.reached(_sent(tree), _READ)
    received = directed.reached(_received(tree), _WRITE) | directed.of_webhooks()
    requests = _request_names(tree, directed.names & sent & received)
    for holder, key in _sent(tree):
        holder[key] = directed.view(holder[key], _READ, requests)
    made: Node = {}
    for name, schema in component_schemas(tree).items():
        is_sent_only = name in sent and name not in received
        made[name] = directed.view(schema, _READ if is_sent_only else _WRITE, requests)
        if name in requests:
            made[requests[name]] = directed.view(schema, _READ, requests)
    tree["components"]["schemas"] = made
    return tree


class _Directed:
    """The components of a document, and the names of those that differ by direction.

    These are the ones that have a property of one direction, and those that have one of them.
    """

    def __init__(self, components: dict[str, Tree]) -> None:
        self._components = components
        self._classes: dict[tuple[str, str], bool] = {}
        self.marked = any(map(_is_marked, components.values()))
        own = [name for name, schema in components.items() if self._has_directions(schema)]
        self.names = _closure(own, components) if own else set()

    def reached(self, places: Iterator[tuple[Tree, str]], left_out: str) -> set[str]:
        """The components that schemas at some places use, but for what is left out."""
        pending = [name for holder, key in places for name in _names_in(holder[key])]
        return self._reached(pending, left_out)

    def of_webhooks(self) -> set[str]:
        """The components that an API sends without being asked: they are received."""
        pending = [name for name, schema in self._components.items() if RECEIVED in schema]
        return self._reached(pending, _WRITE)

    def view(self, schema: Tree, left_out: str, requests: Mapping[str, str]) -> Tree:
        """A schema without the properties of the other direction; requests have names of theirs."""
        if isinstance(schema, list):
            return [self.view(member, left_out, requests) for member in schema]
        if not isinstance(schema, dict):
            return schema
        name = schema_reference(schema)
        if name is not None:
            is_other = left_out == _READ and name in requests
            return {**schema, **refer(requests[name])} if is_other else schema
        seen = dict(schema)
        for word in _HOLDING:
            if word == "properties" and word in schema:
                seen[word] = {
                    key: self.view(member, left_out, requests)
                    for key, member in schema[word].items()
                    if self._direction(member) != left_out
                }
            elif word in schema:
                seen[word] = self.view(self._kept(word, schema[word], left_out), left_out, requests)
        if "discriminator" in schema:
            return self._still_told(seen, schema, left_out)
        return _consistent(seen) if is_class(schema) else seen

    def _still_told(self, seen: Node, union: Node, left_out: str) -> Node:
        """A union without its discriminator, where a member does not have the property any more."""
        name = union["discriminator"].get("propertyName", "")
        if not any(self._loses(member, name, left_out) for member in union["anyOf"]):
            return seen
        bare = [
            {key: value for key, value in member.items() if key not in MARKS}
            for member in seen["anyOf"]
        ]
        return {key: seen[key] for key in seen if key != "discriminator"} | {"anyOf": bare}

    def _loses(self, schema: Tree, name: str, left_out: str) -> bool:
        """Whether a class that a schema refers to, or a parent of it, leaves a property out."""
        known = self._components.get(schema_reference(schema) or "") or {}
        own = known.get("properties", {}).get(name)
        is_lost = own is not None and self._direction(own) == left_out
        return is_lost or any(self._loses(one, name, left_out) for one in known.get("allOf", ()))

    def _reached(self, pending: list[str], left_out: str) -> set[str]:
        found: set[str] = set()
        while pending:
            name = pending.pop()
            if name not in found and name in self._components:
                found.add(name)
                pending += _names_in(self.view(self._components[name], left_out, {}))
        return found

    def _kept(self, word: str, members: Tree, left_out: str) -> Tree:
        """The parents that a class still has: one without any properties is no class."""
        if word != "allOf":
            return members
        return [one for one in members if self._is_class(schema_reference(one) or "", left_out)]

    def _is_class(self, name: str, left_out: str) -> bool:
        key = (name, left_out)
        if key not in self._classes:
            self._classes[key] = True  # a class that is its own ancestor
            schema = self._components.get(name)
            self._classes[key] = is_class(self.view(schema, left_out, {}))
        return self._classes[key]

    def _has_directions(self, schema: Tree) -> bool:
        properties = schema.get("properties", {}) if isinstance(schema, dict) else {}
        return any(self._direction(member) for member in properties.values())

    def _direction(self, member: Tree) -> str:
        """`readOnly` or `writeOnly` of a property; one that is both is neither."""
        words = [word for word in DIRECTIONS if self._says(member, word, ())]
        return words[0] if len(words) == 1 else ""

    def _says(self, schema: Tree, word: str, seen: tuple[str, ...]) -> bool:
        """Whether a property says a word, or what it refers to, or each of its alternatives."""
        if not isinstance(schema, dict):
            return False
        if isinstance(schema.get(word), bool):
            return bool(schema[word])
        name = schema_reference(schema)
        if name is not None:
            inner = self._components.get(name)
            return name not in seen and self._says(inner, word, (*seen, name))
        members = [member for member in schema.get("anyOf", ()) if member != NULL]
        return bool(members) and all(self._says(member, word, seen) for member in members)


def _sent(tree: Tree) -> Iterator[tuple[Tree, str]]:
    """The places of the schemas of requests."""
    for operation in operations(tree):
        for parameter in operation.node.get("parameters", ()):
            yield from parameter_schema(parameter)
        yield from content_schemas(operation.node.get("requestBody"))


def _received(tree: Tree) -> Iterator[tuple[Tree, str]]:
    """The places of the schemas of answers."""
    for operation in operations(tree):
        for response in operation.node.get("responses", {}).values():
            yield from content_schemas(response)
            headers = response.get("headers") if isinstance(response, dict) else None
            for header in headers.values() if isinstance(headers, dict) else ():
                yield from parameter_schema(header)


def _request_names(tree: Tree, names: set[str]) -> dict[str, str]:
    """The names of the classes for requests, which no other class has."""
    components = component_schemas(tree)
    taken = {*components, *RESERVED, *operation_groups(tree)}
    requests = {}
    for name in components:
        if name in names:
            base, number = f"{name}Request", 1
            requests[name] = base
            while requests[name] in taken:
                number += 1
                requests[name] = f"{base}{number}"
            taken.add(requests[name])
    return requests


def _closure(own: list[str], components: Mapping[str, Tree]) -> set[str]:
    """Some components and all that have one of them inside, in one step or more."""
    users: dict[str, list[str]] = {}
    for name, schema in components.items():
        for other in _names_in(schema):
            users.setdefault(other, []).append(name)
    found: set[str] = set()
    pending = list(own)
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += users.get(name, ())
    return found


def _names_in(schema: Tree) -> Iterator[str]:
    """The components that a schema has inside."""
    if isinstance(schema, list):
        for member in schema:
            yield from _names_in(member)
    if not isinstance(schema, dict):
        return
    name = schema_reference(schema)
    if name is not None:
        yield name
    for word in _HOLDING:
        inner = schema.get(word)
        yield from _names_in(list(inner.values()) if word == "properties" and inner else inner)


def _consistent(seen: Node) -> Node:
    """A class that requires no property which it has not; one without any is a free object."""
    known = seen.get("properties", {})
    if "required" in seen:
        seen["required"] = [name for name in seen["required"] if name in known]
    kept = {key: value for key, value in seen.items() if value or key not in _OF_CLASSES}
    return kept if is_class(kept) else {**kept, "additionalProperties": True}


def _is_marked(schema: Tree) -> bool:
    """Whether a component or one of its properties has a mark that is of no use any more."""
    if not isinstance(schema, dict):
        return False
    return any(word in schema for word in (*DIRECTIONS, RECEIVED)) or any(
        _is_marked(member)
        for word in _HOLDING
        for member in _members(schema.get(word), is_named=word == "properties")
    )


def _members(inner: Tree, *, is_named: bool) -> list[Tree]:
    if is_named and isinstance(inner, dict):
        return list(inner.values())
    return inner if isinstance(inner, list) else [inner]


def _without_marks(schema: Node) -> Node:
    return {key: value for key, value in schema.items() if key not in (*DIRECTIONS, RECEIVED)}
