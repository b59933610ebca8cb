"""The command `init`: a repository that builds, made in an empty folder or in another one."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer
from tests.cli.project import DOCUMENT, Ran
from tests.source.loopback import Loopback, leads, says, serving

from specmend.project.repository import Project
from specmend.source import fetch as source

Run = Callable[..., Ran]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mine").mkdir()
    (tmp_path / "openapi.txt").write_text(DOCUMENT, "utf-8")
    monkeypatch.chdir(tmp_path / "mine")
    monkeypatch.setattr(source, "utc_today", lambda: dt.date(2025, 3, 1))
    return tmp_path / "mine"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as made:
        made.scripts["/openapi.yaml"] = says(DOCUMENT.encode())
        yield made


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_an_empty_folder_becomes_a_project_that_builds(
    empty: Path, server: Loopback, run: Run
) -> None:
    where = f"{server.url}/openapi.yaml"
    ran = run("init", "pets", "--from", where)
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if line.startswith("pets  wrote")] == [
        "pets  wrote specmend.toml",
        "pets  wrote .gitignore",
        "pets  wrote spec/pets/upstream.yaml",
        "pets  wrote spec/pets/pin.toml",
    ]
    assert names(empty) == [
        ".gitignore",
        "patches",
        "patches/pets",
        "spec",
        "spec/pets",
        "spec/pets/pin.toml",
        "spec/pets/upstream.yaml",
        "specmend.toml",
    ]  # fmt: skip
    assert (empty / ".gitignore").read_text() == "/.specmend/\n"
    settings = Project.find(empty).apis["pets"].settings
    assert (settings.package, settings.source) == ("pets", where)
    assert run("build").code == 0
    assert run("check").code == 0
    assert run("fetch", "--check").code == 0


def test_a_python_project_gets_a_table(empty: Path, run: Run) -> None:
    (empty / "pyproject.toml").write_text('[project]\nname = "mine" # of its own', "utf-8")
    (empty / ".gitignore").write_text("*.pyc", "utf-8")
    assert run("init", "big-pets.v1", "--from", "../openapi.txt", "--package", "big").code == 0
    text = (empty / "pyproject.toml").read_text("utf-8")
    assert text.startswith(
        '[project]\nname = "mine" # of its own\n\n[tool.specmend.apis."big-pets.v1"]\n'
    )
    assert tomllib.loads(text)["tool"]["specmend"]["apis"] == {
        "big-pets.v1": {"package": "big", "source": "../openapi.txt"}
    }
    assert (empty / ".gitignore").read_text("utf-8") == "*.pyc\n/.specmend/\n"
    assert not (empty / "specmend.toml").exists()


def test_a_project_gets_one_more_api(empty: Path, run: Run) -> None:
    for name in ("pets", "cats"):
        assert run("init", name, "--from", "../openapi.txt").code == 0
    assert list(Project.find(empty).apis) == ["pets", "cats"]
    assert (empty / ".gitignore").read_text() == "/.specmend/\n"
    before = names(empty)
    ran = run("init", "cats", "--from", "../openapi.txt")
    assert (ran.code, "there is an API named 'cats' already" in ran.err) == (1, True)
    assert names(empty) == before


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["pets", "--from", "../nowhere.yaml"], 2, "the file cannot be read"),
        (["pets", "--from", "http://example.com/"], 2, "a document is not fetched without TLS"),
        (["pe ts", "--from", "../openapi.txt"], 1, "'pe ts' cannot name an API"),
        (
            ["pets", "--from", "../openapi.txt", "--package", "class"],
            1,
            "the package cannot be imported by this name",
        ),
        (["pets"], 2, "--from is missing, and there is no terminal to ask on"),
        ([], 2, "API is missing, and there is no terminal to ask on"),
    ],
)
def test_what_goes_wrong_leaves_the_folder_empty(
    empty: Path, run: Run, words: list[str], code: int, message: str
) -> None:
    ran = run("init", *words)
    assert (ran.code, message in ran.err) == (code, True)
    assert names(empty) == []


def test_a_document_that_is_there_is_not_overwritten(empty: Path, run: Run) -> None:
    (empty / "spec/pets").mkdir(parents=True)
    (empty / "spec/pets/upstream.json").write_text("{}", "utf-8")
    ran = run("init", "pets", "--from", "../openapi.txt")
    assert (ran.code, "this is there already, and init would overwrite it" in ran.err) == (1, True)
    assert names(empty) == ["spec", "spec/pets", "spec/pets/upstream.json"]


KILLED = """
import os, sys
from pathlib import Path
from specmend.cli.main import main

replace, left = Path.replace, list(range({made}))
Path.replace = lambda self, target: (
    replace(self, target) if left and left.pop() >= 0 else os._exit(9)
)
sys.argv = ["specmend", "init", "pets", "--from", "../openapi.txt"]
main()
"""


@pytest.mark.parametrize("made", [1, 2, 3])
def test_what_is_interrupted_is_completed_by_a_fetch(empty: Path, run: Run, made: int) -> None:
    words = [sys.executable, "-c", KILLED.format(made=made)]
    assert subprocess.run(words, cwd=empty, check=False, capture_output=True).returncode == 9
    assert run("build").code == 1
    assert run("fetch", "pets").code == 0
    assert run("apply").code == 0


def test_settings_that_are_no_toml_are_told(empty: Path, run: Run) -> None:
    (empty / "pyproject.toml").write_text("[project\n", "utf-8")
    assert "this is not TOML" in run("init", "pets", "--from", "../openapi.txt").err
    assert names(empty) == ["pyproject.toml"]


def test_on_a_terminal_what_is_missing_is_asked_for(
    empty: Path, server: Loopback, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.scripts["/"] = leads("/openapi.yaml")
    answers = {
        "What is the name of the API here": "pets",
        "Where is its document": f"{server.url}/",
    }
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(typer, "prompt", answers.__getitem__)
    ran = run("init")
    assert (ran.code, f"redirected to {server.url}/openapi.yaml" in ran.out) == (0, True)
    assert (empty / "specmend.toml").exists()


def test_workflows_join_with_the_api_or_nothing_is_written(empty: Path, run: Run) -> None:
    other = empty / ".github" / "workflows" / "specmend-review.yml"
    other.parent.mkdir(parents=True)
    other.write_text("mine", "utf-8")
    words = ("init", "pets", "--from", "../openapi.txt", "--ci", "github")
    refused = run(*words)
    assert refused.code == 1
    assert "specmend-review.yml" in refused.err
    assert not (empty / "specmend.toml").exists()
    other.unlink()
    ran = run(*words)
    assert ran.code == 0
    assert "wrote .github/workflows/specmend-review.yml" in ran.out
    again = run("init", "--ci", "github")
    assert (again.code, again.out) == (0, "workflows  all there, and up to date\n")


def test_workflows_alone_need_a_project_and_a_service_that_is_known(empty: Path, run: Run) -> None:
    assert run("init", "--ci", "github").code == 1
    unknown = run("init", "--ci", "elsewhere")
    assert unknown.code != 0
    assert "github" in unknown.err
    assert list(empty.iterdir()) == []
