"""Workflows and hooks: pinned actions, least permissions, and commands that exist."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.repository import ROOT

from specmend.cli.main import COMMANDS

GUIDE = ROOT / "docs" / "guides" / "apis.yml"
FILES = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), GUIDE]
READ_ONLY = {"ci.yml", "apis.yml"}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def steps(file: Path) -> list[dict[str, Any]]:
    """The steps of a workflow."""
    return [
        step for job in yaml.safe_load(file.read_bytes())["jobs"].values() for step in job["steps"]
    ]


def scripts(file: Path) -> str:
    return "\n".join(step.get("run", "") for step in steps(file))


def test_there_are_workflows_to_look_at() -> None:
    assert [file.name for file in FILES] == ["ci.yml", "upstream.yml", "apis.yml"]


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
    writing = {"contents": "write", "pull-requests": "write"}
    expected = {"contents": "read"} if file.name in READ_ONLY else writing
    assert all(job["permissions"] == expected for job in workflow["jobs"].values())
    checkouts = [step for step in steps(file) if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert sum("github.token" in str(step) for step in steps(file)) == (file.name not in READ_ONLY)


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


def test_the_tests_run_on_each_system_and_each_python_that_the_package_names() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_bytes())
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [name.rpartition(" ")[2] for name in project["classifiers"]]
    assert matrix["python"] == [name for name in named if name.startswith("3.")]


def test_the_workflow_of_the_guide_is_looked_at_like_our_own() -> None:
    check = MAKEFILE.partition("\ncheck: ")[2].partition("\n\n")[0]
    assert "--strict-collection . docs/guides/apis.yml\n" in check
    assert "actionlint docs/guides/apis.yml\n" in (ROOT / ".ci/actionlint").read_text("utf-8")


def test_the_hooks_for_others_run_commands_that_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    assert [hook["id"] for hook in hooks] == ["specmend-validate", "specmend-check"]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "specmend"
        assert command in COMMANDS
        assert not hook["pass_filenames"], "the commands take names of APIs"


def test_our_own_hooks_do_what_make_check_does() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_bytes())["repos"][0]["hooks"]
    check = MAKEFILE.partition("\ncheck: ")[2].partition("\n\n")[0].replace("$(BIN)", ".venv/bin")
    entries = [" ".join(hook["entry"].split()[:2]) for hook in hooks]
    assert entries
    assert all(f"@{entry}" in check for entry in entries)
