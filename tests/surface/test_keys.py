"""Keys of one typed dict that change in the same way are told together."""

from __future__ import annotations

from pathlib import Path

from tests.surface.test_compare import write

from specmend.surface.compare import package_changes

PART = "class _Part(TypedDict{}):\n    a: int\n    b: int\n    c: int\n"
TWO = "class Opts(_Part): ...\nclass More(_Part): ...\ndef put(o: Opts, m: More) -> None: ...\n"


def test_two_classes_have_them_of_one(tmp_path: Path) -> None:
    old = write(tmp_path / "old", {"pets": PART.format(", total=False") + TWO})
    new = write(tmp_path / "new", {"pets": PART.format("") + TWO})
    (change,) = package_changes(old, new)
    assert change.words == "`a`, `b` and `c` of `pets.Opts` have to be given now"
    assert (change.place, change.affects) == ("pets.Opts", ("pets.More",))
    assert change.instead == "give all of them"
