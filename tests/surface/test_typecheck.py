"""The checker says which lines of a program do not fit a package."""

from __future__ import annotations

from pathlib import Path

from specmend.surface.typecheck import complaints


def test_lines_that_do_not_fit_are_told_with_the_kind_of_their_fault(tmp_path: Path) -> None:
    shop = tmp_path / "a folder: with, signs"
    shop.mkdir()
    (shop / "shop.py").write_text("def buy(pet: int) -> str: ...\n", "utf-8")
    text = "import shop\nshop.buy(1)\nshop.buy('1')\nshop.sell()\n"
    found = complaints(text, shop / "shop.py")
    assert [(one.line, one.code) for one in found] == [(3, "arg-type"), (4, "attr-defined")]
