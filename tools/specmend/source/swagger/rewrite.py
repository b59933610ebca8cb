"""An object rewritten field by field, by a table of rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Fields, Notes, Place

Rule = Callable[[Tree, Place, Notes], Fields]
"""What becomes of one field: the fields of the result for its value, at its place."""


def rewrite(
    value: Fields, place: Place, notes: Notes, rules: Mapping[str, Rule]
) -> dict[str, Tree]:
    """An object with its fields made by the rules, in their order; others stay.

    A field that is there already is not overwritten: then the one with the rule stays as it is.
    """
    made: dict[str, Tree] = {}
    for key, member in value.items():
        rule = rules.get(key)
        fields = rule(member, place.below(key), notes) if rule else {key: member}
        taken = any(name != key and name in value for name in fields)
        made.update({key: member} if taken else fields)
    return made


def constant(fields: Fields) -> Rule:
    """The rule that gives the same fields for any value."""
    return lambda _value, _place, _notes: fields


GONE: Rule = constant({})
"""The rule for what is said elsewhere in the result."""


def renamed(name: str, kind: type = object) -> Rule:
    """The rule that gives a value of a type under another name; others stay."""
    return lambda value, place, _notes: {
        name if isinstance(value, kind) else str(place.old[-1]): value
    }
