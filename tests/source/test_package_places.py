"""The package of a project is the one that its settings name."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.errors import OutsideError
from specmend.source.package_places import find_package


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ('[project]\nname = "The-Shop"\n', "the_shop"),
        ('[tool.poetry]\nname = "zoo"\n', "zoo"),
        ('[project]\nname = "Zoo.Shop"\n', "zoo"),
    ],
)
def test_the_settings_name_one_of_several(tmp_path: Path, settings: str, expected: str) -> None:
    for name in ("the_shop", "zoo"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    (tmp_path / "pyproject.toml").write_text(settings, "utf-8")
    assert find_package(tmp_path, "here").name == expected


@pytest.mark.parametrize("data", [b"[project\n", b"\xff", b"", b"[tool.black]\n"])
def test_settings_that_name_nothing_choose_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pyproject.toml").write_bytes(data)
    (tmp_path / "zoo.py").touch()
    assert find_package(tmp_path, "here").name == "zoo"


def test_a_folder_without_python_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(OutsideError, match="no Python package here"):
        find_package(tmp_path, "here")
