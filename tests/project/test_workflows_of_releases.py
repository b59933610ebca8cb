"""What the scripts of a release do on a runner: what waits is found, and the forge is told last."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.project.fake_releases import TOKEN, install_gh

from specmend.project.workflows import RELEASE, workflow

BASH = shutil.which("bash")
TAG = "pets-v0.2.0"
NOTES = "Removed:\n- `PetKind.SNAKE` $HOME `x`\n\nAdded:\n- `Pet.age`"

pytestmark = pytest.mark.skipif(
    BASH is None or shutil.which("jq") is None or os.name == "nt", reason="no bash or no jq"
)


@dataclass(frozen=True, slots=True)
class Runner:
    """A runner with a clone, and the programs that a script finds there."""

    top: Path

    @property
    def programs(self) -> Path:
        return self.top / "bin"

    def git(self, *words: str) -> str:
        given = {"PATH": os.environ["PATH"], "HOME": str(self.top)}
        command = ["git", *words]
        done = subprocess.run(
            command, cwd=self.top / "clone", env=given, check=True, capture_output=True
        )
        return done.stdout.decode()

    def specmend(self, script: str) -> None:
        """Let the command do what a script says; its arguments are kept."""
        program = self.programs / "specmend"
        kept = f'echo "$@" >> "{self.top}/said"'
        program.write_text(f"#!/bin/sh\n{kept}\n{script}\n", "utf-8")
        program.chmod(0o755)

    def said(self) -> str:
        return (self.top / "said").read_text("utf-8").replace(str(self.top), "TOP")

    def run(self, name: str, *, ours: bool = False, **given: str) -> tuple[int, dict[str, str]]:
        """Run the step of a name; gives its exit code, and its outputs."""
        read = yaml.safe_load(
            workflow(RELEASE, install="" if ours else "x", own_install=("make",) if ours else ())
        )
        steps = [step for job in read["jobs"].values() for step in job["steps"]]
        step = next(step for step in steps if step.get("name") == name)
        given |= {"ARCHIVES": str(self.top / "release"), "INDEX": "pypi"}
        assert step.get("env", {}).keys() <= given.keys()
        output = self.top / "output"
        output.write_text("", "utf-8")
        ran = subprocess.run(
            [BASH or "bash", "-e", "-c", step["run"]],
            cwd=self.top / "clone",
            env={
                "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(self.top),
                "GITHUB_OUTPUT": str(output),
                "RUNNER_TEMP": str(self.top),
                **given,
            },
            check=False,
            capture_output=True,
        )
        lines = output.read_text("utf-8").splitlines()
        return ran.returncode, dict(line.split("=", 1) for line in lines)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A clone of one commit with its origin, and a forge without a release."""
    made = Runner(tmp_path)
    install_gh(made.programs)
    (tmp_path / "clone").mkdir()
    made.git("init", "--quiet", "--bare", "--template=", str(tmp_path / "origin.git"))
    made.git("init", "--quiet", "--template=")
    made.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    who = ("-c", "user.name=A", "-c", "user.email=a@pets.example")
    made.git(*who, "commit", "--quiet", "--allow-empty", "--message=Release pets 0.2.0")
    return made


def releases(runner: Runner) -> Any:
    return json.loads((runner.programs / "releases.json").read_bytes())


def tags(runner: Runner, tag: str, notes: str) -> None:
    """Let the command write and push a tag with notes where it is not there, and print it."""
    (runner.top / "message").write_text(f"pets 0.2.0\n\n{notes}\n", "utf-8")
    message = f'--cleanup=verbatim --file="{runner.top}/message"'
    runner.specmend(
        f"git rev-parse --quiet --verify refs/tags/{tag} > /dev/null"
        f" || {{ git tag --annotate {tag} {message} && git push --quiet origin {tag}; }} >&2"
        f' || exit 2\necho \'{{"releases": [{{"tag": "{tag}"}}]}}\''
    )


@pytest.mark.parametrize(
    ("printed", "code", "expected"),
    [
        ("", 0, (0, {"names": ""})),
        ("pets\n", 0, (0, {"names": "pets"})),
        ("pets\nants\n", 0, (0, {"names": "pets ants"})),
        ("pets\n", 2, (2, {})),
    ],
)
def test_what_waits_is_found(
    runner: Runner, printed: str, code: int, expected: tuple[int, dict[str, str]]
) -> None:
    runner.specmend(f"printf '{printed}'; exit {code}")
    assert runner.run("Find what waits for its release") == expected
    assert runner.said() == "release --waiting\n"


def test_the_archives_go_from_the_first_job_to_the_second(runner: Runner) -> None:
    runner.specmend("")
    assert runner.run("Build and check", NAMES="pets ants")[0] == 0
    assert runner.run("Upload", NAMES="pets ants")[0] == 0
    assert runner.said() == (
        "release pets ants --index pypi --archives TOP/release --dry-run\n"
        "release pets ants --index pypi --archives TOP/release --attest --no-tag --yes\n"
    )


@pytest.mark.parametrize(
    ("token", "expected", "attest"), [("", "unset\n", " --attest"), ("secret", "secret\n", "")]
)
def test_a_token_is_only_given_where_there_is_one(
    runner: Runner, token: str, expected: str, attest: str
) -> None:
    """With a token, nothing is attested: the index did not find out itself who this is."""
    runner.specmend(f'echo "${{TWINE_PASSWORD-unset}}" > "{runner.top}/password"')
    assert runner.run("Upload", ours=True, NAMES="pets", TOKEN=token)[0] == 0
    assert (runner.top / "password").read_text("utf-8") == expected
    assert f"--archives TOP/release{attest} --no-tag --yes\n" in runner.said()


def test_the_forge_is_told_once_and_its_notes_are_kept_right(runner: Runner) -> None:
    step = "Compare with the index, install, and tag"
    tags(runner, TAG, NOTES)
    assert runner.run(step, NAMES="pets", GH_TOKEN=TOKEN)[0] == 0
    assert runner.said().endswith("--archives TOP/release --yes --json\n")
    body = NOTES.replace("\n", "\r\n")
    told = {"title": "pets 0.2.0", "body": body, "prerelease": False, "edits": 0}
    assert releases(runner) == {TAG: told}
    assert runner.run(step, NAMES="pets", GH_TOKEN=TOKEN)[0] == 0
    assert releases(runner) == {TAG: told}
    store = runner.programs / "releases.json"
    store.write_text(json.dumps({TAG: told | {"body": "half of"}}), "utf-8")
    assert runner.run(step, NAMES="pets", GH_TOKEN=TOKEN)[0] == 0
    assert releases(runner) == {TAG: told | {"edits": 1}}


@pytest.mark.parametrize(
    ("version", "expected"), [("1.0.0", False), ("1.0.0rc1", True), ("2.0.0.dev3", True)]
)
def test_a_version_before_the_release_is_told_as_one(
    runner: Runner, version: str, expected: bool
) -> None:
    tags(runner, f"pets-v{version}", NOTES)
    step = "Compare with the index, install, and tag"
    assert runner.run(step, NAMES="pets", GH_TOKEN=TOKEN)[0] == 0
    assert releases(runner)[f"pets-v{version}"]["prerelease"] is expected


def test_the_forge_is_not_told_of_a_release_that_failed(runner: Runner) -> None:
    runner.specmend("exit 2")
    step = "Compare with the index, install, and tag"
    assert runner.run(step, NAMES="pets", GH_TOKEN=TOKEN)[0] == 2
    assert releases(runner) == {}
