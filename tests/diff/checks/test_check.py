"""When a check is the right one."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.checks import check
from specmend.diff.delta import Delta
from specmend.document.tree.values import MISSING


@pytest.mark.parametrize(
    ("when", "before", "after", "expected"),
    [
        (check.always, 1, 2, True),
        (check.added, MISSING, 2, True),
        (check.added, None, 2, False),
        (check.removed, 1, MISSING, True),
        (check.removed, 1, None, False),
        (check.switched_on, False, True, True),
        (check.switched_on, 0, 1, False),
        (check.switched_off, True, MISSING, True),
        (check.increased, 1, 2.5, True),
        (check.increased, False, True, False),
        (check.decreased, 2, 1, True),
        (check.decreased, "2", "1", False),
        (check.named("in", "path"), MISSING, {"in": "path"}, True),
        (check.named("required", True), MISSING, {"required": 1}, False),
        (check.named("required", True, before=True), {"required": True}, MISSING, True),
        (check.both(check.added, check.named("a", 1)), MISSING, {"a": 1}, True),
        (check.both(check.added, check.named("a", 1)), {}, {"a": 1}, False),
    ],
)
def test_conditions(when: check.When, before: Any, after: Any, expected: bool) -> None:
    assert when(Delta(text="", address=(), before=before, after=after)) is expected
