"""The command `move`: a step given another place, and the others make room."""

from __future__ import annotations

from tests.cli.project import Folder


def test_a_moved_step_takes_its_number_and_the_others_make_room(three: Folder) -> None:
    assert three.run("apply").code == 0
    built = three.read("spec/pets/sanitized.yaml")
    ran = three.run("move", "pets", "1", "3")
    assert ran.code == 0, ran.err
    assert three.steps() == ["0001-a.yaml", "0002-b.yaml", "0003-move-the-prefix.yaml"]
    assert "0001-move-the-prefix.yaml → 0003-move-the-prefix.yaml" in ran.out
    assert three.run("apply").code == 0
    assert three.read("spec/pets/sanitized.yaml") == built


def test_a_move_after_which_a_step_no_longer_applies_is_refused(three: Folder) -> None:
    before = three.files()
    ran = three.run("move", "pets", "3", "2")
    assert ran.code == 1
    assert (
        "in the new order, this step no longer applies: the target $.xa selects nothing" in ran.err
    )
    assert three.files() == before


def test_a_move_to_no_number_is_refused(three: Folder) -> None:
    before = three.files()
    assert "1 to 9999" in three.run("move", "pets", "1", "10000").err
    assert "1 to 9999" in three.run("move", "pets", "1", "0").err
    assert "pets has no step 7" in three.run("move", "pets", "7", "1").err
    assert three.files() == before
