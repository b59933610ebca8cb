"""What a random schema may use, and small means of drawing one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

Schema = dict[str, Any]
Draw = st.DrawFn
Make = Callable[[Draw, "Scope"], Any]


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a schema may use: the version, the named schemas, and how deep it may still nest.

    `above` are the names that a schema may be a bare reference to: a reference to any other could
    lead back to itself without an object, array or map between. `deep` are those that a reference
    may lead into, `before` those of them below the schema.
    """

    version: str
    named: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    deep: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    depth: int = 2
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_30(self) -> bool:
        """Whether schemas are those of OpenAPI 3.0, not of JSON Schema 2020-12."""
        return self.version.startswith("3.0")

    def inside(self) -> Scope:
        """The scope of a schema below a property, an item or a value of a map."""
        return replace(self, depth=self.depth - 1, above=self.named, deep=self.before)

    def beside(self) -> Scope:
        """The scope of a member of a composition, which stands at the same place."""
        return replace(self, depth=self.depth - 1)


def chance(draw: Draw, one_in: int) -> bool:
    """Whether something rare is to be; not, in the smallest document."""
    return draw(st.integers(1, one_in)) == one_in


def reference(name: str) -> Schema:
    """A reference to a schema of the components."""
    return {"$ref": f"#/components/schemas/{name}"}
