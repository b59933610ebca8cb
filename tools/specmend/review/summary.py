"""One sentence with both verdicts of a review and the next version."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from specmend.review.records import Bump, Cause, Review

SHORT: Final = 140
"""Characters of a sentence about all APIs: as many as the status of a commit takes."""


def summary_of(
    bump: Bump,
    wire: str,
    package: str,
    *,
    is_empty: bool,
    is_new: bool,
    is_gone: bool,
    is_known: bool = True,
) -> str:
    """The sentence about one API; `wire` and `package` are the verdicts in words.

    Where it is not known what changes in the package, the version is the least one.
    """
    if is_new:
        return f"The API is new, with version {bump.new}."
    if is_gone:
        return "The API is removed."
    if is_empty:
        return "Nothing changed."
    parts = [f"On the wire {wire}", f"in Python {package}"] if package else [f"On the wire {wire}"]
    return f"{'; '.join(parts)}; {_next(bump) if is_known else _least(bump)}."


def wire_verdict(breaking: int, others: int) -> str:
    """The verdict on the wire in words."""
    return _verdict(breaking, others)


def package_verdict(causes: Sequence[Cause], others: int, *, is_known: bool = True) -> str:
    """The verdict on the package in words; what has one cause counts once."""
    if not is_known:
        return f"{_verdict(len(causes), 0)} and more may" if causes else "nobody knows yet"
    at_run_time = sum(1 for cause in causes if _breaks_at_run_time(cause))
    types = len(causes) - at_run_time
    if causes and not at_run_time:
        return f"{_counted(types, 'change')} {'breaks' if types == 1 else 'break'} types alone"
    return _verdict(len(causes), others)


def summary_of_all(reviews: Sequence[Review], gone: Collection[str], base: str) -> str:
    """The sentence about all APIs, short enough for the status of a commit."""
    if not reviews and not gone:
        return _cut(f"Nothing changed for any API since {base}.")
    if len(reviews) == 1 and not gone:
        return _cut(f"{reviews[0].api}: {reviews[0].summary}")
    parts = [f"{one.api} {_short(one)}" for one in reviews]
    parts += [f"{name} removed" for name in gone]
    text = "; ".join(parts) + "."
    if len(text) <= SHORT:
        return text
    breaking = sum(1 for one in reviews if one.breaks or one.wire_only)
    counted = f"{_counted(len(reviews) + len(gone), 'API')} changed"
    return _cut(f"{counted}, {breaking} with breaks.")


def _short(review: Review) -> str:
    bump = review.bump
    if not review.base.is_there:
        return f"new ({bump.new})"
    if bump.part == "none":
        return "not known yet" if review.doubt else "as before"
    verdict = (
        "breaks" if review.breaks else "breaks on the wire" if review.wire_only else "no break"
    )
    return f"{verdict} ({bump.old} → {bump.version})"


def _next(bump: Bump) -> str:
    if bump.part == "none":
        return "no new version is needed"
    if not bump.is_allowed:
        return f"version {bump.given} is too low, {bump.new} is the least"
    if bump.new == bump.old:
        return f"version {bump.old} is high enough"
    return f"{bump.part} version {bump.old} → {bump.version}"


def _least(bump: Bump) -> str:
    """The next version where more may ask for it than is known."""
    if bump.part == "none":
        return "the next version is not known"
    if not bump.is_allowed or bump.part == "major":
        return _next(bump)
    return f"at least {_next(bump)}"


def _verdict(breaking: int, others: int) -> str:
    if breaking:
        return f"{_counted(breaking, 'change')} {'breaks' if breaking == 1 else 'break'}"
    return f"{_counted(others, 'change')}, no break" if others else "no change"


def _breaks_at_run_time(cause: Cause) -> bool:
    return any(change.breaks == "run-time" for change in cause.package)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
