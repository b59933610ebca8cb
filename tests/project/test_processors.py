"""As many APIs are in work at once as there are processors for this process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specmend.project.processors import usable_processors


@pytest.mark.parametrize(
    ("quota", "usable"),
    [
        (None, 6),
        ("max 100000\n", 6),
        ("250000 100000\n", 2),
        ("50000 100000\n", 1),
        ("900000 100000\n", 6),
        ("wrong", 6),
        ("1 0", 6),
        ("", 6),
    ],
)
def test_a_container_may_have_less_than_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quota: str | None, usable: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(6)), raising=False)
    file = tmp_path / "cpu.max"
    if quota is not None:
        file.write_text(quota)
    assert usable_processors(file) == usable


def test_systems_that_do_not_tell_which_are_usable_tell_how_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert usable_processors(tmp_path / "none") == 1
    monkeypatch.setattr(os, "cpu_count", lambda: 1000)
    assert usable_processors(tmp_path / "none") == 256
