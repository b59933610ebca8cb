"""Archives are the same bytes wherever they are built, or a person is told why they are not."""

from __future__ import annotations

import io
import sys
import tarfile
import zipfile

import pytest
from tests.release.packages import PROJECT, SECONDS, package_files

from specmend.errors import OutsideError, RepositoryError
from specmend.release.archives import Archive, build_archives

HOOK = '[tool.hatch.build.targets.{}.hooks.custom]\npath = "hook.py"\n'
HOOK_FILE = """\
import os
from pathlib import Path
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

class Hook(BuildHookInterface):
    def initialize(self, version, build_data):
        Path(self.root, "tiny_shop", "made.py").write_text(f"MADE = {WHAT}\\n")
        build_data["artifacts"].append("tiny_shop/made.py")
"""


def test_both_archives_are_built_in_order(archives: tuple[Archive, ...]) -> None:
    source, wheel = archives
    assert (source.name, source.is_wheel) == ("tiny_shop-1.2.0.tar.gz", False)
    assert (wheel.name, wheel.is_wheel) == ("tiny_shop-1.2.0-py3-none-any.whl", True)
    assert len(source.digest) == 64


def test_files_in_another_order_make_the_same_bytes(archives: tuple[Archive, ...]) -> None:
    backwards = dict(reversed(package_files().items()))
    assert build_archives(backwards, SECONDS) == archives


def test_every_file_has_the_time_of_the_commit_and_nobody_s_rights(
    archives: tuple[Archive, ...],
) -> None:
    source, wheel = archives
    with tarfile.open(fileobj=io.BytesIO(source.data)) as packed:
        told = {(entry.mtime, entry.mode, entry.uid, entry.uname) for entry in packed}
    assert told == {(SECONDS, 0o644, 0, "")}
    with zipfile.ZipFile(io.BytesIO(wheel.data)) as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_a_time_before_a_wheel_can_tell_one_is_the_first_that_it_can() -> None:
    _, wheel = build_archives(package_files(), 0)
    with zipfile.ZipFile(io.BytesIO(wheel.data)) as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("what", ["repr(os.getcwd())", "hash('x')"])
def test_a_wheel_that_depends_on_where_it_is_built_is_an_error(what: str) -> None:
    hook = HOOK_FILE.replace("{WHAT}", f"{{{what}}}")
    files = package_files(project=PROJECT + HOOK.format("wheel"), hook=hook)
    with pytest.raises(RepositoryError) as raised:
        build_archives(files, SECONDS)
    first = raised.value.problems[0]
    assert (
        first.message == "tiny_shop-1.2.0-py3-none-any.whl has other bytes where it is built twice"
    )
    assert first.found.startswith("sha256 ")
    assert first.found != first.expected


def test_a_source_archive_that_lacks_a_file_of_the_wheel_is_an_error() -> None:
    project = PROJECT + '[tool.hatch.build.targets.sdist]\nexclude = ["price.py"]\n'
    with pytest.raises(RepositoryError) as raised:
        build_archives(package_files(project=project), SECONDS)
    assert [problem.message for problem in raised.value.problems] == [
        "tiny_shop-1.2.0-py3-none-any.whl has other bytes where it is built of the source archive"
    ]


@pytest.mark.parametrize("project", [PROJECT.replace("1.2.0", "one"), None])
def test_what_cannot_be_built_is_told_without_a_folder(project: str | None) -> None:
    with pytest.raises(OutsideError) as raised:
        build_archives(package_files(project=project), SECONDS)
    (problem,) = raised.value.problems
    assert problem.message == "the archives cannot be built: hatchling ended with code 1"
    assert problem.found
    assert "/tmp" not in problem.found  # noqa: S108


def test_a_missing_backend_is_told_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hatchling", None)
    with pytest.raises(OutsideError) as raised:
        build_archives(package_files(), SECONDS)
    (problem,) = raised.value.problems
    assert problem.advice == "pip install 'specmend[release]'"
