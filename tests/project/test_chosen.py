"""What of an API is built: everything, or the output of one generator."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.other_generator import SETTINGS

from specmend.project.chosen import Chosen, apis_with, chosen_of
from specmend.project.repository import Project

OTHER = '[apis.cats]\ngenerator = "petgen"\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    file = tmp_path / "specmend.toml"
    file.write_text(SETTINGS + OTHER, "utf-8")
    return Project.read(file)


@pytest.mark.parametrize(
    ("generator", "chosen"),
    [
        (None, Chosen(client=True, others=("fake",), steps_for="python")),
        ("python", Chosen(client=True, others=(), steps_for="python")),
        ("petgen", Chosen(client=True, others=(), steps_for="petgen")),
        ("fake", Chosen(client=False, others=("fake",), steps_for="python")),
    ],
)
def test_a_generator_with_a_table_is_built_alone(
    project: Project, generator: str | None, chosen: Chosen
) -> None:
    assert chosen_of(project.apis["pets"], generator) == chosen
    assert not chosen.is_empty


def test_without_a_choice_the_steps_are_those_of_the_settings(project: Project) -> None:
    chosen = chosen_of(project.apis["cats"], None)
    assert chosen == Chosen(client=True, others=(), steps_for="petgen")


@pytest.mark.parametrize(
    ("generator", "names"),
    [(None, ["pets", "cats"]), ("petgen", ["pets", "cats"]), ("fake", ["pets"])],
)
def test_a_generator_with_a_table_is_for_the_apis_that_have_it(
    project: Project, generator: str | None, names: list[str]
) -> None:
    apis = apis_with(tuple(project.apis.values()), generator)
    assert [api.name for api in apis] == names
