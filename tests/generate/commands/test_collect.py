"""What is read of an output folder, and what cannot be kept."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from specmend.generate.commands import collect as module
from specmend.generate.commands.collect import collect


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    (folder / "src").mkdir(parents=True)
    (folder / "src/a.ts").write_bytes(b"a\r\n\x00")
    (folder / "README").write_bytes(b"")
    return folder


def faults(output: Path) -> list[str]:
    """What cannot be kept, as messages show it."""
    return [problem.found for problem in collect(output).problems]


def test_every_file_is_read_byte_for_byte(output: Path) -> None:
    (output / "empty").mkdir()
    (output / "__pycache__").mkdir()
    (output / "__pycache__/x.pyc").write_bytes(b"x")
    (output / ".hidden").write_bytes(b"h")
    made = collect(output)
    assert made.files == {".hidden": b"h", "README": b"", "src/a.ts": b"a\r\n\x00"}
    assert not made.problems


@pytest.mark.posix("modes of files")
def test_programs_are_known(output: Path) -> None:
    (output / "src/a.ts").chmod(0o755)
    assert collect(output).executable == {"src/a.ts"}


@pytest.mark.posix("links")
def test_nothing_is_read_through_a_link_in_the_place_of_the_folder(
    output: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(output)
    made = collect(link)
    assert not made.files
    assert faults(link) == [".: a link instead of the folder"]


@pytest.mark.posix("links")
def test_a_link_is_kept_as_what_it_leads_to_or_refused(output: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"s")
    (output / "in").symlink_to("src/a.ts")
    assert collect(output).files["in"] == b"a\r\n\x00"
    (output / "gone").symlink_to("nothing")
    (output / "out").symlink_to("../secret")
    (output / "passwd").symlink_to("/etc/passwd")
    (output / "round").symlink_to("round")
    (output / "up").symlink_to("..")
    (output / "whole").symlink_to("src")
    assert faults(output) == [
        "gone: a link that leads to no file",
        "out: a link that leaves the output",
        "passwd: a link that leaves the output",
        "round: a link that leads to no file",
        "up: a link that leaves the output",
        "whole: a link that leads to no file",
    ]


@pytest.mark.posix("pipes and sockets")
def test_what_is_no_file_is_refused(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(output / "pipe")
    monkeypatch.chdir(output)
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind("sock")
        assert faults(output) == ["pipe: a pipe", "sock: a socket"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes")
@pytest.mark.parametrize(
    ("name", "fault"),
    [
        (b"\xff.txt", "\\xff.txt: a name that is not UTF-8"),
        (b"a\nb", "a\nb: a name with a control character or a backslash"),
        (b"a\\b", "a\\b: a name with a control character or a backslash"),
        (b"con", "con: a name that Windows keeps for a device"),
        (b"x:y", "x:y: a name with :, which Windows does not allow"),
        (b"t. ", "t. : a name with a space or a dot at its end, which Windows does not keep"),
    ],
)
def test_names_that_not_every_system_has_are_refused(output: Path, name: bytes, fault: str) -> None:
    Path(os.fsdecode(os.fsencode(output) + b"/" + name)).write_bytes(b"x")
    assert [found.replace("\\udcff", "\\xff") for found in faults(output)] == [fault]


@pytest.mark.skipif(sys.platform != "linux", reason="names that differ in capitals alone")
def test_names_that_are_one_on_some_systems_are_refused(output: Path) -> None:
    (output / "readme").write_bytes(b"")
    (output / "caf\u00e9").write_bytes(b"")
    (output / "cafe\u0301").write_bytes(b"")
    (output / "SRC").mkdir()
    assert "SRC" not in " ".join(faults(output))
    (output / "SRC/b.ts").write_bytes(b"")
    assert faults(output) == [
        "caf\u00e9: the same file as cafe\\u0301 on some systems",
        "readme: the same file as README on some systems",
        "src: the same file as SRC on some systems",
    ]


def test_a_repository_inside_is_refused(output: Path) -> None:
    (output / "src/.git").mkdir()
    assert faults(output) == ["src/.git: a repository of its own"]


@pytest.mark.parametrize(("limit", "most"), [("MAX_COMMAND_FILES", 1), ("MAX_COMMAND_BYTES", 2)])
def test_too_much_is_refused(
    output: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    (output / "src/b.ts").write_bytes(b"bb")
    monkeypatch.setattr(module, limit, most)
    problems = collect(output).problems
    assert f"SPECMEND_{limit}" in problems[-1].advice
