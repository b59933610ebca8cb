"""A union has no union in it, no type twice, null last, and is no union of one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specmend.generate.types.kinds import (
    ANY,
    NONE,
    OCTETS,
    TEXT,
    WHOLE,
    Bounded,
    Choice,
    Many,
    Map,
    Model,
    OneOf,
    Row,
    Type,
    alternatives,
    one_of,
    opened,
    optional,
)

PET, OWNER = Model(name="Pet"), Model(name="Owner")
TOLD = OneOf(members=(PET, OWNER), tag="kind", tags=(("pet",), ("owner", 1)))
ONE, TRUE = Choice(values=(1,)), Choice(values=(True,))
SHORT = Bounded(inner=TEXT, bounds=(("maxLength", 3),))

ROWS: list[tuple[list[Type], Type]] = [
    ([TEXT, PET], OneOf(members=(TEXT, PET))),
    ([TEXT], TEXT),
    ([TEXT, TEXT], TEXT),
    ([ONE, TRUE, ONE], OneOf(members=(ONE, TRUE))),
    ([NONE], NONE),
    ([NONE, TEXT], OneOf(members=(TEXT, NONE))),
    ([NONE, TEXT, NONE, PET], OneOf(members=(TEXT, PET, NONE))),
    ([TEXT, ANY], ANY),
    ([OneOf(members=(TEXT, PET)), OCTETS, PET], OneOf(members=(TEXT, PET, OCTETS))),
    ([TOLD, NONE], OneOf(members=(TOLD, NONE))),
    ([SHORT, TEXT], OneOf(members=(SHORT, TEXT))),
    ([Many(item=TEXT), Many(item=TEXT)], Many(item=TEXT)),
]


@pytest.mark.parametrize(("members", "expected"), ROWS)
def test_a_union_of_members(members: list[Type], expected: Type) -> None:
    assert one_of(members) == expected


def test_a_union_with_tags_is_one_alternative() -> None:
    assert alternatives(TOLD) == (TOLD,)
    assert alternatives(OneOf(members=(TEXT, PET))) == (TEXT, PET)
    assert alternatives(TEXT) == (TEXT,)


COLOR = Choice(values=("red", "green"), name="Color")
LEVEL = Choice(values=(1, 2))
OPEN = OneOf(members=(COLOR, TEXT))
CHOSEN = OneOf(members=(PET, COLOR, NONE), tag="kind", tags=(("pet",), ()))

OPENED: list[tuple[Type, Type]] = [
    (TEXT, TEXT),
    (PET, PET),
    (Choice(values=("red",)), Choice(values=("red",))),
    (Choice(values=(True, False)), Choice(values=(True, False))),
    (COLOR, OPEN),
    (LEVEL, OneOf(members=(LEVEL, WHOLE))),
    (Choice(values=("a", 1)), OneOf(members=(Choice(values=("a", 1)), TEXT, WHOLE))),
    (Choice(values=("a", True)), OneOf(members=(Choice(values=("a", True)), TEXT))),
    (OneOf(members=(COLOR, NONE)), OneOf(members=(COLOR, TEXT, NONE))),
    (OneOf(members=(COLOR, TEXT)), OPEN),
    (Many(item=COLOR), Many(item=OPEN)),
    (Map(value=COLOR), Map(value=OPEN)),
    (Row(items=(COLOR, TEXT)), Row(items=(OPEN, TEXT))),
    (Bounded(inner=Many(item=COLOR), bounds=()), Bounded(inner=Many(item=OPEN), bounds=())),
    (TOLD, TOLD),
    (CHOSEN, replace(CHOSEN, members=(PET, COLOR, TEXT, NONE), tags=(("pet",), (), ()))),
]


@pytest.mark.parametrize(("kind", "expected"), OPENED)
def test_a_type_that_takes_new_values_of_enumerations(kind: Type, expected: Type) -> None:
    assert opened(kind) == expected


def test_an_optional_type_takes_null_once() -> None:
    assert optional(TEXT) == OneOf(members=(TEXT, NONE))
    assert optional(optional(TEXT)) == optional(TEXT)
    assert optional(ANY) == ANY
    assert optional(NONE) == NONE
