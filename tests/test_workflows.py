"""The workflows: pinned actions, least permissions, no text of others in a script, and commands that exist."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.repository import ROOT

from specmend.cli.main import COMMANDS

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
# The two that upstream.yml needs and that are not there yet; to be emptied when they are.


def steps(file: Path) -> list[dict[str, Any]]:
    """The steps of a workflow."""
    return [
        step for job in yaml.safe_load(file.read_bytes())["jobs"].values() for step in job["steps"]
    ]


def scripts(file: Path) -> str:
    return "\n".join(step.get("run", "") for step in steps(file))


def test_there_are_workflows_to_look_at() -> None:
    assert [file.name for file in FILES] == ["ci.yml", "upstream.yml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_actions_are_pinned_by_their_hash_and_the_same_everywhere(file: Path) -> None:
    known = {step["uses"] for step in steps(FILES[0]) if "uses" in step}
    used = {step["uses"] for step in steps(file) if "uses" in step}
    assert used <= known
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_permissions_are_given_to_jobs_and_no_more_than_they_need(file: Path) -> None:
    workflow = yaml.safe_load(file.read_bytes())
    assert workflow["permissions"] == {}
    given = {
        name: rights
        for job in workflow["jobs"].values()
        for name, rights in job["permissions"].items()
    }
    assert given == (
        {"contents": "read"}
        if file.name == "ci.yml"
        else {"contents": "write", "pull-requests": "write"}
    )
    checkouts = [step for step in steps(file) if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert sum("github.token" in str(step) for step in steps(file)) == (file.name != "ci.yml")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_expression_is_put_into_a_script(file: Path) -> None:
    assert "${{" not in scripts(file)


def test_the_commands_exist() -> None:
    text = scripts(ROOT / ".github/workflows/upstream.yml")
    named = re.findall(r"\.venv/bin/specmend (\w+)", text)
    assert named == ["fetch", "drift", "update", "build"]
    assert set(named) <= set(COMMANDS)
    for target in re.findall(r"^\s*make (\S+)", text, re.MULTILINE):
        assert target == ".venv/.ready" or f"\n{target}: " in MAKEFILE
    assert "READY := .venv/.ready" in MAKEFILE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_scripts_are_good_shell(file: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    subprocess.run([bash, "-n"], input=scripts(file).encode(), check=True, capture_output=True)
