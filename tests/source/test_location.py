"""The words in the paths of files, which components are named with."""

from __future__ import annotations

import pytest

from specmend.source.location import Location, no_file


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("Pet.yaml", ("Pet",)),
        ("schemas/Pet.json", ("schemas", "Pet")),
        ("../common/Error.yml", ("common", "Error")),
        ("pet.schema.json", ("pet.schema",)),
        ("pet", ("pet",)),
        (".yaml", (".yaml",)),
        ("a%20b.yaml", ("a b",)),
        ("https://example.com/api/Pet.yaml?v=1", ("api", "Pet")),
        ("https://example.com", ("root",)),
    ],
)
def test_the_words_are_the_folders_and_the_name_without_ending(
    path: str, words: tuple[str, ...]
) -> None:
    assert Location(place=path, path=path, name=path).words == words


def test_an_address_of_the_web_is_told_from_a_path() -> None:
    assert Location(place="https://a/b", path="b", name="b").is_web
    assert not Location(place="/a/b", path="b", name="b").is_web


def test_what_is_not_there_is_named() -> None:
    assert no_file("a/Pet.yaml").message.endswith("not there: a/Pet.yaml")
