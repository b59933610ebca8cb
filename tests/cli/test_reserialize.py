"""Documents that cannot be edited in place: the option, the setting and the warnings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, Folder, Ran

Run = Callable[..., Ran]

MERGED = DOCUMENT.replace(
    'info: {title: Pets, version: "1"}', 'info: {<<: {title: Pets}, version: "1"}'
)
OVERLAY = """\
overlay: 1.1.0
info: {title: t, version: '1'}
actions:
  - {target: $.info.title, update: Cats}
"""
STEP = OVERLAY.replace("version: '1'", "version: '1', x-reason: r").replace(
    "Cats}", "Cats, x-expect: {matches: 1, before: Pets}}"
)
APPLY = ("apply", "--document", "d.yaml", "--overlay", "o.yaml", "--output", "out.yaml")
WARNING = (
    "cannot be edited in place, so the whole document is serialized again, without its comments"
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that cannot be edited in place, and an overlay for it, in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("d.yaml").write_text(MERGED)
    Path("o.yaml").write_text(OVERLAY)


@pytest.fixture
def merged(folder: Folder) -> Folder:
    """The project with such a document and a step for it."""
    folder.pin(MERGED)
    folder.write("patches/pets/0002-cats.yaml", STEP)
    return folder


@pytest.mark.usefixtures("files")
def test_a_document_that_can_be_edited_in_place_is_not_written_anew(run: Run) -> None:
    Path("d.yaml").write_text(DOCUMENT)
    ran = run(*APPLY, "--reserialize")
    assert (ran.code, ran.err) == (0, "")
    assert Path("out.yaml").read_text() == DOCUMENT.replace("title: Pets", "title: Cats")


@pytest.mark.usefixtures("files")
def test_the_option_writes_anew_and_tells_why(run: Run) -> None:
    refused = run(*APPLY)
    assert refused.code == 1
    assert "add --reserialize" in refused.err
    assert not Path("out.yaml").exists()
    ran = run(*APPLY, "--reserialize")
    assert ran.code == 0
    assert f"d.yaml:3:7: a mapping with a merge key (<<) {WARNING}" in ran.err
    made = Path("out.yaml").read_text()
    assert "info:\n  title: Cats\n" in made
    assert "#" not in made.replace("#/", "")
    told = json.loads(run(*APPLY, "--reserialize", "--json").out)
    assert told["reserialized"]["line"] == 3


def test_a_project_without_the_setting_is_refused_and_told_of_it(merged: Folder) -> None:
    ran = merged.run("apply")
    assert ran.code == 1
    assert "reserialize = true in the settings of pets" in ran.err


def test_the_option_is_not_for_a_projects_own_documents(merged: Folder) -> None:
    ran = merged.run("apply", "--reserialize")
    assert (ran.code, "say reserialize = true in the settings" in ran.err) == (2, True)


def test_the_option_is_for_a_try_on_another_document(merged: Folder) -> None:
    words = (
        "apply",
        "--document",
        str(merged.root / "spec/pets/upstream.yaml"),
        "--output",
        str(merged.root / "o"),
    )
    assert merged.run(*words).code == 1
    assert merged.run(*words, "--reserialize").code == 0
    assert "title: Cats" in merged.read("o")


def test_every_command_follows_the_setting(merged: Folder) -> None:
    merged.write("specmend.toml", SETTINGS + "reserialize = true\n")
    built = merged.run("build")
    assert built.code == 0, built.err
    assert f"0002-cats.yaml:3:1: a mapping with a merge key (<<) {WARNING}" in built.err
    assert "\n  title: Cats\n" in merged.read("spec/pets/sanitized.yaml")
    commands = [
        ("check",),
        ("apply",),
        ("log",),
        ("show", "2"),
        ("blame", "/info"),
        ("refresh",),
        ("renumber",),
    ]
    for command in commands:
        words = (command[0], "pets", *command[1:])
        ran = merged.run(*words)
        assert ran.code == 0, (command, ran.err)
    new = ("new", "pets", "Dogs", "$.info.title", "--reason", "r", "--update", "Dogs")
    assert merged.run(*new).code == 0
    assert merged.run("build").code == 0
    assert merged.run("drop", "pets", "3").code == 0


def test_the_setting_is_true_or_false(folder: Folder) -> None:
    folder.write("specmend.toml", SETTINGS + 'reserialize = "yes"\n')
    ran = folder.run("apply")
    assert ran.code == 1
    assert "specmend.toml:5:1: error: reserialize is not true or false" in ran.err
