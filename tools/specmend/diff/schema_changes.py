"""The changes of a schema: what it gained and lost, and what its parts are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from specmend.diff.branch_changes import Rest, branch_changes, union_with_the_rest
from specmend.diff.compared import Compared
from specmend.diff.delta import Delta, below
from specmend.diff.discriminator_changes import discriminator_changes
from specmend.diff.flag_changes import keyword_changes
from specmend.diff.own_parts import is_elsewhere, moved, other_bases, part_changes, said_apart
from specmend.diff.property_changes import property_changes, required_changes
from specmend.diff.schema_words import shown
from specmend.diff.spelled import EXAMPLES, VALUES
from specmend.diff.type_changes import TYPING, never_changes, null_change, type_changes
from specmend.diff.value_changes import is_member
from specmend.diff.view import Part, Said, View
from specmend.document.openapi.keywords import ANNOTATIONS, PROSE_KEYWORDS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same

_DEFINITIONS: Final = ("$defs", "definitions")
_INTO: Final = {"items": "[]", "additionalProperties": "{}"}


def view_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    """What changed between a schema of the old document and one of the new."""
    bases = other_bases(compared, old, new)
    for delta in _view_changes(compared, old, new):
        places = delta.address[:3], (delta.was or ())[:3]
        if bases and delta.base is None and not bases.isdisjoint(places):
            yield replace(delta, base=(old.home, new.home), depth=0)
        else:
            yield delta


def _view_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    rest = union_with_the_rest(compared, old, new)
    if rest is not None:
        yield from null_change(old, new)
        yield from _annotations(compared, rest, old, new)
        yield from rest.others
        return
    never = never_changes(old, new)
    if never is not None:
        yield never
        return
    yield from type_changes(compared, old, new)
    yield from property_changes(compared, old, new)
    yield from required_changes(compared, old, new)
    yield from _other_words(compared, old, new)
    yield from _inner_schemas(compared, old, new)
    yield from branch_changes(compared, old, new)


def _annotations(compared: Compared, rest: Rest, old: View, new: View) -> Iterator[Delta]:
    """What a schema and the union that it is a branch of say of the place where they are used."""
    side = compared.new if rest.is_new else compared.old
    branch = compared.view(side, rest.branch.addresses)
    for word in sorted({*old.words, *new.words, *branch.words} & {*ANNOTATIONS, EXAMPLES}):
        more = branch.words.get(word, [])
        before = [*old.words.get(word, []), *(() if rest.is_new else more)]
        after = [*new.words.get(word, []), *(more if rest.is_new else ())]
        if {shown(said.value) for said in before} != {shown(said.value) for said in after}:
            for delta in _word_changes(compared, word, before, after, new):
                yield replace(delta, kind=delta.kind or "schema", key=delta.key or word)


def _other_words(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    for word in dict.fromkeys((*old.words, *new.words)):
        if word in TYPING:
            continue
        before, after = said_apart(compared, old, new, word)
        if not _are_equal(before, after):
            for delta in _word_changes(compared, word, before, after, new):
                was = (*old.home, *delta.address[-1:]) if not before else before[0].address
                settled = was if delta.was is None else delta.was
                yield replace(delta, word=word, kind=delta.kind or "schema", was=settled)


def _are_equal(before: list[Said], after: list[Said]) -> bool:
    values, others = [said.value for said in before], [said.value for said in after]
    return same(values, others)


def _word_changes(
    compared: Compared, word: str, before: list[Said], after: list[Said], new: View
) -> Iterator[Delta]:
    address = after[0].address if after else moved(new, before[0])
    one, other = _value(before), _value(after)
    if word == "discriminator":
        yield from discriminator_changes(compared, before, after, address)
    elif word == VALUES and isinstance(one, list) and isinstance(other, list):
        was = before[0].address
        for delta in _values(one, other, address):
            yield replace(delta, key=VALUES, was=was)
    elif word in PROSE_KEYWORDS:
        also = ((*new.home, "example"),) if word == EXAMPLES else ()
        name = "example" if word == EXAMPLES and len(after) <= 1 else word
        text = f"{name} changed"
        yield Delta(text=text, address=address, also=also, key=word, before=one, after=other)
    else:
        was = before[0].address if before else (*new.home, word)
        for delta in keyword_changes("schema", word, one, other, address, was):
            yield delta if before else replace(delta, was=None)


def _value(said: list[Said]) -> Tree:
    if not said:
        return MISSING
    return said[0].value if len(said) == 1 else [one.value for one in said]


def _values(old: list[Tree], new: list[Tree], address: Address) -> Iterator[Delta]:
    for value in new:
        if not is_member(value, old):
            text = f"may be {shown(value)} now"
            yield Delta(text=text, address=address, member=value, before=old, after=new)
    for value in old:
        if not is_member(value, new):
            text = f"may not be {shown(value)} any more"
            yield Delta(text=text, address=address, member=value, before=old, after=new)


def _inner_schemas(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    for key in dict.fromkeys((*old.one, *new.one)):
        before, after = old.one.get(key), new.one.get(key)
        yield from _inner_schema(compared, key, before, after, old, new)
    for key in dict.fromkeys((*old.named, *new.named)):
        if key != "properties":
            yield from _inner_names(compared, key, old, new)


def _inner_schema(
    compared: Compared,
    key: str,
    before: Part | None,
    after: Part | None,
    old: View,
    new: View,
) -> Iterator[Delta]:
    path = (_INTO.get(key, f"({key})"),)
    if before is not None and after is not None:
        is_flag = any(
            isinstance(side.at(part.addresses[0]), bool)
            for side, part in ((compared.old, before), (compared.new, after))
        )
        if not is_flag:
            yield from below(part_changes(compared, before, after, old, new), path=path)
            return
    one = compared.old.at(before.addresses[0]) if before else MISSING
    other = compared.new.at(after.addresses[0]) if after else MISSING
    part = after or before
    if (
        _are_one_schema(one, other)
        or part is None
        or is_elsewhere(compared, part.component, old, new)
    ):
        return
    if key == "additionalProperties" and one is MISSING and not isinstance(other, bool):
        one = True
    if key == "additionalProperties" and other is MISSING and not isinstance(one, bool):
        other = True
    place = after.addresses[0] if after else (*new.home, key)
    was = before.addresses[0] if before else (*old.home, key)
    yield from keyword_changes("schema", key, one, other, place, was)


def _are_one_schema(one: Tree, other: Tree) -> bool:
    """Whether two schemas are written alike; an empty one allows anything, as true does."""
    return same(*(True if same(value, {}) else value for value in (one, other)))


def _inner_names(compared: Compared, key: str, old: View, new: View) -> Iterator[Delta]:
    before, after = old.named.get(key, {}), new.named.get(key, {})
    for name in dict.fromkeys((*before, *after)):
        label = name if key in _DEFINITIONS else f"({key} {name})"
        if name in before and name in after:
            yield from below(
                part_changes(compared, before[name], after[name], old, new), path=(label,)
            )
            continue
        part = after.get(name) or before[name]
        if is_elsewhere(compared, part.component, old, new):
            continue
        unseen = None
        if key in _DEFINITIONS:
            side = "new" if name in after else "old"
            unseen = (side, part.addresses[0])
        verb = "gained" if name in after else "lost"
        address = part.addresses[0] if name in after else (*new.home, key, name)
        is_new = name in after
        yield Delta(
            text=f"{verb} {key} {shown(name)}",
            address=address,
            unseen=unseen,
            kind="schema",
            key=key,
            before=MISSING if is_new else compared.old.at(part.addresses[0]),
            after=compared.new.at(part.addresses[0]) if is_new else MISSING,
            was=(*old.home, key, name) if is_new else part.addresses[0],
        )
