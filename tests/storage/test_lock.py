"""What is done under a lock is done by one at a time."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from specmend.errors import OutsideError
from specmend.storage.lock import locked, together


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    file = tmp_path / "folder/lock"
    order: list[str] = []
    asks = Event()

    def second() -> None:
        asks.set()
        with locked(file):
            order.append("second")

    thread = Thread(target=second)
    with locked(file):
        thread.start()
        asks.wait()
        thread.join(0.2)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_a_lock_ends_with_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        with locked(tmp_path / "lock"):
            raise KeyboardInterrupt
    with locked(tmp_path / "lock"):
        pass


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError) as caught:
        with locked(tmp_path):
            pass
    assert caught.value.problems[0].file == str(tmp_path)


@pytest.mark.posix("locks that can be shared")
def test_only_who_comes_when_nobody_is_there_is_alone(tmp_path: Path) -> None:
    file = tmp_path / "folder/lock"
    alone: list[str] = []
    with together(file, lambda: alone.append("first")):
        with together(file, lambda: alone.append("second")):
            assert alone == ["first"]
    with together(file, lambda: alone.append("third")):
        assert alone == ["first", "third"]


@pytest.mark.posix("locks that can be shared")
def test_nobody_comes_in_while_one_is_alone(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with together(tmp_path / "lock", lambda: order.append("not alone")):
            order.append("second")

    thread = Thread(target=second)

    def alone() -> None:
        thread.start()
        thread.join(0.2)
        order.append("alone")

    with together(tmp_path / "lock", alone):
        thread.join()
        assert order == ["alone", "second"]
