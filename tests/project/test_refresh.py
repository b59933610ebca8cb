"""Expectations recorded again, on the document that a step is for."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.refresh import refresh_steps

WRONG = ALLOW_NO_PETS.replace("before: 1", "before: 7")
FIRST = "patches/pets/0001-move-the-prefix.yaml"


def test_what_a_step_finds_now_is_written_and_the_rest_of_the_file_stays(
    files: Folder, api: Api
) -> None:
    files.write(SECOND, WRONG + "# mine\n")
    results = refresh_steps(api)
    assert [result.outcome.step.number for result in results if result.is_changed] == [1, 2]
    assert files.read(SECOND) == ALLOW_NO_PETS + "# mine\n"


def test_only_the_steps_that_were_named_are_looked_at(files: Folder, api: Api) -> None:
    files.write(SECOND, WRONG)
    (result,) = refresh_steps(api, [1])
    assert result.outcome.step.number == 1
    assert files.read(SECOND) == WRONG


def test_steps_that_are_not_there_are_all_named(api: Api) -> None:
    with pytest.raises(RepositoryError) as caught:
        refresh_steps(api, [9, 1, 8])
    messages = [problem.message for problem in caught.value.problems]
    assert messages == ["pets has no step 8", "pets has no step 9"]


def test_a_step_that_cannot_be_made_keeps_all_files_as_they_were(files: Folder, api: Api) -> None:
    files.write(FIRST, files.read(FIRST).replace("matches: 2", "matches: 3"))
    files.write(SECOND, WRONG.replace("minItems", "nothing"))
    before = files.files()
    with pytest.raises(RepositoryError, match="selects nothing"):
        refresh_steps(api)
    assert files.files() == before


@pytest.mark.parametrize("is_there", [True, False])
def test_a_step_for_another_release_is_refreshed_on_that(
    files: Folder, api: Api, *, is_there: bool
) -> None:
    older = '  x-applies-to: {versions: ["0.9"]}\nactions:'
    files.write(SECOND, WRONG.replace("actions:", older))
    if is_there:
        release = DOCUMENT.replace('version: "1"', 'version: "0.9"').replace("s: 1 #", "s: 5 #")
        files.write("spec/pets/releases/0.9.yaml", release)
        (result,) = refresh_steps(api, [2])
        assert result.is_changed
        assert "before: 5" in files.read(SECOND)
        return
    assert len(refresh_steps(api)) == 1
    with pytest.raises(RepositoryError, match="none of the documents"):
        refresh_steps(api, [2])


def test_a_step_for_another_generator_is_refreshed_for_that(files: Folder, api: Api) -> None:
    files.write(SECOND, WRONG.replace("actions:", "  x-generator: go\nactions:"))
    (result,) = refresh_steps(api, [2])
    assert result.is_changed
