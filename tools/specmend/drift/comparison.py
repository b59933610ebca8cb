"""What the new document says at the place of a want: as recorded, as wanted, something else, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.keywords import PROSE_KEYWORDS
from specmend.document.openapi.operations import methods_in
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard, leaves_of
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.intended import IntendedChange
from specmend.matching.equivalence import is_equivalent, is_neutral
from specmend.matching.locator import Locator, Match

_DEEPEST: Final = 60


class ThreeWay(Enum):
    """What stands where a step intends a change: the three-way comparison of old, new and ours."""

    UNCHANGED = auto()
    ALREADY_APPLIED = auto()
    DIVERGED = auto()
    MISSING = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """A want with its state, its place in the new document (None where it is gone), and what stands there.

    `lacking` are the members of a list that are still to be added, and `surplus` those still to be taken out.
    """

    intended: IntendedChange
    state: ThreeWay
    at: Address | None
    now: Tree
    found: Match
    lacking: tuple[Tree, ...] = ()
    surplus: tuple[Tree, ...] = ()
    part: bool = False


def comparisons(locator: Locator, wanted: Tree, want: IntendedChange) -> Iterator[Comparison]:
    """The state of a want; one for each part where a part is there. `wanted` is the old tree after the action."""
    if want.kind != "name" and (said := _null_elsewhere(locator, want)):
        yield said
    elif want.kind == "name":
        yield _of_name(locator, want)
    elif want.kind == "members":
        yield _of_members(locator, want)
    elif want.after is MISSING:
        yield _of_removal(locator, want)
    elif want.adds:
        yield from _of_addition(locator, wanted, want)
    else:
        yield _of_value(locator, wanted, want)


def _null_elsewhere(locator: Locator, want: IntendedChange) -> Comparison | None:
    """A schema that is to accept null, and does in the other spelling."""
    above = locator.locate(want.address[:-1])
    holder = get(locator.new, above.at) if above.whole else MISSING
    if not isinstance(holder, dict) or not want.address:
        return None
    key = want.address[-1]
    listed = isinstance(holder.get("type"), list) and "null" in holder["type"]
    spelled = "type" if listed else "nullable" if holder.get("nullable") is True else ""
    wanted = key == "nullable" and want.after is True and spelled == "type"
    if wanted or (key == "type" and spelled == "nullable" and _adds_null(want)):
        return _standing(
            want, ThreeWay.ALREADY_APPLIED, (*above.at, spelled), holder[spelled], above
        )
    return None


def _adds_null(want: IntendedChange) -> bool:
    before = want.before if isinstance(want.before, list) else [want.before]
    return isinstance(want.after, list) and [*before, "null"] == want.after


def _of_value(locator: Locator, wanted: Tree, want: IntendedChange) -> Comparison:
    key = want.address[-1] if want.address else ""
    found = locator.locate(want.address)
    above = locator.locate(want.address[:-1])
    if not found.whole:
        if above.whole and is_neutral(key, want.after):
            return _standing(want, ThreeWay.ALREADY_APPLIED, (*above.at, key), MISSING, above)
        return _standing(want, ThreeWay.MISSING, None, MISSING, found)
    now = get(locator.new, found.at)
    return _standing(
        want, _compared(want, now, str(key), (wanted, locator.new)), found.at, now, found
    )


def _compared(want: IntendedChange, now: Tree, key: str, trees: tuple[Tree, Tree]) -> ThreeWay:
    """Upstream's value held against the recorded one and ours."""
    if same(now, want.before):
        return ThreeWay.UNCHANGED
    if same(want.after, now) or _same_version(want, now):
        return ThreeWay.ALREADY_APPLIED
    if is_equivalent(want.before, want.after, key=key):
        return ThreeWay.DIVERGED  # The action is about words, and so words count.
    if is_equivalent(want.after, now, *trees, key=key):
        return ThreeWay.ALREADY_APPLIED
    return ThreeWay.UNCHANGED if is_equivalent(want.before, now, key=key) else ThreeWay.DIVERGED


def _same_version(want: IntendedChange, now: Tree) -> bool:
    """Documents of OpenAPI 3.1.0 and 3.1.1 are of one version."""
    return (
        want.address == ("openapi",) and str(now).split(".")[:2] == str(want.after).split(".")[:2]
    )


def _of_removal(locator: Locator, want: IntendedChange) -> Comparison:
    straight = locator.direct(want.address)
    found = locator.locate(want.address)
    if straight is None:
        above = locator.locate(want.address[:-1])
        named = want.address[:-1] in {SCHEMAS, ("paths",)}
        turned = found.whole and (
            named or not above.whole or len(found.evidence) == len(above.evidence)
        )
        if not turned:
            gone = (
                ThreeWay.ALREADY_APPLIED
                if above.whole and not (named and found.candidates)
                else ThreeWay.MISSING
            )
            return _standing(want, gone, None, MISSING, found)
    now = get(locator.new, found.at)
    kept = same(now, want.before) or is_equivalent(want.before, now, key=str(want.address[-1]))
    return _standing(want, ThreeWay.UNCHANGED if kept else ThreeWay.DIVERGED, found.at, now, found)


def _of_addition(locator: Locator, wanted: Tree, want: IntendedChange) -> Iterator[Comparison]:
    above = locator.locate(want.address[:-1])
    if not above.whole or not isinstance(get(locator.new, above.at), dict):
        now = get(locator.new, above.at) if above.whole else MISSING
        target = _behind(locator, above, want) if above.whole else None
        if target is None:
            yield _standing(
                want, ThreeWay.DIVERGED if above.whole else ThreeWay.MISSING, None, now, above
            )
            return
        above = target
    holder = get(locator.new, above.at)
    if (
        want.address[-1] not in holder
        and "$ref" in holder
        and "$ref" not in get(locator.old, want.address[:-1])
    ):
        above = _behind(locator, above, want) or above
    at = (*above.at, want.address[-1])
    yield from _added(locator, wanted, want, at, above)


