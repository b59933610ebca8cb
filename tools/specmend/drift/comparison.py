"""What the new document says at the place of a want: as recorded, as wanted, something else, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from specmend.document.openapi.objects import METHODS
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, leaves_of, shared
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.intended import Want
from specmend.matching.equivalence import WORDS, alike, is_neutral
from specmend.matching.locator import Atlas, Counterpart

_DEEPEST: Final = 60


class State(Enum):
    """What stands at the place of a want."""

    KEPT = auto()
    DONE = auto()
    OTHER = auto()
    GONE = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A want with its state, its place in the new document (None where it is gone), and what stands there.

    `lacking` are the members of a list that are still to be added, and `surplus` those still to be taken out.
    """

    want: Want
    state: State
    at: Address | None
    now: Tree
    found: Counterpart
    lacking: tuple[Tree, ...] = ()
    surplus: tuple[Tree, ...] = ()
    part: bool = False


def standings(atlas: Atlas, wanted: Tree, want: Want) -> Iterator[Standing]:
    """The state of a want; one for each part where a part is there. `wanted` is the old tree after the action."""
    if want.kind != "name" and (said := _null_elsewhere(atlas, want)):
        yield said
    elif want.kind == "name":
        yield _of_name(atlas, want)
    elif want.kind == "members":
        yield _of_members(atlas, want)
    elif want.after is MISSING:
        yield _of_removal(atlas, want)
    elif want.adds:
        yield from _of_addition(atlas, wanted, want)
    else:
        yield _of_value(atlas, wanted, want)


def _null_elsewhere(atlas: Atlas, want: Want) -> Standing | None:
    """A schema that is to accept null, and does in the other spelling."""
    above = atlas.locate(want.address[:-1])
    holder = get(atlas.new, above.at) if above.whole else MISSING
    if not isinstance(holder, dict) or not want.address:
        return None
    key = want.address[-1]
    listed = isinstance(holder.get("type"), list) and "null" in holder["type"]
    spelled = "type" if listed else "nullable" if holder.get("nullable") is True else ""
    wanted = key == "nullable" and want.after is True and spelled == "type"
    if wanted or (key == "type" and spelled == "nullable" and _adds_null(want)):
        return _standing(want, State.DONE, (*above.at, spelled), holder[spelled], above)
    return None


def _adds_null(want: Want) -> bool:
    before = want.before if isinstance(want.before, list) else [want.before]
    return isinstance(want.after, list) and [*before, "null"] == want.after


def _of_value(atlas: Atlas, wanted: Tree, want: Want) -> Standing:
    key = want.address[-1] if want.address else ""
    found = atlas.locate(want.address)
    above = atlas.locate(want.address[:-1])
    if not found.whole:
        if above.whole and is_neutral(key, want.after):
            return _standing(want, State.DONE, (*above.at, key), MISSING, above)
        return _standing(want, State.GONE, None, MISSING, found)
    now = get(atlas.new, found.at)
    return _standing(
        want, _compared(want, now, str(key), (wanted, atlas.new)), found.at, now, found
    )


def _compared(want: Want, now: Tree, key: str, trees: tuple[Tree, Tree]) -> State:
    """Upstream's value held against the recorded one and ours."""
    if same(now, want.before):
        return State.KEPT
    if same(want.after, now) or _same_version(want, now):
        return State.DONE
    if alike(want.before, want.after, key=key):
        return State.OTHER  # The action is about words, and so words count.
    if alike(want.after, now, *trees, key=key):
        return State.DONE
    return State.KEPT if alike(want.before, now, key=key) else State.OTHER


def _same_version(want: Want, now: Tree) -> bool:
    """Documents of OpenAPI 3.1.0 and 3.1.1 are of one version."""
    return (
        want.address == ("openapi",) and str(now).split(".")[:2] == str(want.after).split(".")[:2]
    )


def _of_removal(atlas: Atlas, want: Want) -> Standing:
    straight = atlas.straight(want.address)
    found = atlas.locate(want.address)
    if straight is None:
        above = atlas.locate(want.address[:-1])
        named = want.address[:-1] in {("components", "schemas"), ("paths",)}
        turned = found.whole and (
            named or not above.whole or len(found.evidence) == len(above.evidence)
        )
        if not turned:
            gone = State.DONE if above.whole and not (named and found.candidates) else State.GONE
            return _standing(want, gone, None, MISSING, found)
    now = get(atlas.new, found.at)
    kept = same(now, want.before) or alike(want.before, now, key=str(want.address[-1]))
    return _standing(want, State.KEPT if kept else State.OTHER, found.at, now, found)


def _of_addition(atlas: Atlas, wanted: Tree, want: Want) -> Iterator[Standing]:
    above = atlas.locate(want.address[:-1])
    if not above.whole or not isinstance(get(atlas.new, above.at), dict):
        now = get(atlas.new, above.at) if above.whole else MISSING
        target = _behind(atlas, above, want) if above.whole else None
        if target is None:
            yield _standing(want, State.OTHER if above.whole else State.GONE, None, now, above)
            return
        above = target
    holder = get(atlas.new, above.at)
    if (
        want.address[-1] not in holder
        and "$ref" in holder
        and "$ref" not in get(atlas.old, want.address[:-1])
    ):
        above = _behind(atlas, above, want) or above
    at = (*above.at, want.address[-1])
    yield from _added(atlas, wanted, want, at, above)


