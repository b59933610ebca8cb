"""The steps on the versions of upstream over time, as git has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.histories import (
    BIRDS,
    BORN,
    BORN_STEP,
    DOCUMENT,
    HISTORIES,
    NAMED,
    make,
    pets,
    pin,
)
from tests.project.in_git import Repository

from specmend.project import review_timeline
from specmend.project.repository import Project
from specmend.review.timeline import Timeline


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return pets(tmp_path)


def timeline(made: Repository, head: str | None = None) -> Timeline | None:
    (review,) = Project.find(made.project).review(["pets"], "main", head).apis
    return review.timeline


def rows(made: Repository, head: str | None = None) -> list[tuple[int, str, list[str]]]:
    found = timeline(made, head)
    assert found is not None
    return [
        (row.number, row.mark, [str(verdict) for verdict in row.verdicts]) for row in found.rows
    ]


def test_one_version_is_no_picture(made: Repository) -> None:
    HISTORIES["a step added"](made)
    assert timeline(made) is None


def test_without_steps_there_is_no_picture(made: Repository) -> None:
    for name in (NAMED, BIRDS):
        (made.project / "patches/pets" / name).unlink()
    make(made)
    base = made.commit("no steps")
    pin(made, DOCUMENT.replace("title: Pets", "title: Cats"))
    make(made)
    (review,) = Project.find(made.project).review(["pets"], base).apis
    assert review.timeline is None


def test_nothing_is_no_picture(made: Repository) -> None:
    pin(made, DOCUMENT + "# more\n")
    make(made)
    made.commit("second")
    assert timeline(made) is None


def test_a_step_that_went_is_shown_with_those_that_stay(made: Repository) -> None:
    HISTORIES["a step retired"](made)
    assert rows(made) == [
        (1, "", ["applies", "applies"]),
        (2, "retired", ["applies", "already-upstream"]),
    ]


def test_versions_are_those_of_git_each_once(made: Repository) -> None:
    made.git("switch", "--quiet", "-c", "work")
    for text in (DOCUMENT + "# more\n", DOCUMENT + "# most\n"):
        pin(made, text)
        make(made)
        made.commit("moved")
    made.write(f"patches/pets/{BORN}", BORN_STEP)
    make(made)
    assert rows(made) == [
        (1, "", ["applies"] * 3),
        (2, "", ["applies"] * 3),
        (3, "added", ["applies"] * 3),
    ]
    found = timeline(made)
    assert found is not None
    names = [version.name for version in found.versions]
    assert len(set(names)) == 3
    assert found.versions[0].detail.startswith("version 1.0.0, commit ")


def test_what_cannot_be_read_is_left_out(made: Repository) -> None:
    made.git("switch", "--quiet", "-c", "work")
    made.write("spec/pets/upstream.yaml", "a: [")
    made.commit("broken")
    HISTORIES["a step retired"](made)
    assert [len(verdicts) for _, _, verdicts in rows(made)] == [2, 2]


def test_large_versions_are_left_out(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    HISTORIES["a step retired"](made)
    monkeypatch.setattr(review_timeline, "MOST_BYTES", len(DOCUMENT) + 100)
    assert timeline(made) is None


def test_a_head_of_git_has_its_own_versions(made: Repository) -> None:
    made.git("switch", "--quiet", "-c", "work")
    HISTORIES["a step retired"](made)
    made.commit("retired")
    made.git("switch", "--quiet", "main")
    assert rows(made, "work")[1] == (2, "retired", ["applies", "already-upstream"])
    assert (made.project / "patches/pets" / BIRDS).is_file()
