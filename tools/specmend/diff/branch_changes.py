"""The changes of lists of schemas: the branches of unions, and members known by position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from specmend.diff.checks.schema_structure import OPEN
from specmend.diff.compared import Compared
from specmend.diff.delta import Delta, below
from specmend.diff.discriminator_changes import renamed_values
from specmend.diff.schema_words import type_in_words
from specmend.diff.side import Side
from specmend.diff.spelled import NULL
from specmend.diff.view import Part, View
from specmend.document.openapi.keywords import ANNOTATIONS, UNIONS
from specmend.document.openapi.references import reference_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, same

_ALL: Final = "allOf"
_SCHEMA: Final = "schema"
_WRAPPED: Final = "union"
"""Stands for the schema of which a union was made, or which was made of one."""
_BY_POSITION: Final = "prefixItems"
_SEVERAL: Final = 2
_GAINED: Final = {_ALL: "must be {} too now"}
_LOST: Final = {_ALL: "need not be {} any more"}


def branch_changes(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    """What changed in lists of schemas: branches by what they are, other members by position."""
    yield from _unions(compared, old, new)
    for key in dict.fromkeys((*old.listed, *new.listed)):
        if key in UNIONS:
            continue
        before, after = old.listed.get(key, []), new.listed.get(key, [])
        if key == _BY_POSITION:
            yield from _by_position(compared, (old, new))
        else:
            yield from _by_branch(compared, key, before, after, (*new.home, key))


class Rest(NamedTuple):
    """The branch of a union that a schema is, the view that holds it, and all other branches."""

    branch: Part
    is_new: bool
    others: list[Delta]


def union_with_the_rest(compared: Compared, old: View, new: View) -> Rest | None:
    """The further branches, where a schema became a union of itself and others, or was one.

    None where that is not what happened.
    """
    for key in (*UNIONS, _ALL):
        for before, after, is_new in ((old, new, True), (new, old, False)):
            if not _is_union_alone(after, key) or before.listed:
                continue
            branches = after.listed[key]
            for index, branch in enumerate(branches):
                if _is_like(compared, before, branch, is_older=is_new):
                    others = [*branches[:index], *branches[index + 1 :]]
                    return Rest(branch, is_new, [*_rest(compared, key, others, new, is_new)])
    return None


def _is_union_alone(view: View, key: str) -> bool:
    said = view.words.keys() - {*ANNOTATIONS, NULL}
    return list(view.listed) == [key] and not (said or view.one or view.named or view.required)


def _is_like(compared: Compared, view: View, branch: Part, *, is_older: bool) -> bool:
    """Whether a branch says what a view says, whatever the place of the view is for."""
    says = view.words.keys() - ANNOTATIONS or view.one or view.named or view.required
    if not view.places or not says:
        return False
    pair = (view.places, branch.addresses) if is_older else (branch.addresses, view.places)
    return compared.say_the_same(*pair, but=(*ANNOTATIONS, NULL))


def _rest(
    compared: Compared, key: str, parts: Sequence[Part], new: View, gained: bool
) -> Iterator[Delta]:
    side = compared.new if gained else compared.old
    for part in parts:
        delta = _of_branch(side, key, part, (*new.home, key), None, gained=gained)
        yield replace(delta, holder=_WRAPPED)


def _unions(compared: Compared, old: View, new: View) -> Iterator[Delta]:
    keys, others = _union_keys(old), _union_keys(new)
    if len(keys) == len(others) == 1 and keys != others:
        (before,), (after,) = keys, others
        address = (*new.home, after)
        text = f"{after} instead of {before}"
        was = (*old.home, before)
        yield Delta(
            text=text, address=address, kind=_SCHEMA, key=after, before=before, after=after, was=was
        )
        listed, later = old.listed[before], new.listed[after]
        yield from _by_branch(compared, after, listed, later, address)
        yield from renamed_values(compared, old, new, (listed, later))
        return
    for key in dict.fromkeys((*keys, *others)):
        listed, later = old.listed.get(key, []), new.listed.get(key, [])
        yield from _by_branch(compared, key, listed, later, (*new.home, key))
        yield from renamed_values(compared, old, new, (listed, later))


def _union_keys(view: View) -> list[str]:
    return [key for key in UNIONS if key in view.listed]


def _by_branch(
    compared: Compared, key: str, old: Sequence[Part], new: Sequence[Part], address: Address
) -> Iterator[Delta]:
    gone, come = list(range(len(old))), list(range(len(new)))
    for is_pair in (_are_known, _are_alike, _is_one, _have_one_name):
        for index in list(come):
            known = next((n for n in gone if is_pair(compared, old[n], new[index])), None)
            if known is None:
                continue
            gone.remove(known)
            come.remove(index)
            label = (f"({_name(compared.new, new[index])})",)
            found = compared.schemas(old[known].addresses, new[index].addresses)
            yield from below(found, path=label)
    if len(gone) == len(come) == 1 and len(old) == len(new) > 1:
        found = compared.schemas(old[gone[0]].addresses, new[come[0]].addresses)
        if _is_small(found):
            yield from below(found, path=(f"({_name(compared.new, new[come[0]])})",))
            return
    for index in come:
        place = old[0].addresses[0][:-1] if old else None
        yield _of_branch(compared.new, key, new[index], address, place, gained=True)
    for index in gone:
        place = new[0].addresses[0][:-1] if new else address
        yield _of_branch(compared.old, key, old[index], place, None, gained=False)


def _is_small(found: Sequence[Delta]) -> bool:
    return not any(delta.text.startswith("is now ") and not delta.path for delta in found)


def _are_known(compared: Compared, old: Part, new: Part) -> bool:
    """Whether both branches are known to be one component, or are written alike."""
    one, other = old.addresses[0], new.addresses[0]
    ends = _ends(compared, old, new)
    if ends != (one, other) and compared.is_known(*ends):
        return True
    return same(compared.old.at(one), compared.new.at(other))


def _is_one(compared: Compared, old: Part, new: Part) -> bool:
    """Whether both branches are one component, which may have got another name."""
    return compared.is_one(*_ends(compared, old, new))


def _ends(compared: Compared, old: Part, new: Part) -> tuple[Address, Address]:
    return compared.old.settled(old.addresses[0]), compared.new.settled(new.addresses[0])


def _are_alike(compared: Compared, old: Part, new: Part) -> bool:
    return compared.say_the_same(old.addresses, new.addresses)


def _have_one_name(compared: Compared, old: Part, new: Part) -> bool:
    """Whether both have one title, or one value that tells them apart from their neighbors."""
    views = compared.view(compared.old, old.addresses), compared.view(compared.new, new.addresses)
    titles = [view.word("title") for view in views]
    if titles[0] is not None and titles[0] == titles[1]:
        return True
    tags = [_tags(compared, side, view) for side, view in zip(compared.sides, views, strict=True)]
    return bool(tags[0] & tags[1])


def _tags(compared: Compared, side: Side, view: View) -> set[tuple[str, str]]:
    """The properties of a view that have one value alone."""
    found = set()
    for name, part in view.named.get("properties", {}).items():
        values = compared.view(side, part.addresses).word("enum")
        if isinstance(values, list) and len(values) == 1:
            found.add((name, str(values[0])))
    return found


def _by_position(compared: Compared, views: tuple[View, View]) -> Iterator[Delta]:
    old, new = (view.listed.get(_BY_POSITION, []) for view in views)
    address = (*views[1].home, _BY_POSITION)
    if _stand_elsewhere(compared, old, new):
        was = (*views[0].home, _BY_POSITION)
        yield Delta(
            text="has its members at other positions",
            address=address,
            kind=_SCHEMA,
            key=_BY_POSITION,
            before=compared.old.at(was),
            after=compared.new.at(address),
            was=was,
        )
        return
    for index, (before, after) in enumerate(zip(old, new, strict=False)):
        found = compared.schemas(before.addresses, after.addresses)
        yield from below(found, path=(f"[{index}]",))
    key = _BY_POSITION if _are_closed(compared, views) else OPEN
    others = [_further(side, view) for side, view in zip(compared.sides, views, strict=True)]
    for index in range(len(old), len(new)):
        if others[0] is not None:
            found = compared.schemas(others[0].addresses, new[index].addresses)
            yield from below(found, path=(f"[{index}]",))
            continue
        words = type_in_words(compared.new.at(new[index].addresses[0]))
        place = new[index].addresses[0]
        yield Delta(
            text=f"gained member {index + 1} ({words})",
            address=place,
            kind=_SCHEMA,
            key=key,
            after=compared.new.at(place),
            was=(*old[0].addresses[0][:-1], index) if old else None,
        )
    for index in range(len(new), len(old)):
        if others[1] is not None:
            found = compared.schemas(old[index].addresses, others[1].addresses)
            yield from below(found, path=(f"[{index}]",))
            continue
        was = old[index].addresses[0]
        yield Delta(
            text=f"lost member {index + 1}",
            address=(*new[0].addresses[0][:-1], index) if new else (*address, index),
            kind=_SCHEMA,
            key=key,
            before=compared.old.at(was),
            was=was,
        )


def _further(side: Side, view: View) -> Part | None:
    """What each member must be that has no schema of its own (2020-12 core section 10.3.1.2)."""
    part = view.one.get("items")
    if part is None or isinstance(side.at(part.addresses[0]), bool):
        return None
    return part


def _are_closed(compared: Compared, views: tuple[View, View]) -> bool:
    """Whether the lists may have no further members, before and now."""
    return all(
        side.at(view.one["items"].addresses[0]) is False if "items" in view.one else False
        for side, view in zip(compared.sides, views, strict=True)
    )


def _stand_elsewhere(compared: Compared, old: Sequence[Part], new: Sequence[Part]) -> bool:
    """Whether all members of the shorter list are in the other one too, and not at its start."""
    shorter = min(len(old), len(new))
    same_place = [_are_alike(compared, *pair) for pair in zip(old, new, strict=False)]
    if all(same_place) or shorter < _SEVERAL:
        return False
    left = list(new)
    alike = 0
    for one in old:
        found = next((other for other in left if _are_alike(compared, one, other)), None)
        if found is not None:
            left.remove(found)
            alike += 1
    return alike == shorter


def _of_branch(
    side: Side, key: str, part: Part, address: Address, was: Address | None, *, gained: bool
) -> Delta:
    """A branch that came or went; `was` is the list that it came to, in the old document."""
    words = (_GAINED if gained else _LOST).get(
        key, "may be {} now" if gained else "may not be {} any more"
    )
    branch = side.at(part.addresses[0])
    return Delta(
        text=words.format(type_in_words(branch)),
        address=part.addresses[0] if gained else address,
        member=branch,
        kind=_SCHEMA,
        key=key,
        before=MISSING if gained else branch,
        after=branch if gained else MISSING,
        was=(was and (*was, part.addresses[0][-1])) if gained else part.addresses[0],
    )


def _name(side: Side, part: Part) -> str:
    schema = side.at(part.addresses[0])
    if reference_of(schema):
        return type_in_words(schema)
    title = schema.get("title") if isinstance(schema, dict) else None
    return title if isinstance(title, str) else type_in_words(schema)