def _behind(atlas: Atlas, above: Counterpart, want: Want) -> Counterpart | None:
    """The place behind the reference that the parent became."""
    value = get(atlas.new, above.at)
    reference = value.get("$ref") if isinstance(value, dict) else None
    place = locate(atlas.new, reference) if isinstance(reference, str) else None
    if place is None:
        return None
    evidence = (*above.evidence, f"the place became a reference to {reference}")
    return Counterpart(at=place, reach=len(want.address) - 1, whole=True, evidence=evidence)


def _added(
    atlas: Atlas, wanted: Tree, want: Want, at: Address, above: Counterpart
) -> Iterator[Standing]:
    """Something that was not there: still not, there as wanted, there in part, or there as something else."""
    now, key = get(atlas.new, at), str(at[-1])
    if now is MISSING:
        yield _standing(
            want, State.DONE if is_neutral(key, want.after) else State.KEPT, at, now, above
        )
    elif alike(want.after, now, wanted, atlas.new, key=key):
        yield _standing(want, State.DONE, at, now, above)
    elif isinstance(want.after, dict) and isinstance(now, dict) and "$ref" not in want.after:
        if "$ref" in now:
            at = (isinstance(now["$ref"], str) and locate(atlas.new, now["$ref"])) or at
            now = get(atlas.new, at)
        if not isinstance(now, dict) or len(at) > _DEEPEST:
            yield _standing(want, State.OTHER, at, now, above)
            return
        for name, value in want.after.items():
            inner = Want(
                kind="value",
                address=(*want.address, name),
                to=(*want.to, name),
                before=MISSING,
                after=value,
            )
            if name in WORDS and name in now and not isinstance(value, dict):
                yield _standing(inner, State.DONE, (*at, name), now[name], above)
            else:
                yield from _added(atlas, wanted, inner, (*at, name), above)
    else:
        yield _standing(want, State.OTHER, at, now, above)


def _of_members(atlas: Atlas, want: Want) -> Standing:
    found = atlas.locate(want.address)
    if not found.whole:
        return _standing(want, State.GONE, None, MISSING, found)
    now = get(atlas.new, found.at)
    if not isinstance(now, list):
        return _standing(want, State.OTHER, found.at, now, found)
    # A list that had the member when the step was recorded was meant to have it twice.
    twice = [value for value in want.added if _count(want.before, value)]
    lacking = tuple(
        v
        for v in want.added
        if not _count(now, v) or (v in twice and _count(now, v) < _count(want.after, v))
    )
    surplus = tuple(v for v in want.removed if _count(now, v) > _count(want.after, v))
    rest = len(lacking) + len(surplus)
    state = State.KEPT if rest else State.DONE
    part = 0 < rest < len(want.added) + len(want.removed)
    return Standing(
        want=want,
        state=state,
        at=found.at,
        now=now,
        found=found,
        lacking=lacking,
        surplus=surplus,
        part=part,
    )


def _of_name(atlas: Atlas, want: Want) -> Standing:
    above = atlas.locate(want.address[:-1])
    straight = atlas.straight(want.address)
    end = (*above.at, want.to[-1]) if above.whole else None
    taken = get(atlas.new, end) if end else MISSING
    if straight is not None and want.to[:-1] == want.address[:-1]:
        state = State.KEPT if taken is MISSING else State.OTHER
        return _standing(
            want, state, straight, straight[-1] if state is State.KEPT else want.to[-1], above
        )
    if straight is None and taken is not MISSING:
        told = _same_shape(want, taken) or atlas.locate(want.address).at == end
        return _standing(want, State.DONE if told else State.OTHER, end, want.to[-1], above)
    found = atlas.locate(want.address)
    state = State.KEPT if found.whole else State.GONE
    return _standing(
        want,
        state,
        found.at if found.whole else None,
        found.at[-1] if found.whole else MISSING,
        found,
    )


def _same_shape(want: Want, taken: Tree) -> bool:
    """Whether what has the new name is what had the old one."""
    if (
        want.address[:-1] == ("paths",)
        and isinstance(want.before, dict)
        and isinstance(taken, dict)
    ):
        before, after = ({m for m in METHODS if m in item} for item in (want.before, taken))
        return bool(before & after) or before == after
    if not isinstance(want.before, dict | list):
        return type(want.before) is type(taken)
    same_kind = (
        isinstance(want.before, dict)
        and isinstance(taken, dict)
        and want.before.get("type") == taken.get("type")
    )
    return shared(leaves_of(want.before), leaves_of(taken)) >= ENOUGH or (
        same_kind and alike(want.before, taken)
    )


def _count(members: Tree, value: Tree) -> int:
    return sum(same(value, member) for member in members) if isinstance(members, list) else 0


def _standing(
    want: Want, state: State, at: Address | None, now: Tree, found: Counterpart
) -> Standing:
    return Standing(want=want, state=state, at=at, now=now, found=found)
