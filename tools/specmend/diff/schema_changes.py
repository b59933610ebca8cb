"""The changes of a schema: what it gained and lost, and what its parts are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from specmend.diff.branch_changes import Rest, branch_changes, union_with_the_rest
from specmend.diff.compared import Compared
from specmend.diff.delta import NAME, Delta, below
from specmend.diff.discriminator_changes import discriminator_changes
from specmend.diff.flag_changes import keyword_changes
from specmend.diff.schema_words import shown, type_in_words
from specmend.diff.side import Side
from specmend.diff.spelled import EXAMPLES, FORMAT, NULL, TYPE, VALUES
from specmend.diff.value_changes import is_member
from specmend.diff.view import Part, Said, View
from specmend.document.openapi.keywords import ANNOTATIONS, PROSE_KEYWORDS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same

_DEFINITIONS: Final = ("$defs", "definitions")
_INTO: Final = {"items": "[]", "additionalProperties": "{}"}
_TYPING: Final = (TYPE, FORMAT, NULL, "$ref")


def view_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    """What changed between a schema of the old document and one of the new."""
    rest = union_with_the_rest(compared, old, new)
    if rest is not None:
        yield from _null_change(old, new)
        yield from _annotations(compared, rest, old, new)
        yield from rest.others
        return
    yield from _type_changes(compared, old, new)
    yield from _properties(compared, old, new)
    yield from _required(compared, old, new)
    yield from _other_words(compared, old, new)
    yield from _inner_schemas(compared, old, new)
    yield from branch_changes(compared, old, new)


def _said(compared: Compared, old: View, new: View, word: str) -> tuple[list[Said], list[Said]]:
    """What both say by a keyword, without what components say that both have.

    Those are compared on their own.
    """
    before, after = old.words.get(word, []), new.words.get(word, [])
    return (
        [said for said in before if not _is_elsewhere(compared, said.component, old, new)],
        [said for said in after if not _is_elsewhere(compared, said.component, old, new)],
    )


def _is_elsewhere(compared: Compared, component: Address | None, old: View, new: View) -> bool:
    """Whether a component belongs to both views, as the same one; it is compared on its own."""
    if component is None:
        return False
    for one in old.components:
        for other in new.components:
            if component in (one, other) and compared.is_one(one, other):
                compared.note(one, other)
                return True
    return False


def _type_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    """The type, the format, the schema that is referred to, and null, together."""
    changed: list[Address] = []
    for word in _TYPING:
        before, after = _said(compared, old, new, word)
        if [said.value for said in before] != [said.value for said in after]:
            changed += [said.address for said in after] or [_moved(new, said) for said in before]
    if not changed:
        return
    now, was = _in_words(compared.new, new), _in_words(compared.old, old)
    address, *further = dict.fromkeys(changed)
    only_null = not further and address[-1:] in {("type",), ("nullable",), ("anyOf",), ("oneOf",)}
    also = ((*new.home, "nullable"),) if only_null and now == f"{was} or null" else ()
    if now == was:
        now, was = _precisely(new), _precisely(old)
    word = NULL if only_null and also else TYPE
    text = f"is now {now}, was {was}"
    yield Delta(text=text, address=address, also=(*further, *also), word=word)


def _annotations(compared: Compared, rest: Rest, old: View, new: View) -> Iterator[Delta]:
    """What a schema and the union that it is a branch of say of the place where they are used."""
    side = compared.new if rest.is_new else compared.old
    branch = compared.view(side, rest.branch.addresses)
    for word in sorted({*old.words, *new.words, *branch.words} & {*ANNOTATIONS, EXAMPLES}):
        more = branch.words.get(word, [])
        before = [*old.words.get(word, []), *(() if rest.is_new else more)]
        after = [*new.words.get(word, []), *(more if rest.is_new else ())]
        if {shown(said.value) for said in before} != {shown(said.value) for said in after}:
            yield from _word_changes(compared, word, before, after, new)


def _null_change(old: View, new: View) -> Iterator[Delta]:
    if (NULL in old.words) is not (NULL in new.words):
        said = new.words.get(NULL)
        text = "may be null now" if said else "may not be null any more"
        address = said[0].address if said else _moved(new, old.words[NULL][0])
        yield Delta(text=text, address=address, word=NULL)


def _moved(new: View, said: Said) -> Address:
    """Where a keyword of the old document would stand in the new one."""
    return (*new.home, *said.address[-1:])


def _in_words(side: Side, view: View) -> str:
    """What a view is, as the schema at its home would say it."""
    schema: dict[str, Tree] = {}
    for word in ("$ref", TYPE, FORMAT, VALUES):
        said = view.words.get(word)
        if said:
            schema[word] = said[0].value
    types = schema.get(TYPE)
    if isinstance(types, list) and len(types) == 1:
        schema[TYPE] = types[0]
    if types == []:
        return "null"
    if "items" in view.one:
        schema["items"] = side.at(view.one["items"].addresses[0])
    schema |= {key: [] for key in view.listed}
    if NULL in view.words:
        schema["nullable"] = True
    return type_in_words(schema)


def _precisely(view: View) -> str:
    return ", ".join(
        f"{word} {shown([said.value for said in view.words[word]])}"
        for word in _TYPING
        if word in view.words
    )


def _properties(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    before, after = old.named.get("properties", {}), new.named.get("properties", {})
    for name in dict.fromkeys((*before, *after)):
        path = (name,)
        if name not in before:
            if not _is_elsewhere(compared, after[name].component, old, new):
                place = after[name].addresses[0]
                words = type_in_words(compared.new.at(place))
                yield Delta(path=path, text=f"gained {NAME} ({words})", address=place)
        elif name not in after:
            if not _is_elsewhere(compared, before[name].component, old, new):
                place = (*new.home, "properties", name)
                yield Delta(path=path, text=f"lost {NAME}", address=place)
        else:
            yield from below(_part(compared, before[name], after[name], old, new), path=path)


def _part(compared: Compared, before: Part, after: Part, old: View, new: View) -> list[Delta]:
    """The differences of a part that both have, unless it is compared with its component."""
    apart = before.component is not None and after.component is not None
    if apart and compared.is_one(before.component, after.component):
        _is_elsewhere(compared, before.component, old, new)
        return []
    return compared.schemas(before.addresses, after.addresses)


def _required(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    for name, said in new.required.items():
        if name not in old.required and not _is_elsewhere(compared, said.component, old, new):
            yield Delta(
                path=(name,), text=f"{NAME} is required now", address=said.address, member=name
            )
    for name, said in old.required.items():
        if name not in new.required and not _is_elsewhere(compared, said.component, old, new):
            yield Delta(
                path=(name,),
                text=f"{NAME} is not required any more",
                address=(*new.home, "required"),
                member=name,
            )


def _other_words(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    for word in dict.fromkeys((*old.words, *new.words)):
        if word in _TYPING:
            continue
        before, after = _said(compared, old, new, word)
        if not _are_equal(before, after):
            for delta in _word_changes(compared, word, before, after, new):
                yield replace(delta, word=word)


def _are_equal(before: list[Said], after: list[Said]) -> bool:
    values, others = [said.value for said in before], [said.value for said in after]
    return same(values, others)


def _word_changes(
    compared: Compared, word: str, before: list[Said], after: list[Said], new: View
) -> Iterator[Delta]:
    address = after[0].address if after else _moved(new, before[0])
    one, other = _value(before), _value(after)
    if word == "discriminator":
        yield from discriminator_changes(compared, before, after, address)
    elif word == VALUES and isinstance(one, list) and isinstance(other, list):
        yield from _values(one, other, address)
    elif word in PROSE_KEYWORDS:
        also = ((*new.home, "example"),) if word == EXAMPLES else ()
        name = "example" if word == EXAMPLES and len(after) <= 1 else word
        yield Delta(text=f"{name} changed", address=address, also=also)
    else:
        yield from keyword_changes(word, one, other, address)


def _value(said: list[Said]) -> Tree:
    if not said:
        return MISSING
    return said[0].value if len(said) == 1 else [one.value for one in said]


def _values(old: list[Tree], new: list[Tree], address: Address) -> Iterator[Delta]:
    for value in new:
        if not is_member(value, old):
            yield Delta(text=f"may be {shown(value)} now", address=address, member=value)
    for value in old:
        if not is_member(value, new):
            yield Delta(text=f"may not be {shown(value)} any more", address=address, member=value)


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
            yield from below(_part(compared, before, after, old, new), path=path)
            return
    one = compared.old.at(before.addresses[0]) if before else MISSING
    other = compared.new.at(after.addresses[0]) if after else MISSING
    part = after or before
    if same(one, other) or part is None or _is_elsewhere(compared, part.component, old, new):
        return
    if key == "additionalProperties" and one is MISSING and not isinstance(other, bool):
        one = True
    if key == "additionalProperties" and other is MISSING and not isinstance(one, bool):
        other = True
    yield from keyword_changes(key, one, other, after.addresses[0] if after else (*new.home, key))


def _inner_names(compared: Compared, key: str, old: View, new: View) -> Iterator[Delta]:
    before, after = old.named.get(key, {}), new.named.get(key, {})
    for name in dict.fromkeys((*before, *after)):
        label = name if key in _DEFINITIONS else f"({key} {name})"
        if name in before and name in after:
            yield from below(_part(compared, before[name], after[name], old, new), path=(label,))
            continue
        part = after.get(name) or before[name]
        if _is_elsewhere(compared, part.component, old, new):
            continue
        unseen = None
        if key in _DEFINITIONS:
            side = "new" if name in after else "old"
            unseen = (side, part.addresses[0])
        verb = "gained" if name in after else "lost"
        address = part.addresses[0] if name in after else (*new.home, key, name)
        yield Delta(text=f"{verb} {key} {shown(name)}", address=address, unseen=unseen)
