"""The package indexes of a project, and their faults with their places."""

from __future__ import annotations

import pytest

from specmend.errors import RepositoryError
from specmend.settings.indexes import IndexSettings
from specmend.settings.settings import read_index_settings

START = '[apis.pets]\npackage = "pets"\n'
URL = "https://pets.example/simple/"


def test_an_index_is_read_in_both_files() -> None:
    table = f'url = "{URL}"\npublish-url = "https://pets.example/up/"\n'
    pets = {"pets": IndexSettings(url=URL, publish_url="https://pets.example/up/")}
    assert read_index_settings(f"{START}[indexes.pets]\n{table}".encode(), "specmend.toml") == pets
    text = f'[tool.specmend.apis.pets]\npackage = "pets"\n[tool.specmend.indexes.pets]\n{table}'
    assert read_index_settings(text.encode(), "pyproject.toml") == pets


def test_no_index_needs_to_be_named() -> None:
    assert read_index_settings(START.encode(), "specmend.toml") == {}


@pytest.mark.parametrize(
    ("table", "place", "message"),
    [
        ("", "3:1", "an index needs its address"),
        ('url = ""\n', "4:1", "an index needs its address"),
        ("url = 1\n", "4:1", "url is not a string"),
        (f'url = "{URL}"\npublish-url = true\n', "5:1", "publish-url is not a string"),
        (f'url = "{URL}"\nupload = ""\n', "5:1", "unknown key 'upload' in the settings"),
    ],
)
def test_a_fault_has_its_place(table: str, place: str, message: str) -> None:
    with pytest.raises(RepositoryError) as raised:
        read_index_settings(f"{START}[indexes.pets]\n{table}".encode(), "specmend.toml")
    (problem,) = raised.value.problems
    assert (f"{problem.line}:{problem.column}", problem.message) == (place, message)


def test_indexes_are_tables() -> None:
    with pytest.raises(RepositoryError, match="indexes is not a table"):
        read_index_settings(f"indexes = 1\n{START}".encode(), "specmend.toml")
