"""Lifts inline schemas that become classes to components with readable, stable names."""

from __future__ import annotations

import json

from specmend.document.openapi.components import refer, schema_reference
from specmend.document.openapi.keywords import OF_THE_PLACE, UNIONS
from specmend.document.openapi.operations import operations
from specmend.document.openapi.schemas import (
    Node,
    Tree,
    children,
    content_schemas,
    copy_tree,
    parameter_schema,
)
from specmend.generate.normalize.canonical.heads import is_class
from specmend.generate.normalize.canonical.unions import MARKS
from specmend.generate.normalize.media_order import is_stream
from specmend.generate.normalize.names import operation_groups
from specmend.generate.normalize.wording import RESERVED, class_name

_SUFFIXES = {**dict.fromkeys(("items", "prefixItems"), "Item"), "additionalProperties": "Value"}


def lift_inline_schemas(tree: Tree) -> Tree:
    """Make a component of every inline object, composition and enumeration.

    Names are put together from the place: `ChatRequest` with an inline `message` gives
    `ChatRequestMessage`. Two places with the same name and the same schema share one component;
    another schema gets a number.
    """
    result = copy_tree(tree)
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    lifter = _Lifter(schemas, reserved=RESERVED | operation_groups(result))
    for name in list(schemas):
        lifter.lift_children(schemas[name], name)
    _lift_shared(result["components"], lifter)
    _lift_operations(result, lifter)
    return result


def makes_class(schema: Tree) -> bool:
    """Whether a canonical schema has a name in Python: a class, or an enumeration."""
    return is_class(schema) or (isinstance(schema, dict) and "enum" in schema)


class _Lifter:
    """The components of one document and the names that are still free."""

    def __init__(self, schemas: Node, *, reserved: frozenset[str]) -> None:
        self._schemas = schemas
        self._reserved = reserved

    def lift(self, holder: Tree, key: str | int, name: str) -> None:
        """Replace the schema at a place by a reference, if it makes a class; so inner ones."""
        schema = holder[key]
        name = class_name(name)
        if not makes_class(schema):
            self.lift_children(schema, name)
            return
        # What says something about the place, and not about the class, stays beside the reference.
        place = {word: schema[word] for word in (*OF_THE_PLACE, *MARKS) if word in schema}
        inner = {word: value for word, value in schema.items() if word not in place}
        self.lift_children(inner, name)
        holder[key] = {**refer(self._component(name, inner)), **place}

    def lift_children(self, schema: Node, name: str) -> None:
        """Lift what is directly inside a schema that itself stays where it is."""
        unions = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
        several = sum(makes_class(member) for member in unions) > 1
        for holder, key, keyword in list(children(schema)):
            if keyword in UNIONS:
                self.lift(holder, key, name + (_variant(holder[key], key) if several else ""))
            else:
                self.lift(holder, key, name + _SUFFIXES.get(keyword, class_name(str(key))))

    def _component(self, base: str, schema: Node) -> str:
        name, number = base, 1
        while name in self._schemas or name in self._reserved:
            if _same(self._schemas.get(name), schema):
                return name
            number += 1
            name = f"{base}{number}"
        self._schemas[name] = schema
        return name


def _lift_shared(components: Node, lifter: _Lifter) -> None:
    for name, parameter in components.get("parameters", {}).items():
        for holder, key in parameter_schema(parameter):
            lifter.lift(holder, key, class_name(name) + "Parameter")
    for kind, suffix in (("requestBodies", "Request"), ("responses", "Response")):
        for name, body in components.get(kind, {}).items():
            for holder, key in content_schemas(body):
                lifter.lift(holder, key, _with_suffix(class_name(name), suffix))
            _lift_headers(body, lifter)


def _lift_operations(tree: Tree, lifter: _Lifter) -> None:
    paths = tree.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        if isinstance(item, dict):
            _lift_parameters(item, class_name(path), lifter)
    for operation in operations(tree):
        node, base = operation.node, class_name(operation.node["operationId"])
        _lift_parameters(node, base, lifter)
        for holder, key in content_schemas(node.get("requestBody")):
            lifter.lift(holder, key, base + "Request")
        for code, response in node.get("responses", {}).items():
            _lift_headers(response, lifter)
            for media_type, media in (response.get("content") or {}).items():
                if isinstance(media.get("schema"), dict):
                    lifter.lift(media, "schema", base + _response_word(str(code), media_type))


def _lift_headers(response: Node, lifter: _Lifter) -> None:
    """Lift under the name of the header alone: many answers have the same one."""
    headers = response.get("headers")
    for name, header in headers.items() if isinstance(headers, dict) else ():
        for holder, key in parameter_schema(header):
            lifter.lift(holder, key, _with_suffix(class_name(name), "Header"))


def _lift_parameters(holder: Node, base: str, lifter: _Lifter) -> None:
    for parameter in holder.get("parameters", []):
        for place, key in parameter_schema(parameter):
            lifter.lift(place, key, base + class_name(str(parameter.get("name", ""))))


def _response_word(code: str, media_type: str) -> str:
    word = "Event" if is_stream(media_type) else "Response"
    return word if code.startswith("2") else f"{word}{code.capitalize()}"


def _variant(schema: Node, place: int | str) -> str:
    title = schema.get("title")
    return class_name(title) if isinstance(title, str) else f"Variant{int(place) + 1}"


def _with_suffix(name: str, suffix: str) -> str:
    return name if name.endswith(suffix) else name + suffix


def _same(known: Tree, schema: Node) -> bool:
    if known is None or schema_reference(known) is not None:
        return False
    return _canonical(known) == _canonical(schema)


def _canonical(schema: Node) -> str:
    compared = {
        word: value
        for word, value in schema.items()
        if word not in (*OF_THE_PLACE, *MARKS, "title")
    }
    return json.dumps(compared, sort_keys=True)
