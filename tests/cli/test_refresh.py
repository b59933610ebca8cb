"""The command `refresh`: expectations recorded again."""

from __future__ import annotations

from tests.cli.project import DOCUMENT, Folder

LEAST = "$.components.schemas.Pets.properties.pets.minItems"


def test_refresh_shows_what_changed_and_keeps_the_comments(folder: Folder) -> None:
    folder.pin(DOCUMENT.replace("paths:\n", "paths:\n  /v1/cats:\n    summary: Cats\n"))
    assert "2 places" in folder.run("apply").err
    ran = folder.run("refresh", "pets")
    assert ran.code == 0, ran.err
    assert "2 places → 3 places" in ran.out
    step = folder.read("patches/pets/0001-move-the-prefix.yaml")
    assert step.startswith("# people's words stay\n")
    assert "{matches: 3, digest:" in step
    assert folder.run("apply").code == 0


def test_refresh_takes_what_each_step_finds_for_its_own_target(folder: Folder) -> None:
    work_around = (
        "new",
        "pets",
        "Other words",
        "$.info.title",
        "--reason",
        "r",
        "--update",
        "Tiere",
    )
    assert folder.run(*work_around, "--generator", "ballerina").code == 0
    assert (
        folder.run("new", "pets", "Cats", "$.info.title", "--reason", "r", "--update", "Cats").code
        == 0
    )
    before = folder.files()
    assert folder.run("refresh", "pets").code == 0
    after = folder.files()
    assert after["patches/pets/0003-cats.yaml"] == before["patches/pets/0003-cats.yaml"]
    assert (
        after["patches/pets/0002-other-words.yaml"] == before["patches/pets/0002-other-words.yaml"]
    )
    assert folder.run("apply").code == 0
