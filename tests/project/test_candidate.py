"""An API built, but not written yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.cache import inputs_digest, is_current
from specmend.project.candidate import build_candidate, stage_candidate
from specmend.storage.staging import put_in_place, staging_folder


def test_a_candidate_has_the_notes_of_its_steps(files: Folder, api: Api) -> None:
    optional = "x-optional: It may be gone."
    nowhere = ALLOW_NO_PETS.replace("pets.minItems", "cats.minItems")
    files.write(SECOND, nowhere.replace("x-expect: {matches: 1, before: 1}", optional))
    candidate = build_candidate(api, overwrite=True)
    assert [note.file for note in candidate.notes] == [SECOND]
    assert candidate.warnings == candidate.built.warnings


def test_what_differs_waits_and_is_recorded(files: Folder, api: Api, tmp_path: Path) -> None:
    before = files.files()
    candidate = build_candidate(api, overwrite=False)
    with staging_folder(tmp_path / ".specmend") as staging:
        staged, changed = stage_candidate(candidate, staging, inputs_digest(api, "python"))
        assert files.files() == before
        put_in_place(staged)
    assert changed == len(candidate.built.files) + 1
    assert is_current(api, "python")
    with staging_folder(tmp_path / ".specmend") as staging:
        staged, changed = stage_candidate(candidate, staging, "")
        assert [one.place for one in staged] == [api.state]
    assert changed == 0


def test_what_a_person_edited_is_refused(built: Api) -> None:
    built.sanitized.write_bytes(b"edited")
    with pytest.raises(RepositoryError) as caught:
        build_candidate(built, overwrite=False)
    assert [problem.file for problem in caught.value.problems] == ["spec/pets/sanitized.yaml"]
    assert build_candidate(built, overwrite=True).built.sanitized != b"edited"
