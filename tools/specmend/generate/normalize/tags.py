"""Writes beside each member of a union the values of one property that mean this member."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from specmend.document.openapi.components import component_schemas, schema_named, schema_reference
from specmend.document.openapi.schemas import Node, Tree, copy_tree, schemas
from specmend.generate.normalize.canonical.heads import is_class
from specmend.generate.normalize.canonical.parts import NULL
from specmend.generate.normalize.canonical.unions import BASE, MARKS, OTHER, TAGS

OPTIONAL: Final = "x-optional"
"""Beside the name of the property: not every member must have it."""


def tell_members_apart(tree: Tree) -> Tree:
    """Write the values of the discriminator beside each member of a union, with their types.

    A `const` or `enum` of the property in the member itself says it best, then the mapping, then
    the name of the component. Without a discriminator there may be a property that every object
    must have, with other values in each.
    """
    result = copy_tree(tree)
    teller = _Teller(component_schemas(result))
    unions = [schema for schema in schemas(result) if "anyOf" in schema]
    made = [teller.told(schema) for schema in unions]
    for schema, told in zip(unions, made, strict=True):
        schema.clear()
        schema.update(told)
    return result


@dataclass(kw_only=True, slots=True)
class _Member:
    """A member of a union with the values that its own schema has for the property."""

    node: Node
    own: list[Any]

    @property
    def tags(self) -> list[Any]:
        return list(self.node.get(TAGS, ()))


class _Teller:
    """The components of one document."""

    def __init__(self, components: dict[str, Tree]) -> None:
        self._components = components
        self._busy: list[Node] = []

    def told(self, union: Node) -> Node:
        """A union with what tells its members apart, if anything does."""
        if any(union is one for one in self._busy):
            return union
        self._busy.append(union)
        members = [member for member in union["anyOf"] if member != NULL]
        name = self._telling(union) or self._shared(members)
        beside = {key: union[key] for key in union if key not in ("anyOf", "discriminator")}
        made = self._by(name, members, is_nullable=NULL in union["anyOf"]) if name else None
        if made is None:
            made = {"anyOf": [_bare(member) for member in union["anyOf"]]}
        self._busy.pop()
        return {**made, **beside}

    def _telling(self, union: Node) -> str:
        """The property that a union names; of null and one union in it, what that one names."""
        members = [member for member in union["anyOf"] if member != NULL]
        if "discriminator" not in union and len(members) == 1 and "anyOf" in members[0]:
            union = self.told(members[0])
        return str((union.get("discriminator") or {}).get("propertyName") or "")

    def _by(self, name: str, members: list[Node], *, is_nullable: bool) -> Node | None:
        """A union told apart by a property; None where it says nothing of any member."""
        flat: list[_Member] = []
        for node in self._flat(name, members):
            if node == NULL:
                is_nullable = True
                continue
            known = next((one for one in flat if _bare(one.node) == _bare(node)), None)
            if known is None:
                flat.append(_Member(node=dict(node), own=self._values(node, name) or []))
            else:
                both = {TAGS: list(dict.fromkeys([*known.tags, *node.get(TAGS, ())]))}
                known.node |= {key: node[key] for key in (OTHER, BASE) if key in node} | both
        made = self._with_tags(name, flat)
        if not any(member.get(TAGS) for member in made):
            return None
        words: Node = {"propertyName": name}
        told = [member for member in made if member.get(TAGS) or OTHER in member]
        if any(not self._requires(member, name) for member in told):
            words[OPTIONAL] = True
        return {"anyOf": [*made, *([NULL] if is_nullable else [])], "discriminator": words}

    def _flat(self, name: str, members: list[Node]) -> Iterator[Node]:
        """The members, with those of a union among them that the same property tells apart."""
        for member in members:
            inner = self._union_behind(member)
            told = self.told(inner) if inner is not None else {}
            if (told.get("discriminator") or {}).get("propertyName") == name:
                yield from told["anyOf"]
            else:
                yield member

    def _with_tags(self, name: str, members: list[_Member]) -> list[Node]:
        made = []
        are_own = [self._is_own(member, members) for member in members]
        others_are_own = all(
            is_own or BASE in one.node for one, is_own in zip(members, are_own, strict=True)
        )
        for member, is_own in zip(members, are_own, strict=True):
            tags = member.own if is_own else self._typed(member, name)
            if BASE in member.node and not is_own and others_are_own and any(are_own):
                tags = []
            bare = {key: value for key, value in member.node.items() if key != TAGS}
            made.append({**bare, TAGS: tags} if self._is_object(bare) else _bare(bare))
        return made

    def _is_own(self, member: _Member, members: list[_Member]) -> bool:
        """Whether the values of a member's own schema are those of no other one."""
        others = [one for one in members if one is not member]
        taken = {_text(value) for one in others for value in (one.own or one.tags)}
        return bool(member.own) and not taken & {_text(value) for value in member.own}

    def _typed(self, member: _Member, name: str) -> list[Any]:
        """The values of a mapping, which are texts, as the property has them.

        OpenAPI 3.1 section 4.8.25.3: a value that is no text may be compared as one.
        """
        known = {_text(value): value for value in member.own}
        schemas_of_it = [_property(leaf, name) for leaf in self._leaves(member.node)]
        kind = self._behind(schemas_of_it[0] or {}).get("type") if schemas_of_it else None
        return [known.get(str(tag), _of_kind(tag, kind)) for tag in member.tags]

    def _shared(self, members: list[Node]) -> str:
        """A property that every object must have, with other values in each; empty if none is."""
        objects = [member for member in members if self._is_object(member)]
        if len(objects) < 2 or not all(self._is_class(one) for one in objects):  # noqa: PLR2004
            return ""
        first = self._leaves(objects[0])[0]
        names: list[str] = [name for one in first for name in one.get("properties", ())]
        for name in names:
            listed = [self._values(one, name) for one in objects]
            texts = [_text(value) for values in listed for value in values or ()]
            is_known = all(listed) and all(self._requires(one, name) for one in objects)
            if is_known and len(texts) == len(set(texts)):
                return name
        return ""

    def _values(self, member: Node, name: str) -> list[Any] | None:
        """The values that a property can have in all classes of a member; None if any value."""
        return _joined(self._listed(_property(leaf, name)) for leaf in self._leaves(member))

    def _listed(self, schema: Node | None) -> list[Any] | None:
        if schema is None:
            return None
        if "anyOf" in schema:
            return _joined(self._listed(one) for one in schema["anyOf"] if one != NULL)
        if "$ref" in schema:
            return self._listed(self._behind(schema))
        values = [schema["const"]] if "const" in schema else schema.get("enum")
        return values if values and all(isinstance(one, (str, int)) for one in values) else None

    def _requires(self, member: Node, name: str) -> bool:
        return all(
            any(name in one.get("required", ()) for one in leaf) for leaf in self._leaves(member)
        )

    def _is_object(self, member: Node) -> bool:
        """Whether a member is objects alone, known ones or any."""
        leaves = self._leaves(member)
        return bool(leaves) and all(leaf[0].get("type") == "object" for leaf in leaves)

    def _is_class(self, member: Node) -> bool:
        return all(is_class(leaf[0]) for leaf in self._leaves(member))

    def _leaves(self, member: Node) -> list[list[Node]]:
        """The schemas that a value of a member can have, each with those of its parents."""
        found: list[list[Node]] = []
        seen: list[Node] = []
        todo = [self._behind(member)]
        while todo:
            schema = todo.pop(0)
            if any(schema is one for one in seen) or schema == NULL:
                continue
            seen.append(schema)
            if "anyOf" in schema:
                todo[:0] = [self._behind(one) for one in schema["anyOf"]]
            else:
                found.append(list(self._lineage(schema)))
        return found

    def _lineage(self, schema: Node) -> Iterator[Node]:
        yield schema
        for parent in schema.get("allOf", ()):
            yield from self._lineage(self._behind(parent))

    def _union_behind(self, member: Node) -> Node | None:
        schema = self._behind(member)
        is_open = "anyOf" in schema and not any(schema is one for one in self._busy)
        return schema if is_open else None

    def _behind(self, schema: Node) -> Node:
        """The schema at the end of references."""
        seen: set[str] = set()
        while (name := schema_reference(schema)) and name not in seen:
            seen.add(name)
            schema = self._components.get(schema_named(schema["$ref"])) or {}
        return schema


def _joined(lists: Iterable[list[Any] | None]) -> list[Any] | None:
    """The values of all lists; None where one of them is not known."""
    found = list(lists)
    known = [values for values in found if values is not None]
    return list(itertools.chain.from_iterable(known)) if len(known) == len(found) else None


def _bare(member: Node) -> Node:
    return {key: value for key, value in member.items() if key not in MARKS}


def _property(lineage: list[Node], name: str) -> Node | None:
    """The schema of a property of a class, of its own or of a parent."""
    found = [one["properties"][name] for one in lineage if name in one.get("properties", ())]
    return found[0] if found and isinstance(found[0], dict) else None


def _text(value: Any) -> str:
    """A value as a mapping has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _of_kind(tag: Any, kind: Any) -> Any:
    if kind == "boolean" and tag in ("true", "false"):
        return tag == "true"
    is_whole = kind == "integer" and str(tag).removeprefix("-").isdigit()
    return int(tag) if is_whole else tag
