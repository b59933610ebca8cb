"""The files that an update writes and removes."""

from __future__ import annotations

from pathlib import Path

from tests.update.project import OPEN, UPSTREAM, make_project, write_newer

from specmend.update.decision import Choice, Choices
from specmend.update.files import retired_names, update_files
from specmend.update.inputs import Incoming, incoming
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import UpdatePlan

STEP_FILE = "patches/pets/0001-a-step.yaml"
RETIRED = "patches/pets/retired/0001-a-step.yaml"
MENDED = UPSTREAM.replace("x-a: 1", "x-a: 2")


def planned(found: Incoming, choice: Choice | None = None) -> UpdatePlan:
    intents = intents_of(found.old, found.new, found.steps, "python")
    choices: Choices = {(1, None): choice} if choice else {}
    return plan_update(found.new, found.steps, intents, "python", choices)


def test_a_new_document_is_written_with_its_pin_and_the_marked_step(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    found = incoming(api, str(write_newer(tmp_path)), None)
    changes = update_files(api, found, planned(found), {})
    assert list(changes) == ["spec/pets/upstream.yaml", "spec/pets/pin.toml", STEP_FILE]
    assert b"x-conflict" in (changes[STEP_FILE] or b"")


def test_a_document_in_another_format_takes_the_old_files_away(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    api.sanitized.write_text("old", "utf-8")
    text = '{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {}, "x-a": 2}'
    found = incoming(api, str(write_newer(tmp_path, text, "newer.json")), None)
    plan = planned(found)
    changes = update_files(api, found, plan, retired_names(api, plan))
    removed = {name for name, data in changes.items() if data is None}
    assert removed == {"spec/pets/upstream.yaml", "spec/pets/sanitized.yaml", STEP_FILE}
    assert "spec/pets/upstream.json" in changes


def test_a_retired_step_gets_a_name_that_is_free(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    found = incoming(api, str(write_newer(tmp_path, MENDED)), None)
    plan = planned(found)
    assert retired_names(api, plan) == {1: RETIRED}
    api.retired.mkdir()
    for name in ("0001-a-step.yaml", "0001-a-step-2.yaml"):
        (api.retired / name).write_text("kept", "utf-8")
    names = retired_names(api, plan)
    assert names == {1: "patches/pets/retired/0001-a-step-3.yaml"}
    changes = update_files(api, found, plan, names)
    assert changes[STEP_FILE] is None
    assert b"x-retired" in (changes[names[1]] or b"")


def test_a_dropped_step_leaves_nothing_and_the_kept_document_goes(tmp_path: Path) -> None:
    api = make_project(tmp_path, OPEN)
    api.base.write_bytes(UPSTREAM.encode())
    found = incoming(api, None, None)
    plan = planned(found, Choice.DROP)
    assert retired_names(api, plan) == {}
    assert update_files(api, found, plan, {}) == {STEP_FILE: None, ".specmend/pets.base": None}


def test_where_nothing_moved_nothing_is_written(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    found = incoming(api, None, None)
    assert update_files(api, found, planned(found), {}) == {}
