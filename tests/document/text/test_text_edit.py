"""Edits are made in the order of their places, and never two on one stretch of text."""

from __future__ import annotations

import pytest

from specmend.document.text.text_edit import TextEdit, in_order, splice


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        pytest.param([], "abcdef", id="none"),
        pytest.param([TextEdit(1, 3, "X")], "aXdef", id="one"),
        pytest.param([TextEdit(4, 5, "Y"), TextEdit(0, 1, "")], "bcdYf", id="out of order"),
        pytest.param(
            [TextEdit(2, 2, "1"), TextEdit(2, 2, "2")], "ab12cdef", id="insertions at one place"
        ),
        pytest.param(
            [TextEdit(2, 4, "X"), TextEdit(2, 2, "1"), TextEdit(4, 4, "2")],
            "ab1X2ef",
            id="side by side",
        ),
        pytest.param([TextEdit(6, 6, "!")], "abcdef!", id="at the end"),
    ],
)
def test_edits_are_spliced(edits: list[TextEdit], after: str) -> None:
    assert splice("abcdef", edits) == after


@pytest.mark.parametrize(
    "other", [TextEdit(2, 3, ""), TextEdit(1, 4, ""), TextEdit(3, 3, "x"), TextEdit(0, 2, "")]
)
def test_edits_that_overlap_are_refused(other: TextEdit) -> None:
    with pytest.raises(ValueError, match="overlap at offset"):
        in_order([TextEdit(1, 4, "X"), other])
