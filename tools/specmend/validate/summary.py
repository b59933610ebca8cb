"""Many findings of one kind said as one: the first of them, with the number of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specmend.validate.finding import Finding

MOST_ALIKE: Final = 3
"""So many findings of one kind are said one by one."""


def shown(findings: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """All faults one by one, and the warnings summarized, in their order."""
    listed = list(findings)
    warnings = summarized(finding for finding in listed if finding.level == "warning")
    rows = [*((finding, 0) for finding in listed if finding.level == "error"), *warnings]
    return sorted(rows, key=lambda row: (row[0].line, row[0].column))


def summarized(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """The findings to be shown, each with the number of those that it stands for beside itself.

    Of one kind are those of one rule, level and origin with one way to mend them.
    """
    kinds: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        kind = (finding.rule, finding.level, finding.origin, finding.advice)
        kinds.setdefault(kind, []).append(finding)
    for alike in kinds.values():
        if len(alike) > MOST_ALIKE:
            yield alike[0], len(alike) - 1
        else:
            yield from ((finding, 0) for finding in alike)


def in_words(finding: Finding, others: int) -> str:
    """What a finding says, the number of the others, and what to do."""
    more = f" (and {others} more like this)" if others else ""
    advice = f"; {finding.advice}" if finding.advice else ""
    return f"{finding.message}{more}{advice}"
