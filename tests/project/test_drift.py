"""The steps of an API checked against other documents."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, Folder
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.drift import drift_reports
from specmend.project.repository import Project

NEWER = DOCUMENT.replace("minItems: 1 #", "minItems: 0 #")
VERDICTS = ["applies", "already-upstream"]


@pytest.fixture
def two(files: Folder) -> Folder:
    files.write(SECOND, ALLOW_NO_PETS)
    files.write("newer.yaml", NEWER)
    return files


def verdicts(api: Api, *sources: object) -> list[list[str]]:
    reports = drift_reports(api, sources)  # type: ignore[arg-type]
    return [[str(step.verdict) for step in report.steps] for report in reports]


def test_a_document_may_be_read_already_or_be_a_file(two: Folder, api: Api) -> None:
    path = two.root / "newer.yaml"
    before = two.files()
    read = parse_document(NEWER, "newer.yaml")
    assert verdicts(api, read, path, str(path)) == [VERDICTS, VERDICTS, VERDICTS]
    assert two.files() == before


def test_without_a_document_the_last_fetched_one_is_taken(two: Folder, api: Api) -> None:
    api.fetch(str(two.root / "newer.yaml"))
    assert verdicts(api) == [VERDICTS]


def test_or_what_the_source_has_now(two: Folder) -> None:
    two.write("specmend.toml", SETTINGS + 'source = "newer.yaml"\n')
    api = Project.find(two.root).api("pets")
    assert verdicts(api) == [VERDICTS]
    two.write("newer.yaml", DOCUMENT)
    with pytest.raises(RepositoryError, match="nothing has moved"):
        drift_reports(api)


def test_without_another_document_there_is_nothing_to_check(api: Api) -> None:
    with pytest.raises(RepositoryError) as caught:
        drift_reports(api)
    assert caught.value.problems[0].advice == "name it: specmend drift pets --to FILE"


def test_only_the_steps_for_the_generator_are_checked(two: Folder, api: Api) -> None:
    two.write(SECOND, ALLOW_NO_PETS.replace("actions:", "  x-generator: go\nactions:"))
    newer = parse_document(NEWER, "newer.yaml")
    assert [len(drift_reports(api, [newer], name)[0].steps) for name in (None, "go")] == [1, 2]


def test_a_document_in_memory_is_read_as_it_would_be_pinned(api: Api) -> None:
    text = """\
swagger: '2.0'
info: {title: Pets, version: '2'}
paths: {}
definitions: {Cat: {type: object}}
"""
    (report,) = drift_reports(api, [parse_document(text, "newer.yaml")])
    lines = [change.line for change in report.untouched]
    assert [line for line in lines if "Cat" in line]
    assert not [line for line in lines if "definitions" in line]
