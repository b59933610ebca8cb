"""The workflows as they are made, and what the scripts of the review do on a runner."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.project.fake_github import TOKEN, install_gh

from specmend.project.workflows import ALL, RELEASE, REVIEW, UPSTREAM, workflow

BASH = shutil.which("bash")
OWN = ("make .venv/.ready",)
runs_scripts = pytest.mark.skipif(
    BASH is None or shutil.which("jq") is None or os.name == "nt", reason="no bash or no jq"
)


def made(name: str, **options: Any) -> dict[str, Any]:
    """A workflow as a runner reads it."""
    text = workflow(name, **{"install": "pip install specmend", **options})
    read: dict[str, Any] = yaml.safe_load(text)
    return read


def steps(read: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in read["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("install", ["pip install specmend==1.2.3", 'echo "$PWD: #" > \\a'])
def test_every_job_that_needs_specmend_installs_it(name: str, install: str) -> None:
    found = [step for step in steps(made(name, install=install)) if step.get("name") == "Set up"]
    assert found
    assert all(step["run"] == install for step in found)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("folder", ["", "api", "my apis/ünï: #1"])
def test_the_scripts_run_in_the_folder_of_the_project(name: str, folder: str) -> None:
    expected = {"run": {"working-directory": folder}} if folder else None
    assert made(name, folder=folder).get("defaults") == expected


def test_the_tests_run_before_the_pull_request_where_there_are_any() -> None:
    with_tests = [step.get("name") for step in steps(made(UPSTREAM, test="make test"))]
    without = [step.get("name") for step in steps(made(UPSTREAM))]
    assert [name for name in with_tests if name != "Test"] == without
    assert with_tests.index("Build") < with_tests.index("Test") < with_tests.index("Review")


@pytest.mark.parametrize(("name", "event"), [(REVIEW, "pull_request"), (RELEASE, "push")])
@pytest.mark.parametrize(("own_install", "expected"), [((), False), (OWN, True)])
def test_what_is_ours_can_be_called(
    name: str, event: str, own_install: tuple[str, ...], expected: bool
) -> None:
    read = made(name, own_install=own_install)
    events: dict[str, Any] = read[True]  # type: ignore[index] # YAML 1.1 reads the key `on` so
    assert ("workflow_call" in events) == expected
    assert event in events


def run(step: dict[str, Any], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as a runner does it, with every variable that it names."""
    assert step["env"].keys() <= environment.keys()
    return subprocess.run(
        [BASH or "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", **environment},
        check=False,
        capture_output=True,
        text=True,
    )


def comment(folder: Path, page: str, *, code: str = "0", apis: int = 1) -> Any:
    """Run the last step of the review on a page; gives what GitHub has then."""
    pages = folder / "review"
    pages.mkdir(exist_ok=True)
    (pages / "page.md").write_text(page, "utf-8")
    review = {"summary": f"the summary of {page!r}", "apis": [{}] * apis}
    (pages / "review.json").write_text(json.dumps(review), "utf-8")
    ran = run(
        steps(made(REVIEW))[-1],
        folder,
        GH_TOKEN=TOKEN,
        CODE=code,
        NUMBER="7",
        PAGES=str(pages),
        REPOSITORY="o/r",
        RUN="https://forge.example/run",
        SHA="abc",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return json.loads((folder / "bin" / "store.json").read_bytes())


@runs_scripts
def test_one_comment_is_kept_current(tmp_path: Path) -> None:
    store = install_gh(tmp_path / "bin")
    person = {"id": 1, "user": {"type": "User"}, "body": "<!-- the comment of specmend review -->"}
    robot = {"id": 2, "user": {"type": "Bot"}, "body": "covered"}
    store.write_text(json.dumps({"comments": [person, robot], "statuses": []}), "utf-8")
    first = comment(tmp_path, "one: $HOME `x` @all\n")
    assert first["comments"][:2] == [person, robot]
    [mine] = first["comments"][2:]
    assert mine["body"] == "<!-- the comment of specmend review -->\none: $HOME `x` @all\n"
    second = comment(tmp_path, "two\n")
    assert [entry["body"].splitlines()[-1] for entry in second["comments"][2:]] == ["two"]


@runs_scripts
@pytest.mark.parametrize(("code", "state"), [("0", "success"), ("1", "failure")])
def test_the_status_has_the_sentence_and_leads_to_the_run(
    tmp_path: Path, code: str, state: str
) -> None:
    install_gh(tmp_path / "bin")
    [status] = comment(tmp_path, "page", code=code)["statuses"]
    assert status == {
        "sha": "abc",
        "state": state,
        "context": "specmend/review",
        "target_url": "https://forge.example/run",
        "description": "the summary of 'page'",
    }


@runs_scripts
def test_a_change_that_touches_no_api_gets_no_comment_but_corrects_one(tmp_path: Path) -> None:
    install_gh(tmp_path / "bin")
    assert comment(tmp_path, "nothing", apis=0)["comments"] == []
    comment(tmp_path, "something")
    [mine] = comment(tmp_path, "nothing", apis=0)["comments"]
    assert mine["body"].endswith("\nnothing")


@runs_scripts
@pytest.mark.parametrize(
    ("code", "fail_on", "expected"),
    [
        (0, "", (0, "--base HEAD^1 --output PAGES", "code=0\n")),
        (1, "breaking", (0, "--base HEAD^1 --output PAGES --fail-on=breaking", "code=1\n")),
        (2, "", (2, "--base HEAD^1 --output PAGES", "")),
        (3, "", (3, "--base HEAD^1 --output PAGES", "")),
    ],
)
def test_the_review_ends_the_job_only_where_there_is_no_page(
    tmp_path: Path, code: int, fail_on: str, expected: tuple[int, str, str]
) -> None:
    """Exit code 1 has a page; 2 and 3 have none."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "review").mkdir()
    (tmp_path / "review" / "page.md").write_text("the page", "utf-8")
    program = tmp_path / "bin" / "specmend"
    program.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/said"\nexit {code}\n', "utf-8")
    program.chmod(0o755)
    for name in ("summary", "output"):
        (tmp_path / name).write_text("", "utf-8")
    step = next(step for step in steps(made(REVIEW)) if step.get("name") == "Review")
    pages = str(tmp_path / "review")
    ran = run(
        step,
        tmp_path,
        FAIL_ON=fail_on,
        PAGES=pages,
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary"),
        GITHUB_OUTPUT=str(tmp_path / "output"),
    )
    said = (tmp_path / "said").read_text("utf-8").split(" ", 1)[1].strip().replace(pages, "PAGES")
    assert (ran.returncode, said, (tmp_path / "output").read_text("utf-8")) == expected
    page = "" if ran.returncode else "the page"
    assert (tmp_path / "summary").read_text("utf-8") == page
