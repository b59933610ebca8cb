"""Schemas of server-sent events, as OpenAPI 3.2 describes these: which they are, what they hold."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import prod
from typing import Any, Final

from specmend.document.openapi.components import component_schemas, schema_named
from specmend.document.openapi.keywords import UNIONS
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.normalize.media_order import is_json

FIELDS: Final = frozenset({"data", "event", "id", "retry"})
"""The fields of an event (OpenAPI 3.2, Special Considerations for Server-Sent Events)."""

_MOST_FORMS: Final = 64
_TEXTS: Final = ("string", "null")
_STRUCTURES: Final = ("properties", "items")


@dataclass(kw_only=True, slots=True)
class Form:
    """One way in which an object can look: what is said of each property, and what is required.

    `title` is the name of the schema that says the most about it, or empty.
    """

    properties: dict[str, list[Tree]] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    title: str = ""

    def names(self) -> list[str]:
        """The names that the event can have; none where it can have any."""
        found: list[str] = []
        for schema in self.properties.get("event", ()):
            node = schema if isinstance(schema, dict) else {}
            values = [node["const"]] if "const" in node else node.get("enum") or []
            found += [value for value in values if isinstance(value, str)]
        return found


def forms_of_events(schema: Tree, tree: Tree) -> list[Form] | None:
    """The forms of the events that a schema describes; None where it describes no events.

    It does where all properties are fields of an event and one of them is `data`.
    """
    forms = _Reader(component_schemas(tree)).forms(schema, ())
    names = {name for form in forms for name in form.properties}
    return forms if "data" in names and names <= FIELDS else None


def content_of_data(form: Form) -> list[Tree]:
    """The schemas of the JSON in the text of `data`; none where the text says nothing of it."""
    nodes = [node for node in form.properties.get("data", ()) if isinstance(node, dict)]
    if any("contentEncoding" in node for node in nodes):
        return []
    media = next((str(node["contentMediaType"]) for node in nodes if _has_media(node)), "")
    if media and not is_json(media):
        return []
    return [node["contentSchema"] for node in nodes if "contentSchema" in node]


def is_parsed(form: Form, tree: Tree) -> bool:
    """Whether the data of an event is JSON: its text has such content, or it can be no text."""
    components = component_schemas(tree)
    schemas = form.properties.get("data", ())
    if content_of_data(form):
        return True
    return not any(_is_text(one) for one in schemas) and any(
        _is_structure(one, components, ()) for one in schemas
    )


def joined(schemas: list[Tree]) -> Tree:
    """One schema of several that are all true."""
    different = [one for place, one in enumerate(schemas) if one not in schemas[:place]]
    return different[0] if len(different) == 1 else {"allOf": different}


class _Reader:
    """The forms of objects, references followed; a schema inside of itself says nothing."""

    def __init__(self, components: dict[str, Tree]) -> None:
        self._components = components

    def forms(self, schema: Tree, seen: tuple[str, ...]) -> list[Form]:
        if not isinstance(schema, dict):
            return [Form()]
        factors = [[_own(schema)], *self._factors(schema, seen)]
        if prod(map(len, factors)) > _MOST_FORMS:
            return [Form()]
        return [_together(parts) for parts in itertools.product(*factors)]

    def _factors(self, schema: Node, seen: tuple[str, ...]) -> Iterator[list[Form]]:
        name = schema_named(schema.get("$ref"))
        if name and name not in seen:
            found = self.forms(self._components.get(name), (*seen, name))
            yield [_named(form, name) if len(found) == 1 else form for form in found]
        for member in schema.get("allOf") or ():
            yield self.forms(member, seen)
        for word in UNIONS:
            branches = schema.get(word) or ()
            forms = [form for branch in branches for form in self.forms(branch, seen)]
            if forms:
                yield forms


def _own(schema: Node) -> Form:
    properties = schema.get("properties")
    required = schema.get("required")
    title = schema.get("title")
    return Form(
        properties={name: [one] for name, one in properties.items()}
        if isinstance(properties, dict)
        else {},
        required=list(required) if isinstance(required, list) else [],
        title=title if isinstance(title, str) else "",
    )


def _named(form: Form, name: str) -> Form:
    return Form(properties=form.properties, required=form.required, title=name)


def _together(parts: tuple[Form, ...]) -> Form:
    """What several schemas say of the same object."""
    whole = Form()
    for part in parts:
        for name, schemas in part.properties.items():
            known = whole.properties.setdefault(name, [])
            known += [one for one in schemas if one not in known]
        whole.required += [name for name in part.required if name not in whole.required]
        whole.title = part.title or whole.title
    return whole


def _has_media(node: dict[str, Any]) -> bool:
    return isinstance(node.get("contentMediaType"), str)


def _kinds(node: Node) -> list[Tree]:
    kinds = node.get("type")
    return kinds if isinstance(kinds, list) else [kinds] if kinds is not None else []


def _is_text(schema: Tree) -> bool:
    """Whether a schema says by its own words that a value is text."""
    kinds = _kinds(schema) if isinstance(schema, dict) else []
    return bool(kinds) and "string" in kinds and set(map(str, kinds)) <= set(_TEXTS)


def _is_structure(schema: Tree, components: dict[str, Tree], seen: tuple[str, ...]) -> bool:
    """Whether a schema allows a value that is neither text nor null, and says so."""
    if not isinstance(schema, dict):
        return False
    if any(kind not in _TEXTS for kind in _kinds(schema)) or set(_STRUCTURES) & set(schema):
        return True
    values = [schema["const"]] if "const" in schema else schema.get("enum") or ()
    if any(value is not None and not isinstance(value, str) for value in values):
        return True
    name = schema_named(schema.get("$ref"))
    if name and name not in seen:
        return _is_structure(components.get(name), components, (*seen, name))
    members = [one for word in ("allOf", *UNIONS) for one in schema.get(word) or ()]
    return any(_is_structure(member, components, seen) for member in members)
