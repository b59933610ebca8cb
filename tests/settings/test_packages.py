"""The packages that people write, and the faults of their tables with their places."""

from __future__ import annotations

import pytest

from specmend.errors import RepositoryError
from specmend.settings.packages import PackageSettings
from specmend.settings.settings import read_package_settings

START = '[apis.pets]\npackage = "pets"\n'


def test_a_package_is_read_in_both_files() -> None:
    table = 'path = "tools"\npackage = "mine"\nversion-files = ["mine/version.py"]\n'
    mine = PackageSettings(path="tools", package="mine", version_files=("mine/version.py",))
    text = f"{START}[packages.my-tools]\n{table}"
    assert read_package_settings(text.encode(), "specmend.toml") == {"my-tools": mine}
    text = (
        f'[tool.specmend.apis.pets]\npackage = "pets"\n[tool.specmend.packages.my-tools]\n{table}'
    )
    assert read_package_settings(text.encode(), "pyproject.toml") == {"my-tools": mine}


def test_a_package_needs_no_key_and_no_package_needs_to_be_named() -> None:
    assert read_package_settings(START.encode(), "specmend.toml") == {}
    found = read_package_settings(f"{START}[packages.my-tools]\n".encode(), "specmend.toml")
    assert found == {"my-tools": PackageSettings(package="my_tools")}


@pytest.mark.parametrize(
    ("table", "place", "message"),
    [
        ("[packages.tools]\npath = 1\n", "4:1", "path is not a string"),
        ("[packages.tools]\npackage = true\n", "4:1", "package is not a string"),
        ("[packages.tools]\nfolder = 1\n", "4:1", "unknown key 'folder' in the settings"),
        (
            '[packages.tools]\nversion-files = "a"\n',
            "4:1",
            "version-files is not a list of strings",
        ),
        (
            "[packages.tools]\nversion-files = [1]\n",
            "4:1",
            "version-files is not a list of strings",
        ),
        ("[packages.-tools]\n", "3:1", "'-tools' cannot name a package"),
        (
            "[packages.pets]\n",
            "3:1",
            "'pets' names an API too, and both would have the same tags",
        ),
        ("[packages]\ntools = 1\n", "4:1", "packages.tools is not a table"),
    ],
)
def test_a_fault_has_its_place(table: str, place: str, message: str) -> None:
    with pytest.raises(RepositoryError) as raised:
        read_package_settings(f"{START}{table}".encode(), "specmend.toml")
    (problem,) = raised.value.problems
    assert (f"{problem.line}:{problem.column}", problem.message) == (place, message)
