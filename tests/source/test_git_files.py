"""Files beside a document in a git repository, at its revision and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.source.test_git import PROGRAM, run

from specmend.errors import Problem
from specmend.source.address import GitAddress
from specmend.source.fetch import bring
from specmend.source.git import GitTree
from specmend.source.git_files import RevisionFiles, revision_files
from specmend.source.location import Location
from specmend.source.prepare import prepare
from specmend.source.reach import Reach
from specmend.source.recognize import recognize

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="git is not installed")
ROOT = """\
openapi: 3.1.0
info: {title: P, version: "1"}
paths: {}
components: {schemas: {Pet: {$ref: ../common/Pet.yaml}}}
"""


@pytest.fixture
def where(tmp_path: Path) -> GitAddress:
    """The first of two revisions of a repository; the second one has another file."""
    folder = tmp_path / "repository"
    for name, text in (("api/root.yaml", ROOT), ("common/Pet.yaml", "type: object\n")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    run(folder, "init", "--quiet", "--initial-branch=main")
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "-m", "Publish")
    run(folder, "tag", "v1")
    (folder / "common/Pet.yaml").write_text("type: string\n")
    run(folder, "commit", "--quiet", "-a", "-m", "Change")
    url = f"file://{folder}"
    origin = f"git+{url}@v1:api/root.yaml"
    return GitAddress(origin=origin, url=url, revision="v1", path="api/root.yaml")


@pytest.fixture
def shelf(where: GitAddress) -> Iterator[tuple[RevisionFiles, Location]]:
    tree = GitTree(where, bring(where).commit)
    yield revision_files(where, tree)
    tree.close()


def test_a_document_is_made_of_the_files_of_one_revision(where: GitAddress) -> None:
    answer = bring(where)
    document = recognize(answer.data or b"", where.origin)
    made = prepare(document, where, answer, Reach())
    assert made.document.tree["components"]["schemas"] == {"Pet": {"type": "object"}}
    assert [record.path for record in made.sources] == ["root.yaml", "../common/Pet.yaml"]


@pytest.mark.parametrize(
    ("reference", "path", "place"),
    [
        ("b.yaml", "b.yaml", "api/b.yaml"),
        ("../common/Pet.yaml", "../common/Pet.yaml", "common/Pet.yaml"),
    ],
)
def test_a_file_is_named_by_its_revision(
    shelf: tuple[RevisionFiles, Location], where: GitAddress, reference: str, path: str, place: str
) -> None:
    files, root = shelf
    found = files.locate(reference, root)
    assert isinstance(found, Location)
    assert (found.path, found.place) == (path, place)
    assert found.name == f"git+{where.url}@v1:{place}"


@pytest.mark.parametrize("reference", ["../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/a"])
def test_no_way_leads_out_of_the_repository(
    shelf: tuple[RevisionFiles, Location], reference: str
) -> None:
    files, root = shelf
    assert isinstance(files.locate(reference, root), Problem)


def test_what_is_no_file_of_the_revision_is_missing(shelf: tuple[RevisionFiles, Location]) -> None:
    files, root = shelf
    for reference in ("none.yaml", "../common", ".."):
        location = files.locate(reference, root)
        assert isinstance(location, Location)
        found = files.read(location)
        assert isinstance(found, Problem)
        assert "not there" in found.message


def test_another_commit_than_that_of_the_document_is_refused(where: GitAddress) -> None:
    tree = GitTree(where, "0" * 40)
    files, root = revision_files(where, tree)
    location = files.locate("../common/Pet.yaml", root)
    assert isinstance(location, Location)
    found = files.read(location)
    tree.close()
    assert isinstance(found, Problem)
    assert "the repository moved while it was read" in found.message
