"""The changes of discriminators: the property, and which schema each of its values means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from specmend.diff.compared import Compared
from specmend.diff.delta import Delta
from specmend.diff.schema_words import shown
from specmend.diff.side import Side
from specmend.diff.value_changes import value_changes
from specmend.diff.view import Part, Said, View
from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree

_WORD = "discriminator"
_MAPPING = "mapping"


def discriminator_changes(
    compared: Compared, old: Sequence[Said], new: Sequence[Said], address: Address
) -> Iterator[Delta]:
    """What differs between two discriminators; a value means the same where its schema is one."""
    before = old[0].value if len(old) == 1 else MISSING
    after = new[0].value if len(new) == 1 else MISSING
    if not isinstance(before, dict) or not isinstance(after, dict):
        name = ("discriminator",)
        for delta in value_changes(before, after, name, address):
            yield replace(delta, kind=_WORD, was=old[0].address if old else None)
        return
    name = ("discriminator",)
    for delta in value_changes(_bare(before), _bare(after), name, address, old[0].address):
        yield replace(delta, kind=_WORD, key=str(delta.address[len(address)]))
    for value in dict.fromkeys((*_mapping(before), *_mapping(after))):
        one = _meant(compared.old, before, str(value))
        other = _meant(compared.new, after, str(value))
        if not _mean_the_same(compared, one, other):
            for delta in value_changes(
                MISSING if one is None else one,
                MISSING if other is None else other,
                (*name, _MAPPING, str(value)),
                (*address, _MAPPING, value),
                (*old[0].address, _MAPPING, value),
            ):
                yield replace(delta, kind=_WORD, key=_MAPPING)


def renamed_values(
    compared: Compared, old: View, new: View, branches: tuple[Sequence[Part], Sequence[Part]]
) -> Iterator[Delta]:
    """The values that are names of components, where these have others.

    A schema that no value of the mapping stands for is told by the name of its component (OpenAPI
    3.1 section 4.8.25).
    """
    if _WORD not in old.words or _WORD not in new.words:
        return
    before = _own_names(compared.old, old, branches[0])
    after = _own_names(compared.new, new, branches[1])
    for place, name in after.items():
        former = next((one for one in before if compared.is_known(one, place)), None)
        if former is not None and before[former] != name:
            text = (
                f"discriminator value of {name} is now {shown(name)}, was {shown(before[former])}"
            )
            yield Delta(
                text=text,
                address=new.words[_WORD][0].address,
                kind=_WORD,
                key=_MAPPING,
                before=before[former],
                after=name,
                was=old.words[_WORD][0].address,
            )


def _meant(side: Side, discriminator: dict[str, Tree], value: str) -> Tree:
    """What a value stands for; the name of a component stands for it without being listed."""
    listed = _mapping(discriminator)
    if value in listed:
        return listed[value]
    place = (*SCHEMAS, value)
    others = listed.values()
    is_free = side.at(place) is not MISSING and place not in [_place(side, one) for one in others]
    return value if is_free else None


def _own_names(side: Side, view: View, branches: Sequence[Part]) -> dict[Address, str]:
    """The components among the branches of a union that its mapping does not name."""
    value = view.word(_WORD)
    mapped = {
        _place(side, name) for name in _mapping(value if isinstance(value, dict) else {}).values()
    }
    ends = [side.settled(part.addresses[0]) for part in branches]
    return {end: str(end[-1]) for end in ends if end[:2] == SCHEMAS and end not in mapped}


def _mean_the_same(compared: Compared, one: Tree, other: Tree) -> bool:
    if one is None or other is None:
        return one is other
    before, after = _place(compared.old, one), _place(compared.new, other)
    if before is None or after is None:
        return bool(one == other)
    ends = compared.old.settled(before), compared.new.settled(after)
    return compared.is_one(*ends) or compared.say_the_same([before], [after])


def _place(side: Side, name: Tree) -> Address | None:
    """The schema that a value of a mapping names: by a reference, or by the name of a component."""
    if not isinstance(name, str):
        return None
    by_name = (*SCHEMAS, name)
    return by_name if side.at(by_name) is not MISSING else locate(side.tree, name)


def _mapping(discriminator: dict[str, Tree]) -> dict[str, Tree]:
    mapping = discriminator.get(_MAPPING)
    return mapping if isinstance(mapping, dict) else {}


def _bare(discriminator: dict[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in discriminator.items() if key != _MAPPING}
