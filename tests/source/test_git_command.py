"""Commands of git, started in one way for all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specmend.errors import GitMissing, GitTooSlow
from specmend.source import git_command
from specmend.source.git_command import run_git


def test_a_command_says_how_it_ended(tmp_path: Path) -> None:
    made = run_git(["init", "--quiet", "."], tmp_path, os.environ)
    assert (made.exit_code, made.output) == (0, b"")
    inside = run_git(["rev-parse", "--is-inside-work-tree"], tmp_path, os.environ)
    assert inside.text == "true"
    lost = run_git(["cat-file", "blob", "nothing"], tmp_path, {**os.environ, "LC_ALL": "de"})
    assert lost.exit_code == 128
    assert lost.said == ("fatal: Not a valid object name nothing",)


@pytest.mark.parametrize(
    ("settings", "name", "value"),
    [
        ((), "core.hooksPath", "/dev/null"),
        (("core.hooksPath=elsewhere", "user.name=Ann"), "user.name", "Ann"),
    ],
)
def test_settings_hold_for_one_command(
    tmp_path: Path, settings: tuple[str, ...], name: str, value: str
) -> None:
    assert run_git(["config", name], tmp_path, os.environ, settings).text == value


def test_git_that_is_missing_or_late_is_no_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(git_command, "LONGEST", 0.0)
        with pytest.raises(GitTooSlow, match="more than 0 seconds"):
            run_git(["--version"], tmp_path, os.environ)
    with pytest.raises(GitMissing):
        run_git(["--version"], tmp_path, {"PATH": ""})
