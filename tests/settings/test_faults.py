"""Faults of settings: each at its key, in whatever way the table is written."""

from __future__ import annotations

import pytest

from specmend.settings.faults import Faults, shown

HEADERS = "[apis.a]\n[apis.a.generators.b]\n  format = 1\n"
DOTTED = "[apis.a]\ngenerators.b.format = 1\n"
INLINE = "[apis.a.generators]\nb = { format = 1 }\n"
NESTED = "[apis.a]\nx = 1\ngenerators = { b = { format = 1 } }\n"
LONG = '[apis.a.generators.b]\nformat = [\n  "x",\n  "in {y} here",\n]\n'


ALIKE = '[apis.a.generators.b]\nformat = ["{x}", "{",\n  \'in {\', "in {y} {", "\\"{z}"]\n'


@pytest.mark.parametrize(
    ("whole", "part", "place"),
    [
        ("{x}", "{x}", (2, 12)),
        ("{", "{", (2, 19)),
        ("in {", "{", (3, 7)),
        ("in {y} {", "{y}", (3, 15)),
        ('"{z}', "{z}", (3, 26)),
        ("", "{x}", (2, 12)),
    ],
)
def test_a_part_is_found_in_its_own_string(whole: str, part: str, place: tuple[int, int]) -> None:
    faults = Faults(ALIKE, "specmend.toml")
    faults.add("format", "wrong", table="a.generators.b", part=part, whole=whole)
    (problem,) = faults.problems
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        (HEADERS, "", (3, 3)),
        (DOTTED, "", (1, 1)),
        (INLINE, "", (2, 1)),
        (NESTED, "", (3, 1)),
        (LONG, "", (2, 1)),
        (LONG, "{y}", (4, 7)),
        (LONG, "{z}", (2, 1)),
    ],
)
def test_a_fault_is_where_the_key_is(text: str, part: str, place: tuple[int, int]) -> None:
    faults = Faults(text, "specmend.toml")
    faults.add("format", "wrong", table="a.generators.b", part=part)
    (problem,) = faults.problems
    assert (problem.line, problem.column) == place


def test_what_is_no_table_is_an_empty_one_and_a_fault() -> None:
    faults = Faults("[apis.a]\ngenerators = 1\n", "specmend.toml")
    assert faults.table({"a": 1}, "a") == {"a": 1}
    assert not faults.problems
    assert faults.table(1, "a.generators") == {}
    (problem,) = faults.problems
    assert (problem.location, problem.found) == ("specmend.toml:2:1", "1")


def test_values_are_shown_as_json() -> None:
    assert shown([True, "a"]) == '[true,"a"]'
