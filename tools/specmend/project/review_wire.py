"""What a change does on the wire, and which part of it upstream, a step or something else did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.diff.change import Change
from specmend.diff.changes import Override, changes_between
from specmend.diff.identity import address_at
from specmend.document.openapi.objects import objects
from specmend.document.text.document import Document
from specmend.document.tree.values import MISSING
from specmend.project.review_side import ReviewSide
from specmend.project.review_touches import overlap, step_name, told_apart
from specmend.review.origins import GENERATOR, SETTINGS, UNKNOWN, UPSTREAM, Stage, with_origins
from specmend.review.records import UpstreamChange
from specmend.review.step_pairs import StepPair
from specmend.steps.apply import Applied
from specmend.steps.blame import line_span
from specmend.steps.series import Series
from specmend.steps.step import Step

_MOST_STAGES: Final = 12
"""As many times the steps are applied to tell them apart; of more, some share a part."""

_LONG_LINE: Final = 500
"""Characters of a line on the average, from which on lines do not tell places apart."""

_MOST_TEXT: Final = 2_000_000
"""Characters that are read in all for it."""


def wire_changes(
    old: ReviewSide,
    new: ReviewSide,
    pairs: Sequence[StepPair],
    overrides: Mapping[str, Override],
) -> tuple[Change, ...]:
    """What changed between the sanitized documents, each with who did it; none where one lacks."""
    if old.sanitized is None or new.sanitized is None:
        return ()
    if old.sanitized.data == new.sanitized.data:
        return ()
    found = changes_between(old.sanitized, new.sanitized, overrides=overrides)
    return with_origins(found, _stages(old, new, pairs, found)) if found else ()


def upstream_changes(
    old: ReviewSide, new: ReviewSide, overrides: Mapping[str, Override]
) -> tuple[UpstreamChange, ...]:
    """What upstream changed, each with the steps that touch the place."""
    before, after = old.upstream, new.upstream
    if before is None or after is None or before.data == after.data:
        return ()
    found = changes_between(before, after, overrides=overrides)
    writers = _Writers(before, old.applied), _Writers(after, new.applied)
    return tuple(UpstreamChange(change=one, steps=_touching(one, *writers)) for one in found)


def methods_of(*sides: ReviewSide) -> Mapping[str, str]:
    """The operation ids of all operations, by their method and path as entries name them."""
    found: dict[str, str] = {}
    for side in sides:
        for address, operation in objects(
            side.sanitized.tree if side.sanitized else {}, "operation"
        ):
            name = operation.get("operationId") if isinstance(operation, dict) else None
            if isinstance(name, str):
                found[f"{str(address[-1]).upper()} {address[-2]}"] = name
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class _Way:
    """A part of the way between two documents: upstream's new one, or the steps of some pairs."""

    series: Series
    pairs: Sequence[StepPair] = ()


def _stages(
    old: ReviewSide, new: ReviewSide, pairs: Sequence[StepPair], found: Sequence[Change]
) -> list[Stage]:
    """The way from the old sanitized document to the new one, a part for each that made one.

    `found` is what changed on the whole way.
    """
    if old.series is None or new.series is None or old.sanitized is None or new.sanitized is None:
        return []
    ways = list(_ways(old.series, new.series, pairs))
    is_more = _differ_otherwise(old, new)
    if len(ways) == 1 and len(ways[0].pairs) < 2 and not is_more:  # noqa: PLR2004 - it did all
        return [Stage(by=_origin(ways[0]), changes=())]
    if len(ways) == 1 and not is_more and old.applied and new.applied:
        return [*told_apart(found, pairs, old.sanitized, old.applied, new.applied)]
    stages: list[Stage] = []
    document, before = old.sanitized, old.applied
    for way in ways:
        applied = way.series.apply(enforce=False)
        changes = changes_between(document, applied.document)
        if len(way.pairs) > 1 and before is not None:
            stages += told_apart(changes, way.pairs, document, before, applied)
        else:
            stages.append(Stage(by=_origin(way), changes=changes))
        document, before = applied.document, applied
    is_there = document.data == new.sanitized.data
    rest = () if is_there else changes_between(document, new.sanitized)
    return [*stages, Stage(by=is_more or UNKNOWN, changes=rest)]


def _origin(way: _Way) -> str:
    return step_name(way.pairs[0]) if way.pairs else UPSTREAM


def _ways(old: Series, new: Series, pairs: Sequence[StepPair]) -> Iterator[_Way]:
    """Upstream's new document under the old steps, and then the steps as they came and went."""
    series = old
    if old.document.data != new.document.data:
        series = old.on(new.document)
        yield _Way(series=series)
    steps = list(old.steps)
    most = min(_MOST_STAGES, _MOST_TEXT // len(new.document.text) or 1)
    size = -(-len(pairs) // most) or 1
    for start in range(0, len(pairs), size):
        group = pairs[start : start + size]
        for pair in group:
            steps = _with(steps, pair)
        yield _Way(series=series.with_steps(steps), pairs=group)


def _with(steps: Sequence[Step], pair: StepPair) -> list[Step]:
    kept = [step for step in steps if step is not pair.before]
    added = [pair.after] if pair.after is not None else []
    return sorted([*kept, *added], key=lambda step: step.number)


def _differ_otherwise(old: ReviewSide, new: ReviewSide) -> str:
    """What else can make another document of the same steps: the settings, or specmend itself."""
    if old.layout is None or new.layout is None:
        return UNKNOWN
    one, other = old.layout.settings, new.layout.settings
    if (one.generator, one.reserialize) != (other.generator, other.reserialize):
        return SETTINGS
    return GENERATOR if old.is_stale or new.is_stale else ""


class _Writers:
    """Which steps wrote or removed each line of an upstream document."""

    def __init__(self, document: Document, applied: Applied | None) -> None:
        self._document = document
        self._steps: dict[int, set[int]] = {}
        self._touches = [
            (outcome.step.number, touch.address)
            for outcome in (applied.outcomes if applied else ())
            for touch in outcome.touches
        ]
        self._has_lines = document.text.count("\n") * _LONG_LINE > len(document.text)
        for line in applied.lines.lines if applied else ():
            if line.steps and line.upstream:
                self._steps.setdefault(line.upstream, set()).update(line.steps)
        for number, step in applied.lines.removed.items() if applied else ():
            self._steps.setdefault(number, set()).add(step)

    def of(self, place: str) -> set[int]:
        """The steps that touch a place or anything in it."""
        address = address_at(self._document.tree, place)
        if not address:
            return set()
        if not self._has_lines:
            return {number for number, touched in self._touches if overlap(touched, address)}
        first, last = line_span(self._document, address)
        touched = (self._steps.get(number, set()) for number in range(first, last + 1))
        return set().union(*touched)


def _touching(change: Change, before: _Writers, after: _Writers) -> tuple[int, ...]:
    found: set[int] = set()
    if change.before is not MISSING:
        found |= before.of(change.was or change.place)
    if change.after is not MISSING:
        found |= after.of(change.place)
    return tuple(sorted(found))
