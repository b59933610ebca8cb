"""A unified diff applied to a text, as patch and git apply it."""

from __future__ import annotations

from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.errors import RepositoryError
from specmend.steps.exchange.unified_diff import is_patch, patched

LINES = st.lists(
    st.sampled_from(["a", "b", "c: 1", "  d", "", "--- x", "+++ y", "@@"]), max_size=12
)
OLD = "".join(f"line {number}\n" for number in range(1, 21))


def diff(old: str, new: str, context: int = 3) -> str:
    """The diff as another program writes it."""
    lines = unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), "a/x", "b/x", n=context
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


@given(LINES, LINES, st.booleans(), st.booleans(), st.integers(0, 4))
def test_the_diff_of_two_texts_makes_the_one_of_the_other(
    old: list[str], new: list[str], ends: bool, end: bool, context: int
) -> None:
    one = "\n".join(old) + ("\n" if ends else "")
    other = "\n".join(new) + ("\n" if end else "")
    assert patched(one, diff(one, other, context), "p") == other


def test_a_diff_is_told_from_other_texts() -> None:
    assert is_patch(diff("a\n", "b\n"))
    assert is_patch("diff --git a/x b/x\nindex 1..2 100644\n" + diff("a\n", "b\n"))
    assert not is_patch("---\na: 1\n")
    assert not is_patch('[{"op": "remove", "path": "/a"}]')


def test_lines_that_stay_keep_their_breaks_and_new_ones_get_those_of_the_text() -> None:
    old = OLD.replace("\n", "\r\n")
    new = OLD.replace("line 5\n", "line five\n")
    assert patched(old, diff(OLD, new), "p") == new.replace("\n", "\r\n")


def test_hunks_are_found_where_the_text_has_moved() -> None:
    new = OLD.replace("line 5\n", "").replace("line 15\n", "line fifteen\n")
    before = "one\ntwo\nthree\n"
    assert patched(before + OLD, diff(OLD, new), "p") == before + new


def test_a_hunk_that_stands_nowhere_is_named_with_its_line_and_so_are_all_of_them() -> None:
    new = OLD.replace("line 5\n", "").replace("line 15\n", "")
    text = OLD.replace("line 4", "other").replace("line 16", "other")
    with pytest.raises(RepositoryError) as caught:
        patched(text, diff(OLD, new), "my.patch")
    assert [problem.location for problem in caught.value.problems] == [
        "my.patch:3:1",
        "my.patch:11:1",
    ]


def test_a_hunk_that_stands_at_two_places_is_refused() -> None:
    with pytest.raises(RepositoryError, match="does not apply"):
        patched("x\n" * 3 + "a\nb\nx\na\nb\n", "--- a\n+++ b\n@@ -20,2 +20,1 @@\n a\n-b\n", "p")


@pytest.mark.parametrize("body", [" a\n", " a\n-b\nx\n", " a\n-b\n-c\n-d\n-e\n"])
def test_a_hunk_that_is_not_as_long_as_it_says_is_refused(body: str) -> None:
    with pytest.raises(RepositoryError, match="not as long as it says"):
        patched("a\nb\nc\nd\n", f"--- a\n+++ b\n@@ -1,4 +1,1 @@\n{body}", "p")


def test_a_patch_of_several_files_is_refused() -> None:
    with pytest.raises(RepositoryError, match="several files"):
        patched("a\n", diff("a\n", "b\n") + diff("c\n", "d\n"), "p")
