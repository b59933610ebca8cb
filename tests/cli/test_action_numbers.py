"""An action keeps its number: what a print names is what a later decision is about."""

from __future__ import annotations

import json
import re

import pytest
from tests.cli.project import Folder, Ran

UPSTREAM = """\
openapi: 3.1.0
info: {{title: Pets, version: "1.0"}}
paths: {{}}
components:
  schemas:
    Pet:
      type: object
      properties:
        id: {{type: string, maxLength: {id}}}
        name: {{type: string, maxLength: {name}}}
        note: {{type: string, maxLength: {note}}}
"""
ACTION = """\
  - target: $.components.schemas.Pet.properties.{key}.maxLength
    update: {ours}
    x-expect: {{matches: 1, before: {recorded}}}
"""
HEAD = """\
overlay: 1.1.0
info: {title: Longer, version: 1.0.0, x-reason: They are longer.}
actions:
"""
KEYS = ("id", "name", "note")
STEP = "patches/pets/0001-longer.yaml"
FIRST = {"id": 10, "name": 20, "note": 30}
OURS = {"id": 11, "name": 21, "note": 31}
THIRD = {"id": 15, "name": 25, "note": 35}


@pytest.fixture
def pets(folder: Folder) -> Folder:
    """A project with one step of three actions."""
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    folder.pin(UPSTREAM.format(**FIRST))
    actions = (ACTION.format(key=key, ours=OURS[key], recorded=FIRST[key]) for key in KEYS)
    folder.write(STEP, HEAD + "".join(actions))
    return folder


def move(folder: Folder, values: dict[str, int], *words: str) -> Ran:
    """Update to a document with these lengths."""
    path = folder.write("next.yaml", UPSTREAM.format(**values))
    return folder.run("update", "pets", "--to", str(path), *words)


def lengths(folder: Folder) -> dict[str, int]:
    """The lengths of the sanitized document."""
    assert folder.run("apply").code == 0
    found = re.findall(r"(\w+): \{type: string, maxLength: (\d+)\}", _sanitized(folder))
    return {key: int(number) for key, number in found}


def _sanitized(folder: Folder) -> str:
    return folder.read("spec/pets/sanitized.yaml")


def advised(ran: Ran) -> list[str]:
    """What a print says that can be decided."""
    return re.findall(r"--accept ([\d.]+)=ours", ran.out + ran.err)


MOVES = [
    # The values that upstream has, and the numbers of what is open.
    ({"id": 10, "name": 25, "note": 30}, ["1.2"]),
    ({"id": 11, "name": 25, "note": 30}, ["1.2"]),
    ({"id": 11, "name": 25, "note": 35}, ["1.2", "1.3"]),
    ({"id": 11, "name": 21, "note": 35}, ["1.3"]),
    ({"id": 15, "name": 21, "note": 35}, ["1.1", "1.3"]),
    ({"id": 15, "name": 21, "note": 31}, ["1.1"]),
    (THIRD, ["1.1", "1.2", "1.3"]),
]


@pytest.mark.parametrize(("values", "numbers"), MOVES)
def test_every_print_names_an_action_by_the_same_number(
    pets: Folder, values: dict[str, int], numbers: list[str]
) -> None:
    dry = move(pets, values, "--dry-run")
    assert advised(dry) == numbers
    assert advised(move(pets, values)) == numbers
    assert advised(pets.run("update", "pets")) == numbers
    assert advised(pets.run("apply")) == numbers
    (step,) = json.loads(pets.run("update", "pets", "--json").out)["steps"]
    open_ = [one["number"] for one in step["actions"] if one["update"] == "unresolved"]
    assert [f"1.{number}" for number in open_] == numbers


@pytest.mark.parametrize(("values", "numbers"), MOVES)
@pytest.mark.parametrize("word", ["ours", "theirs", "drop"])
def test_a_decision_is_about_the_action_that_the_print_names(
    pets: Folder, values: dict[str, int], numbers: list[str], word: str
) -> None:
    """The last one is decided alone, and the others afterwards, the other way."""
    move(pets, values)
    *others, last = numbers
    ran = pets.run("update", "pets", "--accept", f"{last}={word}")
    assert advised(ran) == others
    other = "theirs" if word == "ours" else "ours"
    for number in others:
        ran = pets.run("update", "pets", "--accept", f"{number}={other}")
    assert ran.code == 0, ran.out + ran.err
    expected = OURS | {
        KEYS[int(number[-1]) - 1]: values[KEYS[int(number[-1]) - 1]]
        for number in numbers
        if (word if number == last else other) != "ours"
    }
    assert lengths(pets) == expected


@pytest.mark.parametrize("word", ["ours", "theirs", "drop"])
def test_the_number_of_an_older_print_is_refused(pets: Folder, word: str) -> None:
    """What upstream has by now was 1.1, and what was 1.2 is that still."""
    move(pets, {"id": 11, "name": 20, "note": 35})
    assert pets.run("update", "pets", "--accept", "1.3=ours").code == 0
    assert advised(move(pets, {"id": 11, "name": 25, "note": 36})) == ["1.2", "1.3"]
    before = pets.files()
    ran = pets.run("update", "pets", "--accept", f"1.1={word}")
    assert ran.code == 1
    assert f"--accept 1.1={word}: nothing there needs a decision" in ran.err
    assert "expected: a number of what is open: 1.2, 1.3" in ran.err
    assert pets.files() == before


def test_a_person_who_takes_an_action_out_moves_no_number(pets: Folder) -> None:
    move(pets, {"id": 10, "name": 25, "note": 35})
    text = pets.read(STEP)
    pets.write(STEP, text.replace(ACTION.format(key="id", ours=11, recorded=10), ""))
    assert advised(pets.run("update", "pets")) == ["1.2", "1.3"]
    assert pets.run("update", "pets", "--accept", "1.2=theirs").code == 1
    assert pets.run("update", "pets", "--accept", "1.3=ours").code == 0
    assert lengths(pets) == {"id": 10, "name": 25, "note": 31}


def test_drift_names_what_update_names(pets: Folder) -> None:
    move(pets, {"id": 11, "name": 20, "note": 30})
    path = pets.write("third.yaml", pets.read("next.yaml").replace("20", "25"))
    shown = pets.run("drift", "pets", "--to", str(path)).out
    assert re.findall(r"^(\d+\.\d) ", shown, re.MULTILINE) == ["0001.2", "0001.3"]
    assert advised(pets.run("update", "pets", "--to", str(path))) == ["1.2"]


def test_two_actions_with_one_number_are_refused(pets: Folder) -> None:
    text = pets.read(STEP).replace("    update: 21\n", "    update: 21\n    x-number: 3\n")
    pets.write(STEP, text.replace("    update: 31\n", "    update: 31\n    x-number: 3\n"))
    ran = pets.run("apply")
    assert ran.code == 1
    assert "another action of this step has this number" in ran.err


def test_a_number_that_says_nothing_goes_with_the_next_update(pets: Folder) -> None:
    move(pets, {"id": 15, "name": 20, "note": 30})
    assert "x-number: 1" in pets.read(STEP)
    assert pets.run("update", "pets", "--accept", "1.1=ours").code == 0
    assert "x-number" not in pets.read(STEP)
