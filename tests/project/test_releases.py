"""Other releases of the document, which the series must apply to as well."""

from __future__ import annotations

import json

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.steps import ALLOW_NO_PETS, MIN_ITEMS, SECOND

from specmend.errors import RepositoryError
from specmend.project.api import Api
from specmend.project.releases import release_documents, release_problems, retired_count

OLDER = "spec/pets/releases/0.9.yaml"


def found(api: Api) -> list[str]:
    series = api.series()
    return [
        problem.message
        for document in release_documents(api)
        for problem in release_problems(series, document)
    ]


def test_documents_are_told_from_other_files_by_their_endings(files: Folder, api: Api) -> None:
    assert release_documents(api) == ()
    files.write(OLDER, DOCUMENT)
    other = {"openapi": "3.1.0", "info": {"title": "Pets", "version": "0.8"}, "paths": {}}
    files.write("spec/pets/releases/0.8.json", json.dumps(other))
    files.write("spec/pets/releases/README.md", "# Releases\n")
    names = [document.name for document in release_documents(api)]
    assert names == ["spec/pets/releases/0.8.json", OLDER]
    files.write("spec/pets/releases/0.7.yml", "a: [")
    with pytest.raises(RepositoryError):
        release_documents(api)


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("at least one", "one", []),
        (
            "minItems: 1 #",
            "minItems: 3 #",
            ["the document is not what this action was written for"],
        ),
        ("minItems:", "maxItems:", [f"the target {MIN_ITEMS} selects nothing"]),
    ],
)
def test_what_an_action_found_at_its_one_place_must_be_there_too(
    files: Folder, api: Api, old: str, new: str, messages: list[str]
) -> None:
    assert old in DOCUMENT
    files.write(SECOND, ALLOW_NO_PETS)
    files.write(OLDER, DOCUMENT.replace(old, new))
    assert [message.removeprefix(f"on {OLDER}: ") for message in found(api)] == messages


def test_a_step_for_another_version_is_not_tried(files: Folder, api: Api) -> None:
    files.write(OLDER, DOCUMENT.replace('version: "1"', 'version: "0.9"').replace("minItems", "m"))
    newer = '  x-applies-to: {versions: [">=1"]}\nactions:'
    files.write(SECOND, ALLOW_NO_PETS.replace("actions:", newer))
    assert found(api) == []


def test_retired_steps_are_counted(files: Folder, api: Api) -> None:
    assert retired_count(api) == 0
    files.write("patches/pets/retired/0002-old.yaml", "kept")
    assert retired_count(api) == 1


def test_a_release_is_read_as_it_would_be_pinned(files: Folder, api: Api) -> None:
    files.write("spec/pets/releases/0.9.yaml", DOCUMENT.replace("type: object", "$ref: 9/all.yaml"))
    files.write("spec/pets/releases/9/all.yaml", "type: object\n")
    files.write(
        "spec/pets/releases/0.8.yaml",
        "swagger: '2.0'\ninfo: {title: Pets, version: '0.8'}\npaths: {}\n",
    )
    older, old = release_documents(api)
    assert (older.tree["openapi"][:3], "swagger" in older.tree) == ("3.0", False)
    assert old.tree["components"]["schemas"]["all"] == {"type": "object"}
