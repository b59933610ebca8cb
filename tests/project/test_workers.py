"""The work for several APIs gives the same in one process and in many."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from tests.project.works import Act, Heard, layouts, let_workers_import

from specmend.errors import OutsideError, RepositoryError
from specmend.project.workers import each_api

WAYS = [
    pytest.param(1, False, id="here"),
    pytest.param(1, True, id="one copy at a time", marks=pytest.mark.posix("fork")),
    pytest.param(3, True, id="copies", marks=pytest.mark.posix("fork")),
    pytest.param(2, False, id="processes"),
]
"""How many jobs there are, and whether a process copies itself."""


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    let_workers_import(monkeypatch)


@pytest.mark.parametrize(("jobs", "forks"), WAYS)
def test_every_fault_of_every_api_comes_in_the_order_of_the_apis(
    tmp_path: Path, jobs: int, forks: bool
) -> None:
    names = ["outside-1", "fine-1", "wrong-1", "fine-2", "wrong-2", "outside-2"]
    heard = Heard()
    with pytest.raises(RepositoryError) as caught:
        each_api(
            Act(folder=tmp_path),
            layouts(tmp_path, *names),
            jobs=jobs,
            name="trying",
            forks=forks,
            progress=heard,
        )
    told = [(problem.message, problem.file) for problem in caught.value.problems]
    assert told == [
        ("wrong", "wrong-1"),
        ("wrong", "wrong-2"),
        ("outside", "outside-1"),
        ("outside", "outside-2"),
    ]
    whole = [event[1:] for event in heard.events if event[0] == ""]
    assert whole == [("trying", kind) for kind in ("begun", *["advanced"] * 6, "ended")]
    for name in names:
        assert [event[1:] for event in heard.events if event[0] == name] == [
            ("starting", "begun"),
            ("starting", "ended"),
            ("acting", "begun"),
            ("acting", "ended"),
        ]


@pytest.mark.parametrize("forks", [pytest.param(True, marks=pytest.mark.posix("fork")), False])
def test_several_are_in_work_at_once_and_results_come_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forks: bool
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    names = ["meets-1", "meets-2", "fine-3"]
    apis = layouts(tmp_path, *names)
    assert each_api(Act(folder=tmp_path), apis, jobs=2, forks=forks) == names
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("forks", [pytest.param(True, marks=pytest.mark.posix("fork")), False])
def test_the_largest_documents_come_first(tmp_path: Path, *, forks: bool) -> None:
    names = ["fine-1", "meets-1", "meets-2"]
    apis = layouts(tmp_path, *names)
    for api in apis[1:]:
        api.upstream.parent.mkdir(parents=True)
        api.upstream.write_text("large")
    heard = Heard()
    assert each_api(Act(folder=tmp_path), apis, jobs=2, forks=forks, progress=heard) == names
    ended = [heard.events.index((name, "acting", "ended")) for name in names[1:]]
    assert heard.events.index(("fine-1", "starting", "begun")) > min(ended)


def test_one_api_alone_needs_no_other_process(tmp_path: Path) -> None:
    assert each_api(Act(folder=tmp_path), layouts(tmp_path, "fine"), jobs=8) == ["fine"]
    assert (tmp_path / "fine.pid").read_text() == f"{os.getpid()} {os.getppid()}"
    assert each_api(Act(folder=tmp_path), [], jobs=8) == []


@pytest.mark.posix("signals")
def test_a_process_that_is_stopped_is_an_error_with_the_name_of_its_api(tmp_path: Path) -> None:
    names = ["fine-1", "killed-1", "memory-1", "fine-2"]
    heard = Heard()
    with pytest.raises(OutsideError) as caught:
        each_api(Act(folder=tmp_path), layouts(tmp_path, *names), jobs=2, progress=heard)
    assert ("killed-1", "acting", "ended") in heard.events
    assert [(problem.message, problem.found) for problem in caught.value.problems] == [
        ("the process that worked on killed-1 was stopped before its end", "signal 9"),
        ("the process that worked on memory-1 was stopped before its end", "no memory is left"),
    ]
    assert caught.value.exit_code == 2
    assert (tmp_path / "fine-2.pid").exists()


def test_what_nobody_expects_is_raised_with_its_traceback(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="KeyError: 'bug-1'") as caught:
        each_api(Act(folder=tmp_path), layouts(tmp_path, "fine", "bug-1"), jobs=2)
    assert "in _act" in "".join(caught.value.__notes__)
