"""What a module still asks for after it is gone is told, with what took it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.surface.test_compare import write

from specmend.surface.compare import package_changes
from specmend.surface.read import read_surface
from specmend.surface.stale import broken_modules

PETS = "class Pet:\n    def bark(self) -> int: ...\nclass Cat(Pet): ...\ndef buy() -> Pet: ...\n"
SHOP = "from .pets import Cat, Pet\ndef sell(pet: Pet) -> list[Pet]: ...\n"


def told(folder: Path, old: dict[str, str], new: dict[str, str]) -> list[str]:
    """The changes from modules to others, with the places that they reach."""
    found = package_changes(write(folder / "old", old), write(folder / "new", new))
    return [" ".join([one.id, one.place, *one.affects]) for one in found]


def broken(folder: Path, old: dict[str, str], new: dict[str, str]) -> list[str]:
    """The modules that can no longer be imported, with what they ask for."""
    packages = write(folder / "old", old), write(folder / "new", new)
    found = broken_modules(*(read_surface(one.folder, one.name) for one in packages))
    return [f"{one.owner} {one.before}" for one in found]


def test_a_class_is_renamed_and_a_module_still_has_its_old_name(tmp_path: Path) -> None:
    old = {"pets": PETS, "market": SHOP, "_inner": SHOP}
    new = {**old, "pets": PETS.replace("Pet", "Animal")}
    assert told(tmp_path, old, new) == ["name-renamed pets.Pet market"]


def test_a_class_of_a_private_module_is_renamed(tmp_path: Path) -> None:
    market = "from ._pets import Cat, Pet\n__all__ = ['Pet', 'sell']\n" + SHOP.partition("\n")[2]
    old = {"_pets": PETS, "market": market}
    new = {**old, "_pets": PETS.replace("Pet", "Animal")}
    assert told(tmp_path, old, new) == ["name-gone market.Pet market market.sell(...)"]


@pytest.mark.parametrize(
    ("asking", "expected"),
    [
        ("from .pets import Cat\n", ["market pets.Cat"]),
        ("from shop.pets import Cat as C\n", ["market pets.Cat"]),
        ("from .pets import Pet\n", []),
        ("if TYPE_CHECKING:\n    from .pets import Cat\n", []),
        ("from . import pets\n", []),
        ("from other import Cat\n", []),
        ("def f():\n    from .pets import Cat\n", []),
    ],
    ids=["asked", "alias", "another", "types_alone", "module", "library", "in_a_function"],
)
def test_a_class_is_gone_and_a_module_asks_for_it(
    tmp_path: Path, asking: str, expected: list[str]
) -> None:
    start = "from typing import TYPE_CHECKING\n"
    kept = PETS.replace("class Cat(Pet): ...\n", "")
    market = {"market": start + asking}
    assert broken(tmp_path, {"pets": PETS, **market}, {"pets": kept, **market}) == expected


@pytest.mark.parametrize("more", ["def __getattr__(name): ...\n", "from ._fast import *\n"])
def test_a_module_that_can_have_more_is_not_known_to_lack_a_name(tmp_path: Path, more: str) -> None:
    market = {"market": "from .pets import Cat\n"}
    kept = PETS.replace("class Cat(Pet): ...\n", more)
    assert broken(tmp_path, {"pets": PETS, **market}, {"pets": kept, **market}) == []


def test_what_was_asked_for_in_vain_before_is_no_change(tmp_path: Path) -> None:
    modules = {"pets": PETS, "market": "from .pets import Dog\ndef f() -> Dog: ...\n"}
    assert broken(tmp_path, modules, modules) == []
