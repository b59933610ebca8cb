"""What the messages of `drift` and `update` advise, followed to the letter, does what it says."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.cli.project import Folder, Ran
from tests.repository import ROOT

from specmend.storage.transaction import Disk

TOOLS: Final = ROOT / "tools/specmend"
GIVING: Final = (
    *("update/*.py", "drift/*.py", "project/drift.py", "project/update.py", "report/drift*.py"),
    *("cli/drift.py", "cli/update*.py", "cli/decide.py"),
    *("steps/decision_advice.py", "steps/check_action.py", "source/recognize.py"),
)
"""The files whose advice a person sees by `drift` and `update`, or of what `update` left open."""
OUTSIDE: Final = "about what somebody else publishes: no command of ours does it"
FOLLOWED: Final = {
    "update/inputs.py _refuse_unfit": "test_the_document_of_the_steps_is_named",
    "update/inputs.py _waits": "test_what_is_open_is_shown_and_settled_first",
    "update/intent.py _needless": "test_the_same_command_shows_what_is_open",
    "project/drift.py _documents": "test_another_document_is_named",
    "project/update.py _write": "test_an_interrupted_update_is_finished",
    "project/update.py _refuse_interrupted": "test_an_interrupted_update_is_finished",
    "cli/update_report.py _open_lines": "test_every_way_that_is_offered_settles_the_action",
    "steps/decision_advice.py decision_advice": "test_every_way_that_is_offered_settles_the_action",
    "steps/decision_advice.py corrected_by_hand": "test_an_action_is_corrected_by_hand",
    "steps/check_action.py _waiting": "test_what_apply_says_of_an_open_action_settles_it",
    "steps/check_action.py _failure": "test_why_a_target_may_select_nothing_is_said",
    "steps/check_action.py _no_change": "test_a_step_that_changes_nothing_is_dropped",
    "steps/check_action.py _unexpected": "test_an_expectation_is_recorded_again",
    "source/recognize.py _named": "test_a_text_that_nobody_can_read_is_mended_in_a_copy",
    "source/recognize.py _refuse_other_files": OUTSIDE,
    "source/recognize.py refuse_other_documents": OUTSIDE,
    "source/recognize.py _refuse_other_values": OUTSIDE,
    "source/recognize.py _refuse_other_versions": OUTSIDE,
    "source/recognize.py _refuse_cut_off": OUTSIDE,
}
"""Every function that gives advice, with the test that follows it."""

UPSTREAM: Final = """\
openapi: 3.1.0
info: {title: Pets, version: "1.0"}
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        id: {type: string, maxLength: 10}
        name: {type: string, maxLength: 20}
"""
COMMAND: Final = re.compile(r"specmend \w+ pets(?: --\w+(?: [\w.=]+)?| \d+)*")
AT: Final = "$.components.schemas.Pet.properties"
STEP: Final = """\
overlay: 1.1.0
info: {{title: Longer {key}, version: 1.0.0, x-reason: They are longer.}}
actions:
  - target: {target}
    update: {ours}
    x-expect: {{matches: 1, before: {recorded}}}
