"""The words for verdicts: what a person reads beside each of them."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.action_context import ActionContext
from specmend.drift.comparison import Comparison, ThreeWay
from specmend.errors import ActionFailed
from specmend.steps.expectation import describe
from specmend.steps.step import Expectation

_LONGEST = 80
_SHOWN = 3


def value(tree: Tree) -> str:
    """A value on one line, cut where it is long; `absent` for none."""
    written = "absent" if tree is MISSING else write_json(tree)
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"


def path(address: Address | None) -> str:
    """A place; `nowhere` for none."""
    return "nowhere" if address is None else format_path(address)


def already(places: Sequence[Comparison], *, gone: bool = False) -> str:
    """Upstream says so."""
    done = [place for place in places if place.at is not None and place.now is not MISSING]
    first = done[0] if done else None
    more = f" and {len(done) - 1} more" if len(done) > 1 else ""
    if gone:
        lost = [path(place.intended.address) for place in places if place.at is None]
        more += f"; removed: {', '.join(lost[:_SHOWN])}"
        if len(lost) > _SHOWN:
            more += f" and {len(lost) - _SHOWN} more"
    if first:
        return f"upstream already says this: {path(first.at)}{more}"
    left_out = any(place.intended.after is not MISSING for place in places)
    return (
        "upstream leaves it out, which means the same"
        if left_out
        else "upstream already removed it"
    )


def applies(context: ActionContext, places: Sequence[Comparison]) -> str:
    """The step has still its work to do, and what is different about it."""
    parts = []
    done = [place for place in places if place.state is ThreeWay.ALREADY_APPLIED or place.part]
    if done:
        parts.append(
            f"upstream already has a part: {_listed([p.at for p in done if p.at is not None])}"
        )
    if context.joined:
        parts.append(f"joined: {_listed(context.joined)}")
    if context.wide and context.left:
        parts.append(f"left: {_listed(context.left)}")
    return "; ".join(parts)


def beside(places: Sequence[Comparison]) -> str:
    """The parts that are there already, of an action that fails at another place."""
    done = [
        place.at
        for place in places
        if (place.state is ThreeWay.ALREADY_APPLIED or place.part) and place.at is not None
    ]
    return f"; upstream already has a part: {_listed(done)}" if done else ""


def partly(done: Sequence[str]) -> str:
    """A part of a table of names is done."""
    return f"upstream already has a part: {', '.join(done)}"


def conflict(place: Comparison) -> str:
    """The three values."""
    want = place.intended
    if want.kind == "name":
        return f"{want.address[-1]} was to become {want.to[-1]}, which is taken by something else"
    return (
        f"{path(place.at or want.address)}: recorded {value(want.before)}, upstream now {value(place.now)}, "
        f"ours {value(want.after)}"
    )


def gone(place: Comparison, candidates: Sequence[Address]) -> str:
    """The place is not there any more."""
    lost = place.intended.address[: place.found.matched_depth + 1]
    more = (
        f"; it may be {_listed(candidates)}, which cannot be told apart"
        if len(candidates) > 1
        else ""
    )
    if len(candidates) == 1:
        more = f"; it may be {path(candidates[0])}, but the evidence is weak"
    return f"{path(lost)} is gone{more}"


def unselected(context: ActionContext) -> str:
    """The place is there, but the target does not select it."""
    there = [
        found.at for place in context.recorded if (found := context.locator.locate(place)).whole
    ]
    if not there:
        return f"the target {context.action.target} selects nothing any more"
    return f"{_listed(there)} does not fit the target any more"


def moved(place: Comparison) -> str:
    """Where the place is now, and why that is so."""
    return moved_to(place.at, "; ".join(place.found.evidence))


def moved_to(address: Address | None, evidence: str) -> str:
    """Where a target is now, and why that is so."""
    return f"it is now {path(address)}: {evidence}"


def blocked(step: int) -> str:
    """A step before it failed."""
    return f"it builds on step {step:04}, which needs a person"


def refused(error: ActionFailed) -> str:
    """The action cannot be made."""
    where = f" at {path(error.address)}" if error.address else ""
    return f"{error}{where}"


def never(target: str) -> str:
    """The target selects nothing on either document."""
    return f"the target {target} selects nothing, and did not when the step was recorded"


def nothing_to_do(plain: bool) -> str:
    """The action changes nothing."""
    return "it changes nothing, which is allowed" if plain else "the document says so already"


def unrecorded() -> str:
    """The old document has nothing to compare with."""
    return "it applies here, but did nothing on the old document"


def unexpected(found: Expectation, expected: Expectation) -> str:
    """What is found is not what was recorded."""
    return f"recorded {describe(expected)}, upstream now {describe(found)}"


def optional(reason: str) -> str:
    """An action that may select nothing."""
    return f"the target selects nothing, which is allowed: {reason.strip()}"


def _listed(addresses: Sequence[Address], most: int = 3) -> str:
    told = ", ".join(path(address) for address in addresses[:most])
    return told + (f" and {len(addresses) - most} more" if len(addresses) > most else "")
