"""The collector is set aside for a while, and then is as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from specmend.document.text.collector import collector_paused


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    if not was_enabled:
        gc.disable()


@pytest.mark.parametrize("keep", [False, True])
def test_it_is_set_aside_and_comes_back_after_an_error_too(keep: bool) -> None:
    with pytest.raises(ValueError, match="in the middle"), collector_paused(keep=keep):
        assert not gc.isenabled()
        raise ValueError("in the middle")
    assert gc.isenabled()


def test_inside_another_pause_it_stays_set_aside() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_left_is_kept_where_that_is_asked_for() -> None:
    gc.unfreeze()
    with collector_paused():
        pass
    assert gc.get_freeze_count() == 0
    with collector_paused(keep=True):
        pass
    assert gc.get_freeze_count() > 0
