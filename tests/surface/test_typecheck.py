"""The checker says which lines of a program do not fit a package."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specmend.errors import OutsideError
from specmend.surface.typecheck import complaints


def test_lines_that_do_not_fit_are_told_with_the_kind_of_their_fault(tmp_path: Path) -> None:
    shop = tmp_path / "a folder: with, signs"
    shop.mkdir()
    (shop / "shop.py").write_text("def buy(pet: int) -> str: ...\n", "utf-8")
    text = "import shop\nshop.buy(1)\nshop.buy('1')\nshop.sell()\n"
    found = complaints(text, shop / "shop.py")
    assert [(one.line, one.code) for one in found] == [(3, "arg-type"), (4, "attr-defined")]


def test_packages_of_one_size_and_time_are_told_apart(tmp_path: Path) -> None:
    shops = [tmp_path / "old" / "shop", tmp_path / "new" / "shop"]
    for shop, kind in zip(shops, ("int", "str"), strict=True):
        shop.mkdir(parents=True)
        (shop / "__init__.py").write_text(f"def buy(pet: {kind}) -> None: ...\n", "utf-8")
        os.utime(shop / "__init__.py", (1, 1))
    text = "import shop\nshop.buy(1)\n"
    assert [len(complaints(text, shop)) for shop in (*shops, shops[0])] == [0, 1, 0]


def test_a_package_that_is_no_python_is_told_in_our_words(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text("def buy(:\n", "utf-8")
    with pytest.raises(OutsideError, match="the type checker cannot read"):
        complaints("import shop\n", tmp_path / "shop.py")


def test_a_module_of_the_package_has_the_name_of_a_library(tmp_path: Path) -> None:
    shop = tmp_path / "mypy_extensions"
    shop.mkdir()
    (shop / "__init__.py").write_text("raise SystemExit\n", "utf-8")
    with pytest.raises(OutsideError, match="a part of Python"):
        complaints("import mypy_extensions\n", shop)


def test_the_package_is_a_library_that_the_checker_is_told_of(tmp_path: Path) -> None:
    shop = tmp_path / "pydantic"
    shop.mkdir()
    (shop / "__init__.py").write_text("def buy() -> int: ...\n", "utf-8")
    assert complaints("import pydantic\npydantic.buy()\n", shop) == ()
