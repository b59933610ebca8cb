"""Files are read whole or refused by name: too large, no file, missing, or not readable."""

from __future__ import annotations

import io
import os
import socket
import threading
from pathlib import Path

import pytest

from specmend.errors import RepositoryError
from specmend.storage.read import is_there, list_files, read_file, read_stream


def refusal(path: Path, **more: int | bool) -> str:
    """What is said of a file that is not read."""
    with pytest.raises(RepositoryError) as caught:
        read_file(path, "spec/a.yaml", **more)  # type: ignore[arg-type]
    assert len(caught.value.problems) == 1
    problem = caught.value.problems[0]
    assert problem.file == "spec/a.yaml"
    return f"{problem.message} {problem.found} {problem.advice}"


def fill(pipe: int) -> None:
    """Write more into a pipe than it holds at once."""
    with os.fdopen(pipe, "wb") as end:
        end.write(b"a: 1\n" * 100_000)


@pytest.mark.posix("links for every user")
@pytest.mark.parametrize("data", [b"", b"a\r\n\xff", b"x" * 3_000_000])
def test_a_file_is_read_as_it_is(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    (tmp_path / "link").symlink_to("a")
    assert read_file(tmp_path / "a", "a") == data
    assert read_file(tmp_path / "link", "link") == data


def test_a_file_that_is_too_large_is_refused_with_its_size_and_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_file(tmp_path / "a", "a", most=5) == b"12345"
    assert refusal(tmp_path / "a", most=4) == (
        "the document exceeds the limit of 4 for bytes 5 bytes"
        " make the document smaller, or set SPECMEND_MAX_BYTES to a larger number"
    )


def test_a_stream_is_left_as_soon_as_it_is_too_long() -> None:
    stream = io.BytesIO(b"x" * 10_000_000)
    with pytest.raises(RepositoryError, match="the limit of 100 for bytes"):
        read_stream(stream, "<stdin>", 100)
    assert stream.tell() < 2_000_000
    assert read_stream(io.BytesIO(b"ab"), "<stdin>", 2) == b"ab"


@pytest.mark.posix("devices")
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
@pytest.mark.parametrize("pipes", [True, False])
def test_a_device_is_not_read(tmp_path: Path, name: str, pipes: bool) -> None:
    (tmp_path / "link").symlink_to(name)
    assert "this is a device and not a file" in refusal(Path(name), pipes=pipes)
    assert "this is a device and not a file" in refusal(tmp_path / "link", pipes=pipes)


@pytest.mark.posix("named pipes")
def test_a_pipe_is_read_only_where_one_may_be_given(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "this is a pipe and not a file" in refusal(tmp_path / "pipe")
    assert read_file(tmp_path / "pipe", "pipe", pipes=True) == b""
    reading, writing = os.pipe()
    writer = threading.Thread(target=fill, args=(writing,))
    writer.start()
    assert read_file(Path(f"/dev/fd/{reading}"), "pipe", pipes=True) == b"a: 1\n" * 100_000
    writer.join()
    os.close(reading)


@pytest.mark.posix("/dev/fd")
def test_a_pipe_that_never_ends_is_left() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as end:
        end.write(b"x" * 1_000)
        end.flush()
        assert "the limit of 500 for bytes" in refusal(
            Path(f"/dev/fd/{reading}"), most=500, pipes=True
        )
    os.close(reading)


@pytest.mark.posix("sockets in folders")
def test_folders_sockets_and_links_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    assert "this is a folder and not a file" in refusal(tmp_path)
    (tmp_path / "round").symlink_to("round")
    assert "the file cannot be read: Too many levels of symbolic links" in refusal(
        tmp_path / "round"
    )
    (tmp_path / "nowhere").symlink_to("missing")
    assert "the file cannot be read: No such file" in refusal(tmp_path / "nowhere")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        assert "this is a socket or a device and not a file" in refusal(tmp_path / "socket")
    assert is_there(tmp_path / "round")
    assert is_there(tmp_path / "nowhere")
    assert not is_there(tmp_path / "missing")


def test_a_missing_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a").touch()
    monkeypatch.setattr(os, "open", refuse)
    assert "the file cannot be read: Permission denied" in refusal(tmp_path / "a")
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(
        RepositoryError, match="patches: the file cannot be read: Permission denied"
    ):
        list_files(tmp_path, "patches")


@pytest.mark.posix("links for every user")
def test_the_files_of_a_folder_are_those_that_show_and_links_that_lead_nowhere(
    tmp_path: Path,
) -> None:
    for name in ("b", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "a").symlink_to("a")
    assert [path.name for path in list_files(tmp_path, "x")] == ["a", "b"]
    assert list_files(tmp_path / "missing", "x") == []
    with pytest.raises(RepositoryError, match="Not a directory"):
        list_files(tmp_path / "b", "x")
