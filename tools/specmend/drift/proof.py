"""Whether upstream has what an action wants, shown by what the new document says.

A step is retired only where its fault is gone: nothing that the action takes away is said of the
value any more, in no spelling and in no branch, and no name joined that looks like the one that
went. What the action adds is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from specmend.document.openapi.keywords import PROSE_KEYWORDS, SETS
from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, remove
from specmend.document.tree.values import replace as replaced
from specmend.drift.composed import composed
from specmend.drift.intended import IntendedChange
from specmend.drift.lookalikes import lookalikes
from specmend.drift.other_words import Gone, in_other_words
from specmend.drift.same_fault import is_same_fault
from specmend.drift.subjects import outermost, subjects
from specmend.drift.successors import contradictions, successors
from specmend.matching.described import described
from specmend.matching.equivalence import is_equivalent
from specmend.matching.locator import Locator, Match
from specmend.matching.permitted import lets_through
from specmend.matching.sayings import (
    ELSEWHERE,
    Saying,
    own_sayings,
    sayings,
    without,
)
from specmend.matching.spelling import BRANCH, EXAMPLE, LISTED_NULL, NULL, NULLABLE, knows_nullable

_SEVERAL: Final = SETS | {EXAMPLE, BRANCH}
"""Keywords that say several things beside each other: another one is another thing."""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What the new document says of the value that a change is about.

    `fault` is what the change takes away, and `wanted` what it adds; of another spelling of the
    same, what it spells. `match` is where the object stands that the change is made in.
    """

    locator: Locator
    ours: Sequence[Locator]
    change: IntendedChange
    subject: Address
    match: Match
    fault: tuple[Saying, ...]
    wanted: tuple[Saying, ...]
    is_spelling: bool

    @cached_property
    def doubts(self) -> tuple[Address, ...]:
        """The places where the fault may still be."""
        joined = self._joined
        alive = [one.at for one in joined if self._is_fault(one)]
        said = sayings(self.locator.new, self.match.at)
        keys = {one.key for one in said}
        lost = [one for one in self.fault if one.key not in keys]
        alike = lookalikes(self.locator, lost, joined)
        heirs = [one.at for one in successors(self.locator, lost, self.wanted, joined)]
        heirs += [one.at for one in contradictions(self.wanted, said, joined)]
        return tuple(dict.fromkeys([*alive, *alike, *heirs, *in_other_words(self._gone(lost))]))

    @property
    def let_through(self) -> tuple[Address, ...]:
        """Where upstream allows what is to go, for it took the whole limit away."""
        applied, at = self.ours[0], self.match.at
        place = _place_in(applied, self.subject)
        if place is None or spot_at(self.subject).kind != "schema":
            return ()
        for one in self.fault:
            is_ours = lets_through(applied.new, place, one, self.locator.old)
            if not is_ours and lets_through(self.locator.new, at, one, self.locator.old):
                return (at,)
        return ()

    @property
    def is_mended(self) -> bool:
        """Whether everything is said that the change wants.

        A guess is no place where something is gone. What is only added may be said there: that is
        where it would be added.
        """
        if not (self.fault or self.wanted) or (self.match.is_guess and not self._only_adds):
            return False
        if self.is_spelling:
            # The spelling of what was said before is upstream's with another version alone.
            is_raised = knows_nullable(self.locator.old) != knows_nullable(self.locator.new)
            return is_raised and all(self._place_of(one) is not None for one in self.wanted)
        # What was said before is meant to be said again, as a member of a list may be.
        before = _keys(self.locator.old, self.subject) if self.wanted else ()
        if any(one.key in before for one in self.wanted):
            return False
        return all(self._place_of(one) is not None for one in self.wanted)

    @property
    def unsaid(self) -> tuple[Address, ...]:
        """Where a value stands that does not say what the change wants, for what is beside it."""
        asserted = [one for one in self.wanted if one.keyword not in PROSE_KEYWORDS]
        is_schema = spot_at(self.subject).kind == "schema"
        if not is_schema or all(self._place_of(one) is not None for one in asserted):
            return ()
        return ((*self.match.at, self.change.key),)

    @property
    def said_at(self) -> Address | None:
        """Where the first thing is said that the change wants; None where it only takes away."""
        for one in self.wanted:
            return self._place_of(one)
        return None

    @property
    def said_in_part(self) -> tuple[Address, ...]:
        """Where something is said of some values that the change wants of all."""
        before = _keys(self.locator.old, self.subject)
        keys = {one.key for one in self.wanted if not one.is_name} - before
        said = sayings(self.locator.new, self.match.at)
        return tuple(one.at for one in said if one.reach != "always" and one.key in keys)

    @cached_property
    def _joined(self) -> list[Saying]:
        """What is said in the new document, and in none of ours: neither now nor in the end."""
        outer = outermost(self.subject)
        around = list(composed(self.locator, self.subject))
        places = [self.locator.locate(outer).at, self.match.at, *(at for _, at in around)]
        before = [outer, self.subject, *(at for at, _ in around)]
        now = _gathered(self.locator.new, places)
        joined, *others = [without(now, _said_in(ours, before)) for ours in self.ours]
        for other in others:
            keys = {one.key for one in other}
            joined = [one for one in joined if one.key in keys]
        return joined

    def _gone(self, lost: Sequence[Saying]) -> Gone:
        return Gone(
            locator=self.locator,
            applied=self.ours[0].new,
            address=self.change.address,
            subjects=(self.subject, self.match.at),
            lost=lost,
            joined=self._joined,
        )

    @property
    def _only_adds(self) -> bool:
        is_near = self.subject == next(subjects(self.change.address), None)
        change = self.change
        adds = change.adds or (change.kind == "members" and not change.removed)
        return is_near and adds and not self.fault and not self.is_spelling

    def _is_fault(self, saying: Saying) -> bool:
        if saying.keyword == ELSEWHERE or any(
            is_same_fault(self.locator, saying, one) for one in self.fault
        ):
            return True
        # Another value of a keyword that was to go is no removal.
        if saying.keyword in _SEVERAL or saying.keyword in PROSE_KEYWORDS:
            return False
        is_alone = saying.at[-1:] == (saying.keyword,)
        is_lost = any(saying.keyword == one.keyword for one in self.fault)
        is_replaced = any(saying.keyword == one.keyword for one in self.wanted)
        return is_alone and is_lost and not is_replaced

    def _place_of(self, wanted: Saying) -> Address | None:
        """Where something that is wanted is said of every value."""
        before = [one for one in sayings(self.locator.old, self.subject) if one.keyword == BRANCH]
        for one in without(sayings(self.locator.new, self.match.at), before):
            if one.reach == "always" and self._says(one, wanted):
                return one.at
        return None

    def _says(self, one: Saying, wanted: Saying) -> bool:
        """Whether something that is said is what is wanted, maybe in other words."""
        if wanted.keyword == NULLABLE and one.keyword == NULL:
            return True
        if one.keyword != wanted.keyword:
            return False
        if one.keyword in (NULL, LISTED_NULL):
            return True
        ours, theirs = get(self.ours[0].new, wanted.at), get(self.locator.new, one.at)
        if one.key == wanted.key:
            return not one.is_name or self._are_equivalent(ours, theirs)
        is_schema = spot_at(wanted.at).kind == "schema" and isinstance(ours, dict | bool)
        if not is_schema or one.is_name or self._changes_words_alone(wanted):
            return False
        return self._are_equivalent(ours, theirs, wanted.keyword)

    def _changes_words_alone(self, wanted: Saying) -> bool:
        """Whether the action changes nothing but prose, so that prose counts."""
        trees = (self.locator.old, self.ours[0].new)
        before, ours = (get(tree, wanted.at) for tree in trees)
        spot = spot_at(wanted.at)
        key = wanted.keyword
        return before is not MISSING and is_equivalent(before, ours, *trees, key=key, spot=spot)

    def _are_equivalent(self, ours: Tree, theirs: Tree, key: str = "") -> bool:
        return is_equivalent(ours, theirs, self.ours[0].new, self.locator.new, key=key)


