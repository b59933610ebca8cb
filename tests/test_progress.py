"""A use case reports its steps to whoever asks, and to nobody by default."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from specmend.progress import SILENT, Progress


class Heard:
    """A Progress that keeps what it hears."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    @contextmanager
    def step(self, api: str, message: str) -> Iterator[None]:
        self.steps.append(f"{api}: {message}")
        yield
        self.steps.append("done")


def work(progress: Progress) -> int:
    with progress.step("pets", "generating"):
        return 42


def test_nothing_is_said_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert work(SILENT) == 42
    assert capsys.readouterr() == ("", "")


def test_whoever_asks_hears_each_step_and_its_end() -> None:
    heard = Heard()
    assert work(heard) == 42
    assert heard.steps == ["pets: generating", "done"]


def test_an_error_inside_a_step_gets_out() -> None:
    with pytest.raises(ZeroDivisionError), SILENT.step("pets", "dividing"):
        _ = 1 / 0