"""
SHORT: Final = ("maxLength: 20", "maxLength: 25")
GONE: Final = ("        name: {type: string, maxLength: 20}\n", "")


@pytest.fixture
def pets(folder: Folder) -> Folder:
    """A project with two steps that apply."""
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    folder.pin(UPSTREAM)
    for number, key, recorded in ((1, "id", 10), (2, "name", 20)):
        text = STEP.format(key=key, target=f"{AT}.{key}.maxLength", ours=80, recorded=recorded)
        folder.write(f"patches/pets/000{number}-{key}.yaml", text)
    assert folder.run("apply").code == 0
    return folder


def given() -> Iterator[str]:
    """Every function of the files that gives advice, by its name."""
    for pattern in GIVING:
        for path in sorted(TOOLS.glob(pattern)):
            name = path.relative_to(TOOLS).as_posix()
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef) and _advises(node):
                    yield f"{name} {node.name}"


def _advises(function: ast.FunctionDef) -> bool:
    """Whether a function gives advice to a problem, or has the words of a command."""
    nodes = list(ast.walk(function))
    of_problem = any(isinstance(node, ast.keyword) and node.arg == "advice" for node in nodes)
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return of_problem or any(
        isinstance(text, str) and re.match(r" *(do  |specmend \w|.*run specmend)", text)
        for text in texts
    )


def test_every_advice_that_these_commands_give_is_followed_by_a_test() -> None:
    assert set(given()) == FOLLOWED.keys()
    assert {name for name in FOLLOWED.values() if name != OUTSIDE} <= globals().keys()


def move(folder: Folder, *changes: tuple[str, str], words: tuple[str, ...] = ()) -> Ran:
    """Update to a document with stretches replaced."""
    return folder.update_to(UPSTREAM, *changes, words=words)


def advised(ran: Ran) -> str:
    """The last advice of a print."""
    found: list[str] = re.findall(r"do:? +(.*)", ran.out + ran.err)
    return found[-1]


def follow(folder: Folder, advice: str, *, word: str = "") -> Ran:
    """Run the command of an advice; with a word, the one that offers this decision."""
    commands = COMMAND.findall(advice)
    if not word:
        return folder.run(*shlex.split(commands[0])[1:])
    (command,) = (command for command in commands if "--accept" in command)
    assert re.search(rf"={word}|\(or .*{word}", advice)
    return folder.run(*shlex.split(re.sub(r"=\w+", f"={word}", command))[1:])


def sanitized(folder: Folder) -> str:
    ran = folder.run("apply")
    assert ran.code == 0, ran.err
    return folder.read("spec/pets/sanitized.yaml")


@pytest.mark.parametrize("word", ["ours", "theirs", "drop"])
@pytest.mark.parametrize("change", [SHORT, GONE])
def test_every_way_that_is_offered_settles_the_action(
    pets: Folder, word: str, change: tuple[str, str]
) -> None:
    advice = advised(move(pets, change))
    if word == "ours" and "=ours" not in advice:
        assert change is GONE
        return
    ran = follow(pets, advice, word=word)
    assert ran.code == 0, ran.out + ran.err
    assert ("name: {type: string, maxLength: 80}" in sanitized(pets)) is (word == "ours")
    files = set(pets.files())
    assert ("patches/pets/0002-name.yaml" in files) is (word == "ours")
    assert ("patches/pets/retired/0002-name.yaml" in files) is (word == "theirs")


COPIED: Final = """\
openapi: 3.1.0
info: {title: Pets, version: "2.0"}
paths: {}
components:
  schemas:
    Animal: &pet
      type: object
      properties:
        id: {type: string, maxLength: 10}
        name: {type: string, maxLength: 20}
    One: {$ref: "#/components/schemas/Animal"}
    Two: {$ref: "#/components/schemas/Animal"}
    Three: {type: object, properties: {pet: *pet}}
"""
USED: Final = "".join(
    f'    {name}: {{$ref: "#/components/schemas/Pet"}}\n' for name in ("One", "Two", "Three")
)


@pytest.mark.parametrize("word", ["ours", "theirs"])
def test_what_is_kept_beside_a_copy_is_kept_where_it_is_now(pets: Folder, word: str) -> None:
    pets.pin(UPSTREAM + USED)
    ran = pets.update_to(COPIED)
    assert "Three.properties.pet.properties.name would keep the fault" in ran.out + ran.err
    follow(pets, "specmend update pets --accept 1.1=ours (or theirs)", word=word)
    ran = follow(pets, "specmend update pets --accept 2.1=ours (or theirs)", word=word)
    assert ran.code == 0, ran.out + ran.err
    told = sanitized(pets)
    assert told.count("maxLength: 80") == (2 if word == "ours" else 0)


def test_what_cannot_be_kept_is_told_with_another_way(pets: Folder) -> None:
    before = advised(move(pets, GONE))
    ran = pets.run("update", "pets", "--accept", "2.1=ours")
    assert ran.code == 1
    assert "=ours" not in before + advised(ran)
    assert follow(pets, advised(ran), word="theirs").code == 0


BASE: Final = """\
overlay: 1.1.0
info: {title: Base, version: 1.0.0, x-reason: It is so.}
actions:
  - {target: $.info, update: {x-a: {}}, x-expect: {matches: 1, before: {}}}
  - {target: $.info.title, update: Cats, x-expect: {matches: 1, before: Pets}}
