"""Types have one spelling, whatever way they are written."""

from __future__ import annotations

import pytest

from specmend.surface.types import (
    branches,
    literals,
    names_in,
    normal_type,
    renamed,
    same_form,
    shown,
    union,
)

FULL = {
    "Optional": "typing.Optional",
    "Union": "typing.Union",
    "List": "typing.List",
    "Literal": "typing.Literal",
    "Annotated": "typing.Annotated",
    "Sequence": "typing.Sequence",
    "AbstractSet": "typing.AbstractSet",
    "FrozenSet": "typing.FrozenSet",
    "Deque": "typing_extensions.Deque",
    "Any": "typing_extensions.Any",
    "Callable": "collections.abc.Callable",
    "Pet": "__pkg__.models.Pet",
}


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("int", "int"),
        ("Optional[int]", "int | None"),
        ("Union[int, str, None]", "int | str | None"),
        ("List[int]", "list[int]"),
        ("FrozenSet[int]", "frozenset[int]"),
        ("AbstractSet[int]", "collections.abc.Set[int]"),
        ("Deque[int]", "collections.deque[int]"),
        ("Sequence[Pet]", "collections.abc.Sequence[__pkg__.models.Pet]"),
        ("Annotated[int, Field(ge=0)] | None", "int | None"),
        ("'Pet | None'", "__pkg__.models.Pet | None"),
        ("Literal['Pet', 'int']", "typing.Literal['Pet', 'int']"),
        ("Any", "typing.Any"),
        ("Callable[P, int]", "collections.abc.Callable[..., int]"),
        ("", "typing.Any"),
        ("not a type", "typing.Any"),
    ],
)
def test_annotations_have_one_spelling(written: str, normal: str) -> None:
    assert normal_type(written, lambda name: FULL.get(name, name)) == normal


def test_the_branches_of_a_union_are_listed_with_each_value() -> None:
    text = "int | typing.Literal['a', 'b'] | None"
    assert branches(text) == ("int", "typing.Literal['a']", "typing.Literal['b']", "None")
    assert literals(text) == ("'a'", "'b'")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("int | str", "str | int", True),
        ("list[int | str]", "list[str | int]", True),
        ("typing.Literal['a', 'b']", "typing.Literal['b', 'a']", True),
        ("typing.Literal['a']", "typing.Literal['b']", False),
        ("typing.Literal['a'] | str", "str", True),
        ("typing.Literal['a'] | int", "int", False),
        ("list[int]", "list[str]", False),
    ],
)
def test_the_order_of_a_union_says_nothing(one: str, other: str, *, same: bool) -> None:
    assert (same_form(one) == same_form(other)) is same


def test_people_see_the_short_names() -> None:
    text = "collections.abc.Sequence[__pkg__.models.Pet] | httpx2.Timeout"
    assert shown(text) == "Sequence[Pet] | httpx2.Timeout"


def test_a_name_inside_another_is_renamed_with_it() -> None:
    text = renamed("__pkg__.a.Pet.Size | __pkg__.a.Pets", {"__pkg__.a.Pet": "__pkg__.b.Cat"})
    assert text == "__pkg__.b.Cat.Size | __pkg__.a.Pets"


def test_a_type_of_many_members_is_as_any_other() -> None:
    values = ", ".join(f"'of.{number}'" for number in range(2_000))
    text = normal_type(f"Optional[Literal[{values}]]", lambda name: FULL.get(name, name))
    assert len(branches(text)) == 2_001
    assert same_form(text) == same_form(f"None | typing.Literal[{values}]")
    many = " | ".join(f"shop.Pet{number}" for number in range(700))
    assert len(branches(same_form(normal_type(many, lambda name: name)))) == 700


def test_nothing_in_a_text_is_a_name() -> None:
    text = "typing.Literal['datetime.date', \"shop.Pet\"] | shop.Pet"
    assert names_in(text) == {"typing.Literal", "shop.Pet"}
    assert shown(text) == "Literal['datetime.date', \"shop.Pet\"] | shop.Pet"
    assert renamed(text, {"shop.Pet": "shop.Cat"}).endswith('"shop.Pet"] | shop.Cat')


def test_listed_values_are_in_one_literal() -> None:
    members = ["typing.Literal['a']", "None", "typing.Literal['b', 'a']"]
    assert union(members) == "typing.Literal['a', 'b'] | None"
    assert union([]) == "typing.Never"
