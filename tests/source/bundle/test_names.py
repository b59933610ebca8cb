"""Names of components, by tables: what files are called, and what is taken."""

from __future__ import annotations

import pytest

from specmend.source.bundle.names import fit_name, name_all


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Pet", "Pet"),
        ("pet.v1", "pet.v1"),
        ("My Pet", "My_Pet"),
        ("{id}", "id"),
        ("Café", "Cafe"),
        ("犬", "schema"),
        ("..", "schema"),
    ],
)
def test_a_word_becomes_a_name_that_the_standard_allows(word: str, name: str) -> None:
    assert fit_name(word, "schema") == name


@pytest.mark.parametrize(
    ("words", "taken", "names"),
    [
        ([("Pet",), ("Tag",)], [], ["Pet", "Tag"]),
        ([("a", "Pet"), ("b", "Pet")], [], ["a_Pet", "b_Pet"]),
        ([("a", "models", "Pet"), ("b", "models", "Pet")], [], ["a_Pet", "b_Pet"]),
        ([("Pet",), ("b", "Pet")], [], ["Pet", "b_Pet"]),
        ([("a", "Pet"), ("b", "pet")], [], ["a_Pet", "b_pet"]),
        ([("a", "Pet")], ["Pet"], ["a_Pet"]),
        ([("Pet",)], ["Pet"], ["Pet_2"]),
        ([("Pet",)], ["Pet", "Pet_2"], ["Pet_3"]),
        ([("a", "Pet"), ("b", "Pet"), ("a_Pet",)], [], ["a_Pet_2", "b_Pet", "a_Pet"]),
    ],
)
def test_names_that_clash_get_the_nearest_word_that_tells_them_apart(
    words: list[tuple[str, ...]], taken: list[str], names: list[str]
) -> None:
    wanted = dict(enumerate(words))
    assert list(name_all(wanted, taken, "schema").values()) == names


def test_the_order_of_files_makes_no_difference() -> None:
    wanted = {"x": ("a", "Pet"), "y": ("b", "Pet"), "z": ("Tag",)}
    back = dict(reversed(wanted.items()))
    assert name_all(wanted, [], "schema") == name_all(back, [], "schema")
