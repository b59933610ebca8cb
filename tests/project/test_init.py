"""An API that joins a project: settings, document, pin and a line for git, or nothing."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import DOCUMENT

from specmend.errors import OutsideError, RepositoryError
from specmend.project.init import init_api
from specmend.project.repository import Project
from specmend.source import fetch

DAY = dt.date(2025, 3, 1)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(fetch, "utc_today", lambda: DAY)
    (tmp_path / "openapi.yaml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "mine").mkdir()
    return str(tmp_path / "openapi.yaml")


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_an_empty_folder_becomes_a_project(source: str, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    result = init_api(folder, "pets", source)
    assert (result.title, result.pin.date, result.hops) == ("Pets 1", DAY, ())
    assert sorted(result.wrote) == files(folder)
    assert (folder / ".gitignore").read_text("utf-8") == "/.specmend/\n"
    api = Project.find(folder).api("pets")
    assert (api.settings.package, api.steps.is_dir()) == ("pets", True)
    assert api.sanitize().document.text == DOCUMENT


@pytest.mark.parametrize(
    ("name", "package", "expected"),
    [("big-pets.v1", None, "big_pets_v1"), ("pets", "my_pets", "my_pets")],
)
def test_the_settings_are_added_to_those_that_are_there(
    source: str, tmp_path: Path, name: str, package: str | None, expected: str
) -> None:
    folder = tmp_path / "mine"
    before = '# mine\n[project]\nname = "mine" # kept'
    (folder / "pyproject.toml").write_text(before, "utf-8")
    (folder / ".gitignore").write_text("*.pyc", "utf-8")
    init_api(folder, name, source, package)
    text = (folder / "pyproject.toml").read_text("utf-8")
    assert text.startswith(before + "\n\n[tool.specmend.apis.")
    table: dict[str, Any] = tomllib.loads(text)["tool"]["specmend"]["apis"][name]
    assert table == {"package": expected, "source": source}
    assert (folder / ".gitignore").read_text("utf-8") == "*.pyc\n/.specmend/\n"
    init_api(folder, "other", source)
    assert list(Project.find(folder).apis) == [name, "other"]
    assert (folder / ".gitignore").read_text("utf-8") == "*.pyc\n/.specmend/\n"


@pytest.mark.parametrize(
    ("name", "package", "location", "message"),
    [
        ("-pets", None, "API", "'-pets' cannot name an API"),
        ("a/b", "ab", "API", "'a/b' cannot name an API"),
        ("pe ts", "pets", "API", "'pe ts' cannot name an API"),
        ("pets", "class", "--package", "the package cannot be imported by this name"),
        ("cats", None, "specmend.toml", "there is an API named 'cats' already"),
        ("dogs", None, "spec/dogs/pin.toml", "this is there already, and init would overwrite it"),
    ],
)
def test_what_cannot_join_is_refused_and_nothing_is_written(
    source: str, tmp_path: Path, name: str, package: str | None, location: str, message: str
) -> None:
    folder = tmp_path / "mine"
    (folder / "specmend.toml").write_text("[apis.cats]\n", "utf-8")
    (folder / "spec/dogs").mkdir(parents=True)
    (folder / "spec/dogs/pin.toml").write_text("somebody's")
    before = files(folder)
    with pytest.raises(RepositoryError) as caught:
        init_api(folder, name, source, package)
    problem = caught.value.problems[0]
    assert (problem.message, problem.location) == (message, location)
    assert files(folder) == before
    assert (folder / "specmend.toml").read_text("utf-8") == "[apis.cats]\n"


def test_a_document_that_cannot_be_had_is_a_fault_of_the_outside(
    source: str, tmp_path: Path
) -> None:
    with pytest.raises(OutsideError):
        init_api(tmp_path / "mine", "pets", source + ".gone")
    assert files(tmp_path / "mine") == []


def test_a_disk_that_fails_is_named(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", ".specmend.toml.x.new")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutsideError) as caught:
        init_api(tmp_path / "mine", "pets", source)
    (problem,) = caught.value.problems
    assert (problem.file, problem.message) == (
        str(tmp_path / "mine" / "specmend.toml"),
        "this cannot be written: the disk is full",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_document_in_another_encoding_is_pinned_in_utf_8(
    source: str, tmp_path: Path, encoding: str
) -> None:
    Path(source).write_bytes(DOCUMENT.encode(encoding))
    folder = tmp_path / "mine"
    result = init_api(folder, "pets", source)
    assert result.pin.made_by == (f"{encoding[:6]} to utf-8",)
    assert [record.size for record in result.pin.sources] == [len(DOCUMENT.encode(encoding))]
    api = Project.find(folder).api("pets")
    assert api.sanitize().document.text == DOCUMENT
    assert api.fetch().fetched.moved is False


MORE = "(and 3 more like this); a step with the edit rename-key writes it as OpenAPI has it"


def test_what_is_not_valid_is_told_and_stops_nothing(source: str, tmp_path: Path) -> None:
    responses = "".join(f"        {n}xx: {{description: d}}\n" for n in (1, 2, 3, 4))
    text = "openapi: 3.1.0\ninfo: {title: Pets}\npaths:\n  /a:\n    get:\n      responses:\n"
    Path(source).write_text(text + responses, "utf-8")
    result = init_api(tmp_path / "mine", "pets", source)
    assert [remark.sentence for remark in result.remarks] == [
        "spec/pets/upstream.yaml:2:1: info lacks 'version'; record a step that adds it",
        f"spec/pets/upstream.yaml:7:9: the response '1xx' is read as '1XX' {MORE}",
    ]


def test_a_document_without_operations_is_told_and_a_build_refuses_it(
    source: str, tmp_path: Path
) -> None:
    hook = "paths: {}\n"
    Path(source).write_text(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{hook}", "utf-8")
    result = init_api(tmp_path / "mine", "pets", source)
    (remark,) = result.remarks
    words = "no path has an operation: there is nothing that a client could call"
    assert remark.message.startswith(words)
    with pytest.raises(RepositoryError) as caught:
        Project.find(tmp_path / "mine").api("pets").build()
    (problem,) = caught.value.problems
    assert (problem.message, problem.line) == (words, 3)
    assert problem.expected == "an operation in a path"


def test_of_a_document_of_webhooks_alone_a_build_makes_the_models(
    source: str, tmp_path: Path
) -> None:
    body = "content: {application/json: {schema: {properties: {id: {type: integer}}}}}"
    hook = f"webhooks: {{new: {{post: {{requestBody: {{{body}}}, responses: {{}}}}}}}}\n"
    Path(source).write_text(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{hook}", "utf-8")
    remarks = init_api(tmp_path / "mine", "pets", source).remarks
    words = "the document has webhooks alone, which the server calls"
    assert any(remark.message.startswith(words) for remark in remarks)
    project = Project.find(tmp_path / "mine")
    project.api("pets").build()
    models = tmp_path / "mine/generated/pets/pets/models/schemas.py"
    assert "class NewPayload(SchemaModel):\n    id: int | None = None" in models.read_text("utf-8")
