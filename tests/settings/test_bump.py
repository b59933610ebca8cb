"""How a project says that its next version is chosen, and what is wrong with that."""

from __future__ import annotations

import pytest

from specmend.errors import RepositoryError
from specmend.settings.bump import BumpSettings
from specmend.settings.settings import read_settings

START = '[apis.pets]\npackage = "pets"\n'


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("", BumpSettings()),
        ("[apis.pets.bump]\n", BumpSettings(breaking_below_1="minor", new_below_1="patch")),
        (
            '[apis.pets.bump]\nbreaking-below-1 = "major"\nnew-below-1 = "minor"\n',
            BumpSettings(breaking_below_1="major", new_below_1="minor"),
        ),
        (
            '[apis.pets.bump.lower]\n"1.0.1" = "Nobody has 1.0.0."\n',
            BumpSettings(lower={"1.0.1": "Nobody has 1.0.0."}),
        ),
    ],
)
def test_the_rules_are_read(table: str, expected: BumpSettings) -> None:
    (pets,) = read_settings(f"{START}{table}".encode(), "specmend.toml").values()
    assert pets.bump == expected


@pytest.mark.parametrize(
    ("table", "place", "message"),
    [
        ('[apis.pets.bump]\nbreaking-below-1 = "patch"\n', "4:1", "no part of a version"),
        ("[apis.pets.bump]\nnew-below-1 = 1\n", "4:1", "no part of a version"),
        ("[apis.pets.bump]\nrule = 1\n", "4:1", "unknown key"),
        ('[apis.pets.bump.lower]\n"1.0.1" = " "\n', "4:1", "needs a reason"),
        ('[apis.pets.bump]\nlower = "1.0.1"\n', "4:1", "is not a table"),
        ("bump = 1\n", "3:1", "is not a table"),
    ],
)
def test_a_fault_has_its_place(table: str, place: str, message: str) -> None:
    with pytest.raises(RepositoryError) as raised:
        read_settings(f"{START}{table}".encode(), "specmend.toml")
    (problem,) = raised.value.problems
    assert f"{problem.line}:{problem.column}" == place
    assert message in problem.message
