"""The drift report as a Markdown page: what a reviewer reads when upstream moves."""

from __future__ import annotations

import pytest
from tests.report.drifts import CHANGE, action, place, report, step_verdict

from specmend.document.tree.values import MISSING
from specmend.drift.verdicts import ActionVerdict
from specmend.report.drift import DriftReport
from specmend.report.drift_markdown import drift_page
from specmend.steps.step import Verdict

A, U, C = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT

PAGE = """\
# pets on new.yaml

| step | title | verdict | details |
|---|---|---|---|
| 0001 | A step | applies | so |
| 0002 | A step | already-upstream | so |

## What upstream changed that no step touches

- schema Pet: lost <code>a&#124;b</code>
"""

LEGEND = """\
| symbol | verdict |
|---|---|
| . | applies |
| A | already-upstream |
| M | moved |
| C | conflict |
| G | gone |
| N | never-matched |
| B | blocked |
"""
MATRIX = f"""\
# pets on 3 documents

1. a.yaml
2. b.yaml
3. c.yaml

{LEGEND}
| step | title | 1 | 2 | 3 | not needed on |
|---|---|:-:|:-:|:-:|---|
| 0001 | A step | . | A | A | 2-3 |
| 0002 | A step | . | . | C | - |
"""


def page_of(*actions: ActionVerdict) -> list[str]:
    one = DriftReport(document="new.yaml", steps=(step_verdict(*actions),), untouched=())
    return drift_page("pets", [one]).splitlines()


def test_a_page_has_the_steps_and_what_no_step_touches() -> None:
    assert drift_page("pets", [report(A, U, untouched=(CHANGE,))]) == PAGE


@pytest.mark.parametrize(
    ("verdict", "number", "details"),
    [
        (U, 6, "; ".join(f"place {index}" for index in range(6))),
        (U, 7, "; ".join([*(f"place {index}" for index in range(5)), "and 2 more"])),
        (C, 7, "; ".join(f"place {index}" for index in range(7))),
    ],
)
def test_many_messages_are_cut_where_nobody_must_decide(
    verdict: Verdict, number: int, details: str
) -> None:
    actions = [action(verdict, message=f"place {index}") for index in range(number)]
    assert f"| 0001 | A step | {verdict} | {details} |" in page_of(*actions)


def test_where_nothing_is_left_the_page_says_so() -> None:
    assert drift_page("pets", [report(A)]).endswith("no step touches\n\nNothing.\n")


def test_what_no_call_shows_stands_apart() -> None:
    page = drift_page("pets", [report(A, unseen=(CHANGE,))])
    end = (
        "## What upstream changed that no call shows\n\n- schema Pet: lost <code>a&#124;b</code>\n"
    )
    assert page.endswith(f"Nothing.\n\n{end}")


def test_the_messages_of_a_step_are_shown_once_each() -> None:
    lines = page_of(action(message="a|b"), action(message="a|b"), action(message=""), action())
    assert "| 0001 | A step | applies | a&#124;b; so |" in lines


def test_conflicts_are_shown_with_their_three_values() -> None:
    places = (
        place(C, recorded="a|b", now="x" * 100, ours=MISSING),
        place(A),
        place(C, ("paths", "/a"), now_at=None, recorded="`tick`", now=MISSING, ours=1),
    )
    lines = page_of(action(C, places=places))
    heading = lines.index("## Conflicts")
    assert lines[heading + 2 : heading + 6] == [
        "| step | place | recorded | upstream now | ours |",
        "|---|---|---|---|---|",
        '| 0001 | `$.info.title` | <code>"a&#124;b"</code> | `"' + "x" * 78 + "…` | absent |",
        "| 0001 | `$.paths['/a']` | <code>\"&#96;tick&#96;\"</code> | absent | `1` |",
    ]


def test_places_of_an_action_without_conflict_are_not_shown() -> None:
    assert "## Conflicts" not in page_of(action(Verdict.BLOCKED, places=(place(C),)))


def test_several_documents_are_a_table() -> None:
    reports = [
        report(A, A, document="a.yaml"),
        report(U, A, document="b.yaml"),
        report(U, C, document="c.yaml"),
    ]
    assert drift_page("pets", reports) == MATRIX


@pytest.mark.parametrize(("number", "title"), [(6, "A step"), (7, "A&nbsp;step")])
def test_a_title_beside_many_versions_stays_on_one_line(number: int, title: str) -> None:
    page = drift_page("pets", [report(A)] * number)
    assert f"| 0001 | {title} | . |" in page
