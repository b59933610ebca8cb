"""Classes that inherit from one with a discriminator: a value of that one can be any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.components import refer, schema_named
from specmend.document.openapi.keywords import UNIONS
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.normalize.canonical.parts import NULL, conjuncts
from specmend.generate.normalize.canonical.unions import BASE, TAGS, mapped_name, marks_of

MOST_MEMBERS: Final = 100
"""As many classes as a value of one class may be; with more of them it is of that class alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """A class with a discriminator, and the union that a reference to it means."""

    property: str
    members: tuple[Node, ...]


class Families:
    """The families of one document, of its components as they are written."""

    def __init__(self, components: Mapping[str, Tree]) -> None:
        self._components = components
        self._children: dict[str, list[str]] = {}
        for name, schema in components.items():
            for parent in dict.fromkeys(_parents(schema)):
                self._children.setdefault(parent, []).append(name)
        found = {name: self._family(name) for name in components}
        self.known = {name: family for name, family in found.items() if family is not None}

    def heirs(self) -> set[str]:
        """The components that inherit from a class with a discriminator."""
        return {name for base in self.known for name in self.descendants(base)}

    def descendants(self, name: str) -> list[str]:
        """All components that inherit from one, in the order of the document."""
        found: dict[str, None] = {}
        todo = [name]
        while todo:
            for child in self._children.get(todo.pop(0), ()):
                if child not in found and child != name:
                    found[child] = None
                    todo.append(child)
        return list(found)

    def discriminator(self, name: str, seen: frozenset[str] = frozenset()) -> Node | None:
        """The discriminator of a component, its own or that of a parent."""
        own = own_discriminator(self._components.get(name))
        if own is not None or name in seen:
            return own
        parents = _parents(self._components.get(name))
        found = (self.discriminator(parent, seen | {name}) for parent in parents)
        return next((one for one in found if one is not None), None)

    def _family(self, name: str) -> Family | None:
        words = self.discriminator(name)
        if words is None or _is_union(self._components[name]):
            return None
        heirs = self._heirs(name, words["propertyName"])
        mapping = words.get("mapping")
        is_root = own_discriminator(self._components[name]) is not None
        targets = [mapped_name(value) for value in (mapping or {}).values()] if is_root else []
        targets.append(mapped_name(words.get("defaultMapping")) if is_root else "")
        heirs += [one for one in dict.fromkeys(targets) if one in self._components]
        heirs = [one for one in dict.fromkeys(heirs) if one != name]
        if not heirs or len(heirs) > MOST_MEMBERS:
            return None
        base = {**refer(name), **marks_of(name, words), BASE: True}
        if is_root and mapping and name not in (*mapping, *targets):
            base[TAGS] = []  # with a mapping, the parent of all needs a value of its own
        members = [{**refer(one), **marks_of(one, words)} for one in heirs]
        return Family(property=words["propertyName"], members=(*members, base))

    def _heirs(self, name: str, told_by: str) -> list[str]:
        """The descendants, without those that another property tells apart; parents first."""
        found: dict[str, None] = {}
        todo = list(self._children.get(name, ()))
        while todo:
            child = todo.pop(0)
            if child == name or child in found:
                continue
            found[child] = None
            own = own_discriminator(self._components[child])
            if own is None or own["propertyName"] == told_by:
                todo[:0] = self._children.get(child, ())
        return list(found)

    def spread(self, schema: Tree) -> Tree:
        """A canonical schema in which a reference to the base of a family means all its classes."""
        if not isinstance(schema, dict):
            return schema
        family = self.known.get(schema_named(schema.get("$ref")))
        if family is not None:
            return self._union(family) | {key: schema[key] for key in schema if key != "$ref"}
        result = dict(schema)
        for word in ("items", "additionalProperties"):
            result |= {word: self.spread(schema[word])} if word in schema else {}
        for word in ("anyOf", "prefixItems"):
            result |= {word: [self.spread(one) for one in schema[word]]} if word in schema else {}
        properties = schema.get("properties")
        if isinstance(properties, dict):
            result["properties"] = {key: self.spread(one) for key, one in properties.items()}
        return result

    def _union(self, family: Family) -> Node:
        members = [self._of_another(member, family) for member in family.members]
        return {"anyOf": members, "discriminator": {"propertyName": family.property}}

    def _of_another(self, member: Node, family: Family) -> Node:
        """A member that is the base of a family with another property is a union itself."""
        inner = self.known.get(schema_named(member["$ref"]))
        if inner is None or inner.property == family.property:
            return member
        return self._union(inner) | {key: member[key] for key in member if key != "$ref"}


def own_discriminator(schema: Tree) -> Node | None:
    """The discriminator in a schema itself, one that names a property."""
    for conjunct in conjuncts(schema) if isinstance(schema, dict) else ():
        words = conjunct.get("discriminator")
        if isinstance(words, dict) and isinstance(words.get("propertyName"), str):
            return words
    return None


def untangle(components: dict[str, Tree]) -> None:
    """Break the circle of a schema that lists in `oneOf` those that inherit from it.

    What such a schema has beside the list is the parent. Where there is nothing, the list stays,
    and nobody inherits.
    """
    families = Families(components)
    for name, schema in components.items():
        heirs = set(families.descendants(name))
        if own_discriminator(schema) is None or not heirs:
            continue
        for word in UNIONS:
            branches = schema.get(word) or ()
            if not heirs & {schema_named(_reference(branch)) for branch in branches}:
                continue
            if _has_fields(schema):
                _list_others(schema, word, heirs)
            else:
                _disown(name, [components[heir] for heir in heirs])


def _list_others(base: Node, word: str, heirs: set[str]) -> None:
    """Leave the list to the discriminator, which then names those too that do not inherit."""
    names = [schema_named(_reference(branch)) for branch in base.pop(word)]
    words = base["discriminator"] = dict(own_discriminator(base) or {})
    mapping = words.get("mapping") or {}
    known = {mapped_name(target) for target in mapping.values()}
    others = [name for name in names if name and name not in heirs and name not in known]
    if others:
        words["mapping"] = {**mapping, **{name: name for name in others}}


def _disown(base: str, heirs: list[Tree]) -> None:
    for heir in heirs:
        if isinstance(heir, dict) and isinstance(heir.get("allOf"), list):
            kept = [one for one in heir["allOf"] if schema_named(_reference(one)) != base]
            heir["allOf"] = kept
            if not kept:
                del heir["allOf"]


def _reference(schema: Tree) -> Tree:
    return schema.get("$ref") if isinstance(schema, dict) else None


def _parents(schema: Tree) -> Iterator[str]:
    """The components that a schema extends."""
    for member in (schema.get("allOf") or ()) if isinstance(schema, dict) else ():
        name = schema_named(_reference(member))
        if name:
            yield name
        else:
            yield from _parents(member)


def _is_union(schema: Tree) -> bool:
    own = conjuncts(schema) if isinstance(schema, dict) else ()
    return any(one != NULL for part in own for word in UNIONS for one in part.get(word) or ())


def _has_fields(schema: Tree) -> bool:
    own = conjuncts(schema) if isinstance(schema, dict) else ()
    return any(part.get("properties") or "$ref" in part for part in own)
