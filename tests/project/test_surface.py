"""Packages are compared as they are named, and the package of an API with that of a revision."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.in_git import Repository, repository

from specmend.errors import OutsideError, UsageError
from specmend.project.repository import Project
from specmend.project.surface import diff_package_of, diff_packages


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return repository(tmp_path, "project", ["pets"])


def test_the_package_of_an_api_is_compared_with_that_of_a_revision(made: Repository) -> None:
    api = Project.find(made.project).api("pets")
    with pytest.raises(UsageError, match="there was no package of pets at HEAD"):
        diff_package_of(api, "HEAD")
    made.write("generated/pets/pets/__init__.py", "def buy(): ...\n")
    first = made.commit()
    made.write("generated/pets/pets/__init__.py", "def buy(pet: int): ...\n")
    found = diff_package_of(api, first)
    assert [change.words for change in found.changes] == [
        "`buy(...)` has a new required argument `pet`"
    ]
    assert found.old == f"generated/pets at {first}"


def test_a_file_that_is_no_python_is_told(tmp_path: Path) -> None:
    for name, text in (("old", ""), ("new", "def buy(:\n")):
        place = tmp_path / name / "pets"
        place.mkdir(parents=True)
        (place / "__init__.py").write_text(text, "utf-8")
    with pytest.raises(OutsideError, match="no Python that can be read"):
        diff_packages(str(tmp_path / "old"), str(tmp_path / "new"))
