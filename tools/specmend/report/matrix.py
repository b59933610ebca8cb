"""The steps on several documents as a table: columns are versions, cells are symbols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.report.drift import DriftReport, needless_on
from specmend.steps.step import Verdict
from specmend.steps.step_name import digits_of

SYMBOLS: Final[Mapping[Verdict, str]] = {
    Verdict.APPLIES: ".",
    Verdict.ALREADY_UPSTREAM: "A",
    Verdict.MOVED: "M",
    Verdict.CONFLICT: "C",
    Verdict.GONE: "G",
    Verdict.NEVER_MATCHED: "N",
    Verdict.BLOCKED: "B",
}
"""One character for each verdict, so that many versions fit beside each other."""

KINDS: Final[Mapping[Verdict, str]] = {
    Verdict.APPLIES: "still",
    Verdict.ALREADY_UPSTREAM: "good",
    Verdict.MOVED: "note",
    Verdict.CONFLICT: "bad",
    Verdict.GONE: "bad",
    Verdict.NEVER_MATCHED: "bad",
    Verdict.BLOCKED: "doubt",
}
"""How each verdict looks on a page for a browser, beside its name or symbol."""

_GROUP: Final = 5
_WITH_BLANKS: Final = 17
"""Up to so many versions have a blank between them; more of them stand in groups of five."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixRow:
    """A step: its number, its title, its verdict on each document, and where it is not needed."""

    number: str
    title: str
    verdicts: tuple[Verdict, ...]
    needless: str

    @property
    def symbols(self) -> tuple[str, ...]:
        """The verdicts, one character each."""
        return tuple(SYMBOLS[verdict] for verdict in self.verdicts)


def matrix_rows(reports: Sequence[DriftReport]) -> list[MatrixRow]:
    """A row for each step."""
    return [
        MatrixRow(
            number=digits_of(first.step.number),
            title=first.step.title,
            verdicts=tuple(report.steps[index].verdict for report in reports),
            needless=needless_on(reports, index) or "-",
        )
        for index, first in enumerate(reports[0].steps)
    ]


def legend() -> str:
    """What the symbols stand for."""
    return ", ".join(f"{symbol} {verdict}" for verdict, symbol in SYMBOLS.items())


def heads_of(first: int, last: int) -> str:
    """The numbers of versions as a heading, a digit below the other where they have several."""
    names = [str(number) for number in range(first, last + 1)]
    height = max(map(len, names))
    digits = [name.rjust(height) for name in names]
    return "\n".join(spaced([name[line] for name in digits]) for line in range(height))


def spaced(symbols: Sequence[str]) -> str:
    """One character for each version, with blanks between them, or between groups of five."""
    if len(symbols) <= _WITH_BLANKS:
        return " ".join(symbols)
    groups = range(0, len(symbols), _GROUP)
    return " ".join("".join(symbols[start : start + _GROUP]) for start in groups)
