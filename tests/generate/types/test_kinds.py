"""A union has no union in it, no type twice, null last, and is no union of one."""

from __future__ import annotations

import pytest

from specmend.generate.types.kinds import (
    ANY,
    NONE,
    OCTETS,
    TEXT,
    Bounded,
    Many,
    Model,
    OneOf,
    Type,
    alternatives,
    one_of,
    optional,
)

PET, OWNER = Model(name="Pet"), Model(name="Owner")
TOLD = OneOf(members=(PET, OWNER), tag="kind", tags=(("pet",), ("owner", 1)))
SHORT = Bounded(inner=TEXT, bounds=(("maxLength", 3),))

ROWS: list[tuple[list[Type], Type]] = [
    ([TEXT, PET], OneOf(members=(TEXT, PET))),
    ([TEXT], TEXT),
    ([TEXT, TEXT], TEXT),
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


def test_an_optional_type_takes_null_once() -> None:
    assert optional(TEXT) == OneOf(members=(TEXT, NONE))
    assert optional(optional(TEXT)) == optional(TEXT)
    assert optional(ANY) == ANY
    assert optional(NONE) == NONE
