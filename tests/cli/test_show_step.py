"""The command `show`: one step and its own diff."""

from __future__ import annotations

import json

from tests.cli.project import Folder

SECOND = """\
overlay: 1.1.0
info:
  title: Allow no pets
  version: 1.0.0
  x-reason: A shop may be empty.
actions:
  - target: $.components.schemas.Pets.properties.pets.minItems
    update: 0
    x-expect: {matches: 1, before: 1}
"""


def test_the_head_says_what_the_step_is_and_the_diff_what_it_does(folder: Folder) -> None:
    ran = folder.run("show", "pets", "1")
    assert ran.code == 0
    assert "0001  Move the prefix\n" in ran.out
    assert "verdict: applies\n" in ran.out
    assert "reason:  The version belongs to the server.\n" in ran.out
    assert (
        "--- spec/pets/sanitized.yaml (before step 1)\n"
        "+++ spec/pets/sanitized.yaml (after step 1)\n" in ran.out
    )
    assert "-  - url: http://localhost\n+  - url: http://localhost/v1\n" in ran.out
    assert "-  /v1/pets:\n+  /pets:\n" in ran.out


def test_a_title_of_two_lines_keeps_the_layout(folder: Folder) -> None:
    step = "patches/pets/0001-move-the-prefix.yaml"
    title = '"Move\\nthe prefix"'
    folder.write(step, folder.read(step).replace("Move the prefix", title))
    assert "0001  Move the prefix\n" in folder.run("show", "pets", "1").out


def test_the_diff_of_a_step_leaves_out_what_the_earlier_ones_did(folder: Folder) -> None:
    folder.write("patches/pets/0002-allow-no-pets.yaml", SECOND)
    shown = json.loads(folder.run("show", "pets", "2", "--json").out)
    changed = [line for line in shown["diff"][2:] if line[0] in "+-"]
    assert changed == [
        "-          minItems: 1 # at least one",
        "+          minItems: 0 # at least one",
    ]
    assert shown["verdict"] == "applies"
    assert shown["problems"] == []


def test_a_step_of_another_target_is_shown_where_it_would_stand(folder: Folder) -> None:
    only = SECOND.replace("info:\n", "info:\n  x-generator: go\n")
    folder.write("patches/pets/0002-allow-no-pets.yaml", only)
    ran = folder.run("show", "pets", "2")
    assert "verdict: applies, for go only\n" in ran.out
    assert "+          minItems: 0" in ran.out


def test_a_step_that_does_not_apply_has_its_problem_and_no_diff(folder: Folder) -> None:
    folder.write("patches/pets/0002-allow-no-pets.yaml", SECOND.replace("before: 1", "before: 7"))
    ran = folder.run("show", "pets", "2")
    assert ran.code == 0
    assert "verdict: conflict" in ran.out
    assert "problem: patches/pets/0002-allow-no-pets.yaml:9:5: the document is not" in ran.out
    assert "+++" not in ran.out


def test_a_number_that_is_not_there_names_those_that_are(folder: Folder) -> None:
    ran = folder.run("show", "pets", "9")
    assert ran.code == 1
    assert "pets has no step 9" in ran.err
    assert "expected: 1" in ran.err
