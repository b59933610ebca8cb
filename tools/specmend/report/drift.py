"""What becomes of the steps on a new upstream document, and what else upstream changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from specmend.diff.api_change import ApiChange
from specmend.diff.api_changes import api_changes
from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import PlaceVerdict, StepVerdict
from specmend.steps.step import Step, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class DriftReport:
    """The verdicts on one document, by its name, and the changes that no step touches."""

    document: str
    steps: tuple[StepVerdict, ...]
    untouched: tuple[ApiChange, ...]

    @property
    def needs_person(self) -> bool:
        """Whether a person must look at a step."""
        return any(step.needs_person for step in self.steps)


def drift_report(old: Document, new: Document, steps: Iterable[Step]) -> DriftReport:
    """The report on a new document; `old` is the one that the steps were recorded on."""
    judged = judge_series(old, new, steps)
    touched = _Touched(_upstream_places(judged))
    found = tuple(
        change for change in api_changes(old.tree, new.tree) if change.address not in touched
    )
    return DriftReport(document=new.name, steps=judged, untouched=found)


def needless_on(reports: Sequence[DriftReport], index: int) -> str:
    """The numbers of the documents, from 1, that say all that a step says, as in `3-5, 8`; empty for none."""
    runs: list[list[int]] = []
    for number, report in enumerate(reports, 1):
        if report.steps[index].verdict is not Verdict.ALREADY_UPSTREAM:
            continue
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _upstream_places(judged: Iterable[StepVerdict]) -> list[tuple[Address, bool]]:
    """The places that steps touch, as they stand in upstream's document, and whether only their key is meant."""
    found: list[tuple[Address, bool]] = []
    renames: list[tuple[Address, Address]] = []
    for step in judged:
        for place in (place for action in step.actions for place in action.places):
            at = place.now_at if place.now_at is not None else place.address
            found.append((_before(at, renames), place.renamed))
            if place.renamed and place.now_at is not None and _is_made(place):
                renames.append((place.now_at, (*place.now_at[:-1], str(place.ours))))
    return found


def _is_made(place: PlaceVerdict) -> bool:
    return place.verdict in {Verdict.APPLIES, Verdict.MOVED}


def _before(address: Address, renames: Sequence[tuple[Address, Address]]) -> Address:
    """An address as it was before steps renamed keys on the way to it."""
    for old, new in reversed(renames):
        if address[: len(new)] == new:
            address = (*old, *address[len(new) :])
    return address


class _Touched:
    """The places that steps touch, with what stands above and below them; of a key that is renamed, the key alone."""

    def __init__(self, places: Iterable[tuple[Address, bool]]) -> None:
        listed = list(places)
        self._keys = {place for place, key_only in listed if key_only}
        self._places = {place for place, key_only in listed if not key_only}
        self._above = {place[:length] for place in self._places for length in range(len(place))}

    def __contains__(self, address: Address) -> bool:
        inside = any(address[:length] in self._places for length in range(len(address) + 1))
        return inside or address in self._keys or address in self._above
