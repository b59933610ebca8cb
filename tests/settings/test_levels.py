"""The levels that a project gives to changes, and their faults with their places."""

from __future__ import annotations

import pytest

from specmend.errors import RepositoryError
from specmend.settings.levels import LevelSettings
from specmend.settings.settings import read_settings

START = '[apis.pets]\npackage = "pets"\n'


def test_a_level_and_its_reason_are_read() -> None:
    text = f'{START}[apis.pets.levels.property-removed]\nlevel = "breaking"\nreason = "R."\n'
    (pets,) = read_settings(text.encode(), "specmend.toml").values()
    assert pets.levels == {"property-removed": LevelSettings(level="breaking", reason="R.")}


@pytest.mark.parametrize(
    ("table", "place", "message"),
    [
        ('level = "bad"\nreason = "R."\n', "4:1", "this is no level"),
        ('reason = "R."\n', "3:1", "this is no level"),
        ('level = "info"\n', "3:1", "a level of your own needs a reason"),
        ('level = "info"\nreason = " "\n', "5:1", "a level of your own needs a reason"),
        ('level = "info"\nreason = "R."\nwhy = 1\n', "6:1", "why"),
    ],
)
def test_a_fault_has_its_place(table: str, place: str, message: str) -> None:
    text = f"{START}[apis.pets.levels.property-removed]\n{table}"
    with pytest.raises(RepositoryError) as raised:
        read_settings(text.encode(), "specmend.toml")
    (problem,) = raised.value.problems
    assert f"{problem.line}:{problem.column}" == place
    assert message in f"{problem.message} {problem.found}"


def test_levels_are_a_table() -> None:
    with pytest.raises(RepositoryError):
        read_settings(f"{START}levels = 1\n".encode(), "specmend.toml")
