"""The wheels of the toolchain and of both clients hold the package, whole, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.repository import ROOT

IGNORED = {"__pycache__"}


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    tools = ROOT / "tools"
    files = {
        p.relative_to(tools).as_posix()
        for p in tools.rglob("*")
        if p.is_file() and not IGNORED & set(p.parts)
    }
    assert any(name.endswith(".jinja") for name in names)
    assert "specmend/py.typed" in names
    assert names == files


@pytest.mark.parametrize("api", ["ollama-native", "ollama-openai"])
def test_the_wheel_of_a_client_holds_its_package_and_nothing_else(api: str, tmp_path: Path) -> None:
    folder = shutil.copytree(
        ROOT / "generated" / api, tmp_path / api, ignore=shutil.ignore_patterns(".*", *IGNORED)
    )
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=folder, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    package = api.replace("-", "_")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = {
        path.relative_to(folder).as_posix()
        for path in (folder / package).rglob("*")
        if path.is_file()
    }
    assert f"{package}/py.typed" in names
    # What made the package is beside its modules, for who has nothing but the wheel.
    assert names == files | {f"{package}/manifest.json"}


def test_the_entry_point_is_the_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "specmend", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("specmend 0.")
