"""A repository with its APIs: found, and chosen by their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import ADDITION, DOCUMENT, Folder

from specmend.errors import RepositoryError
from specmend.project.repository import Project

SETTINGS = """\
[tool.specmend.apis.pets]
[tool.specmend.apis.big-pets]
"""

FOR_GO = ADDITION.format(title="For go", target="$", update="{xa: {}}").replace(
    "x-reason: r", "x-reason: r, x-generator: go"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "pyproject.toml"
    made.write_text(SETTINGS)
    return made


def test_a_project_is_found_from_a_folder_inside_it(file: Path) -> None:
    below = file.parent / "a" / "b"
    below.mkdir(parents=True)
    project = Project.find(below)
    assert project.root == file.parent.resolve()
    assert [(api.name, api.root) for api in project.apis.values()] == [
        ("pets", project.root),
        ("big-pets", project.root),
    ]


def test_a_project_is_found_from_the_current_folder(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    assert Project.find() == Project.find(str(file.parent))


def test_apis_are_chosen_by_name_in_the_order_asked_for_and_once(file: Path) -> None:
    project = Project.read(file)
    assert [api.name for api in project.choose(None)] == ["pets", "big-pets"]
    assert [api.name for api in project.choose("big-pets")] == ["big-pets"]
    assert [api.name for api in project.choose(["big-pets", "pets", "big-pets"])] == [
        "big-pets",
        "pets",
    ]


def test_every_unknown_name_is_told_with_the_nearest_known_one(file: Path) -> None:
    with pytest.raises(RepositoryError) as caught:
        Project.read(file).choose(["pts", "zzz", "pets"])
    assert [(p.message, p.advice) for p in caught.value.problems] == [
        ("there is no API named 'pts' in the settings", "did you mean 'pets'?"),
        ("there is no API named 'zzz' in the settings", ""),
    ]


def test_one_api_is_had_by_its_name(file: Path) -> None:
    assert Project.read(file).api("pets").settings.version == "0.1.0"
    with pytest.raises(RepositoryError, match="there is no API named 'cats'"):
        Project.read(file).api("cats")


def test_an_api_with_an_interrupted_update_is_refused_unless_that_is_wanted(file: Path) -> None:
    project = Project.read(file)
    journal = project.apis["pets"].journal
    journal.parent.mkdir()
    journal.write_text("[]")
    with pytest.raises(RepositoryError) as caught:
        project.choose()
    (problem,) = caught.value.problems
    assert problem.message == "an update of pets was interrupted"
    assert problem.advice == "specmend update pets finishes it"
    assert [api.name for api in project.choose(["big-pets"])] == ["big-pets"]
    assert [api.name for api in project.choose(unfinished=True)] == ["pets", "big-pets"]
    with pytest.raises(RepositoryError, match="an update of pets was interrupted"):
        project.api("pets")
    assert project.api("pets", unfinished=True).finish_update() == ()
    assert project.api("pets").name == "pets"


@pytest.mark.parametrize("generator", [None, "python", "go", "dart"])
def test_a_generator_of_the_settings_or_of_a_step_is_known(
    files: Folder, generator: str | None
) -> None:
    files.write("patches/pets/0002-for-go.yaml", FOR_GO)
    files.write("specmend.toml", '[apis.pets]\n[apis.other]\ngenerator = "dart"\n')
    project = Project.find(files.root)
    assert [api.name for api in project.choose(None, generator)] == ["pets", "other"]


@pytest.mark.parametrize(
    ("generator", "advice"), [("pyhton", "did you mean 'python'?"), ("rust", ""), ("", "")]
)
def test_a_generator_that_no_step_and_no_setting_has_is_refused(
    files: Folder, generator: str, advice: str
) -> None:
    files.write("patches/pets/0002-for-go.yaml", FOR_GO)
    with pytest.raises(RepositoryError) as caught:
        Project.find(files.root).api("pets", generator)
    (problem,) = caught.value.problems
    assert problem.message == f"no step and no setting is for a generator named '{generator}'"
    assert (problem.expected, problem.advice) == ("go, python", advice)


def test_what_concerns_several_apis_refuses_an_unknown_generator_too(files: Folder) -> None:
    project = Project.find(files.root)
    for action in (project.sanitize, project.apply, project.build, project.check):
        with pytest.raises(RepositoryError, match="a generator named 'rust'"):
            action(None, "rust")


def test_the_apis_of_a_project_cannot_be_changed(file: Path) -> None:
    apis: Any = Project.read(str(file)).apis
    with pytest.raises(TypeError):
        apis["cats"] = apis["pets"]


def test_a_source_may_be_a_path(tmp_path: Path) -> None:
    source = tmp_path / "up.yaml"
    source.write_text(DOCUMENT)
    assert Project.init(tmp_path, "pets", source).title == "Pets 1"
