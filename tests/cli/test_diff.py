"""The command `diff`: two documents, or the document of an API."""

from __future__ import annotations

import json

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.in_git import Repository

NEW = DOCUMENT.replace("operationId: listPets", "operationId: all").replace(
    "required: [pets]", "required: []"
)
BREAK = (
    "breaking: schema Pets (answered): `pets` is not required any more [property-became-optional]"
)

REQUIRED = "`buy(...)` has a new required argument `pet` [argument-new-required]"


@pytest.fixture
def pair(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(folder.root)
    (folder.root / "old.yaml").write_text(DOCUMENT)
    (folder.root / "new.yaml").write_text(NEW)
    return folder


def test_two_files_are_compared_fact_by_fact(pair: Folder) -> None:
    ran = pair.run("diff", "old.yaml", "new.yaml")
    assert ran.code == 0
    first, worst, rest = ran.out.splitlines()
    assert first == "old.yaml → new.yaml  2 changes: 1 breaks, 1 is for information."
    assert worst == f"{BREAK}  old.yaml:21:7 → new.yaml:21:7; GET /v1/pets"
    assert rest.startswith("info: GET /v1/pets (sent): operationId")


def test_a_level_leaves_out_what_is_less(pair: Folder) -> None:
    ran = pair.run("diff", "old.yaml", "new.yaml", "--level", "breaking")
    assert len(ran.out.splitlines()) == 2
    assert pair.run("diff", "old.yaml", "new.yaml", "--level", "bad").code == 2


@pytest.mark.parametrize(("least", "code"), [("breaking", 1), ("warning", 1), ("info", 1)])
def test_it_fails_on_a_level(pair: Folder, least: str, code: int) -> None:
    assert pair.run("diff", "old.yaml", "new.yaml", "--fail-on", least).code == code
    assert pair.run("diff", "old.yaml", "old.yaml", "--fail-on", least).code == 0


def test_json_has_every_entry(pair: Folder) -> None:
    ran = pair.run("diff", "old.yaml", "new.yaml", "--json", "--fail-on", "breaking")
    found = json.loads(ran.out)
    assert (ran.code, found["ok"], found["old"], found["new"]) == (1, False, "old.yaml", "new.yaml")
    assert [change["level"] for change in found["changes"]] == ["breaking", "info"]


def test_pages(pair: Folder) -> None:
    markdown = pair.run("diff", "old.yaml", "new.yaml", "--markdown").out
    assert markdown.startswith("# old.yaml → new.yaml\n")
    assert pair.run("diff", "old.yaml", "new.yaml", "--html").out.startswith("<!doctype html>")
    assert pair.run("diff", "old.yaml", "new.yaml", "--html", "--json").code == 2


def test_what_is_asked_wrongly_is_said(pair: Folder) -> None:
    ran = pair.run("diff", "old.yaml", "new.yaml", "new.yaml")
    assert (ran.code, "diff takes two documents, or one API" in ran.err) == (2, True)
    ran = pair.run("diff", "old.yaml", "new.yaml", "--base", "main")
    assert "main:PATH new.yaml" in ran.err
    assert pair.run("diff", "old.yaml", "nothing.yaml").code == 2


def committed(folder: Folder) -> None:
    assert folder.run("apply").code == 0
    made = Repository(folder.root, folder.root)
    made.git("init", "--quiet")
    made.commit()


def test_an_api_is_compared_with_a_revision(folder: Folder) -> None:
    committed(folder)
    assert "Nothing changed" in folder.run("diff", "pets", "--base", "HEAD").out
    words = ("$.components.schemas.Pets.required", "--update", "[more]", "--reason", "r")
    assert folder.run("new", "pets", "Ask for more", *words).code == 0
    ran = folder.run("diff", "pets", "--base", "HEAD")
    assert "`more` is required now [property-became-required]" in ran.out
    assert ran.out.startswith("HEAD:spec/pets/sanitized.yaml → spec/pets/sanitized.yaml")


def test_a_file_at_a_revision(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(folder)
    (folder.root / "new.yaml").write_text(NEW)
    monkeypatch.chdir(folder.root)
    ran = folder.run("diff", "HEAD:spec/pets/upstream.yaml", "new.yaml")
    assert BREAK in ran.out
    ran = folder.run("diff", "HEAD:spec/none.yaml", "new.yaml")
    assert (ran.code, "there is no file of this name at the revision" in ran.err) == (1, True)


def test_an_api_is_compared_with_its_source(folder: Folder) -> None:
    (folder.root / "new.yaml").write_text(NEW)
    settings = folder.root / "specmend.toml"
    settings.write_text(settings.read_text() + 'source = "new.yaml"\n')
    ran = folder.run("diff", "pets")
    assert BREAK in ran.out


LEVEL = '[apis.pets.levels.{}]\nlevel = "info"\nreason = "Nobody reads it."\n'


def test_the_settings_give_another_level(folder: Folder) -> None:
    (folder.root / "new.yaml").write_text(NEW)
    settings = folder.root / "specmend.toml"
    text = settings.read_text() + 'source = "new.yaml"\n'
    settings.write_text(text + LEVEL.format("property-became-optional"))
    ran = folder.run("diff", "pets", "--fail-on", "warning")
    assert ran.code == 0
    assert "info: schema Pets (answered): `pets` is not required any more" in ran.out
    assert "Nobody reads it." in ran.out
    settings.write_text(text + LEVEL.format("property-became-optionl"))
    ran = folder.run("diff", "pets")
    assert (ran.code, "property-became-optional" in ran.err) == (1, True)
    line = text.count("\n") + 1
    assert f"specmend.toml:{line}:1: " in ran.err


def test_two_packages_are_compared_for_their_users(pair: Folder) -> None:
    for name, text in (("old", "def buy(): ...\n"), ("new", "def buy(pet: int): ...\n")):
        place = pair.root / name / "shop"
        place.mkdir(parents=True)
        (place / "__init__.py").write_text(text)
    ran = pair.run("diff", "--package", "old", "new", "--fail-on", "breaking")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "old → new  1 change for users of the package: 1 breaks programs.",
        f"breaking at run time: {REQUIRED}",
        "  give `pet`, which is `int`",
    ]
    told = json.loads(pair.run("diff", "--package", "old", "new", "--json").out)
    assert [(one["level"], one["breaks"]) for one in told["changes"]] == [("breaking", "run-time")]
    page = pair.run("diff", "--package", "old", "new", "--markdown").out
    assert page.startswith("# old → new\n\n1 change for users of the package: 1 breaks programs.\n")
    assert pair.run("diff", "--package", "old", "new", "--html").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    "words", [["old"], ["old", "new", "--markdown", "--json"], ["a", "b", "--base", "c"]]
)
def test_packages_are_named_in_two_ways(pair: Folder, words: list[str]) -> None:
    assert pair.run("diff", "--package", *words).code == 2
