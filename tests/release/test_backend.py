"""A package is built again by the version of the backend that made it."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.release.fake_index import FakeIndex
from tests.release.packages import PROJECT, SECONDS, package_files

from specmend.errors import OutsideError
from specmend.release import backend
from specmend.release.archives import Archive, build_archives
from specmend.release.backend import backend_told, python_with_backend
from specmend.release.members import read_members

OTHER = "99.1"
"""A version of the backend that nobody made."""

PROGRAM = b"""\
import sys
from pathlib import Path
words = sys.argv[1:]
into = Path(words[words.index("-d") + 1])
into.mkdir(parents=True)
"""


def test_a_wheel_tells_the_version_of_its_backend(archives: tuple[Archive, ...]) -> None:
    source, wheel = archives
    assert backend_told(read_members(wheel)) == version("hatchling")
    assert backend_told(read_members(source)) == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Wheel-Version: 1.0\nGenerator: hatchling 1.27.0\nTag: x\n", "1.27.0"),
        (b"Generator: setuptools (80.0)\n", ""),
        (b"Generator: hatchling 1.0; rm\n", ""),
        (b"", ""),
    ],
)
def test_only_a_version_is_taken_for_one(data: bytes, told: str) -> None:
    assert backend_told({"a-1.dist-info/WHEEL": data}) == told


@pytest.mark.parametrize("wanted", ["", version("hatchling")])
def test_the_backend_that_is_here_is_ours(wanted: str) -> None:
    with python_with_backend(wanted) as python:
        assert python == sys.executable


def test_another_version_is_installed_for_the_while(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = PROJECT.replace("tiny-shop", "hatchling").replace("1.2.0", OTHER)
    project = project.replace("tiny_shop", "hatchling").partition("[tool.hatch")[0]
    files = {
        "pyproject.toml": project.replace('readme = "README.md"\n', "").encode(),
        "hatchling/__init__.py": b"",
        "hatchling/__main__.py": PROGRAM,
    }
    archives = build_archives(files, SECONDS)
    index.files = {archive.name: archive.data for archive in archives}
    monkeypatch.setenv("PIP_INDEX_URL", index.simple)
    with python_with_backend(OTHER) as python:
        assert python != sys.executable
        # It makes an empty folder, and no archives.
        with pytest.raises(OutsideError, match="hatchling ended with code 0"):
            build_archives(package_files(), SECONDS, python)
    assert not Path(python).exists()


def test_a_version_that_is_nowhere_is_told(
    index: FakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index.simple)
    monkeypatch.setattr(backend, "version", lambda _: "1.0")
    with pytest.raises(OutsideError) as raised, python_with_backend(OTHER):
        pass
    (problem,) = raised.value.problems
    assert problem.message == f"hatchling {OTHER}, which made the package, cannot be installed here"
    assert f"hatchling=={OTHER}" in problem.advice
