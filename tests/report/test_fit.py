"""A page is never longer than a comment may be, and says what it does not show."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from specmend.report.fit import LONGEST, Item, Part, fitted, size

SAID = re.compile(r"\*([\d,]+) of ([\d,]+) (\w+) are not shown here")


def part(name: str, count: int, *, is_folded: bool = False, length: int = 10) -> Part:
    lines = (f"{name}{number} ".ljust(length - 1, name) + "\n" for number in range(count))
    return Part(
        head=f"# {name}\n",
        items=tuple(Item(text=line) for line in lines),
        noun=f"{name}s",
        is_folded=is_folded,
    )


def test_a_short_page_is_whole() -> None:
    assert fitted([Part(head="# a\n"), part("b", 2)]) == "# a\n# b\nb0 bbbbbb\nb1 bbbbbb\n"


def test_folded_parts_are_cut_first_wherever_they_stand() -> None:
    page = fitted([part("a", 20, is_folded=True), part("b", 20)], 300)
    assert size(page) <= 300
    assert "b19" in page
    assert SAID.findall(page) == [("18", "20", "as")]


def test_what_is_folded_in_items_goes_before_the_items() -> None:
    items = tuple(Item(text=f"{n}\n", folded="f" * 90 + "\n", instead="cut\n") for n in range(3))
    page = fitted([Part(head="", items=items)], 210)
    assert page.count("f" * 90) == 2
    assert page.endswith("2\ncut\n")
    assert "not shown" not in page


def test_open_parts_are_cut_from_the_last_one() -> None:
    page = fitted([part("a", 20), part("b", 20), part("c", 20)], 470)
    assert "a19" in page
    assert SAID.findall(page)[-1] == ("20", "20", "cs")


def test_many_parts_without_items_are_counted() -> None:
    page = fitted([part("a", 0) for _ in range(1000)], 1000)
    assert size(page) <= 1000
    (cut,) = SAID.findall(page)
    assert cut[2] == "parts"
    assert int(cut[0]) + page.count("# a") == 1000


def test_characters_outside_of_the_first_plane_count_as_two() -> None:
    assert (size("aü"), size("👍"), size("\ud800")) == (2, 2, 1)


PARTS = st.builds(
    part,
    st.sampled_from("abc"),
    st.integers(0, 300),
    is_folded=st.booleans(),
    length=st.integers(10, 3000),
)


@settings(max_examples=25)
@given(st.lists(PARTS, max_size=6))
def test_no_page_is_too_long_and_every_cut_is_said(parts: list[Part]) -> None:
    page = fitted([Part(head="# page\n"), *parts])
    assert size(page) <= LONGEST
    cut = sum(
        int(number.replace(",", "")) for number, _, noun in SAID.findall(page) if noun != "parts"
    )
    shown = len(re.findall(r"^[abc]\d+ ", page, re.MULTILINE))
    assert shown + cut == sum(len(one.items) for one in parts)
