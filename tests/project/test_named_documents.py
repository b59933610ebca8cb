"""Documents by what a person calls them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.in_git import Repository

from specmend.errors import OutsideError, RepositoryError
from specmend.project.named_documents import document_at, named_document

TEXT = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\n'


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/a.yaml").write_text(TEXT)
    made = Repository(tmp_path, tmp_path)
    made.git("init", "--quiet")
    made.commit()
    (tmp_path / "spec/a.yaml").write_text(TEXT.replace("T,", "U,"))
    return tmp_path


def test_a_file_a_revision_and_an_address_of_git(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    now = named_document("spec/a.yaml")
    assert (now.tree["info"]["title"], now.name) == ("U", "spec/a.yaml")
    then = named_document("HEAD:spec/a.yaml")
    assert (then.tree["info"]["title"], then.name) == ("T", "HEAD:spec/a.yaml")
    address = f"git+file://{repository}@HEAD:spec/a.yaml"
    assert named_document(address).tree["info"]["title"] == "T"


def test_the_folder_says_which_repository(repository: Path) -> None:
    found = document_at(repository / "spec", "HEAD", "a.yaml", "then")
    assert (found.name, found.tree["info"]["title"]) == ("then", "T")


def test_a_revision_without_the_file_is_refused(repository: Path) -> None:
    with pytest.raises(RepositoryError, match="no file of this name"):
        document_at(repository, "HEAD", "spec/b.yaml", "then")


def test_a_file_that_is_not_there_and_one_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(OutsideError):
        named_document(str(tmp_path / "nothing.yaml"))
    (tmp_path / "a.yaml").write_text("a: 1\n")
    with pytest.raises(OutsideError):
        named_document(str(tmp_path / "a.yaml"))


MANY = """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths: {}
components:
  schemas:
    A: {type: object, properties: {b: %s}}
    B: {type: string}
"""


@pytest.mark.parametrize(
    ("schema", "kept"),
    [
        ("{$ref: '#/components/schemas/B'}", True),
        ("{'$ref' : \"#/components/schemas/B\"}", True),
        ("{$ref: 'b.yaml'}", False),
        ("{$ref: b.yaml}", False),
        ("{discriminator: {propertyName: p, mapping: {x: B, y: '#/components/schemas/B'}}}", True),
        ("{discriminator: {propertyName: p, mapping: {x: ./b.yaml}}}", False),
    ],
)
def test_a_document_of_many_files_is_one(tmp_path: Path, schema: str, kept: bool) -> None:
    (tmp_path / "b.yaml").write_text("type: integer\n")
    file = tmp_path / "a.yaml"
    file.write_text(MANY % schema)
    found = named_document(str(file))
    assert (found.data == file.read_bytes()) is kept
    if not kept:
        assert {"type": "integer"} in found.tree["components"]["schemas"].values()


def test_swagger_becomes_openapi(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text('swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {}\n')
    assert named_document(str(file)).tree["openapi"].startswith("3.")
