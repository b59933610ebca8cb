"""An API built, but not written yet."""

from __future__ import annotations

import pytest
from tests.cli.project import STEP, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.candidate import build_candidates, write_candidate


def test_a_candidate_has_the_notes_of_its_steps(files: Folder, api: Api) -> None:
    optional = "x-optional: It may be gone."
    nowhere = ALLOW_NO_PETS.replace("pets.minItems", "cats.minItems")
    files.write(SECOND, nowhere.replace("x-expect: {matches: 1, before: 1}", optional))
    (candidate,) = build_candidates([api], overwrite=True)
    assert [note.file for note in candidate.notes] == [SECOND]
    assert candidate.warnings == candidate.built.warnings


def test_a_candidate_is_not_written_until_that_is_asked_for(files: Folder, api: Api) -> None:
    before = files.files()
    (candidate,) = build_candidates([api], overwrite=False)
    assert files.files() == before
    assert write_candidate(candidate) == len(candidate.built.files) + 1
    assert write_candidate(candidate) == 0


def test_the_faults_of_every_api_come_together(files: Folder, api: Api) -> None:
    files.write("patches/pets/0001-move-the-prefix.yaml", STEP.replace("matches: 2", "matches: 3"))
    with pytest.raises(RepositoryError) as caught:
        build_candidates([api, api], overwrite=True)
    assert len(caught.value.problems) == 2
