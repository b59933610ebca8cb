"""The changes of properties: they came, went, are required or not, and what differs in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from specmend.diff.compared import Compared
from specmend.diff.delta import NAME, Delta, below
from specmend.diff.own_parts import is_elsewhere, part_changes
from specmend.diff.schema_words import type_in_words
from specmend.diff.side import Side
from specmend.diff.swapped_properties import PROPERTY, with_swapped_properties
from specmend.diff.view import Part, View

_ONE_WAY: Final = {"readOnly": "answer", "writeOnly": "request"}


def property_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    """The properties that came or went, and what differs in the others."""
    before, after = old.named.get("properties", {}), new.named.get("properties", {})
    found = {
        name: [*_of_property(compared, name, old, new)] for name in dict.fromkeys((*before, *after))
    }
    yield from with_swapped_properties(compared, before, after, found)


def _of_property(compared: Compared, name: str, old: View, new: View) -> Iterator[Delta]:
    before, after = (view.named.get("properties", {}).get(name) for view in (old, new))
    if before is None and after is not None:
        if not is_elsewhere(compared, after.component, old, new):
            place = after.addresses[0]
            schema = compared.new.at(place)
            yield Delta(
                path=(name,),
                text=f"gained {NAME} ({type_in_words(schema)})",
                address=place,
                kind=PROPERTY,
                after=schema,
                was=(*old.home, "properties", name),
                only=_only(compared.new, after),
            )
    elif after is None and before is not None:
        if not is_elsewhere(compared, before.component, old, new):
            place = (*new.home, "properties", name)
            was = before.addresses[0]
            yield Delta(
                path=(name,),
                text=f"lost {NAME}",
                address=place,
                kind=PROPERTY,
                before=compared.old.at(was),
                was=was,
                only=_only(compared.old, before),
            )
    elif before is not None and after is not None:
        only = _only_in_both(compared, before, after)
        for delta in below(part_changes(compared, before, after, old, new), path=(name,)):
            yield replace(delta, only=only) if only else delta


def required_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    """The properties that are required now, or are not any more."""
    for name, said in new.required.items():
        if name not in old.required and not is_elsewhere(compared, said.component, old, new):
            yield Delta(
                path=(name,),
                text=f"{NAME} is required now",
                address=said.address,
                member=name,
                kind=PROPERTY,
                key="required",
                before=False,
                after=True,
                was=(*old.home, "required"),
                only=_only_named(compared, name, old, new),
            )
    for name, said in old.required.items():
        if name not in new.required and not is_elsewhere(compared, said.component, old, new):
            yield Delta(
                path=(name,),
                text=f"{NAME} is not required any more",
                address=(*new.home, "required"),
                member=name,
                kind=PROPERTY,
                key="required",
                before=True,
                after=False,
                was=said.address,
                only=_only_named(compared, name, old, new),
            )


def _only(side: Side, part: Part) -> str:
    """The one direction in which a property travels; empty where it travels in both."""
    for place in part.addresses:
        schema = side.at(place)
        for flag, direction in _ONE_WAY.items():
            if isinstance(schema, dict) and schema.get(flag) is True:
                return direction
    return ""


def _only_in_both(compared: Compared, before: Part, after: Part) -> str:
    was, now = _only(compared.old, before), _only(compared.new, after)
    return was if was == now else ""


def _only_named(compared: Compared, name: str, old: View, new: View) -> str:
    before = old.named.get("properties", {}).get(name)
    after = new.named.get("properties", {}).get(name)
    if before is None or after is None:
        return ""
    return _only_in_both(compared, before, after)
