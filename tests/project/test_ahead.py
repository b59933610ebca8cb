"""What is begun ahead is what would be done now, and nothing else is taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.project import Folder
from tests.project.works import Heard

from specmend.errors import RepositoryError
from specmend.project.ahead import begin, begin_ahead, begun_in, kept_in
from specmend.project.api import Api
from specmend.project.cache import inputs_digest
from specmend.project.pipeline import refuse_invalid

READING = "reading the document"
STEP = "patches/pets/0001-move-the-prefix.yaml"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("inputs_are_known", [True, False])
@pytest.mark.parametrize("generator", ["python", None])
def test_what_was_begun_is_taken_once(
    api: Api, kept: Path, generator: str | None, *, inputs_are_known: bool
) -> None:
    now, heard = begin(api, "python"), Heard()
    inputs = inputs_digest(api, "python") if inputs_are_known else ""
    with kept_in(kept):
        begin_ahead(api, "python")
        assert begun_in(kept) == 1
        taken = begin(api, generator, heard, inputs=inputs)
        assert heard.events == []
        again = begin(api, generator, heard, inputs=inputs)
    assert (taken.series, taken.sanitized) == (now.series, now.sanitized)
    assert taken.findings == refuse_invalid(now.sanitized)
    assert taken.sanitized.series is taken.series
    assert (again, heard.events[0]) == (now, ("pets", READING, "begun"))
    assert begun_in(kept) == 0
    assert list(kept.iterdir()) == []


def test_what_changed_since_is_read_again(files: Folder, api: Api, kept: Path) -> None:
    with kept_in(kept):
        begin_ahead(api, "python")
        files.write(STEP, files.read(STEP).replace("x-reason: ", "x-reason: It is so. "))
        assert begin(api, "python") == begin(api, "python")
        assert begin(api, "python").findings is None
        begin_ahead(api, "python", skip=True)
        assert begin(api, "python").findings is None
        assert begin(api, "python", skip=True).findings is not None
        assert begin(api, "go").findings is None


def test_a_fault_is_left_to_who_does_the_rest(files: Folder, api: Api, kept: Path) -> None:
    files.write(STEP, "overlay: 1.1.0\n")
    with kept_in(kept):
        begin_ahead(api, "python")
        assert list(kept.iterdir()) == []
        with pytest.raises(RepositoryError):
            begin(api, "python")


def test_a_file_that_cannot_be_read_is_left_to_who_does_the_rest(api: Api, kept: Path) -> None:
    api.pin.unlink()
    api.pin.mkdir()
    with kept_in(kept):
        begin_ahead(api, "python")
        assert begun_in(kept) == 0
        with pytest.raises(RepositoryError):
            begin(api, "python")


def test_nothing_is_kept_without_a_folder(api: Api, kept: Path) -> None:
    begin_ahead(api, "python")
    assert begin(api, "python").findings is None
    assert list(kept.iterdir()) == []