"""
ABOVE: Final = """\
overlay: 1.1.0
info: {title: Above, version: 1.0.0, x-reason: It is so.}
actions:
  - {target: "$.info['x-a']", update: {b: 1}, x-expect: {matches: 1, before: {}}}
"""


@pytest.mark.parametrize("word", ["", "theirs", "drop"])
def test_a_step_that_waits_for_another_one_is_settled_with_it_or_given_up(
    pets: Folder, word: str
) -> None:
    pets.write("patches/pets/0003-base.yaml", BASE)
    pets.write("patches/pets/0004-above.yaml", ABOVE)
    assert pets.run("apply").code == 0
    of_base, of_above = re.findall(r"do +(.*)", move(pets, ("title: Pets", "title: Dogs")).out)
    assert of_above.startswith("decide about the step that it builds on")
    if word:
        assert follow(pets, of_above, word=word).code == 1
    assert follow(pets, of_base, word="ours").code == 0
    made = sanitized(pets)
    assert "title: Cats" in made
    assert ("b: 1" in made) is (not word)


@pytest.mark.parametrize("by", ["update", "apply"])
def test_an_action_is_corrected_by_hand(pets: Folder, by: str) -> None:
    renamed = ("        name: {type: string, maxLength: 20}", "        word: {type: integer}")
    advice = advised(move(pets, renamed)) if by == "update" else ""
    if by == "apply":
        move(pets, renamed)
        advice = advised(pets.run("apply"))
    (name,) = re.findall(r"correct the action in (\S+),", advice)
    text = pets.read(name)
    text = text.replace(f"{AT}.name.maxLength", f"{AT}.word", 1).replace("80", "{maximum: 80}", 1)
    pets.write(name, re.sub(r" +x-conflict:\n(?: {6,}.*\n)+", "", text))
    ran = follow(pets, advice[advice.index("and run") :])
    assert ran.code == 0, ran.err
    assert "word: {type: integer, maximum: 80}" in sanitized(pets)


@pytest.mark.parametrize("word", ["ours", "theirs", "drop"])
def test_what_apply_says_of_an_open_action_settles_it(pets: Folder, word: str) -> None:
    move(pets, SHORT)
    ran = follow(pets, advised(pets.run("apply")), word=word)
    assert ran.code == 0, ran.out + ran.err
    assert ("maxLength: 25" in sanitized(pets)) is (word != "ours")


def test_what_is_open_is_shown_and_settled_first(pets: Folder) -> None:
    move(pets, SHORT)
    ran = move(pets, SHORT, ("1.0", "1.1"))
    assert (ran.code, "decide first" in advised(ran)) == (1, True)
    shown = follow(pets, advised(ran))
    assert follow(pets, advised(shown)).code == 0
    assert move(pets, SHORT, ("1.0", "1.1")).code == 0


def test_the_same_command_shows_what_is_open(pets: Folder) -> None:
    ran = move(pets, SHORT, words=("--accept", "1.1=ours"))
    assert ran.code == 1
    assert "the same command with --dry-run instead of --accept" in advised(ran)
    assert "2.1 unresolved" in move(pets, SHORT, words=("--dry-run",)).out


def test_another_document_is_named(pets: Folder) -> None:
    ran = pets.run("drift", "pets")
    assert ran.code == 1
    file = pets.write("next.yaml", UPSTREAM)
    assert follow(pets, advised(ran).replace("FILE", "next.yaml")).code == 2
    assert follow(pets, advised(ran).replace("FILE", "next.yaml")).err.startswith("next.yaml")
    assert pets.run("drift", "pets", "--to", str(file)).code == 0


def test_the_document_of_the_steps_is_named(pets: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    pets.pin(UPSTREAM.replace(*SHORT))
    ran = pets.run("update", "pets")
    assert (ran.code, "--base FILE" in advised(ran)) == (1, True)
    pets.write("FILE", UPSTREAM)
    monkeypatch.chdir(pets.root)
    shown = follow(pets, advised(ran))
    assert "recorded  20" in shown.out
    assert follow(pets, advised(shown)).code == 0


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_an_interrupted_update_is_finished(
    pets: Folder, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    left = [moves]

    def failing(_: Disk, path: Path, to: Path) -> None:
        if not left[0]:
            raise OSError(28, "No space left on device", str(to))
        left[0] -= 1
        path.replace(to)

    before = pets.files()
    changes = (("maxLength: 10", "maxLength: 80"), ("1.0", "1.1"))
    with monkeypatch.context() as patch:
        patch.setattr(Disk, "move", failing)
        ran = move(pets, *changes)
    assert ran.code == 2
    if not moves:
        assert advised(ran) == "nothing was changed"
        assert pets.files() == before
        return
    refused = move(pets, *changes, words=("--dry-run",))
    assert (refused.code, "was interrupted" in refused.err) == (1, True)
    for advice in (advised(ran), advised(refused)):
        assert follow(pets, advice).code == 0
    assert move(pets, *changes, words=("--dry-run",)).code == 0
    assert "patches/pets/retired/0001-id.yaml" in pets.files()


def test_why_a_target_may_select_nothing_is_said(pets: Folder) -> None:
    pets.pin(UPSTREAM.replace(*GONE))
    assert "say why in x-optional" in advised(pets.run("update", "pets")) + pets.run("apply").err
    name = "patches/pets/0002-name.yaml"
    pets.write(
        name, pets.read(name).replace("    x-expect", "    x-optional: It went.\n    x-expect")
    )
    assert pets.run("update", "pets").code == 0
    assert "name" not in sanitized(pets)


def test_a_step_that_changes_nothing_is_dropped(pets: Folder) -> None:
    pets.pin(UPSTREAM.replace("maxLength: 20", "maxLength: 80"))
    ran = pets.run("apply")
    assert (ran.code, advised(ran)) == (1, "drop the step, or the action")
    assert pets.run("drop", "pets", "2").code == 0
    assert "maxLength: 80" in sanitized(pets)


@pytest.mark.parametrize("recorded", [True, False])
def test_an_expectation_is_recorded_again(pets: Folder, *, recorded: bool) -> None:
    name = "patches/pets/0002-name.yaml"
    if recorded:
        pets.pin(UPSTREAM.replace(*SHORT))
    else:
        pets.write(name, re.sub(" *x-expect.*\n", "", pets.read(name)))
    ran = pets.run("apply")
    assert ran.code == 1
    assert follow(pets, advised(ran)).code == 0
    assert "name: {type: string, maxLength: 80}" in sanitized(pets)


def test_a_text_that_nobody_can_read_is_mended_in_a_copy(pets: Folder) -> None:
    file = pets.write("twice.yaml", UPSTREAM + "paths: {}\n")
    for command in ("drift", "update"):
        ran = pets.run(command, "pets", "--to", str(file))
        assert (ran.code, "keep one of the two in a copy" in advised(ran)) == (2, True)
        copy = pets.write("copy.yaml", UPSTREAM)
        assert pets.run(command, "pets", "--to", str(copy)).code == 0


def test_ours_that_changes_nothing_is_not_retired(pets: Folder) -> None:
    """The place says what the step wants, and another one still says the old thing."""
    twice = ("maxLength: 20}", "maxLength: 80, allOf: [{maxLength: 20}]}")
    asked = move(pets, twice)
    assert (asked.code, "=ours" in advised(asked)) == (1, False)
    before = pets.files()
    ran = pets.run("update", "pets", "--accept", "2.1=ours")
    assert ran.code == 1
    assert "ours cannot be made: the action changes nothing here" in ran.out
    assert advised(ran) == advised(asked)
    assert pets.files() == before
