"""The command `update`: a new upstream document taken in, and what becomes of each step."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import Folder, Ran

from specmend.cli import decide
from specmend.document.text.document import parse_document
from specmend.steps.step_name import number_of
from specmend.storage.transaction import Disk

UPSTREAM = """\
openapi: 3.0.3
info: {title: Pets, version: "1.0"} # the first
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [id, name]
      properties:
        id: {type: string, description: Its number.}
        age: {type: integer, minimum: 1}
        name: {type: string, maxLength: 40}
"""
HEAD = """\
# people's words stay
overlay: 1.1.0
info:
  title: {title}
  version: 1.0.0
  x-reason: It was seen.
actions:
"""
AGE = (
    HEAD.format(title="Let a pet be new")
    + """\
  # a pup
  - target: $.components.schemas.Pet.properties.age.minimum
    update: 0
    x-expect: {matches: 1, before: 1}
"""
)
NAME = (
    HEAD.format(title="Let names be long")
    + """\
  - target: $.components.schemas.Pet.properties.name.maxLength # forty is short
    update: 80
    x-expect: {matches: 1, before: 40}
"""
)
BOTH = (
    HEAD.format(title="Say more")
    + """\
  - target: $.components.schemas.Pet.properties.id
    update: {minLength: 3, maxLength: 9}
    x-expect: {matches: 1, before: {}}
"""
)
STEPS = {"0001-age.yaml": AGE, "0002-name.yaml": NAME, "0003-both.yaml": BOTH}


@pytest.fixture
def pets(folder: Folder) -> Folder:
    """A project with three steps that apply."""
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    folder.pin(UPSTREAM)
    for name, text in STEPS.items():
        folder.write(f"patches/pets/{name}", text)
    ran = folder.run("apply")
    assert ran.code == 0, ran.err
    return folder


Change = tuple[str, str]

AGED: Change = ("minimum: 1", "minimum: 0")
SHORT: Change = ("maxLength: 40", "maxLength: 60")
AGELESS: Change = ("        age: {type: integer, minimum: 1}\n", "")
RENAMED: Change = ("    Pet:", "    Animal:")
PART: Change = ("Its number.}", "Its number., minLength: 3}")
WHOLE: Change = ("Its number.}", "Its number., maxLength: 9, minLength: 3}")
AFAR: Change = ("required: [id, name]", "required: [id]")
NEWER: Change = ('"1.0"', '"1.1"')


def move(folder: Folder, *changes: Change, words: tuple[str, ...] = ()) -> Ran:
    """Update to a document with stretches replaced."""
    return folder.update_to(UPSTREAM, *changes, words=words)


def series(folder: Folder) -> dict[str, bytes]:
    """The files of the steps, retired ones among them."""
    found = folder.files()
    return {
        name.removeprefix("patches/pets/"): found[name]
        for name in found
        if name.startswith("patches/pets/")
    }


def test_a_project_whose_document_did_not_move_stays_as_it_is(pets: Folder) -> None:
    before = pets.files()
    ran = move(pets)
    assert ran.code == 0
    assert "3 unchanged" in ran.out
    assert pets.files() == before
    assert pets.run("update", "pets").code == 0
    assert pets.files() == before


NAME_AT = "$.components.schemas.Pet.properties.name.maxLength"
THIRD_VALUE = f"""before: 40}}
    x-number: 1
    x-conflict:
      verdict: conflict
      message: "{NAME_AT}: recorded 40, upstream now 60, ours 80"
      places:
        - at: {NAME_AT}
          recorded: 40
          upstream: 60
          ours: 80
"""
GONE = """before: 1}
    x-number: 1
    x-conflict:
      verdict: gone
      message: $.components.schemas.Pet.properties.age is gone
      places:
        - at: $.components.schemas.Pet.properties.age.minimum
          recorded: 1
          ours: 0
