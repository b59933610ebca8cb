"""The last release of an API, by the tags of its repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.in_git import repository

from specmend.project.last_release import last_releases


@pytest.mark.parametrize(
    ("tags", "last"),
    [
        ([], ""),
        (["pets-v0.1.0"], "pets-v0.1.0"),
        (["pets-v0.9.0", "pets-v0.10.0", "pets-v0.2.0"], "pets-v0.10.0"),
        (["pets-v1.0.0rc1", "pets-v1.0.0"], "pets-v1.0.0"),
        (["v1.0.0", "pets-1.0.0", "pets-vnext", "cats-v2.0.0", "other/pets-v3.0.0"], ""),
    ],
)
def test_the_highest_version_is_the_last_release(
    tmp_path: Path, tags: list[str], last: str
) -> None:
    made = repository(tmp_path, names=["pets"])
    for tag in tags:
        made.git("tag", tag)
    found = last_releases(tmp_path, {"pets", "pets-more"})
    assert [release.tag for release in found.values()] == ([last] if last else [])
    if last:
        release = found["pets"]
        assert release.version == last.removeprefix("pets-v")
        assert release.day == made.git("log", "-1", "--format=%cs")


def test_names_may_have_the_form_of_a_version(tmp_path: Path) -> None:
    made = repository(tmp_path, names=["api-v2"])
    made.git("tag", "api-v2-v0.3.0")
    assert last_releases(tmp_path, {"api-v2", "api"})["api-v2"].version == "0.3.0"


def test_without_a_repository_nothing_is_released(tmp_path: Path) -> None:
    assert last_releases(tmp_path, {"pets"}) == {}
