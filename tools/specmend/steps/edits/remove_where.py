"""Remove every place that the target selects, with whatever names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from specmend.document.openapi.inheritance import extending, extensions_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, remove
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_apart, check_references
from specmend.steps.edits.edit import NO_PARAMETERS, Edited, NamedEdit, stay

_EXAMPLES = ("example", "default")


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Remove the selected places; required lists and examples forget a property that goes.

    Those of schemas that extend by `allOf` the one that loses it forget it too. A required list
    that would be empty goes as a whole (OpenAPI 3.0.3 wants at least one member). Refuses the whole
    document, a place inside another selected place, and a place that a reference or a discriminator
    names.
    """
    if () in targets:
        raise ActionFailed("the whole document cannot be removed", (), advice="narrow the target")
    check_apart(targets)
    followed: dict[Address, None] = {}
    losing = _properties(tree, targets)
    extensions = extensions_of(tree) if losing else {}
    for schema, names in losing.items():
        _check_discriminator(tree, schema, names)
        followed |= dict.fromkeys(_mentions(get(tree, schema), schema, names, targets))
        for name in names:
            for place in extending(tree, extensions, schema, name):
                followed |= dict.fromkeys(_mentions(get(tree, place), place, {name}, targets))
    removed = list(dict.fromkeys((*targets, *followed)))
    outermost = [place for place in removed if not _is_inside(place, followed)]
    remaining = remove(tree, outermost)
    check_references(tree, remaining)
    return Edited(tree=remaining, places=stay(removed))


def _is_inside(place: Address, others: Collection[Address]) -> bool:
    """Whether one of the other places is around a place."""
    return any(place[:length] in others for length in range(len(place)))


def _properties(tree: Tree, targets: Iterable[Address]) -> dict[Address, set[str]]:
    """The schemas that lose properties, with the names of these."""
    names: dict[Address, set[str]] = {}
    for target in targets:
        schema = target[:-2]
        if (
            target[-2:-1] == ("properties",)
            and schema[-1:] != ("properties",)
            and isinstance(get(tree, schema), dict)
        ):
            names.setdefault(schema, set()).add(str(target[-1]))
    return names


def _check_discriminator(tree: Tree, schema: Address, names: set[str]) -> None:
    discriminator = get(tree, (*schema, "discriminator"))
    if isinstance(discriminator, dict) and discriminator.get("propertyName") in names:
        name = discriminator["propertyName"]
        raise ActionFailed(
            f"the discriminator needs the property {name}",
            (*schema, "properties", name),
            advice="remove the discriminator in a step before this one",
        )


def _mentions(
    schema: dict[str, Tree], address: Address, names: set[str], targets: tuple[Address, ...]
) -> Iterator[Address]:
    """The places in a schema, beside its properties, that hold one of the names."""
    required = schema.get("required")
    if isinstance(required, list):
        places: list[Address] = [
            (*address, "required", i) for i, name in enumerate(required) if name in names
        ]
        everything = len(
            {*places, *(t for t in targets if t[:-1] == (*address, "required"))}
        ) == len(required)
        yield from [(*address, "required")] if places and everything else places
    for key in _EXAMPLES:
        yield from _keys(schema.get(key), (*address, key), names)
    for index, example in enumerate(schema.get("examples") or ()):
        yield from _keys(example, (*address, "examples", index), names)


def _keys(value: Tree, address: Address, names: set[str]) -> Iterator[Address]:
    return ((*address, key) for key in (value if isinstance(value, dict) else ()) if key in names)


EDIT = NamedEdit(
    name="remove-where",
    help="Remove every selected place, and all mentions of a removed property.",
    parameters=NO_PARAMETERS,
    apply=apply,
)
