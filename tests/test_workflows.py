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
from specmend.project.workflows import ACTIONS

OWN = ROOT / ".github" / "workflows"
SHOWN = ROOT / "docs" / "guides" / "workflows"
FILES = [*sorted(OWN.glob("*.yml")), *sorted(SHOWN.glob("*.yml"))]
IDS = [file.relative_to(ROOT).as_posix() for file in FILES]
READ = {"contents": "read"}
UPLOAD = {"contents": "read", "id-token": "write"}
TAG = {"contents": "write"}
COMMENT = {"pull-requests": "write", "statuses": "write"}
PERMISSIONS: dict[str, list[dict[str, str]]] = {
    "ci.yml": [READ, READ],
    "specmend-check.yml": [READ, READ],
    "release.yml": [READ, UPLOAD, TAG],
    "specmend-release.yml": [READ, UPLOAD, TAG],
    "review.yml": [READ, COMMENT],
    "specmend-review.yml": [READ, COMMENT],
    "upstream.yml": [{"contents": "write", "pull-requests": "write"}],
    "specmend-upstream.yml": [{"contents": "write", "pull-requests": "write"}],
}
WITH_TOKEN = ("contents", "pull-requests")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def steps(file: Path) -> list[dict[str, Any]]:
    """The steps of a workflow."""
    return [
        step for job in yaml.safe_load(file.read_bytes())["jobs"].values() for step in job["steps"]
    ]


def scripts(file: Path) -> str:
    return "\n".join(step.get("run", "") for step in steps(file))


def test_there_are_workflows_to_look_at() -> None:
    assert sorted(file.name for file in FILES) == sorted(PERMISSIONS)


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_actions_are_pinned_by_their_hash_and_the_same_everywhere(file: Path) -> None:
    known = {action.partition(" ")[0] for action in ACTIONS.values()}
    used = {step["uses"] for step in steps(file) if "uses" in step}
    assert used
    assert used <= known
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_permissions_are_given_to_jobs_and_no_more_than_they_need(file: Path) -> None:
    workflow = yaml.safe_load(file.read_bytes())
    assert workflow["permissions"] == {}
    given = [job["permissions"] for job in workflow["jobs"].values()]
    assert given == PERMISSIONS[file.name]
    checkouts = [step for step in steps(file) if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_a_token_is_given_to_the_last_step_of_a_job_that_writes(file: Path) -> None:
    for job in yaml.safe_load(file.read_bytes())["jobs"].values():
        with_token = ["github.token" in str(step) for step in job["steps"]]
        writes = any(job["permissions"].get(name) == "write" for name in WITH_TOKEN)
        assert with_token == [False] * (len(with_token) - 1) + [writes]


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_what_comes_from_a_pull_request_is_no_code_of_a_job_that_writes(file: Path) -> None:
    workflow = yaml.safe_load(file.read_bytes())
    events = workflow[True]  # YAML 1.1 reads the key `on` so
    assert "pull_request_target" not in events
    if "pull_request" not in events:
        return
    for job in workflow["jobs"].values():
        if "write" in job["permissions"].values():
            assert not any("checkout" in step.get("uses", "") for step in job["steps"])


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_only_a_job_that_somebody_approves_has_an_identity(file: Path) -> None:
    for name, job in yaml.safe_load(file.read_bytes())["jobs"].items():
        has_identity = job["permissions"].get("id-token") == "write"
        assert has_identity == ("environment" in job) == (name == "upload")
        assert "secrets." not in str(job) or has_identity


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_no_expression_is_put_into_a_script(file: Path) -> None:
    assert "${{" not in scripts(file)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("check", ["list", "check"]),
        ("release", ["release", "release", "release", "release"]),
        ("review", ["review"]),
        ("upstream", ["fetch", "drift", "update", "build", "review"]),
    ],
)
def test_the_commands_exist(name: str, expected: list[str]) -> None:
    text = scripts(SHOWN / f"specmend-{name}.yml")
    named = re.findall(r"(?<!install )\bspecmend ([a-z]+)", text.replace("of specmend review", ""))
    assert named == expected
    assert set(named) <= set(COMMANDS)


def test_the_release_sets_up_what_is_locked_for_it() -> None:
    file = ".github/release.lock"
    assert scripts(OWN / "release.yml").count(f"--require-hashes -r {file}\n") == 3
    assert f" -o {file}\n" in MAKEFILE.partition("\nlock: ")[2]


def test_our_own_workflows_set_up_what_the_makefile_does() -> None:
    for name in ("review.yml", "upstream.yml"):
        targets = re.findall(r"\bmake (\S+)", scripts(OWN / name))
        assert ".venv/.ready" in targets
        assert all(f"\n{name}: " in MAKEFILE for name in targets if name != ".venv/.ready")
    assert "READY := .venv/.ready" in MAKEFILE


@pytest.mark.parametrize("file", FILES, ids=IDS)
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


def test_the_workflows_of_the_guide_are_looked_at_like_our_own() -> None:
    check = MAKEFILE.partition("\ncheck: ")[2].partition("\n\n")[0]
    assert "--strict-collection . docs/guides/workflows\n" in check
    looked = (ROOT / ".ci/actionlint").read_text("utf-8")
    assert "actionlint docs/guides/workflows/*.yml\n" in looked


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
