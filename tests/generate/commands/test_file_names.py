"""Names that every system can hold, and those that some cannot."""

from __future__ import annotations

import pytest

from specmend.generate.commands.file_names import clashes, fault_of_name


@pytest.mark.parametrize(
    "name",
    [
        "pets.ts",
        ".openapi-generator",
        "console",
        "con-1.ts",
        "a b.ts",
        "com10",
        "é.ts",
        "$ref.json",
        "a(1)[2]{3}.ts",
        "..ts",
    ],
)
def test_ordinary_names_have_no_fault(name: str) -> None:
    assert fault_of_name(name) == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("con", "for a device"),
        ("NUL.txt", "for a device"),
        ("Aux.d.ts", "for a device"),
        ("com1", "for a device"),
        ("lpt³.md", "for a device"),
        ("CONOUT$", "for a device"),
        ("con ", "for a device"),
        ("x:y", "with :,"),
        ("a?.ts", "with ?,"),
        ("<T>.ts", "with <,"),
        ("t. ", "at its end"),
        ("t.", "at its end"),
        ("a\nb", "control character"),
        ("a\\b", "backslash"),
        ("\udcff", "not UTF-8"),
    ],
)
def test_names_that_some_system_cannot_hold_have_one(name: str, words: str) -> None:
    assert words in fault_of_name(name)


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.ts", "b.ts", "a/b.ts"], []),
        (["Pet.ts", "pet.ts"], [("pet.ts", "Pet.ts")]),
        (["A/x.ts", "A/y.ts", "a/z.ts"], [("a", "A")]),
        (["a/B/c", "a/b/c"], [("a/b", "a/B")]),
        (["caf\u00e9", "cafe\u0301"], [("cafe\u0301", "caf\u00e9")]),
        (["CAF\u00c9", "cafe\u0301"], [("cafe\u0301", "CAF\u00c9")]),
        (["stra\u00dfe", "STRASSE"], [("STRASSE", "stra\u00dfe")]),
        (["a", "A/x"], [("A", "a")]),
    ],
)
def test_two_names_with_one_place_are_found_once(
    paths: list[str], found: list[tuple[str, str]]
) -> None:
    assert list(clashes(paths)) == found
