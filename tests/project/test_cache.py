"""What a build remembers on this machine, and when there is nothing to do."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from specmend.project.api import Api
from specmend.project.cache import (
    digest_of_outputs,
    input_files,
    inputs_digest,
    is_current,
    learn_program,
    outputs_digest,
    program_digest,
    remember,
    state_of,
    written_before,
)
from specmend.project.repository import Project
from specmend.steps.step_name import HIGHEST, LEFT_OUT, name_of


def test_after_a_build_there_is_nothing_to_do(built: Api) -> None:
    assert is_current(built, "python")
    assert not is_current(built, "go")


def test_the_digest_of_the_program_is_what_a_copy_of_the_process_found(built: Api) -> None:
    found = program_digest()
    learn_program("another")
    assert (program_digest(), is_current(built, "python")) == ("another", False)
    learn_program(found)
    assert is_current(built, "python")


def test_inputs_are_document_pin_and_steps_but_no_retired_ones(built: Api) -> None:
    built.retired.mkdir()
    (built.retired / "0009-old.yaml").write_text("old")
    assert sorted(input_files(built)) == [
        "patches/pets/0001-move-the-prefix.yaml",
        "spec/pets/pin.toml",
        "spec/pets/upstream.yaml",
    ]
    assert is_current(built, "python")


@pytest.mark.parametrize("name", ["steps", "sanitized", "generated"])
def test_whatever_changes_is_built_again(built: Api, name: str) -> None:
    place = getattr(built, name)
    file = place if place.is_file() else place / "0002-new.yaml"
    file.write_bytes(b"changed")
    assert not is_current(built, "python")


@pytest.mark.parametrize("text", ["", "no JSON", "[1]", "[" * 100_000])
def test_a_memory_that_cannot_be_read_is_none(built: Api, text: str) -> None:
    built.state.write_text(text)
    assert not is_current(built, "python")
    assert written_before(built) == ""


def test_the_sanitized_document_is_remembered_without_a_build(built: Api) -> None:
    built.sanitized.write_bytes(b"other")
    remember(built)
    assert written_before(built) == hashlib.sha256(b"other").hexdigest()
    assert not is_current(built, "python")


def test_an_api_that_was_never_built_has_outputs_too(api: Api) -> None:
    assert outputs_digest(api) == digest_of_outputs(b"", {})
    assert not is_current(api, "python")


def test_changes_of_step_files_count_before_they_are_written(built: Api) -> None:
    changes = {
        "patches/pets/0001-move-the-prefix.yaml": None,
        "patches/pets/9999-new.yaml": b"new",
        "patches/pets/0002-new.yaml": b"new",
    }
    (built.client_modules).mkdir()
    (built.client_modules / "own.py").write_bytes(b"own")
    files = input_files(built, changes)
    assert list(files)[2:] == [
        "patches/pets/0002-new.yaml",
        "patches/pets/9999-new.yaml",
        "patches/pets/client/own.py",
    ]
    (built.steps / "0001-move-the-prefix.yaml").unlink()
    for name in ("0002-new.yaml", "9999-new.yaml"):
        (built.steps / name).write_bytes(b"new")
    assert list(input_files(built)) == list(files)


def test_a_record_of_what_was_left_out_is_only_current_when_the_build_looked(built: Api) -> None:
    assert is_current(built, "python", skip=True)
    (built.steps / name_of(HIGHEST, LEFT_OUT)).write_bytes(b"a step")
    for skip in (False, True):
        digests = inputs_digest(built, "python"), outputs_digest(built)
        built.state.write_bytes(state_of(built.sanitized.read_bytes(), *digests, skip=skip))
        assert is_current(built, "python")
        assert is_current(built, "python", skip=True) is skip


def test_inputs_have_the_same_digest_wherever_the_project_is(built: Api, tmp_path: Path) -> None:
    copied = tmp_path / "elsewhere"
    for name in ("spec", "patches"):
        shutil.copytree(built.root / name, copied / name)
    (copied / "specmend.toml").write_bytes((built.root / "specmend.toml").read_bytes())
    assert inputs_digest(Project.find(copied).api("pets"), "python") == inputs_digest(
        built, "python"
    )


def test_inputs_are_known_before_a_step_is_written(built: Api) -> None:
    changes = {"patches/pets/0002-new.yaml": b"new"}
    known = inputs_digest(built, "python", changes)
    assert known != inputs_digest(built, "python")
    (built.steps / "0002-new.yaml").write_bytes(b"new")
    assert inputs_digest(built, "python") == known
    assert inputs_digest(built, "go") != known
