"""A changelog gets an entry for each release, and keeps what people wrote."""

from __future__ import annotations

import pytest

from specmend.release.changelog import (
    FIRST,
    NOTHING,
    brought_on,
    joined,
    sections_in,
    sections_of,
    with_entry,
)
from specmend.review.records import Notes

TEXT = """\
# Changes

Words above.

## [v0.2.0] - 2025-03-01

### Added

- A way in,
  in two lines.
- Another one.

## 0.1.0

First release.
"""

ORDERED = {"Removed": ("- A.",), "Fixed": ("- B.",)}
THREE = {"Fixed": ("- A.", "- B.", "- C.")}
OTHER = {"Fixed": ("- B.",), "Security": ("- A.",)}


def test_notes_stand_under_their_headings() -> None:
    notes = Notes(removed=("A is gone.",), fixed=("B works.",))
    assert sections_of(notes) == {"Removed": ("- A is gone.",), "Fixed": ("- B works.",)}
    assert sections_of(Notes()) == {"": (NOTHING,)}
    assert sections_of(None) == {"": (FIRST,)}


def test_an_entry_is_read_in_items() -> None:
    assert sections_in(TEXT, "0.2.0") == {
        "Added": ("- A way in,\n  in two lines.", "- Another one.")
    }
    assert sections_in(TEXT, "0.1.0") == {"": (FIRST,)}
    assert sections_in(TEXT, "0.3.0") is None
    assert sections_in("", "0.3.0") is None


def test_a_new_changelog_begins_with_its_title() -> None:
    written = with_entry("", "Changelog of pets", "0.1.0", {"": (FIRST,)})
    assert written == "# Changelog of pets\n\n## 0.1.0\n\nFirst release.\n"
    assert with_entry(written, "Other", "0.1.0", {"": (FIRST,)}) == written


def test_a_new_entry_is_above_all_others() -> None:
    written = with_entry(TEXT, "", "0.3.0", {"Removed": ("- A.",), "Fixed": ("- B.", "- C.")})
    entry = "## 0.3.0\n\n### Removed\n\n- A.\n\n### Fixed\n\n- B.\n- C.\n\n"
    assert written == TEXT.replace("## [v0.2.0]", f"{entry}## [v0.2.0]")
    assert with_entry(written, "", "0.3.0", sections_in(written, "0.3.0") or {}) == written


def test_an_entry_stays_in_its_place_and_others_are_taken() -> None:
    written = with_entry(TEXT, "", "0.1.0", {"": ("Words.",)})
    assert written == TEXT.replace("First release.", "Words.")
    assert "0.2.0" not in with_entry(TEXT, "", "0.3.0", {"": ("Words.",)}, {"0.2.0"})


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([{}, {"": (FIRST,)}], {"": (FIRST,)}),
        ([{"Fixed": ("- B.",)}, {"Removed": ("- A.",)}], ORDERED),
        ([{"Fixed": ("- A.", "- B.")}, {"Fixed": ("- B.", "- C.")}], THREE),
        ([{"Fixed": ("- A.",)}, {"": (NOTHING,)}], {"Fixed": ("- A.",)}),
        ([{"Security": ("- A.",)}, {"Fixed": ("- B.",)}], OTHER),
    ],
    ids=["one", "ordered", "once", "nothing-goes", "other-headings"],
)  # fmt: skip
def test_entries_are_joined(
    parts: list[dict[str, tuple[str, ...]]], whole: dict[str, tuple[str, ...]]
) -> None:
    found = joined(*parts)
    assert found == whole
    assert list(found) == list(whole)


def test_what_people_wrote_stays_when_notes_change() -> None:
    entry = {"Removed": ("- A.",), "Changed": ("- B, in our words.", "- Ours.")}
    before = {"Removed": ("- A.",), "Changed": ("- B.",)}
    now = {"Changed": ("- B.",), "Added": ("- C.",)}
    assert brought_on(entry, before, now) == {
        "Changed": ("- B, in our words.", "- Ours."),
        "Added": ("- C.",),
    }
    assert brought_on(entry, before, before) == entry
