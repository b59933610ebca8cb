"""One API with its commands as methods: each hands over to its use case."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.steps import ALLOW_NO_PETS, MIN_ITEMS, SECOND

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.repository import Project


def test_a_step_is_made_looked_at_moved_and_dropped(files: Folder, api: Api) -> None:
    step = api.new_step("Allow no pets", MIN_ITEMS, reason="Empty shops.", action={"update": 0})
    assert step.file == SECOND
    assert [record.step.number for record in api.log()] == [1, 2]
    assert "+          minItems: 0 # at least one" in api.diff(2).lines
    assert [line.steps for line in api.blame(MIN_ITEMS)] == [(2,)]
    assert api.refresh(2)[0].is_changed is False
    assert api.export().startswith("overlay: ")
    assert api.move(2, 5) == {"0002-allow-no-pets.yaml": "0005-allow-no-pets.yaml"}
    assert api.renumber() == {"0005-allow-no-pets.yaml": "0002-allow-no-pets.yaml"}
    assert api.drop(2).file == SECOND
    assert not (files.root / SECOND).exists()


def test_the_series_is_that_of_a_generator(files: Folder, api: Api) -> None:
    files.write(SECOND, ALLOW_NO_PETS.replace("actions:", "  x-generator: go\nactions:"))
    assert [len(api.series(name).active()) for name in (None, "go")] == [1, 2]
    assert "minItems: 0" in api.sanitize("go").document.text


def test_the_sanitized_document_is_written_learnt_from_and_validated(api: Api) -> None:
    api.apply()
    text = api.sanitized.read_text("utf-8")
    api.sanitized.write_text(text.replace("minItems: 1 #", "minItems: 0 #"), "utf-8")
    (path,) = api.learn().write()
    assert path.name.startswith("0002-")
    path.unlink()
    assert api.validate().ok


def test_foreign_documents_and_files_are_taken(files: Folder, api: Api) -> None:
    other = parse_document(DOCUMENT.replace("title: Pets", "title: Cats"), "cats.yaml")
    assert "title: Cats" in api.apply_to(other).document.text
    overlay = "overlay: 1.1.0\ninfo: {title: M, version: 1.0.0}\nactions:\n"
    file = files.write("m.yaml", overlay + "  - {target: $.info.title, update: Cats}\n")
    assert len(api.import_steps(file).files) == 1


def test_upstream_moves_and_the_steps_follow(files: Folder, api: Api) -> None:
    files.write(SECOND, ALLOW_NO_PETS)
    newer = DOCUMENT.replace("minItems: 1 #", "minItems: 0 #")
    path = str(files.write("newer.yaml", newer))
    assert [str(step.verdict) for step in api.drift(path).steps][1] == "already-upstream"
    assert len(api.drift_table([path, path])) == 2
    assert api.fetch(path, write=False).moved
    assert api.fetch(path).wrote
    assert api.drift().steps[1].needs_person is False
    assert list(api.update().retired) == [2]
    assert api.finish_update() == ()


def test_a_built_api_is_current_and_in_order(built: Api) -> None:
    assert built.build().is_current
    assert built.check().problems == ()
    assert [report.is_current for report in Project.find(built.root).build()] == [True]
    assert Project.find(built.root).check()[0].problems == ()


def test_what_several_apis_share_is_had_from_the_project(files: Folder, api: Api) -> None:
    project = Project.find(files.root)
    assert [result.api for result in project.sanitize()] == [api]
    assert [result.api for result in project.apply(["pets"])] == [api]
    assert api.sanitized.exists()
    with pytest.raises(RepositoryError, match="where the document of pets comes from"):
        project.fetch()
    result = Project.init(files.root, "cats", str(api.upstream))
    assert list(Project.find(files.root).apis) == ["pets", result.api.name]


def test_a_path_may_be_a_text_a_line_a_number_and_one_document_stands_alone(
    files: Folder, api: Api
) -> None:
    path = files.write("newer.yaml", DOCUMENT.replace("title: Pets", "title: Cats"))
    assert api.blame(2) == api.blame("2") != ()
    assert len(api.drift_table(str(path))) == len(api.drift_table(path)) == 1
    assert len(api.drift_table(parse_document(DOCUMENT, "same.yaml"))) == 1
    overlay = "overlay: 1.1.0\ninfo: {title: M, version: 1.0.0}\nactions:\n"
    file = files.write("m.yaml", overlay + "  - {target: $.info.title, update: Cats}\n")
    proposals = api.import_steps(str(file), folder=str(files.root / "out"))
    assert [path.parent.name for path in proposals.write()] == ["out"]
    assert api.fetch(path, write=False).moved
    base = str(api.root / "spec/pets/upstream.yaml")
    assert api.update(path, base=base, dry_run=True).changes
