"""Where a class of signs ends, with each flag."""

from __future__ import annotations

import pytest

from specmend.validate.rules.ecma_classes import class_end
from specmend.validate.rules.ecma_escapes import Escapes


@pytest.mark.parametrize(
    ("text", "old", "unicode", "sets"),
    [
        ("[a]b", 3, 3, 3),
        ("[]a]", 2, 2, 2),
        ("[^]", 3, 3, 3),
        ("[^]]", 3, 3, 3),
        (r"[\]]", 4, 4, 4),
        ("[a-z]", 5, 5, 5),
        ("[z-a]", None, None, None),
        (r"[\x42-\x41]", None, None, None),
        ("[-a]", 4, 4, 4),
        ("[a-]", 4, 4, 4),
        ("[a-b-c]", 7, 7, 7),
        (r"[\d-x]", 6, None, None),
        ("[(]", 3, 3, None),
        ("[[a]b]", 4, 4, 6),
        ("[a--b]", None, None, 6),
        ("[[a]--[b]]", 4, 4, 10),
        ("[a", None, None, None),
        ("[\\", None, None, None),
    ],
)
def test_where_a_class_ends(
    text: str, old: int | None, unicode: int | None, sets: int | None
) -> None:
    found = [
        class_end(text, 0, Escapes(flag=flag, groups=0, names=frozenset(), is_named=bool(flag)))
        for flag in ("", "u", "v")
    ]
    assert found == [old, unicode, sets]
