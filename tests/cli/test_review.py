"""The command `review`: text and JSON, and the exit code for a reviewer."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from tests.cli.project import Ran
from tests.project.histories import BORN, BORN_STEP, HISTORIES, make, pets, pin
from tests.project.in_git import Repository
from tests.shared_folder import shared_folder

from specmend.report.review_schema import REVIEW_SCHEMA

Run = Callable[..., Ran]


@pytest.fixture
def made(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    shutil.copytree(shared_folder(tmp_path_factory, "histories", pets), tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    return Repository(tmp_path / "p", tmp_path / "p")


def test_a_break_is_told_with_what_to_write_and_who_made_it(made: Repository, run: Run) -> None:
    HISTORIES["an upstream move with a break"](made)
    ran = run("review", "--base", "main")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == (
        "main → the working tree  pets: On the wire 2 changes break; in Python 2 changes break;"
        " major version 1.2.0 → 2.0.0."
    )
    assert (
        "breaks: the argument `kind` of `client.add_pet(...)` is now called `species`;"
        " write `species=...` (and 3 more places) [by upstream]"
    ) in lines
    assert "step 0002 changed (applies): Let a pet be a bird" in lines
    assert (
        "upstream: breaking: schema NewPet: `species` is in place of `kind` (touches step 0002)"
        in lines
    )
    assert "files: patches/pets: 1 changed" in lines
    assert run("review", "--base", "main", "--fail-on", "breaking").code == 1


def test_json_is_what_the_schema_says(made: Repository, run: Run) -> None:
    HISTORIES["a step retired"](made)
    ran = run("review", "pets", "--base", "main", "--json", "--fail-on", "warning")
    data = json.loads(ran.out)
    jsonschema.Draft202012Validator(REVIEW_SCHEMA).validate(data)
    assert (ran.code, data["ok"], data["apis"][0]["api"]) == (0, True, "pets")


def test_pages_for_people_and_data_come_together(made: Repository, run: Run) -> None:
    HISTORIES["an upstream move with a break"](made)
    ran = run("review", "--base", "main", "--output", "out/review")
    assert ran.code == 0
    folder = made.top / "out/review"
    page = (folder / "page.md").read_text("utf-8")
    assert page == run("review", "--base", "main", "--markdown").out
    assert page.startswith("## pets: main → the working tree\n\n**On the wire 2 changes break;")
    assert "  - Instead: write `species=...`" in page
    assert (folder / "page.html").read_text("utf-8").startswith("<!doctype html>")
    assert json.loads((folder / "review.json").read_bytes())["apis"][0]["api"] == "pets"
    assert run("review", "--base", "main", "--html").out.count("<h1") == 1
    assert run("review", "--base", "main", "--html", "--json").code == 2


def test_nothing_is_one_sentence(made: Repository, run: Run) -> None:
    HISTORIES["nothing"](made)
    ran = run("review", "--base", "main", "--fail-on", "info")
    assert (ran.code, ran.out) == (
        0,
        "main → the working tree  Nothing changed for any API since main.\n",
    )


def test_a_problem_is_an_exit_code(made: Repository, run: Run) -> None:
    made.write(f"patches/pets/{BORN}", BORN_STEP)
    ran = run("review", "--base", "main")
    assert ran.code == 1
    assert "specmend build pets, and commit what it changes" in ran.out


def test_what_no_user_notices_is_told_last(made: Repository, run: Run) -> None:
    upstream = made.read("spec/pets/upstream.yaml").replace("description: Pets", "description: A")
    pin(made, upstream)
    make(made)
    lines = run("review", "--base", "main").out.splitlines()
    assert [line for line in lines if line.startswith("on the wire")] == [
        'on the wire: GET /pets: answer 200 description "Pets" → "A" [by upstream]'
    ]


def test_many_such_changes_are_counted(made: Repository, run: Run) -> None:
    more = "".join(f"  x-{number}: a\n" for number in range(14))
    text = made.read("spec/pets/upstream.yaml").replace("components:\n", f"components:\n{more}")
    pin(made, text)
    make(made)
    lines = run("review", "--base", "main").out.splitlines()
    assert "on the wire: 4 more changes; --json lists them all" in lines


def test_files_alone_ask_for_a_version(made: Repository, run: Run) -> None:
    made.write("generated/pets/README.md", "# Pets\n")
    lines = run("review", "--base", "main").out.splitlines()
    assert "version: files of the package changed" in lines


def test_an_api_that_is_gone_is_told(made: Repository, run: Run) -> None:
    made.write("specmend.toml", '[apis.vets]\npackage = "vets"\n')
    ran = run("review", "--base", "main")
    assert "pets  The API is removed." in ran.out


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (("--base", "no-such"), 2, "git knows no revision 'no-such' here"),
        (("--head", "no-such"), 2, "git knows no revision 'no-such' here"),
        (("pet", "--base", "main"), 1, "there is no API named 'pet'"),
    ],
)
def test_what_is_not_known_is_told(run: Run, words: tuple[str, ...], code: int, text: str) -> None:
    ran = run("review", *words)
    assert (ran.code, text in ran.err) == (code, True)


def test_several_apis_are_told_one_after_the_other(made: Repository, run: Run) -> None:
    settings = made.read("specmend.toml")
    made.write("specmend.toml", settings + '[apis.vets]\npackage = "vets"\n')
    for name in ("upstream.yaml", "pin.toml"):
        made.write(f"spec/vets/{name}", made.read(f"spec/pets/{name}"))
    make(made, name="vets")
    HISTORIES["a step retired"](made)
    ran = run("review", "--base", "main")
    assert ran.out.startswith("main → the working tree  pets as before; vets new (0.1.0).\n")