"""
REDUCED = ("    update: {minLength: 3, maxLength: 9}\n", "    update: {maxLength: 9}\n")
OUTCOMES: list[tuple[str, list[Change], int, dict[str, tuple[str, str] | None]]] = [
    # what upstream changed, the exit code, and what differs in the step files (None: retired)
    ("nothing that a step is about", [AFAR], 0, {}),
    ("its version alone", [NEWER], 0, {}),
    ("the same as a step", [AGED], 0, {"0001-age.yaml": None}),
    ("the same in another order", [WHOLE], 0, {"0003-both.yaml": None}),
    ("a part of it", [PART], 0, {"0003-both.yaml": REDUCED}),
    ("a third value", [SHORT], 1, {"0002-name.yaml": ("before: 40}\n", THIRD_VALUE)}),
    ("the place is gone", [AGELESS], 1, {"0001-age.yaml": ("before: 1}\n", GONE)}),
]


@pytest.mark.parametrize(
    ("changes", "code", "differs"), [row[1:] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES]
)
def test_each_step_is_updated_in_its_way(
    pets: Folder, changes: list[Change], code: int, differs: dict[str, tuple[str, str] | None]
) -> None:
    ran = move(pets, *changes)
    assert ran.code == code, ran.out + ran.err
    after = series(pets)
    for name, text in STEPS.items():
        edit = differs.get(name, ("", ""))
        if edit is None:
            assert name not in after
            assert f"retired/{name}" in after
            assert f"patches/pets/retired/{name}" in ran.out
        else:
            assert edit[0] in text
            assert after[name].decode() == (text.replace(*edit) if edit[0] else text)
    assert len(after) == len(STEPS)
    assert pets.run("apply").code == code


def test_targets_that_moved_are_followed_and_comments_stay(pets: Folder) -> None:
    ran = move(pets, RENAMED)
    assert ran.code == 0, ran.out
    assert "3 retargeted" in ran.out
    for name in STEPS:
        text = pets.read(f"patches/pets/{name}")
        assert "$.components.schemas.Animal.properties" in text
        assert "# people's words stay" in text
    assert "# forty is short" in pets.read("patches/pets/0002-name.yaml")
    assert "# a pup" in pets.read("patches/pets/0001-age.yaml")
    assert pets.run("apply").code == 0
    assert "maxLength: 80" in pets.read("spec/pets/sanitized.yaml")


def test_document_and_pin_come_in_together(pets: Folder) -> None:
    assert move(pets, NEWER).code == 0
    assert pets.read("spec/pets/upstream.yaml") == UPSTREAM.replace(*NEWER)
    assert pets.run("apply").code == 0


def test_a_retired_step_says_what_made_it_needless(pets: Folder) -> None:
    move(pets, AGED, NEWER)
    kept = pets.read("patches/pets/retired/0001-age.yaml")
    assert kept.startswith("# people's words stay")
    assert (
        '  x-retired:\n    because: already-upstream\n    version: "1.1"\n    digest: sha256:'
        in kept
    )
    assert pets.run("log").out.splitlines()[0] == "pets  2 steps, 1 retired"
    assert json.loads(pets.run("log", "--json").out)["apis"][0]["retired"] == 1


def test_a_retired_step_never_takes_the_place_of_another(pets: Folder) -> None:
    pets.write("patches/pets/retired/0001-age.yaml", "mine")
    ran = move(pets, AGED)
    assert "patches/pets/retired/0001-age-2.yaml" in ran.out
    assert pets.read("patches/pets/retired/0001-age.yaml") == "mine"


@pytest.mark.parametrize("changes", [row[1] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES])
def test_a_dry_run_says_the_same_and_writes_nothing(pets: Folder, changes: list[Change]) -> None:
    before = pets.files()
    dry = move(pets, *changes, words=("--dry-run",))
    assert pets.files() == before
    real = move(pets, *changes)
    assert dry.code == real.code
    assert dry.out.replace("; nothing was written", "") == real.out


def test_what_is_open_stops_check_and_apply_until_it_is_settled(pets: Folder) -> None:
    move(pets, SHORT)
    for command in ("apply", "check"):
        ran = pets.run(command)
        assert ran.code == 1
        assert "patches/pets/0002-name.yaml:12:5: error: this action needs a decision" in ran.err
        assert "specmend update pets --accept 2.1=ours" in ran.err
    before = pets.files()
    ran = pets.run("update", "pets")
    assert ran.code == 1
    assert "1 unresolved, 2 unchanged" in ran.out
    assert pets.files() == before


DECISIONS = [("ours", 80, False), ("theirs", 60, True), ("drop", 60, False)]


@pytest.mark.parametrize(("word", "value", "kept"), DECISIONS)
@pytest.mark.parametrize("at_once", [True, False])
def test_a_decision_settles_it_at_once_or_later(
    pets: Folder, word: str, value: int, *, kept: bool, at_once: bool
) -> None:
    if at_once:
        ran = move(pets, SHORT, words=("--accept", f"2={word}"))
    else:
        move(pets, SHORT)
        ran = pets.run("update", "pets", "--accept", f"2.1={word}")
    assert ran.code == 0, ran.out + ran.err
    assert f"decided: {word}" in ran.out
    assert ("retired/0002-name.yaml" in series(pets)) == kept
    assert ("0002-name.yaml" in series(pets)) == (word == "ours")
    assert not any(b"x-conflict" in data for data in series(pets).values())
    assert pets.run("apply").code == 0
    assert f"maxLength: {value}" in pets.read("spec/pets/sanitized.yaml")


def test_the_decision_for_theirs_is_told_from_what_upstream_mended(pets: Folder) -> None:
    move(pets, SHORT, words=("--accept", "2=theirs"))
    assert "because: theirs" in pets.read("patches/pets/retired/0002-name.yaml")


def test_ours_with_a_new_expectation_keeps_the_rest_of_the_file(pets: Folder) -> None:
    move(pets, SHORT, words=("--accept", "2=ours"))
    assert pets.read("patches/pets/0002-name.yaml") == NAME.replace("before: 40", "before: 60")


def test_ours_where_nothing_is_left_to_change_stays_open(pets: Folder) -> None:
    ran = move(pets, AGELESS, words=("--accept", "1=ours"))
    assert ran.code == 1
    assert "selects nothing" in ran.out
    assert "--accept 1.1=ours" not in ran.out
    assert "or give it up: specmend update pets --accept 1.1=theirs (or drop)" in ran.out
    assert pets.run("update", "pets", "--accept", "1=drop").code == 0
    assert "0001-age.yaml" not in series(pets)


REFUSED = [
    (2, ("--accept", "2=mine"), "--accept '2=mine' is not a decision"),
    (2, ("--accept", "2.0=ours"), "--accept '2.0=ours' is not a decision"),
    (2, ("--accept", "2=ours", "--accept", "2=drop"), "decides twice about 2"),
    (1, ("--accept", "3=ours"), "--accept 3=ours: nothing there needs a decision"),
    (1, ("--accept", "2.2=ours"), "--accept 2.2=ours: nothing there needs a decision"),
]


@pytest.mark.parametrize(("code", "words", "message"), REFUSED)
def test_a_decision_about_nothing_is_refused(
    pets: Folder, code: int, words: tuple[str, ...], message: str
) -> None:
    before = pets.files()
    ran = move(pets, SHORT, words=words)
    assert ran.code == code
    assert message in ran.err
    assert pets.files() == before


def test_another_document_waits_until_the_last_one_is_settled(pets: Folder) -> None:
    move(pets, SHORT)
    before = pets.files()
    ran = move(pets, SHORT, NEWER)
    assert ran.code == 1
    assert "decide first: specmend update pets shows what is open" in ran.err
    assert pets.files() == before


def test_after_a_fetch_the_steps_are_judged_from_the_document_before(pets: Folder) -> None:
    path = pets.root.parent / "next.yaml"
    path.write_text(UPSTREAM.replace(*RENAMED), "utf-8")
    assert pets.run("fetch", "pets", "--from", str(path)).code == 0
    assert pets.run("apply").code == 1
    ran = pets.run("update", "pets")
    assert ran.code == 0, ran.out + ran.err
    assert "3 retargeted" in ran.out
    assert pets.run("apply").code == 0
    assert not (pets.root / ".specmend/pets.base").exists()


def test_steps_that_do_not_fit_the_pinned_document_are_never_refreshed_blindly(
    pets: Folder, tmp_path: Path
) -> None:
    pets.pin(UPSTREAM.replace(*SHORT))
    before = pets.files()
    ran = pets.run("update", "pets")
    assert ran.code == 1
    assert (
        "patches/pets/0002-name.yaml:10:5: error: "
        "the document is not what this action was written for" in ran.err
    )
    assert "specmend update pets --base FILE" in ran.err
    assert pets.files() == before
    was = tmp_path.parent / "was.yaml"
    was.write_text(UPSTREAM)
    ran = pets.run("update", "pets", "--base", str(was))
    assert ran.code == 1
    assert "1 unresolved, 2 unchanged" in ran.out
    assert "decide first" in pets.run("update", "pets", "--base", str(was)).err


def test_a_fetch_while_something_is_open_is_not_taken_for_a_decision(pets: Folder) -> None:
    move(pets, SHORT)
    path = pets.root.parent / "third.yaml"
    path.write_text(UPSTREAM.replace(*SHORT).replace("minimum: 1", "minimum: 5"))
    assert pets.run("fetch", "pets", "--from", str(path)).code == 0
    before = pets.files()
    ran = pets.run("update", "pets", "--accept", "2=ours")
    assert ran.code == 1
    assert "patches/pets/0001-age.yaml:11:5: error" in ran.err
    assert pets.files() == before


def test_a_disk_that_is_full_is_told_as_such(pets: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_disk: Disk, path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    before = pets.files()
    with monkeypatch.context() as patch:
        patch.setattr(Disk, "write", full)
        ran = move(pets, SHORT)
    assert ran.code == 2
    assert "this cannot be written: the disk is full" in ran.err
    assert "nothing was changed" in ran.err
    assert pets.files() == before


def test_json_names_every_action(pets: Folder) -> None:
    found = json.loads(move(pets, SHORT, AGED, words=("--json",)).out)
    assert found["ok"] is False
    assert [(s["number"], s["update"]) for s in found["steps"]] == [
        (1, "retired"),
        (2, "unresolved"),
        (3, "unchanged"),
    ]
    assert found["steps"][1]["actions"][0]["conflict"]["places"] == [
        {
            "at": "$.components.schemas.Pet.properties.name.maxLength",
            "recorded": 40,
            "upstream": 60,
            "ours": 80,
        }
    ]
    assert {"file": "patches/pets/0001-age.yaml", "gone": True} in found["files"]


ANSWERS = [
    # the answers about the age that is gone and about the long names; what is left open
    (["drop", "ours"], []),
    (["theirs", "theirs"], []),
    (["skip", "drop"], [1]),
    (["ours", "drop"], [1]),
    (["drop", "skip"], [2]),
    (["quit"], [1, 2]),
]


@pytest.mark.parametrize(("answers", "left"), ANSWERS)
def test_on_a_terminal_each_open_action_is_asked_about(
    pets: Folder, monkeypatch: pytest.MonkeyPatch, answers: list[str], left: list[int]
) -> None:
    given = iter(answers)
    monkeypatch.setattr(decide, "is_interactive", lambda: True)
    monkeypatch.setattr(decide, "ask", lambda: next(given))
    ran = move(pets, SHORT, AGELESS)
    assert next(given, None) is None
    assert "1.1  Let a pet be new (2 left)" in ran.out
    assert "  recorded  1\n  upstream  nothing\n  ours      0\n" in ran.out
    assert ran.code == (1 if left else 0)
    waiting = [
        number_of(name)
        for name, data in series(pets).items()
        if number_of(name) and b"x-conflict" in data
    ]
    assert waiting == left


def test_what_an_earlier_decision_settles_is_not_asked_about(
    pets: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = NAME.replace("update: 80", "update: 90").replace("before: 40", "before: 80")
    pets.write("patches/pets/0004-more.yaml", more)
    assert pets.run("apply").code == 0
    given = iter(["ours"])
    monkeypatch.setattr(decide, "is_interactive", lambda: True)
    monkeypatch.setattr(decide, "ask", lambda: next(given))
    ran = move(pets, SHORT)
    assert ran.code == 0, ran.out
    assert pets.read("patches/pets/0004-more.yaml") == more


def test_a_step_that_waits_for_another_is_settled_with_it(pets: Folder) -> None:
    more = NAME.replace("update: 80", "update: 90").replace("before: 40", "before: 80")
    pets.write("patches/pets/0004-more.yaml", more)
    ran = move(pets, SHORT)
    assert "2 unresolved, 2 unchanged" in ran.out
    assert "verdict: blocked" in pets.read("patches/pets/0004-more.yaml")
    assert pets.run("update", "pets", "--accept", "2=ours").code == 0
    assert pets.read("patches/pets/0004-more.yaml") == more
    assert pets.run("apply").code == 0


def test_the_document_may_change_its_format(pets: Folder) -> None:
    path = pets.root.parent / "next.json"
    tree = parse_document(UPSTREAM, "upstream.yaml").tree
    path.write_text(json.dumps(tree, indent=2))
    ran = pets.run("update", "pets", "--to", str(path))
    assert ran.code == 0, ran.out + ran.err
    assert "spec/pets/upstream.json" in pets.files()
    assert "spec/pets/upstream.yaml" not in pets.files()
    assert "spec/pets/sanitized.yaml" not in pets.files()
    assert pets.run("apply").code == 0


def test_a_file_that_is_no_document_is_refused(pets: Folder, tmp_path: Path) -> None:
    before = pets.files()
    path = tmp_path.parent / "page.html"
    path.write_text("<html></html>")
    assert pets.run("update", "pets", "--to", str(path)).code == 2
    assert pets.files() == before


class Killed(BaseException):
    """The process is no more."""


def mortal(monkeypatch: pytest.MonkeyPatch, alive: int) -> list[str]:
    """Let the process die at the n-th thing that is done to files; the list says what was done."""
    done: list[str] = []

    def wrapped(name: str) -> Callable[..., None]:
        real = getattr(Disk, name)

        def call(disk: Disk, *paths: Any) -> None:
            if len(done) == alive:
                raise Killed
            done.append(name)
            real(disk, *paths)

        return call

    for name in ("make_folder", "write", "move", "remove"):
        monkeypatch.setattr(Disk, name, wrapped(name))
    return done


def test_killed_anywhere_the_repository_is_as_it_was_or_the_next_update_completes_it(
    pets: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pets.files()
    with monkeypatch.context() as patch:
        done = mortal(patch, -1)
        move(pets, SHORT, AGED)
        count = len(done)
    after = pets.files()
    assert count > 10
    completed = 0
    for alive in range(count):
        _restore(pets, before)
        with monkeypatch.context() as patch, pytest.raises(Killed):
            mortal(patch, alive)
            move(pets, SHORT, AGED)
        if (pets.root / ".specmend/pets.update").exists():
            completed += 1
            assert "an update of pets was interrupted" in pets.run("check").err
            assert "finishes it" in pets.run("update", "pets", "--dry-run").err
            ran = pets.run("update", "pets")
            assert "finished an update that was interrupted" in ran.out
            assert pets.files() == after
        else:
            assert pets.files() in (before, after)
            assert pets.run("apply").code == (0 if pets.files() == before else 1)
            assert move(pets, SHORT, AGED).code == 1
            assert pets.files() == after
    assert completed > 5


def _restore(folder: Folder, files: dict[str, bytes]) -> None:
    for name in folder.files():
        (folder.root / name).unlink()
    for name, data in files.items():
        (folder.root / name).parent.mkdir(parents=True, exist_ok=True)
        (folder.root / name).write_bytes(data)
