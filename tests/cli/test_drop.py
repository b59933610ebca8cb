"""The command `drop`: a step taken out, unless others need it."""

from __future__ import annotations

from tests.cli.project import Folder


def test_a_step_that_nothing_needs_is_dropped(three: Folder) -> None:
    ran = three.run("drop", "pets", "3")
    assert ran.code == 0
    assert "dropped patches/pets/0003-b.yaml" in ran.out
    assert three.steps() == ["0001-move-the-prefix.yaml", "0002-a.yaml"]


def test_a_step_that_others_need_stays_and_they_are_named(three: Folder) -> None:
    before = three.files()
    ran = three.run("drop", "pets", "2")
    assert ran.code == 1
    assert (
        "patches/pets/0003-b.yaml:4:5: error: without step 2, this step no longer applies"
        in ran.err
    )
    assert three.files() == before


def test_with_force_it_goes_all_the_same_and_the_others_are_warned_of(three: Folder) -> None:
    ran = three.run("drop", "pets", "2", "--force")
    assert ran.code == 0
    assert "warning: patches/pets/0003-b.yaml:4:5: without step 2" in ran.err
    assert three.steps() == ["0001-move-the-prefix.yaml", "0003-b.yaml"]
