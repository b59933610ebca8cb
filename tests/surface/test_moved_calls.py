"""A call in another group is told with the way that no longer exists, and the new one."""

from __future__ import annotations

from pathlib import Path

from specmend.surface.compare import Package, package_changes

CLIENT = """
from functools import cached_property
class PetOperations:
    {pets}
class ShopOperations:
    {shop}
class Client({parents}):
    @cached_property
    def pets(self) -> PetOperations: ...
    @cached_property
    def shop(self) -> ShopOperations: ...
"""
CALL = "from .._operation import Operation\nOPERATION = Operation(method='GET', path='/pets')\n"
METHODS = "def buy(self) -> int: ...", "def sell(self) -> int: ..."


def package(folder: Path, parents: str, *, moved: bool) -> Package:
    pets, shop = ("pass", "; ".join(METHODS)) if moved else METHODS
    shop = "\n    ".join(METHODS) if moved else shop
    files = {
        "__init__.py": "",
        "client.py": CLIENT.format(pets=pets, shop=shop, parents=parents),
        "api/__init__.py": "",
        "api/buy.py": CALL,
    }
    for name, text in files.items():
        place = folder / "market" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return Package(folder=folder, name="market")


def test_a_call_that_moves_keeps_its_flat_way(tmp_path: Path) -> None:
    for name, parents in (("flat", "PetOperations, ShopOperations"), ("grouped", "")):
        old = package(tmp_path / name / "old", parents, moved=False)
        new = package(tmp_path / name / "new", parents, moved=True)
        (change,) = package_changes(old, new)
        assert change.id == "member-renamed"
        assert change.words == "`client.pets.buy(...)` is now called `client.shop.buy(...)`"
        assert change.affects == ()
