"""Files beside a document on the disk: what may be read, and how it is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specmend.errors import Problem
from specmend.source.address import FileAddress
from specmend.source.disk_files import DiskFiles, disk_files
from specmend.source.location import Location


@pytest.fixture
def shelf(tmp_path: Path) -> tuple[DiskFiles, Location]:
    """A document in a folder of a folder, of which the outer one may be read."""
    root = tmp_path / "spec" / "api" / "root.yaml"
    root.parent.mkdir(parents=True)
    root.write_text("a")
    (tmp_path / "secret.yaml").write_text("s")
    (tmp_path / "spec" / "common.yaml").write_text("c")
    (root.parent / "a b.yaml").write_text("ab")
    return disk_files(FileAddress(origin="spec/api/root.yaml", path=root), tmp_path / "spec")


@pytest.mark.parametrize(
    ("reference", "path", "name"),
    [
        ("b.yaml", "b.yaml", "spec/api/b.yaml"),
        ("./x/../b.yaml", "b.yaml", "spec/api/b.yaml"),
        ("../common.yaml", "../common.yaml", "spec/common.yaml"),
        ("a%20b.yaml", "a b.yaml", "spec/api/a b.yaml"),
        ("root.yaml", "root.yaml", "spec/api/root.yaml"),
    ],
)
def test_a_file_is_named_as_its_document_is(
    shelf: tuple[DiskFiles, Location], reference: str, path: str, name: str
) -> None:
    files, root = shelf
    found = files.locate(reference, root)
    assert isinstance(found, Location)
    assert (found.path, found.name) == (path, name)


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("/etc/passwd", "from the root of the disk"),
        ("file:///etc/passwd", "from the root of the disk"),
        ("../../secret.yaml", "lies outside of spec"),
        ("../../../../../../etc/passwd", "lies outside of spec"),
        ("%2e%2e/%2e%2e/secret.yaml", "lies outside of spec"),
        ("link.yaml", "lies outside of spec"),
        ("folder/secret.yaml", "lies outside of spec"),
        (".env", "a hidden file"),
        ("../.git/config", "a hidden file"),
        ("seen.yaml", "a hidden file"),
    ],
)
@pytest.mark.posix("symbolic links")
def test_no_way_leads_out_of_the_folder(
    shelf: tuple[DiskFiles, Location], tmp_path: Path, reference: str, message: str
) -> None:
    files, root = shelf
    (tmp_path / "spec/api/link.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "spec/api/folder").symlink_to(tmp_path)
    (tmp_path / "spec/api/seen.yaml").symlink_to(tmp_path / "spec/api/.env")
    found = files.locate(reference, root)
    assert isinstance(found, Problem)
    assert message in found.message
    assert found.found == reference


def test_a_file_is_read_or_said_to_be_missing(
    shelf: tuple[DiskFiles, Location], tmp_path: Path
) -> None:
    files, root = shelf
    assert read(files, root, "../common.yaml") == b"c"
    missing = read(files, root, "none.yaml")
    assert isinstance(missing, Problem)
    assert missing.message.endswith("not there: spec/api/none.yaml")
    (tmp_path / "spec/api/folder.yaml").mkdir()
    folder = read(files, root, "folder.yaml")
    assert isinstance(folder, Problem)
    assert folder.message == "spec/api/folder.yaml: this is a folder and not a file"


@pytest.mark.posix("named pipes")
def test_a_pipe_is_not_waited_for(shelf: tuple[DiskFiles, Location], tmp_path: Path) -> None:
    files, root = shelf
    os.mkfifo(tmp_path / "spec/api/pipe.yaml")
    assert isinstance(read(files, root, "pipe.yaml"), Problem)


def read(files: DiskFiles, root: Location, reference: str) -> bytes | Problem:
    location = files.locate(reference, root)
    assert isinstance(location, Location)
    return files.read(location)
