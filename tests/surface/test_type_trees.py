"""Types as trees have one text, at every depth."""

from __future__ import annotations

import pytest

from specmend.surface.type_trees import (
    known_in,
    normal_text,
    replaced_in,
    sorted_text,
    spelled,
    tree_of,
)


@pytest.mark.parametrize(
    "text",
    ["tuple[()]", "int | list[str | None]", "shop.Call[[int, str], None]", "f(x)", "int", "..."],
)
def test_a_type_is_spelled_as_it_was_read(text: str) -> None:
    assert spelled(tree_of(text)) == text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("tuple[()]", "tuple[()]"),
        ("shop.Call[[str | int], None]", "shop.Call[[int | str], None]"),
        ("typing.Literal[2, 1] | int", "int"),
        ("typing.Literal[shop.Kind.A, None]", "typing.Literal[None, shop.Kind.A]"),
    ],
)
def test_the_order_says_nothing(text: str, form: str) -> None:
    assert sorted_text(tree_of(text)) == form


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("tuple[()]", "tuple[()]"),
        ("list['Pet | ']", "list[typing.Any]"),
        ("a.b.Pet", "a.b.Pet"),
        ("Callable[[int, 'Pet'], None]", "Callable[[int, Pet], None]"),
        ("f(x)", "f(x)"),
    ],
)
def test_a_quoted_type_is_a_type(text: str, normal: str) -> None:
    assert normal_text(tree_of(text), lambda name: name) == normal


def test_names_are_replaced_and_unknown_words_are_any() -> None:
    text = "shop.A | list[shop.A] | typing.Literal[shop.A.x] | T | f(x) + 1"
    assert spelled(replaced_in(tree_of("shop.A | list[shop.A]"), {"shop.A": "int"})) == (
        "int | list[int]"
    )
    assert spelled(known_in(tree_of(text))).split(" | ")[3] == "typing.Any"
