"""Streams of server-sent events whose records are the events, not the JSON in their data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import component_schemas, schema_named
from specmend.document.openapi.keywords import ANNOTATIONS, UNIONS
from specmend.document.openapi.schemas import Node, Tree
from specmend.document.openapi.version_32 import ITEM_MARK
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


def mark_events(tree: Node, streams: list[Node]) -> None:
    """Note which streams are of events, and put the content of data in the place of its text.

    OpenAPI 3.2 has events in `itemSchema`. In a `schema` as documents of 3.0 and 3.1 have it, only
    an object with the name of the event besides its data is one.
    """
    found = {}
    for media in streams:
        forms = forms_of_events(media.get("schema"), tree)
        if forms is not None and EVENTS_MARK not in media and _is_told(media, forms):
            media[EVENTS_MARK] = _mark(forms, tree)
            found[id(media)] = media
    writer = _Writer(tree, [media["schema"] for media in found.values()])
    for media in found.values():
        media["schema"] = writer.written(media["schema"])


def _is_told(media: Node, forms: list[Form]) -> bool:
    """Whether the schema of a stream is that of events, and not of the JSON in their data."""
    by_item = media.get(ITEM_MARK) is True or "x-stream" in media
    return by_item or any("event" in form.properties for form in forms)


def _mark(forms: list[Form], tree: Node) -> Node:
    parsed = [form for form in forms if is_parsed(form, tree)]
    is_usual = any(not form.names() for form in parsed) or len(parsed) == len(forms)
    others = [form for form in forms if (form in parsed) is not is_usual]
    names = list(dict.fromkeys(name for form in others for name in form.names()))
    errors = any(ERROR in form.names() for form in forms)
    return {"parsed": is_usual, "others": names, "describes_errors": errors}


class _Writer:
    """Writes the schemas of events with the content of data in place of its text."""

    def __init__(self, tree: Node, roots: list[Tree]) -> None:
        self._tree = tree
        self._components = component_schemas(tree)
        self._own = {id(node) for node in _references(roots, self._components)}
        self._done: set[str] = set()

    def written(self, schema: Tree) -> Tree:
        """A schema of events; components that only such streams have are written in their place."""
        words = set(schema) - ANNOTATIONS if isinstance(schema, dict) else set()
        if isinstance(schema, dict) and len(words) == 1 and words <= set(UNIONS):
            (word,) = words
            return {**schema, word: [self._member(member) for member in schema[word]]}
        if not isinstance(schema, dict) or not self._has_content(schema):
            return schema
        return self._of_component(schema) if words == {"$ref"} else self._flat(schema)

    def _member(self, schema: Tree) -> Tree:
        """One of several events; its class is called by the name of the event."""
        forms = forms_of_events(schema, self._tree) or []
        names = [name for form in forms for name in form.names()]
        written = self.written(schema)
        is_open = isinstance(written, dict) and not {"$ref", "title"} & set(written)
        return {"title": names[0], **written} if is_open and len(names) == 1 else written

    def _has_content(self, schema: Tree) -> bool:
        forms = forms_of_events(schema, self._tree) or []
        return any(content_of_data(form) for form in forms)

    def _of_component(self, schema: Node) -> Tree:
        name = _name(schema)
        if name not in self._done:
            nodes = [node for node in _all_references(self._tree) if _name(node) == name]
            if any(id(node) not in self._own for node in nodes):
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


def _name(schema: Tree) -> str:
    return schema_named(schema.get("$ref")) if isinstance(schema, dict) else ""


def _references(roots: list[Tree], components: dict[str, Tree]) -> Iterator[Node]:
    """The schemas with a reference that schemas of events are put together of."""
    seen: set[str] = set()
    pending = list(roots)
    while pending:
        node = pending.pop()
        if not isinstance(node, dict):
            continue
        if _name(node):
            yield node
            pending += [components.get(_name(node))] if _name(node) not in seen else []
            seen.add(_name(node))
        for word in ("allOf", *UNIONS):
            pending += node.get(word) or ()


def _all_references(tree: Tree) -> Iterator[Node]:
    if isinstance(tree, dict):
        if isinstance(tree.get("$ref"), str):
            yield tree
        for value in tree.values():
            yield from _all_references(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _all_references(value)
