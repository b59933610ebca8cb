"""Findings of one kind are said once, with their number; few are said one by one."""

from __future__ import annotations

from dataclasses import replace

from specmend.validate.finding import Finding
from specmend.validate.summary import MOST_ALIKE, in_words, shown, summarized


def finding(line: int, rule: str = "statuses", advice: str = "rename it") -> Finding:
    return Finding(
        rule=rule, message=f"fault {line}", file="spec.yaml", line=line, column=1, pointer="",
        origin="upstream", advice=advice,
    )  # fmt: skip


def test_few_are_said_one_by_one() -> None:
    few = [finding(line) for line in range(MOST_ALIKE)]
    assert list(summarized(few)) == [(each, 0) for each in few]


def test_many_of_one_kind_are_said_once() -> None:
    many = [finding(line) for line in range(MOST_ALIKE + 1)]
    others = [finding(9, rule="names"), finding(10, advice="drop it")]
    shown = list(summarized([*many, *others]))
    assert shown == [(many[0], MOST_ALIKE), (others[0], 0), (others[1], 0)]


def test_the_words() -> None:
    assert in_words(finding(1), 0) == "fault 1; rename it"
    assert in_words(finding(1), 4) == "fault 1 (and 4 more like this); rename it"
    assert in_words(finding(1, advice=""), 0) == "fault 1"


def test_faults_are_shown_one_by_one_and_warnings_once() -> None:
    faults = [finding(line) for line in range(1, 10, 2)]
    warnings = [replace(finding(line), level="warning") for line in range(2, 11, 2)]
    rows = shown([*faults, *warnings])
    assert [(row.line, others) for row, others in rows] == [
        (1, 0), (2, len(warnings) - 1), (3, 0), (5, 0), (7, 0), (9, 0)
    ]  # fmt: skip
