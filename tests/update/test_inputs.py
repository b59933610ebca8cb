"""What an update works on: which document is the old one, and which the new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.update.project import NEWER, OPEN, UPSTREAM, make_project, write_newer

from specmend.errors import OutsideError, RepositoryError
from specmend.source.fetch import fetch, find_source
from specmend.source.store import keep_base, store
from specmend.update.inputs import incoming


def test_a_named_document_is_the_new_one_and_the_pinned_one_the_old(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    found = incoming(api, str(write_newer(tmp_path)), None)
    assert found.old
    assert found.old.text == UPSTREAM
    assert (found.new.text, found.new.name) == (NEWER, "spec/pets/upstream.yaml")
    assert found.pin
    assert (found.pin.sha256 != found.before.sha256, found.waiting) == (True, False)
    assert api.upstream.read_text("utf-8") == UPSTREAM


@pytest.mark.parametrize("source", ["", "newer.yaml"])
def test_without_a_name_the_source_is_asked_if_there_is_one(tmp_path: Path, source: str) -> None:
    api = make_project(tmp_path, source=source)
    write_newer(tmp_path)
    found = incoming(api, None, None)
    assert (found.pin is not None) == bool(source)
    assert found.new.text == (NEWER if source else UPSTREAM)
    assert (found.old is not None) == bool(source)


def test_a_document_in_another_format_has_the_name_of_that(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    text = '{"openapi": "3.0.3", "info": {"title": "Pets", "version": "2"}, "paths": {}}'
    file = write_newer(tmp_path, text, "newer.json")
    assert incoming(api, str(file), None).new.name == "spec/pets/upstream.json"


def test_the_document_that_the_steps_were_recorded_on_may_be_named(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    base = write_newer(tmp_path, UPSTREAM + "x-b: 1\n", "base.yaml")
    named = incoming(api, None, base)
    assert named.old
    assert (named.old.name, named.new.text, named.pin) == (str(base), UPSTREAM, None)
    moved = incoming(api, str(write_newer(tmp_path)), base)
    assert moved.old
    assert moved.old.name == str(base)
    for given in ("none.yaml", write_newer(tmp_path, "hello: 1\n", "other.yaml").name):
        with pytest.raises(OutsideError):
            incoming(api, None, tmp_path / given)


def test_after_a_fetch_the_document_before_it_is_the_old_one(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    fetched = fetch(api, find_source(api, str(write_newer(tmp_path)), tmp_path))
    keep_base(api)
    assert fetched.document
    store(api, fetched.document, fetched.new)
    found = incoming(api, None, None)
    assert found.old
    assert (found.old.text, found.new.text, found.pin) == (UPSTREAM, NEWER, None)
    newest = write_newer(tmp_path, NEWER + "x-b: 1\n")
    later = incoming(api, str(newest), None)
    assert later.old
    assert later.old.text == UPSTREAM


def test_a_kept_document_no_longer_counts_when_the_steps_fit_the_pinned_one(
    tmp_path: Path,
) -> None:
    api = make_project(tmp_path)
    api.base.write_bytes(NEWER.encode())
    assert incoming(api, None, None).old is None


def test_steps_that_do_not_fit_the_pinned_document_are_refused(tmp_path: Path) -> None:
    api = make_project(tmp_path)
    step = api.steps / "0001-a-step.yaml"
    step.write_text(step.read_text("utf-8").replace("before: 1", "before: 3"), "utf-8")
    with pytest.raises(RepositoryError) as caught:
        incoming(api, None, None)
    *_, last = caught.value.problems
    assert last.message == "the steps were not recorded on the pinned document"
    assert "--base FILE" in last.advice


def test_while_something_is_open_no_other_document_is_taken(tmp_path: Path) -> None:
    api = make_project(tmp_path, OPEN, source="newer.yaml")
    newer = write_newer(tmp_path)
    found = incoming(api, None, None)
    assert (found.waiting, found.old, found.pin) == (True, None, None)
    for to, base in ((str(newer), None), (None, newer)):
        with pytest.raises(RepositoryError) as caught:
            incoming(api, to, base)
        (problem,) = caught.value.problems
        assert problem.message == "this action needs a decision since the last update"
        assert "specmend update pets shows what is open" in problem.advice


def test_a_document_that_cannot_be_had_is_a_fault_of_the_outside(tmp_path: Path) -> None:
    with pytest.raises(OutsideError):
        incoming(make_project(tmp_path), str(tmp_path / "none.yaml"), None)
