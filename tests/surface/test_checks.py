"""Every kind of change has words, and a case that shows it."""

from __future__ import annotations

import string

import pytest
from tests.surface.cases import CASES
from tests.surface.programs import PROGRAMS

from specmend.surface.checks import CHECKS, Check

PARTS = {"subject", "name", "before", "after"}


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_words_name_only_what_is_known(check: Check) -> None:
    named = {
        name
        for text in (check.words, check.instead)
        for _, name, _, _ in string.Formatter().parse(text)
        if name is not None
    }
    assert named <= PARTS
    assert bool(check.breaks) == (check.level == "breaking")


def test_every_check_has_a_case() -> None:
    cases = (*CASES, *(one.case for one in PROGRAMS))
    shown = {text.split()[0] for case in cases for text in case.expected}
    in_several_modules = {"module-broken", "module-gone", "path-gone", "types-gone", "types-new"}
    assert set(CHECKS) - shown == in_several_modules
