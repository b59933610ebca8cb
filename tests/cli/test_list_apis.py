"""The command list: all APIs, or those that a change touches, for people and for a CI."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import Ran
from tests.project.in_git import Repository, copy_of_repository, table, write_api

Run = Callable[..., Ran]
GO = 'generators.go = {command = ["make-go", "{document}", "{output}"], version-command = ["v"]}\n'


@pytest.fixture
def made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Repository:
    monkeypatch.chdir(tmp_path)
    return copy_of_repository(tmp_path, tmp_path_factory)


def listed(run: Run, *words: str) -> dict[str, Any]:
    ran = run("list", "--json", *words)
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    data: dict[str, Any] = json.loads(ran.out)
    assert data["ok"]
    return data


def test_all_apis_are_one_line_each(made: Repository, run: Run) -> None:
    settings = made.read("specmend.toml") + 'version = "1.2.3"\n'
    made.write("specmend.toml", settings + GO + "[apis.dogs]\n" + GO)
    ran = run("list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "ants  package ants 0.1.0",
        "bees  package bees 0.1.0",
        "cats  package cats 1.2.3, go",
        "dogs  go",
    ]
    assert {len(api["inputs"]) for api in listed(run)["apis"]} == {64}
    generators = {api["api"]: api["generators"] for api in listed(run)["apis"]}
    assert (generators["cats"], generators["dogs"]) == (["python", "go"], ["go"])


def test_inputs_are_known_by_a_digest_before_a_build(made: Repository, run: Run) -> None:
    before = {api["api"]: api["inputs"] for api in listed(run)["apis"]}
    assert len(set(before.values())) == 3
    made.write("patches/cats/0002-more.yaml", "x: 1\n")
    after = {api["api"]: api["inputs"] for api in listed(run)["apis"]}
    assert [name for name in before if before[name] != after[name]] == ["cats"]


def test_changed_apis_have_their_reasons_and_removed_ones_come_last(
    made: Repository, run: Run
) -> None:
    made.write("specmend.toml", table("bees") + "flat = true\n" + table("dogs") + table("cats"))
    write_api(made, "dogs")
    for number in range(2, 5):
        made.write(f"patches/cats/000{number}-more.yaml", "x: 1\n")
    ran = run("list", "--changed-since", "main")
    files = "patches/cats/0002-more.yaml, patches/cats/0003-more.yaml, and 1 more"
    first = "patches/dogs/0001-move-the-prefix.yaml, spec/dogs/pin.toml, and 1 more"
    assert ran.out.splitlines() == [
        "bees  settings",
        f"dogs  new; {first}",
        f"cats  {files}",
        "ants  removed",
    ]


@pytest.mark.posix("names with line breaks")
def test_a_name_of_a_file_begins_no_line(made: Repository, run: Run) -> None:
    made.write("patches/cats/a\n::error::b", "")
    ran = run("list", "--changed-since", "HEAD")
    assert ran.out == "cats  patches/cats/a\\n::error::b\n"


def test_an_api_without_output_says_so(made: Repository, run: Run) -> None:
    made.write("specmend.toml", made.read("specmend.toml").replace("package =", "header ="))
    assert run("list").out.splitlines()[0] == "ants  no output"


def test_no_change_is_said(made: Repository, run: Run) -> None:
    ran = run("list", "--changed-since", "main")
    assert (ran.code, ran.out) == (0, "nothing changed since main for any API\n")
    assert made.git("status", "--porcelain") == ""


def test_json_is_one_line_for_the_matrix_of_a_ci(made: Repository, run: Run) -> None:
    data = listed(run)
    assert [api["api"] for api in data["apis"]] == ["ants", "bees", "cats"]
    assert data["groups"] == ["ants", "bees", "cats"]
    nothing = listed(run, "--changed-since", "main")
    assert (nothing["apis"], nothing["groups"], nothing["removed"]) == ([], [], [])
    made.write("patches/cats/0002-more.yaml", "x: 1\n")
    changed = listed(run, "--changed-since", "main")
    assert changed["groups"] == ["cats"]
    assert changed["commit"] == made.git("rev-parse", "HEAD")
    assert changed["apis"][0]["changed"] == {
        "new": False,
        "settings": False,
        "tools": [],
        "files": ["patches/cats/0002-more.yaml"],
        "more_files": 0,
    }


def test_json_has_the_first_files_of_many_and_the_number_of_the_others(
    made: Repository, run: Run
) -> None:
    for number in range(10, 22):
        made.write(f"patches/cats/00{number}-more.yaml", "x: 1\n")
    (cats,) = listed(run, "--changed-since", "main")["apis"]
    assert cats["changed"]["files"] == [
        f"patches/cats/00{number}-more.yaml" for number in range(10, 20)
    ]
    assert cats["changed"]["more_files"] == 2


@pytest.mark.parametrize(
    ("most", "groups"),
    [("1", ["ants bees cats"]), ("2", ["ants cats", "bees"]), ("9", ["ants", "bees", "cats"])],
)
def test_many_apis_share_the_jobs_that_there_are(
    made: Repository, run: Run, most: str, groups: list[str]
) -> None:
    assert listed(run, "--groups", most)["groups"] == groups
    assert made.project.exists()


@pytest.mark.parametrize(
    ("revision", "message"),
    [("nope", "git knows no revision 'nope' here"), ("", "--changed-since needs a revision")],
)
def test_a_wrong_revision_ends_with_2(
    made: Repository, run: Run, revision: str, message: str
) -> None:
    ran = run("list", "--changed-since", revision)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert "    do:       " in ran.err
    as_json = run("list", "--json", "--changed-since", revision)
    assert (as_json.code, json.loads(as_json.out)["ok"]) == (2, False)
    assert made.project.exists()
