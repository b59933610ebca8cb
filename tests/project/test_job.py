"""What came of the work for an API, between two processes."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.project.works import Act, layouts

from specmend.errors import OutsideError, RepositoryError
from specmend.project.job import Assignment, outcomes_of, work_on


def assignment(folder: Path, *names: str) -> Assignment:
    return Assignment(
        work=Act(folder=folder),
        apis=tuple(layouts(folder, *names)),
        jobs=1,
        forks=False,
        folder=folder,
        temporary=(folder,),
    )


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("wrong", RepositoryError),
        ("outside", OutsideError),
        ("memory", OutsideError),
        ("full", OSError),
        ("bug", RuntimeError),
    ],
)
def test_what_stood_in_the_way_is_raised_where_the_result_is_taken(
    tmp_path: Path, name: str, error: type[Exception]
) -> None:
    given = assignment(tmp_path, name)
    work_on(given, 0, lambda _: None)
    with pytest.raises(error) as caught:
        outcomes_of(given, {0: 0})[0].take()
    assert getattr(caught.value, "errno", 28) == 28


def test_a_result_is_taken_and_its_phases_are_told(tmp_path: Path) -> None:
    written = assignment(tmp_path, "one", "two").write().read_bytes()
    given: Assignment = pickle.loads(written)  # noqa: S301 - we wrote it
    said: list[dict[str, Any]] = []
    work_on(given, 1, said.append)
    work_on(given, 0, lambda _: None)
    assert [one.take() for one in outcomes_of(given, {1: 0, 0: 0})] == ["one", "two"]
    assert json.loads(json.dumps(said[0])) == {"event": ["two", "starting", "begun", 0, 0]}


def test_phases_are_told_only_where_somebody_hears_them(tmp_path: Path) -> None:
    given = replace(assignment(tmp_path, "one"), is_heard=False)
    said: list[dict[str, Any]] = []
    work_on(given, 0, said.append)
    assert (said, outcomes_of(given, {0: 0})[0].take()) == ([], "one")


@pytest.mark.parametrize(
    ("code", "found", "advice"),
    [
        (-9, "signal 9", "look whether memory ran out"),
        (1, "exit code 1", "look whether memory ran out"),
        pytest.param(
            -27,
            "a generator computed for more than 600 seconds",
            "report this",
            marks=pytest.mark.posix("signals"),
        ),
    ],
)
def test_a_process_without_result_was_stopped(
    tmp_path: Path, code: int, found: str, advice: str
) -> None:
    with pytest.raises(OutsideError) as caught:
        outcomes_of(assignment(tmp_path, "pets"), {0: code})[0].take()
    (problem,) = caught.value.problems
    assert problem.message == "the process that worked on pets was stopped before its end"
    assert problem.found == found
    assert problem.advice.startswith(advice)


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("a", "a"),
        ("a b", "a, b"),
        ("a b c", "a, b, c"),
        ("a b c d e", "a, b, c and 2 more"),
    ],
)
def test_the_end_of_the_process_of_all_is_told_once(tmp_path: Path, names: str, shown: str) -> None:
    given = assignment(tmp_path, "fine", *names.split())
    work_on(given, 0, lambda _: None)
    fine, first, *others = outcomes_of(given, {0: 0})
    assert fine.take() == "fine"
    with pytest.raises(OutsideError) as caught:
        first.take()
    (problem,) = caught.value.problems
    assert problem.message == f"the process that worked on {shown} was stopped before its end"
    assert problem.found == "the process that started it is gone"
    assert [one.take() for one in others] == [None] * (len(names.split()) - 1)
