"""The canonical form of a schema, of what it says and of what its references lead to."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from math import prod
from typing import Final

from specmend.document.openapi.components import refer, schema_named
from specmend.document.openapi.keywords import (
    COMPOSITIONS,
    DIRECTIONS,
    OF_THE_PLACE,
    PROSE_KEYWORDS,
)
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.normalize.canonical.classes import class_of, joined, own_properties
from specmend.generate.normalize.canonical.parts import NULL, Parts, conjuncts, parts_of_schema
from specmend.generate.normalize.canonical.unions import MARKS, TAGS, marks_of, union_of
from specmend.generate.normalize.canonical.values import value_of
from specmend.generate.normalize.webhooks import RECEIVED

_PLACE: Final = (*OF_THE_PLACE, "title", *MARKS, RECEIVED)
_ONLY_REQUIRING: Final = {"type", "required", "not", *PROSE_KEYWORDS}

_MOST_BRANCHES: Final = 24
"""As many classes as may come of one schema that joins alternatives with what they share."""


class Heads:
    """The schemas of one document.

    A head is a canonical schema whose inner schemas are still as the document writes them. So a
    schema can be asked what it is while those that refer back to it are being read.
    """

    def __init__(
        self,
        components: dict[str, Tree],
        inherited: Callable[[str], Node | None] = lambda _: None,
    ) -> None:
        self._components = components
        self._inherited = inherited
        self._heads: dict[str, Node] = {}
        self._busy: set[str] = set()
        self._inside: set[int] = set()

    def whole(self, schema: Tree) -> Node:
        """The canonical form of a schema and of all schemas in it.

        What is put together of a schema that it stands inside of would have no end: it is what it
        refers to.
        """
        members = list(_members(schema))
        places = {id(member) for member in members}
        if places & self._inside:
            first = next((member["$ref"] for member in members if "$ref" in member), None)
            return ({"$ref": first} if first else {}) | _of_place(schema)
        self._inside |= places
        made = self._with_children(self.head(schema))
        self._inside -= places
        return made

    def head(self, schema: Tree) -> Node:
        """The canonical form of a schema; what is inside properties, items and values is not."""
        if not isinstance(schema, dict):
            return {}
        place = _of_place(schema)
        parts = parts_of_schema(schema)
        core = self._core(parts)
        place = self._of_members(schema, parts) | place
        if parts.null:
            core = union_of([core, NULL])
        if "description" not in place and core.get("type") == "object":
            place |= _first_description(schema)
        return {**core, **place}

    def named(self, name: str) -> Node | None:
        """The head of a component; None where there is none, or it is about to be read."""
        if name in self._heads:
            return self._heads[name]
        if name in self._busy or name not in self._components:
            return None
        self._busy.add(name)
        head = self._heads[name] = self.head(self._components[name])
        self._busy.discard(name)
        return head

    def class_named(self, name: str) -> Node | None:
        """The class that a component is, its null left aside; None where it is no class."""
        head = self.named(name)
        if head is None:
            return None
        members = [member for member in head.get("anyOf", [head]) if member != NULL]
        only = members[0] if len(members) == 1 else {}
        return only if is_class(only) else None

    def fields(self, name: str) -> dict[str, tuple[Tree, bool]]:
        """The properties of a class with those of its parents: schema, and whether required."""
        head = self.class_named(name) or {}
        found: dict[str, tuple[Tree, bool]] = {}
        for parent in head.get("allOf", ()):
            found |= self.fields(schema_named(parent["$ref"]))
        required = head.get("required", ())
        own = head.get("properties", {})
        return found | {key: (schema, key in required) for key, schema in own.items()}

    def _of_members(self, schema: Node, parts: Parts) -> Node:
        """What members of `allOf` say about the place of the whole.

        Where one of several says that it is deprecated or of one direction, it is so (JSON Schema
        validation sections 9.3 and 9.4); what a member refers to gives a direction too. Of several
        defaults the last one counts.
        """
        if "allOf" not in schema:
            return {}
        members = list(conjuncts(schema))
        named = [self.named(schema_named(reference)) or {} for reference in parts.references]
        found: Node = {key: one[key] for one in members for key in one if key == "default"}
        for word in ("deprecated", *DIRECTIONS):
            said = members + named if word in DIRECTIONS else members
            if any(one.get(word) is True for one in said):
                found[word] = True
        return found

    def _core(self, parts: Parts) -> Node:
        """What a schema is, without its null and what belongs to the place."""
        references = list(dict.fromkeys(parts.references))
        if len(references) == 1 and parts.is_bare:
            return {"$ref": references[0]}
        bases = self._bases(references, parts)
        _drop_requirements(parts)
        if parts.unions:
            return self._alternatives(bases, parts)
        if bases:
            return class_of(bases, parts, self.fields)
        if parts.properties:
            return _with_others(class_of([], parts, self.fields), parts)
        return value_of(parts)

    def _bases(self, references: list[str], parts: Parts) -> list[str]:
        """The components that are parents; what others say is joined to the parts."""
        bases: list[str] = []
        for reference in references:
            name = self._behind(reference)
            if self.class_named(name) is not None:
                bases.append(name)
                continue
            head = self.named(name)
            if head is not None:
                said = parts_of_schema({key: head[key] for key in head if key not in _PLACE})
                joined(parts, said)
        return list(dict.fromkeys(bases))

    def _behind(self, reference: str) -> str:
        """The component at the end of references that are nothing but references."""
        name = schema_named(reference)
        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            head = self.named(name) or {}
            name = schema_named(head.get("$ref")) or name
        return name

    def _alternatives(self, bases: list[str], parts: Parts) -> Node:
        """A union in which each branch says also what stands beside the union."""
        shared = _shared(bases, parts)
        single = len(parts.unions) == 1
        if prod(len(branches) for branches in parts.unions) > _MOST_BRANCHES and (
            shared or not single
        ):
            return self._open(bases, parts)
        discriminator = parts.discriminator if single else None
        members = []
        for branches in itertools.product(*parts.unions):
            head = dict(self.head(_together(shared, branches)))
            if discriminator is not None and TAGS not in head:
                head |= self._marks(branches[0], discriminator)
            members.append(head)
        return union_of(members, discriminator)

    def _marks(self, branch: Tree, discriminator: Node) -> Node:
        name = schema_named(branch.get("$ref")) if isinstance(branch, dict) else ""
        return marks_of(name, discriminator, self._inherited(name))

    def _open(self, bases: list[str], parts: Parts) -> Node:
        """One class that has what any of the branches has; none of it is required."""
        for branch in itertools.chain.from_iterable(parts.unions):
            inner = parts_of_schema(branch) if isinstance(branch, dict) else Parts()
            for reference in inner.references:
                for name, (schema, _) in self.fields(self._behind(reference)).items():
                    inner.properties.setdefault(name, []).append(schema)
            for name, schemas in inner.properties.items():
                parts.properties.setdefault(name, [{"anyOf": schemas}])
        parts.unions = []
        if not parts.properties and not bases:
            return {}
        return class_of(bases, parts, self.fields)

    def _with_children(self, head: Node) -> Node:
        """A head with its inner schemas in canonical form too."""
        result = dict(head)
        for word in ("items", "additionalProperties"):
            if isinstance(result.get(word), dict):
                result[word] = self.whole(result[word])
        if "prefixItems" in result:
            result["prefixItems"] = [self.whole(member) for member in result["prefixItems"]]
        if "anyOf" in result:
            # Members that were different may be equal now.
            members = [self._with_children(member) for member in result.pop("anyOf")]
            result = union_of(members, result.pop("discriminator", None)) | result
        if "properties" in result:
            members = result["properties"].items()
            result["properties"] = {name: self.whole(member) for name, member in members}
        return result


def is_class(schema: Tree) -> bool:
    """Whether a canonical schema is a class: it has properties, or parents."""
    return isinstance(schema, dict) and bool(schema.get("properties") or schema.get("allOf"))


def _members(schema: Tree) -> Iterator[Node]:
    """A schema and the schemas that it is put together of, as they stand in the document."""
    if isinstance(schema, dict):
        yield schema
        for word in COMPOSITIONS:
            for member in schema.get(word) or ():
                yield from _members(member)


def _of_place(schema: Tree) -> Node:
    """What a schema says about the place where it stands."""
    return {word: schema[word] for word in _PLACE if word in schema}


def _shared(bases: list[str], parts: Parts) -> Node:
    """What stands beside a union, as a schema; empty where it says nothing."""
    shared: Node = dict(parts.keywords)
    if bases:
        shared["allOf"] = [refer(name) for name in bases]
    if parts.properties:
        shared["properties"] = own_properties(parts)
    if parts.required:
        shared["required"] = parts.required
    if parts.values is not None:
        shared["enum"] = parts.values
    if parts.types and (shared or parts.types != ["object"]):
        shared["type"] = parts.types
    return shared


def _together(shared: Node, branches: tuple[Tree, ...]) -> Tree:
    """One branch of a union with what is shared, under the name of the branch."""
    if not shared and len(branches) == 1:
        return branches[0]
    titles = [_title(branch) for branch in branches]
    title = "".join(text for text in titles if text)
    members = [branch for branch in branches if isinstance(branch, dict)]
    together = {"allOf": [shared, *members] if shared else members}
    return {**together, "title": title} if title else together


def _title(branch: Tree) -> str:
    if not isinstance(branch, dict):
        return ""
    name = schema_named(branch.get("$ref"))
    title = branch.get("title")
    return name or (title if isinstance(title, str) else "")


def _with_others(made: Node, parts: Parts) -> Node:
    """A class, or a value of the other types that stand beside `object`."""
    types = parts.types or []
    others = [kind for kind in types if kind != "object"]
    if not others or "object" not in types:
        return made
    return union_of([made, value_of(Parts(types=others, keywords=parts.keywords))])


def _drop_requirements(parts: Parts) -> None:
    """Leave out unions whose branches only say which properties an object must have."""
    kept = [branches for branches in parts.unions if not all(map(_only_requires, branches))]
    if len(kept) < len(parts.unions) and not parts.types:
        parts.types = ["object"]
    parts.unions = kept


def _only_requires(branch: Tree) -> bool:
    is_dict = isinstance(branch, dict) and set(branch) <= _ONLY_REQUIRING
    return is_dict and branch.get("type", "object") == "object" and set(branch) != set()


def _first_description(schema: Node) -> Node:
    """The first words that a member of `allOf` has of the whole."""
    for member in schema.get("allOf") or ():
        if isinstance(member, dict) and isinstance(member.get("description"), str):
            return {"description": member["description"]}
    return {}
