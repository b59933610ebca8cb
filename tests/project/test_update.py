"""A new upstream document with its steps: planned, decided, written, and finished when killed."""

from __future__ import annotations

from typing import Any

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.project import update as module
from specmend.project.api import Api
from specmend.project.refresh import refresh_steps
from specmend.project.repository import Project
from specmend.project.update import Planner, finish_update, update_api
from specmend.update.decision import Choice, Choices
from specmend.update.records import UpdatePlan

MENDED = ("minItems: 1 #", "minItems: 0 #")
OTHER = ("minItems: 1 #", "minItems: 5 #")


@pytest.fixture
def two(files: Folder) -> Folder:
    files.write(SECOND, ALLOW_NO_PETS)
    return files


def newer(files: Folder, change: tuple[str, str]) -> str:
    assert change[0] in DOCUMENT
    return str(files.write("newer.yaml", DOCUMENT.replace(*change)))


def test_a_step_that_upstream_made_needless_is_retired_with_the_document(
    two: Folder, api: Api
) -> None:
    report = update_api(api, newer(two, MENDED))
    retired = "patches/pets/retired/0002-allow-no-pets.yaml"
    assert report.is_written
    assert report.retired == {2: retired}
    assert sorted(report.changes) == sorted(
        [retired, SECOND, "spec/pets/pin.toml", "spec/pets/upstream.yaml"]
    )
    assert not (two.root / SECOND).exists()
    assert "x-retired" in two.read(retired)
    assert MENDED[1] in api.upstream.read_text("utf-8")


def test_a_dry_run_gives_the_same_and_writes_nothing(two: Folder, api: Api) -> None:
    to = newer(two, MENDED)
    before = two.files()
    report = update_api(api, to, dry_run=True)
    assert (report.is_written, report.changes[SECOND]) == (False, None)
    assert two.files() == before


def test_what_is_open_is_marked_until_it_is_decided(two: Folder, api: Api) -> None:
    report = update_api(api, newer(two, OTHER))
    assert [key for key, _ in report.plan.open] == [(2, 1)]
    assert "x-conflict" in two.read(SECOND)
    report = update_api(api, choices={(2, None): Choice.OURS})
    assert report.plan.open == ()
    assert "before: 5" in two.read(SECOND)


def test_a_person_is_asked_about_what_is_open(two: Folder, api: Api) -> None:
    asked: list[int] = []

    def decide(planner: Planner, choices: Choices) -> UpdatePlan:
        asked.append(len(planner(choices).open))
        return planner({(2, 1): Choice.THEIRS})

    report = update_api(api, newer(two, OTHER), decide=decide)
    assert (asked, report.plan.open) == ([1], ())
    assert report.retired
    assert update_api(api, decide=decide).changes == {}
    assert asked == [1]


@pytest.mark.parametrize("is_begun", [True, False])
def test_a_disk_that_fails_is_named_with_what_to_do(
    two: Folder, api: Api, monkeypatch: pytest.MonkeyPatch, *, is_begun: bool
) -> None:
    def fail(*_: Any) -> None:
        if is_begun:
            api.journal.parent.mkdir(exist_ok=True)
            api.journal.write_text("[]")
        message = "this cannot be written: the disk is full"
        raise OutsideError(Problem(message=message, file=str(api.journal)))

    monkeypatch.setattr(module, "change", fail)
    with pytest.raises(OutsideError) as caught:
        update_api(api, newer(two, MENDED))
    (problem,) = caught.value.problems
    assert problem.message == "this cannot be written: the disk is full"
    assert problem.file == ".specmend/pets.update"
    advice = "specmend update pets finishes what is left" if is_begun else "nothing was changed"
    assert problem.advice == advice


def test_an_interrupted_update_is_finished_before_the_next_one(two: Folder, api: Api) -> None:
    assert finish_update(api) == ()
    api.journal.parent.mkdir()
    api.journal.write_text('[["patches/pets/0002-allow-no-pets.yaml", null]]')
    with pytest.raises(RepositoryError, match="an update of pets was interrupted"):
        update_api(api, dry_run=True)
    with pytest.raises(RepositoryError):
        Project.find(api.root).api("pets")
    assert len(update_api(api).plan.steps) == 1
    assert not api.journal.exists()
    assert not (two.root / SECOND).exists()


RULE = """\
overlay: 1.1.0
info:
  title: Name every list
  version: 1.0.0
  x-reason: Readers want a name.
actions:
  - target: $.components.schemas[*]
    update: {x-list: yes}
"""
JOINED = ("components:\n  schemas:\n", "components:\n  schemas:\n    Owners: {type: array}\n")


@pytest.fixture
def joined(files: Folder, api: Api) -> Folder:
    """A rule that a schema of a newer document joined."""
    files.write(SECOND, RULE)
    refresh_steps(api, [2])
    report = update_api(api, newer(files, JOINED))
    assert [key for key, _ in report.plan.open] == [(2, 1)]
    return files


def test_theirs_leaves_a_rule_where_it_was_needed(joined: Folder, api: Api) -> None:
    assert "$.components.schemas.Pets" in joined.read(SECOND)
    report = update_api(api, choices={(2, None): Choice.THEIRS})
    (step,) = [one for one in report.plan.steps if one.step.number == 2]
    assert report.plan.open == ()
    assert str(step.update) == "reduced"
    written = joined.read(SECOND)
    assert "target: $.components.schemas.Pets" in written
    assert "x-conflict" not in written


def test_ours_takes_in_what_joined_a_rule_and_drop_gives_it_up(joined: Folder, api: Api) -> None:
    waiting = joined.read(SECOND)
    report = update_api(api, choices={(2, 1): Choice.OURS}, dry_run=True)
    assert "matches: 2" in str(report.changes[SECOND])
    report = update_api(api, choices={(2, 1): Choice.DROP}, dry_run=True)
    assert report.changes[SECOND] is None
    assert joined.read(SECOND) == waiting
