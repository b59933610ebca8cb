"""Upstream documents fetched from files and pinned."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, Folder

from specmend.errors import OutsideError, RepositoryError
from specmend.project.api import Api
from specmend.project.fetch import fetch_apis
from specmend.project.repository import Project

NEWER = DOCUMENT.replace('version: "1"', 'version: "2"')


@pytest.fixture
def newer(files: Folder) -> str:
    return str(files.write("newer.yaml", NEWER))


def test_a_document_that_moved_is_written_with_its_pin_and_the_old_one_is_kept(
    api: Api, newer: str
) -> None:
    (report,) = fetch_apis([api], newer)
    assert (report.moved, report.has_steps) == (True, True)
    assert (report.wrote, report.removed) == ((api.upstream, api.pin), ())
    assert api.upstream.read_text("utf-8") == NEWER
    assert api.base.read_text("utf-8") == DOCUMENT
    (again,) = fetch_apis([api], newer)
    assert (again.moved, again.wrote) == (False, ())


def test_a_look_writes_nothing(files: Folder, api: Api, newer: str) -> None:
    before = files.files()
    (report,) = fetch_apis([api], newer, write=False)
    assert (report.moved, report.wrote) == (True, ())
    assert files.files() == before


def test_without_steps_no_document_is_kept(api: Api, newer: str) -> None:
    (api.steps / "0001-move-the-prefix.yaml").unlink()
    (report,) = fetch_apis([api], newer)
    assert not report.has_steps
    assert not api.base.exists()


def test_a_document_in_another_format_takes_the_place_of_the_old_one(
    files: Folder, api: Api
) -> None:
    text = '{"openapi": "3.0.3", "info": {"title": "Pets", "version": "2"}, "paths": {}}'
    (report,) = fetch_apis([api], str(files.write("newer.json", text)))
    assert [api.show(path) for path in report.wrote] == [
        "spec/pets/upstream.json",
        "spec/pets/pin.toml",
    ]
    assert [api.show(path) for path in report.removed] == ["spec/pets/upstream.yaml"]


def test_one_source_that_fails_keeps_all_of_them_from_being_written(files: Folder) -> None:
    files.write("good.yaml", NEWER)
    good, bad, none = 'source = "good.yaml"\n', 'source = "none.yaml"\n', ""
    text = SETTINGS + good
    text += "[apis.cats]\n" + bad + "[apis.dogs]\n" + none
    files.write("specmend.toml", text)
    before = files.files()
    with pytest.raises(OutsideError) as caught:
        Project.find(files.root).fetch()
    first, second = caught.value.problems
    assert "none.yaml" in first.file
    assert second.message == "nothing says where the document of dogs comes from"
    assert files.files() == before
    with pytest.raises(RepositoryError):
        Project.find(files.root).fetch(["dogs"])