def _behind(locator: Locator, above: Match, want: IntendedChange) -> Match | None:
    """The place behind the reference that the parent became."""
    value = get(locator.new, above.at)
    reference = value.get("$ref") if isinstance(value, dict) else None
    place = locate(locator.new, reference) if isinstance(reference, str) else None
    if place is None:
        return None
    evidence = (*above.evidence, f"the place became a reference to {reference}")
    return Match(at=place, matched_depth=len(want.address) - 1, whole=True, evidence=evidence)


def _added(
    locator: Locator, wanted: Tree, want: IntendedChange, at: Address, above: Match
) -> Iterator[Comparison]:
    """Something that was not there: still not, there as wanted, there in part, or there as something else."""
    now, key = get(locator.new, at), str(at[-1])
    if now is MISSING:
        yield _standing(
            want,
            ThreeWay.ALREADY_APPLIED if is_neutral(key, want.after) else ThreeWay.UNCHANGED,
            at,
            now,
            above,
        )
    elif is_equivalent(want.after, now, wanted, locator.new, key=key):
        yield _standing(want, ThreeWay.ALREADY_APPLIED, at, now, above)
    elif isinstance(want.after, dict) and isinstance(now, dict) and "$ref" not in want.after:
        if "$ref" in now:
            at = (isinstance(now["$ref"], str) and locate(locator.new, now["$ref"])) or at
            now = get(locator.new, at)
        if not isinstance(now, dict) or len(at) > _DEEPEST:
            yield _standing(want, ThreeWay.DIVERGED, at, now, above)
            return
        for name, value in want.after.items():
            inner = IntendedChange(
                kind="value",
                address=(*want.address, name),
                to=(*want.to, name),
                before=MISSING,
                after=value,
            )
            if name in PROSE_KEYWORDS and name in now and not isinstance(value, dict):
                yield _standing(inner, ThreeWay.ALREADY_APPLIED, (*at, name), now[name], above)
            else:
                yield from _added(locator, wanted, inner, (*at, name), above)
    else:
        yield _standing(want, ThreeWay.DIVERGED, at, now, above)


def _of_members(locator: Locator, want: IntendedChange) -> Comparison:
    found = locator.locate(want.address)
    if not found.whole:
        return _standing(want, ThreeWay.MISSING, None, MISSING, found)
    now = get(locator.new, found.at)
    if not isinstance(now, list):
        return _standing(want, ThreeWay.DIVERGED, found.at, now, found)
    # A list that had the member when the step was recorded was meant to have it twice.
    twice = [value for value in want.added if _count(want.before, value)]
    lacking = tuple(
        v
        for v in want.added
        if not _count(now, v) or (v in twice and _count(now, v) < _count(want.after, v))
    )
    surplus = tuple(v for v in want.removed if _count(now, v) > _count(want.after, v))
    rest = len(lacking) + len(surplus)
    state = ThreeWay.UNCHANGED if rest else ThreeWay.ALREADY_APPLIED
    part = 0 < rest < len(want.added) + len(want.removed)
    return Comparison(
        intended=want,
        state=state,
        at=found.at,
        now=now,
        found=found,
        lacking=lacking,
        surplus=surplus,
        part=part,
    )


def _of_name(locator: Locator, want: IntendedChange) -> Comparison:
    above = locator.locate(want.address[:-1])
    straight = locator.direct(want.address)
    end = (*above.at, want.to[-1]) if above.whole else None
    taken = get(locator.new, end) if end else MISSING
    if straight is not None and want.to[:-1] == want.address[:-1]:
        state = ThreeWay.UNCHANGED if taken is MISSING else ThreeWay.DIVERGED
        return _standing(
            want,
            state,
            straight,
            straight[-1] if state is ThreeWay.UNCHANGED else want.to[-1],
            above,
        )
    if straight is None and taken is not MISSING:
        told = _same_shape(want, taken) or locator.locate(want.address).at == end
        return _standing(
            want, ThreeWay.ALREADY_APPLIED if told else ThreeWay.DIVERGED, end, want.to[-1], above
        )
    found = locator.locate(want.address)
    state = ThreeWay.UNCHANGED if found.whole else ThreeWay.MISSING
    return _standing(
        want,
        state,
        found.at if found.whole else None,
        found.at[-1] if found.whole else MISSING,
        found,
    )


def _same_shape(want: IntendedChange, taken: Tree) -> bool:
    """Whether what has the new name is what had the old one."""
    if (
        want.address[:-1] == ("paths",)
        and isinstance(want.before, dict)
        and isinstance(taken, dict)
    ):
        before, after = (methods_in(item) for item in (want.before, taken))
        return bool(before & after) or before == after
    if not isinstance(want.before, dict | list):
        return type(want.before) is type(taken)
    same_kind = (
        isinstance(want.before, dict)
        and isinstance(taken, dict)
        and want.before.get("type") == taken.get("type")
    )
    return jaccard(leaves_of(want.before), leaves_of(taken)) >= ENOUGH or (
        same_kind and is_equivalent(want.before, taken)
    )


def _count(members: Tree, value: Tree) -> int:
    return sum(same(value, member) for member in members) if isinstance(members, list) else 0


def _standing(
    want: IntendedChange, state: ThreeWay, at: Address | None, now: Tree, found: Match
) -> Comparison:
    return Comparison(intended=want, state=state, at=at, now=now, found=found)
