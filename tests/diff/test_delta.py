"""One difference in words, told from the object that was compared."""

from __future__ import annotations

import pytest

from specmend.diff.delta import NAME, Delta, below

CASES: list[tuple[tuple[str, ...], tuple[str, ...], str, str]] = [
    ((), (), "changed", "changed"),
    ((), ("a",), "changed", "`a` changed"),
    ((), ("a", "[]", "b", "{}"), "changed", "`a[].b{}` changed"),
    ((), ("[]", "(Cat)", "x"), f"lost {NAME}", "lost `[](Cat).x`"),
    (("answer 200",), (), "changed", "answer 200 changed"),
    (("answer 200", "header `X`"), ("a",), "changed", "answer 200 header `X` `a` changed"),
]


@pytest.mark.parametrize(("where", "path", "text", "message"), CASES)
def test_a_difference_in_words(
    where: tuple[str, ...], path: tuple[str, ...], text: str, message: str
) -> None:
    assert Delta(where=where, path=path, text=text, address=()).message == message


def test_a_difference_of_a_part_is_one_of_the_whole() -> None:
    inner = Delta(path=("b",), text="changed", address=())
    (outer,) = below([inner], path=("a",))
    assert outer.message == "`a.b` changed"
    (outermost,) = below([outer], where=("request",))
    assert outermost.message == "request `a.b` changed"
