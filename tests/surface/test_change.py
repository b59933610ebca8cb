"""A change has a name that is the same on every run."""

from __future__ import annotations

from dataclasses import replace

from specmend.surface.change import SurfaceChange

ONE = SurfaceChange(
    id="name-gone", level="breaking", place="Pet", subject="Pet", words="`Pet` is gone"
)


def test_the_cause_depends_on_what_changed_and_where() -> None:
    assert ONE.cause == replace(ONE, words="other words", affects=("Cat",)).cause
    assert ONE.cause != replace(ONE, place="Cat").cause
    assert ONE.cause != replace(ONE, after="Cat").cause
    assert len(ONE.cause) == 12
