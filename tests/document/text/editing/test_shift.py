"""Offsets of a text before and after its edits."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.document.text.editing.shift import Shift
from specmend.document.text.moved import entries_of
from specmend.document.text.text_edit import TextEdit, splice

TEXT = "a: 1\nb: 2\nc: 3\n"
EDITS = (TextEdit(3, 4, "one"), TextEdit(5, 5, "new: 0\n"), TextEdit(10, 15, ""))
SHIFT = Shift(EDITS)


@pytest.mark.parametrize(
    ("offset", "start", "end"),
    [
        pytest.param(0, 0, 0, id="before every edit"),
        pytest.param(3, 3, 3, id="where one begins"),
        pytest.param(4, 6, 6, id="where one ends"),
        pytest.param(5, 14, 7, id="what is inserted comes before a start and after an end"),
        pytest.param(9, 18, 18, id="between two"),
        pytest.param(15, 19, 19, id="past the last"),
    ],
)
def test_an_offset_moves_by_what_edits_before_it_gain(offset: int, start: int, end: int) -> None:
    assert (SHIFT.start(offset), SHIFT.end(offset)) == (start, end)


def test_places_hold_what_they_held() -> None:
    after = splice(TEXT, EDITS)
    assert after[SHIFT.start(5) : SHIFT.end(9)] == "b: 2"


@pytest.mark.parametrize(
    ("start", "end", "changed"),
    [
        pytest.param(0, 3, False, id="an edit begins where it ends"),
        pytest.param(5, 9, False, id="an insertion before it"),
        pytest.param(0, 4, True, id="a character is replaced"),
        pytest.param(4, 6, True, id="an insertion inside"),
        pytest.param(10, 14, True, id="it goes whole"),
    ],
)
def test_a_stretch_is_changed_by_what_happens_inside(start: int, end: int, changed: bool) -> None:
    assert SHIFT.changes(start, end) is changed


@pytest.mark.parametrize(
    ("edits", "touched"),
    [
        pytest.param((), set(), id="none"),
        pytest.param(EDITS, {0, 2}, id="a value and an entry"),
        pytest.param((TextEdit(3, 12, "x"),), {0, 1, 2}, id="one edit over all"),
        pytest.param((TextEdit(15, 15, "d: 4\n"),), set(), id="after the last"),
        pytest.param((TextEdit(0, 0, "z: 0\n"),), set(), id="before the first"),
    ],
)
def test_the_entries_that_edits_change_are_told(
    edits: tuple[TextEdit, ...], touched: set[int]
) -> None:
    assert Shift(edits).touched(entries_of(parse_document(TEXT, "api.yaml").root)) == touched
