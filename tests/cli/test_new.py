"""The command `new`: step files made by machine."""

from __future__ import annotations

import pytest
from tests.cli.project import Folder

LEAST = "$.components.schemas.Pets.properties.pets.minItems"


def test_a_new_step_records_what_it_finds(folder: Folder) -> None:
    ran = folder.run(
        "new",
        "pets",
        "Allow no pets",
        LEAST,
        "--reason",
        "A shelter may be empty.",
        "--update",
        "0",
    )
    assert ran.code == 0, ran.err
    step = folder.read("patches/pets/0002-allow-no-pets.yaml")
    assert "x-reason: A shelter may be empty." in step
    assert "matches: 1\n      before: 1" in step
    assert folder.run("apply").code == 0
    assert "minItems: 0 # at least one" in folder.read("spec/pets/sanitized.yaml")


def test_a_step_sees_the_document_as_the_earlier_steps_leave_it(folder: Folder) -> None:
    ran = folder.run(
        "new",
        "pets",
        "Say more",
        "$.paths['/pets'].get",
        "--reason",
        "r",
        "--update",
        "{summary: All}",
    )
    assert ran.code == 0, ran.err


def test_a_target_that_selects_nothing_is_refused_and_nothing_is_written(folder: Folder) -> None:
    before = folder.files()
    ran = folder.run("new", "pets", "t", "$.paths['/v1/pets']", "--reason", "r", "--remove")
    assert ran.code == 1
    assert "selects nothing" in ran.err
    assert folder.files() == before


def test_a_number_that_is_taken_is_refused(folder: Folder) -> None:
    ran = folder.run("new", "pets", "t", LEAST, "--reason", "r", "--update", "0", "--number", "1")
    assert ran.code == 1
    assert "0001 is taken" in ran.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("t", LEAST, "--reason", ""), "the reason (x-reason) of a new step is empty"),
        (("", LEAST, "--reason", "r"), "the title of a new step is empty"),
        (("t", LEAST, "--reason", "r", "--number", "0"), "the number (--number) is not right"),
        (("t", LEAST, "--reason", "r", "--number=-1"), "the number (--number) is not right"),
        (("t", LEAST, "--reason", "r", "--number", "10000"), "the number (--number) is not"),
    ],
)
def test_what_no_step_can_have_is_refused_by_its_option(
    folder: Folder, words: tuple[str, ...], message: str
) -> None:
    before = folder.files()
    ran = folder.run("new", "pets", *words, "--update", "0")
    assert (ran.code, message in ran.err) == (1, True), ran.err
    assert folder.files() == before


def test_without_an_action_the_step_has_a_gap_that_stops_the_build(folder: Folder) -> None:
    ran = folder.run("new", "pets", "Allow no pets", LEAST, "--reason", "r")
    assert ran.code == 0
    assert "specmend refresh pets 2" in ran.out
    assert "changes nothing" in folder.run("apply").err
    name = "patches/pets/0002-allow-no-pets.yaml"
    folder.write(name, folder.read(name).replace("update: 1", "update: 0 # none"))
    assert "none → 1" in folder.run("refresh", "pets", "2").out
    assert "update: 0 # none" in folder.read(name)
    assert folder.run("apply").code == 0


def test_a_work_around_takes_part_for_its_target_alone(folder: Folder) -> None:
    words = (
        "new",
        "pets",
        "Other words",
        "$.info.title",
        "--reason",
        "r",
        "--update",
        "Tiere",
        "--generator",
        "ballerina",
    )
    assert folder.run(*words).code == 0
    folder.run("apply")
    assert "Tiere" not in folder.read("spec/pets/sanitized.yaml")
    folder.run("apply", "--generator", "ballerina")
    assert "Tiere" in folder.read("spec/pets/sanitized.yaml")


def test_what_a_step_finds_is_the_document_of_its_own_target(folder: Folder) -> None:
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
    assert "before: Pets" in folder.read("patches/pets/0003-cats.yaml")
    words = ("new", "pets", "More words", "$.info.title", "--reason", "r", "--update", "Katzen")
    assert folder.run(*words, "--generator", "ballerina", "--number", "4").code == 1, (
        "step 3 finds other words there"
    )
    (folder.root / "patches/pets/0003-cats.yaml").unlink()
    assert folder.run(*words, "--generator", "ballerina", "--number", "4").code == 0
    assert "before: Tiere" in folder.read("patches/pets/0004-more-words.yaml")


def test_a_place_that_is_counted_is_named_where_it_has_a_name(folder: Folder) -> None:
    ran = folder.run(
        "new",
        "pets",
        "Other server",
        "$.servers[0]",
        "--reason",
        "r",
        "--update",
        "{description: x}",
    )
    assert ran.code == 0, ran.err
    target = "$.servers[?@.url == 'http://localhost/v1']"
    assert f"The place is named, not counted: {target}" in ran.out
    assert target in folder.read("patches/pets/0002-other-server.yaml")
    assert folder.run("apply").code == 0


def test_a_path_that_counts_in_several_lists_needs_a_description(folder: Folder) -> None:
    words = (
        "new",
        "pets",
        "Firsts",
        "$..*[:1]",
        "--reason",
        "r",
        "--edit",
        "{name: set-value, value: 9}",
    )
    ran = folder.run(*words)
    assert (ran.code, "say in `description` why the place is counted" in ran.err) == (1, True)
    ran = folder.run(*words, "--description", "Every list has one member.")
    assert ran.code == 0, ran.err
    assert "description: Every list has one member." in folder.read("patches/pets/0002-firsts.yaml")
