"""What may follow a backslash, with each flag."""

from __future__ import annotations

import pytest

from specmend.validate.rules.ecma_escapes import Escapes, escape_at


def escapes(flag: str, groups: int = 0, *names: str) -> Escapes:
    named = bool(flag or names)
    return Escapes(flag=flag, groups=groups, names=frozenset(names), is_named=named)


@pytest.mark.parametrize(
    ("text", "old", "unicode", "sets"),
    [
        (r"\d", 2, 2, 2),
        (r"\_", 2, None, None),
        (r"\-", 2, None, None),
        (r"\/", 2, 2, 2),
        (r"\p{L}", 5, 5, 5),
        (r"\p{Nothing}", None, None, None),
        (r"\p", 2, None, None),
        (r"\p{RGI_Emoji}", None, None, 13),
        (r"\u{41}", 6, 6, 6),
        (r"\u{110000}", None, None, None),
        (r"\u00", 2, None, None),
        (r"\cA", 3, 3, 3),
        (r"\c1", 2, None, None),
        (r"\00", 2, None, None),
        (r"\2", 2, None, None),
        (r"\k<a>", 2, None, None),
        ("\\", None, None, None),
    ],
)
def test_where_an_escape_ends(
    text: str, old: int | None, unicode: int | None, sets: int | None
) -> None:
    found = [escape_at(text, 0, escapes(flag), in_class=False) for flag in ("", "u", "v")]
    assert found == [old, unicode, sets]


def test_groups_are_known_by_number_and_by_name() -> None:
    named = escapes("u", 1, "a")
    assert escape_at(r"\1", 0, named, in_class=False) == 2
    assert escape_at(r"\k<a>", 0, named, in_class=False) == 5
    assert escape_at(r"\k<b>", 0, named, in_class=False) is None
    assert escape_at(r"\1", 0, named, in_class=True) is None


def test_a_class_has_more() -> None:
    assert escape_at(r"\-", 0, escapes("u"), in_class=True) == 2
    assert escape_at(r"\B", 0, escapes("u"), in_class=True) is None
    assert escape_at(r"\&", 0, escapes("v"), in_class=True) == 2
    assert escape_at(r"\q{a|b}", 0, escapes("v"), in_class=True) == 7


@pytest.mark.parametrize(
    ("piece", "sign"),
    [
        ("a", 97),
        (r"\x41", 65),
        (r"\u{1F600}", 0x1F600),
        (r"\n", 10),
        (r"\d", None),
        (r"\p{L}", None),
    ],
)
def test_the_sign_of_a_piece(piece: str, sign: int | None) -> None:
    assert escapes("u").sign(piece) == sign
