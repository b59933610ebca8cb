"""Puts the differences of one cause together, and says each in the words of the package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.surface.change import Direction, SurfaceChange
from specmend.surface.checks import CHECKS, Check
from specmend.surface.difference import Difference
from specmend.surface.keys import joined_keys
from specmend.surface.kin import Kin
from specmend.surface.moved_calls import moved_calls
from specmend.surface.pairs import Pairs
from specmend.surface.reach import reach_of
from specmend.surface.records import Surface

_WEIGHT: Final = {
    ("breaking", "run-time"): 0,
    ("breaking", "types"): 1,
    ("warning", ""): 2,
    ("info", ""): 3,
}
_MOST_SHOWN: Final = 20
_OF_OWNER: Final = frozenset(
    {"parent-gone", "parent-new", "path-gone", "module-broken", "keys-always-there"}
    | {"keys-can-be-absent", "keys-now-optional", "keys-now-required"}
)
"""Checks whose name says what the owner has to do with, and is no part of it."""

_WAITING: Final = frozenset({"now-async", "now-sync"})
_TWINS: Final = {
    "__exit__": "__enter__",
    "__aexit__": "__aenter__",
    "__next__": "__iter__",
    "__anext__": "__aiter__",
    **dict.fromkeys(("__le__", "__gt__", "__ge__"), "__lt__"),
}
"""Methods that come and go with another one."""

_FAMILIES: Final = ("argument", "field", "result", "type", "value", "member", "parent")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Group:
    """The differences of one cause, the one that tells it first."""

    differences: tuple[Difference, ...]

    @property
    def first(self) -> Difference:
        return self.differences[0]


def changes_of(
    differences: Iterable[Difference], old: Surface, new: Surface, pairs: Pairs
) -> tuple[SurfaceChange, ...]:
    """One change for each cause, worst first, then by place."""
    kin = Kin(old, new, pairs)
    told = dict.fromkeys(moved_calls(list(differences), old, new))
    listed = list(joined_keys(list(told), kin))
    groups: dict[tuple[str, str, str], list[Difference]] = {}
    for one in listed:
        groups.setdefault(_key(one, kin), []).append(one)
    ordered = [_group(group, kin) for group in groups.values()]
    words = _Words(old, new)
    changes = [words.change(one) for one in kin.rooted([one.differences for one in ordered])]
    return tuple(sorted(changes, key=_order))


def _key(one: Difference, kin: Kin) -> tuple[str, str, str]:
    family = "result" if one.check in _WAITING else one.check.partition("-")[0]
    if family in {"argument", "field"} or kin.is_argument(one):
        return kin.owner(one), one.name, "member"
    kept = family if family in _FAMILIES and family != "member" else one.check
    return kin.owner(one), _TWINS.get(one.name, one.name), kept


def _group(group: list[Difference], kin: Kin) -> _Group:
    ordered = sorted(group, key=lambda one: (_weight(one), kin.is_twin(one), one.check[0] != "a"))
    return _Group(differences=tuple(ordered))


def _weight(one: Difference) -> int:
    check = CHECKS[one.check]
    return _WEIGHT[check.level, check.breaks]


def _order(change: SurfaceChange) -> tuple[int, str, str]:
    return _WEIGHT[change.level, change.breaks], change.place, change.id


class _Words:
    """Says differences in the words of the package."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self._old, self._new = reach_of(old), reach_of(new)
        self._before, self._after = self._old.written_members(), self._new.written_members()

    def change(self, differences: tuple[Difference, ...]) -> SurfaceChange:
        """The change of one cause; its first difference tells it."""
        one = differences[0]
        check = CHECKS[one.check]
        subject = self._subject(one)
        values = self._values(one, subject)
        others = self._others(differences, subject)
        return SurfaceChange(
            id=one.check,
            level=check.level,
            breaks=check.breaks,
            direction=_direction(differences),
            place=_place(one),
            subject=subject,
            words=self._words(differences, subject),
            before=one.before,
            after=values["after"],
            instead=check.instead.format(**values) if _has_values(check, values) else "",
            affects=others[:_MOST_SHOWN],
            affected=len(others),
        )

    def _words(self, differences: tuple[Difference, ...], subject: str) -> str:
        """The words of the first difference, and of others of the same member."""
        one = differences[0]
        texts = [CHECKS[one.check].words.format(**self._values(one, subject))]
        for other in differences[1:]:
            same = (other.owner, other.name) == (one.owner, one.name)
            if same and other.check != one.check and CHECKS[other.check].level != "info":
                texts.append(CHECKS[other.check].words.format(**self._values(other, subject)))
        return "; ".join(dict.fromkeys(texts))

    def _values(self, one: Difference, subject: str) -> Mapping[str, str]:
        after = one.after
        if one.check == "name-renamed":
            after = self._new.written(one.after)
        elif one.check == "member-renamed":
            after = self._renamed(one)
        before = _shown_default(one.before)
        return {
            "subject": subject,
            "name": one.name,
            "before": before,
            "after": _shown_default(after),
        }

    def _renamed(self, one: Difference) -> str:
        """The new way to write a member that is called otherwise."""
        if "." in one.after:
            ways = self._new.every(*one.after.rsplit(".", 1))
            return next((way for way in ways if way not in self._before), ways[0])
        written = self._old.written(one.owner, one.name)
        return written.replace(f".{one.name}", f".{one.after}")

    def _subject(self, one: Difference) -> str:
        """What changed, as users write it."""
        reach = self._new if one.is_new else self._old
        if one.check.startswith("argument-"):
            written = reach.written(one.owner)
            return written if written.endswith("(...)") else f"{written}(...)"
        if one.check in _OF_OWNER:
            return reach.written(one.owner)
        return self._changed(one)[0]

    def _changed(self, one: Difference) -> tuple[str, ...]:
        """The ways to write a member that are no longer, or are new: a flat one can stay."""
        ways = (self._new if one.is_new else self._old).every(one.owner, one.name)
        known = {"member-gone": self._after, "member-renamed": self._after}
        known["member-new"] = self._before
        changed = tuple(way for way in ways if way not in known.get(one.check, frozenset()))
        return changed or ways

    def _others(self, differences: tuple[Difference, ...], subject: str) -> tuple[str, ...]:
        places: list[str] = []
        for one in differences:
            reach = self._new if one.is_new else self._old
            is_whole = one.check.startswith("argument-") or one.check in _OF_OWNER
            if one.check == "path-gone":
                places.append(one.before)
            else:
                places += reach.every(one.owner) if is_whole else self._changed(one)
        return tuple(dict.fromkeys(place for place in places if place != subject))


def _has_values(check: Check, values: Mapping[str, str]) -> bool:
    """Whether everything that the advice names is known."""
    return all(
        values[name] for name in ("before", "after", "name") if f"{{{name}}}" in check.instead
    )


def _shown_default(text: str) -> str:
    return {"": "", "None": "None"}.get(text, text)


def _direction(differences: tuple[Difference, ...]) -> Direction:
    found = {one.direction for one in differences} - {"none"}
    if any(one.check.startswith("argument-") for one in differences):
        found.add("request")
    if any(one.check.startswith("result-") for one in differences):
        found.add("response")
    return "both" if len(found) > 1 else next(iter(found), "none")


def _place(one: Difference) -> str:
    if one.check.startswith("argument-"):
        return f"{one.owner}({one.name})"
    if one.check in _OF_OWNER:
        return one.owner
    return f"{one.owner}.{one.name}" if one.name else one.owner
