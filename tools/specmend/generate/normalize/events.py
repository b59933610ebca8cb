"""Streams of server-sent events whose records are the events, not the JSON in their data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import component_schemas, schema_named
from specmend.document.openapi.keywords import ANNOTATIONS, UNIONS
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.normalize.event_forms import (
    Form,
    content_of_data,
    forms_of_events,
    is_parsed,
    joined,
)

EVENTS_MARK: Final = "x-events"
"""Beside the schema of events: the names of those whose data is JSON, of those whose data is not,
and what is true of all others."""

ERROR: Final = "error"
"""The name of the event with which servers report an error."""


def mark_events(media: Node, tree: Node, *, by_item: bool) -> None:
    """Note that the schema of a stream describes events, and put the content of data in its place.

    OpenAPI 3.2 has events in `itemSchema`. In a `schema` as documents of 3.0 and 3.1 have it, only
    an object with the name of the event besides its data is one.
    """
    schema = media.get("schema")
    forms = forms_of_events(schema, tree)
    if forms is None or not (by_item or any("event" in form.properties for form in forms)):
        return
    parsed = [form for form in forms if is_parsed(form, tree)]
    is_usual = any(not form.names() for form in parsed) or len(parsed) == len(forms)
    others = [form for form in forms if form not in parsed] if is_usual else parsed
    names = list(dict.fromkeys(name for form in others for name in form.names()))
    errors = any(ERROR in form.names() for form in forms)
    media[EVENTS_MARK] = {"parsed": is_usual, "others": names, "describes_errors": errors}
    if any(content_of_data(form) for form in forms):
        media["schema"] = _Writer(tree, schema).written(schema)


class _Writer:
    """Writes the schemas of events with the content of data in place of its text."""

    def __init__(self, tree: Node, root: Tree) -> None:
        self._tree = tree
        self._components = component_schemas(tree)
        self._own = _references(root, self._components)
        self._done: set[str] = set()

    def written(self, schema: Tree) -> Tree:
        """A schema of events; components that only this stream has are written in their place."""
        if not isinstance(schema, dict) or not self._has_content(schema):
            return schema
        words = set(schema) - ANNOTATIONS
        if words == {"$ref"}:
            return self._of_component(schema)
        if len(words) == 1 and words <= set(UNIONS):
            (word,) = words
            return {**schema, word: [self.written(member) for member in schema[word]]}
        return self._flat(schema)

    def _has_content(self, schema: Tree) -> bool:
        forms = forms_of_events(schema, self._tree) or []
        return any(content_of_data(form) for form in forms)

    def _of_component(self, schema: Node) -> Tree:
        name = schema_named(schema["$ref"])
        if name not in self._done:
            if _count(self._tree, name) > self._own.count(name):
                return self._flat(schema)
            self._done.add(name)
            self._components[name] = self.written(self._components[name])
        return schema

    def _flat(self, schema: Node) -> Tree:
        """Each form of the events as one object."""
        forms = forms_of_events(schema, self._tree) or []
        objects = [_object(form, is_alone=len(forms) == 1) for form in forms]
        words = {word: schema[word] for word in ANNOTATIONS if word in schema}
        return {**words, **objects[0]} if len(objects) == 1 else {**words, "oneOf": objects}


def _object(form: Form, *, is_alone: bool) -> Node:
    content = content_of_data(form)
    properties = {
        name: joined(content if content and name == "data" else schemas)
        for name, schemas in form.properties.items()
    }
    names = form.names()
    title = names[0] if len(names) == 1 and not is_alone else form.title
    words = {"title": title} if title else {}
    required = {"required": form.required} if form.required else {}
    return {**words, "type": "object", "properties": properties, **required}


def _references(schema: Tree, components: dict[str, Tree]) -> list[str]:
    """The components that a schema of events refers to, each as often as it does."""
    found: list[str] = []
    pending = [schema]
    while pending:
        node = pending.pop()
        if not isinstance(node, dict):
            continue
        name = schema_named(node.get("$ref"))
        if name:
            if name not in found:
                pending.append(components.get(name))
            found.append(name)
        for word in ("allOf", *UNIONS):
            pending += node.get(word) or ()
    return found


def _count(tree: Tree, name: str) -> int:
    """How often a document refers to a component."""
    return sum(schema_named(reference) == name for reference in _all_references(tree))


def _all_references(tree: Tree) -> Iterator[Tree]:
    if isinstance(tree, dict):
        if isinstance(tree.get("$ref"), str):
            yield tree["$ref"]
        for value in tree.values():
            yield from _all_references(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _all_references(value)
