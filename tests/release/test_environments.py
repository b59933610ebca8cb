"""An environment is empty, and pip installs into it with the settings of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.release.archives import Archive
from specmend.release.environments import around_pip, install_into, make_environment
from specmend.release.programs import Surroundings, run_program


def test_what_is_installed_is_in_the_environment_and_nothing_else(
    archives: tuple[Archive, ...], tmp_path: Path
) -> None:
    python, made = make_environment(tmp_path)
    assert made.code == 0
    wheel = str(archives[1].write(tmp_path))
    assert install_into(python, ["--no-index", wheel], tmp_path).code == 0
    program = "import tiny_shop, importlib.util as u; print(u.find_spec('specmend'))"
    ended = run_program([str(python), "-I", "-c", program], tmp_path, Surroundings())
    assert (ended.code, ended.output.strip()) == (0, "None")


def test_settings_of_pip_are_passed_on_unless_they_lead_it_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://pets.example/")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("https_proxy", "http://proxy.example/")
    monkeypatch.setenv("SECRET", "hush")
    told = around_pip().variables
    assert told["PIP_INDEX_URL"] == "https://pets.example/"
    assert told["https_proxy"] == "http://proxy.example/"
    assert not {"PIP_TARGET", "SECRET"} & told.keys()