def proof_of(locator: Locator, ours: Sequence[Locator], change: IntendedChange) -> Proof | None:
    """The proof by the innermost object around a place that stands in both documents."""
    before, after = _apart(locator.old, ours[0].new, change)
    for subject in subjects(change.address):
        trees = (locator.old, before, after)
        is_object = all(isinstance(get(tree, subject), dict) for tree in trees)
        match = locator.locate(subject)
        if not is_object or not match.whole:
            continue
        was, shall = (
            _changed_last(own_sayings(tree, subject), change.address) for tree in (before, after)
        )
        fault, wanted = without(was, shall), without(shall, was)
        is_spelling = not fault and not wanted
        if is_spelling:
            wanted = [one for one in shall if one.at[: len(change.address)] == change.address]
        elif _is_respelled(locator, ours[0], subject):
            is_spelling, fault = True, []
            wanted = list(own_sayings(ours[0].new, subject))
        return Proof(
            locator=locator,
            ours=ours,
            change=change,
            subject=subject,
            match=match,
            fault=tuple(fault),
            wanted=tuple(wanted),
            is_spelling=is_spelling,
        )
    return None


def _changed_last(said: Iterable[Saying], address: Address) -> list[Saying]:
    """What an object says, that of a change behind its equals: these are what stays the same."""
    return sorted(said, key=lambda one: one.at == address[: len(one.at)])


def _is_respelled(locator: Locator, applied: Locator, subject: Address) -> bool:
    """Whether an action as a whole spells anew what an object says, and the version is another."""
    if knows_nullable(locator.old) == knows_nullable(locator.new):
        return False
    was, shall = own_sayings(locator.old, subject), own_sayings(applied.new, subject)
    return bool(was) and not without(was, shall) and not without(shall, was)


def _apart(old: Tree, applied: Tree, change: IntendedChange) -> tuple[Tree, Tree]:
    """A tree before and after this one change of an action."""
    if change.adds:
        return remove(applied, [change.address]), applied
    if change.after is MISSING:
        return old, remove(old, [change.address])
    return old, replaced(old, change.address, change.after)


def _keys(tree: Tree, subject: Address) -> set[tuple[str, str]]:
    return {one.key for one in sayings(tree, subject)}


def _said_in(ours: Locator, addresses: Iterable[Address]) -> list[Saying]:
    places = [_place_in(ours, address) for address in addresses]
    return _gathered(ours.new, [place for place in places if place is not None])


def _place_in(ours: Locator, address: Address) -> Address | None:
    """Where a place of the old tree stands after what we did; members of lists may have moved.

    One that nothing stands at, as a property of a schema that is made of others, is found by what
    is around it.
    """
    if address and get(ours.old, address) is MISSING:
        holder = _place_in(ours, address[:-1])
        return None if holder is None else (*holder, address[-1])
    has_index = any(isinstance(token, int) for token in address)
    if not has_index and get(ours.new, address) is not MISSING:
        return address
    match = ours.locate(address)
    return match.at if match.whole else None


def _gathered(tree: Tree, places: Iterable[Address]) -> list[Saying]:
    """What is said at places, each time that it is written once."""
    found: dict[tuple[Address, tuple[str, str]], Saying] = {}
    all_places = dict.fromkeys(inner for place in places for inner in described(tree, place))
    for place in all_places:
        for saying in sayings(tree, place):
            found.setdefault((saying.at, saying.key), saying)
    return list(found.values())
