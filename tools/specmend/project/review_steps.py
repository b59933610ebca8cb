"""The steps that a change adds, removes or changes, with their verdicts and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import PurePosixPath
from typing import Final

from specmend.document.text.document import Document
from specmend.document.tree.pointer import format_path
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import StepVerdict
from specmend.project.review_side import ReviewSide
from specmend.review.records import Fate, LogRow, StepChange
from specmend.review.step_pairs import StepPair, step_pairs
from specmend.steps.apply import apply_steps
from specmend.steps.line_diff import line_diff
from specmend.steps.series import Series
from specmend.steps.step import Outcome, Step, Touch, Verdict

MOST_DIFFS: Final = 20
"""Steps that have their own diff in a review; `specmend show` has that of every step."""

_STILL: Final = frozenset({Verdict.APPLIES, Verdict.MOVED, Verdict.CONFLICT, Verdict.BLOCKED})
"""The verdicts of a step that upstream has not made unnecessary."""

_NEEDED: Final = "upstream still has what this step corrects"
_COVERED: Final = "upstream still has what this step corrects; other steps correct it now"


def pairs_of(old: ReviewSide, new: ReviewSide) -> tuple[StepPair, ...]:
    """Every step that came, went or changed; none where the steps of one side cannot be read."""
    if old.steps is None or new.steps is None:
        return ()
    return step_pairs(old.steps, new.steps, set(new.retired) - set(old.retired))


def step_changes(
    old: ReviewSide, new: ReviewSide, pairs: Sequence[StepPair]
) -> tuple[StepChange, ...]:
    """The record of each step that came, went or changed."""
    here = [pair.after for pair in pairs if pair.after]
    gone = [pair.before for pair in pairs if pair.before and not pair.after]
    works, past = _works(new.series, here), _works(old.series, gone)
    verdicts = _verdicts(old, new, gone)
    return tuple(_changes(pairs, works, past, verdicts, old, new))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Work:
    """What became of a step at its place in the series, and the lines of its diff."""

    outcome: Outcome
    diff: tuple[str, ...] = ()


def _changes(
    pairs: Sequence[StepPair],
    works: Mapping[int, _Work],
    past: Mapping[int, _Work],
    verdicts: Mapping[int, StepVerdict],
    old: ReviewSide,
    new: ReviewSide,
) -> Iterator[StepChange]:
    for pair in pairs:
        if pair.after is not None:
            yield _present(pair, pair.after, works.get(pair.after.number))
        elif pair.before is not None:
            work, verdict = past.get(pair.number), verdicts.get(pair.number)
            yield _gone(pair.fate, pair.before, work, verdict, old, new)


def _present(pair: StepPair, step: Step, work: _Work | None) -> StepChange:
    before = pair.before
    problems = work.outcome.problems if work else ()
    return StepChange(
        fate=pair.fate,
        number=step.number,
        number_before=before.number if before else None,
        title=step.title,
        reason=step.reason,
        reason_before=before.reason if before and before.reason != step.reason else "",
        link=step.link,
        generator=step.generator,
        file=step.source.name,
        verdict=str(work.outcome.verdict) if work else "",
        message="; ".join(dict.fromkeys(problem.message for problem in problems)),
        needs_person=bool(problems),
        rows=_rows(work),
        diff=work.diff if work else (),
        file_diff=_file_diff(before, step) if pair.fate == "changed" and before else (),
    )


def _gone(
    fate: Fate,
    step: Step,
    work: _Work | None,
    verdict: StepVerdict | None,
    old: ReviewSide,
    new: ReviewSide,
) -> StepChange:
    found = verdict.verdict if verdict else None
    message = "; ".join(verdict.messages) if verdict else ""
    is_needed = found in _STILL
    if is_needed:
        is_needed = not _is_covered(step, old, new)
        told = _NEEDED if is_needed else _COVERED
        message = f"{told}: {message}" if message and is_needed else told
    return StepChange(
        fate=fate,
        number=step.number,
        number_before=step.number,
        title=step.title,
        reason=step.reason,
        link=step.link,
        generator=step.generator,
        file=step.source.name,
        verdict=str(found) if found else "",
        message=message,
        needs_person=is_needed,
        rows=_rows(work),
        diff=work.diff if work else (),
    )


def _verdicts(old: ReviewSide, new: ReviewSide, gone: Sequence[Step]) -> Mapping[int, StepVerdict]:
    """What becomes of the old steps on upstream's document of now, where one of them is gone."""
    if not gone or old.series is None or new.upstream is None:
        return {}
    found = judge_series(old.series.document, new.upstream, old.series.active())
    return {verdict.step.number: verdict for verdict in found}


def _is_covered(step: Step, old: ReviewSide, new: ReviewSide) -> bool:
    """Whether the sanitized document has by other steps what a step would do to it."""
    if new.sanitized is None or old.series is None:
        return False
    before = old.series.before(step.number).apply().document
    (found,) = judge_series(before, new.sanitized, [step])
    return found.verdict is Verdict.ALREADY_UPSTREAM


def _works(series: Series | None, steps: Sequence[Step]) -> Mapping[int, _Work]:
    """What steps do at their places in the series, by number; the first ones with their diffs."""
    if series is None or not steps:
        return {}
    wanted = sorted((step for step in steps), key=lambda step: step.number)
    active, document = series.active(), series.document
    works: dict[int, _Work] = {}
    done = 0
    for step in wanted[:MOST_DIFFS]:
        before = [one for one in active if done < one.number < step.number]
        document = _applied(series, document, before)
        applied = apply_steps(document, [step], reserialize=series.reserialize)
        names = f"sanitized (before step {step.number})", f"sanitized (after step {step.number})"
        diff = line_diff(document, applied, names)
        works[step.number] = _Work(outcome=applied.outcomes[0], diff=diff)
        document = applied.document if step in active else document
        done = step.number
    numbers = {step.number for step in wanted[MOST_DIFFS:]}
    for outcome in series.apply().outcomes if numbers else ():
        if outcome.step.number in numbers:
            works[outcome.step.number] = _Work(outcome=outcome)
    return works


def _applied(series: Series, document: Document, steps: Sequence[Step]) -> Document:
    if not steps:
        return document
    return apply_steps(document, steps, reserialize=series.reserialize).document


def _rows(work: _Work | None) -> tuple[LogRow, ...]:
    return tuple(map(_row, work.outcome.touches)) if work else ()


def _row(touch: Touch) -> LogRow:
    if touch.address == touch.to:
        path = format_path(touch.address)
        return LogRow(path=path, original=touch.before, updated=touch.after)
    # A renamed key: its name is what changed, not what stands under it.
    path = format_path(touch.address[:-1])
    return LogRow(path=path, original=touch.address[-1], updated=touch.to[-1])


def _file_diff(before: Step, after: Step) -> tuple[str, ...]:
    names = PurePosixPath(before.source.name).name, PurePosixPath(after.source.name).name
    texts = _lines(before.source.text), _lines(after.source.text)
    return tuple(unified_diff(*texts, *names, lineterm=""))


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
