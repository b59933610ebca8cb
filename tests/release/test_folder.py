"""Archives go through a folder with all their bytes, and only those of the release are taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.release.packages import NAME

from specmend.errors import OutsideError
from specmend.release.archives import Archive
from specmend.release.folder import archives_in, put_archives

VERSION = "1.2.0"


def test_what_is_put_is_found_in_the_same_order(
    tmp_path: Path, archives: tuple[Archive, ...]
) -> None:
    folder = tmp_path / "new" / "folder"
    assert archives_in(folder, NAME, VERSION) == ()
    put_archives(folder, archives)
    put_archives(folder, archives)
    assert archives_in(folder, NAME, VERSION) == archives
    assert archives_in(folder, NAME.upper().replace("-", "_"), f"{VERSION}.0") == archives


@pytest.mark.parametrize(("name", "version"), [("other", VERSION), (NAME, "1.2.1")])
def test_archives_of_another_release_are_not_taken(
    tmp_path: Path, archives: tuple[Archive, ...], name: str, version: str
) -> None:
    put_archives(tmp_path, archives)
    assert archives_in(tmp_path, name, version) == ()


@pytest.mark.parametrize("kept", [0, 1])
def test_one_archive_is_no_release(
    tmp_path: Path, archives: tuple[Archive, ...], kept: int
) -> None:
    put_archives(tmp_path, archives[kept : kept + 1])
    (tmp_path / "notes.txt").write_text("not an archive", "utf-8")
    assert archives_in(tmp_path, NAME, VERSION) == ()


def test_a_file_in_the_place_of_the_folder_is_told(
    tmp_path: Path, archives: tuple[Archive, ...]
) -> None:
    place = tmp_path / "file"
    place.write_text("", "utf-8")
    with pytest.raises(OutsideError, match="the folder for archives cannot be used"):
        archives_in(place, NAME, VERSION)
    with pytest.raises(OutsideError, match="the folder for archives cannot be used"):
        put_archives(place, archives)
