"""What a package has at a place is found, or nothing is."""

from __future__ import annotations

import pytest
from tests.surface.test_compare import write

from specmend.surface.difference import Difference
from specmend.surface.places import signatures_at, types_at
from specmend.surface.read import read_surface
from specmend.surface.records import Surface

TEXT = """
class Shop:
    size: int = 1
    def __init__(self, name: str) -> None: ...
    def buy(self, pet: int) -> bytes: ...
class Plain: ...
def sell(pet: float) -> complex: ...
LIMIT: int = 3
"""


@pytest.fixture(scope="module")
def surface(tmp_path_factory: pytest.TempPathFactory) -> Surface:
    package = write(tmp_path_factory.mktemp("places"), {"m": TEXT})
    return read_surface(package.folder, package.name)


@pytest.mark.parametrize(
    ("owner", "arguments"),
    [
        ("m.Shop", [["name"]]),
        ("m.Shop.buy", [["pet"]]),
        ("m.Shop.size", []),
        ("m.Shop.none", []),
        ("m.Plain", []),
        ("m.sell", [["pet"]]),
        ("m.LIMIT", []),
        ("none", []),
    ],
)
def test_how_something_is_called(surface: Surface, owner: str, arguments: list[list[str]]) -> None:
    found = [[one.name for one in each.arguments] for each in signatures_at(surface, owner)]
    assert found == arguments


@pytest.mark.parametrize(
    ("owner", "name", "types"),
    [
        ("m.Shop", "size", ["int"]),
        ("m.Shop", "name", ["str"]),
        ("m.Shop.buy", "pet", ["int"]),
        ("m.Shop.buy", "", ["bytes"]),
        ("m.sell", "", ["complex", "float"]),
        ("m.none", "", []),
    ],
)
def test_the_types_of_a_place(surface: Surface, owner: str, name: str, types: list[str]) -> None:
    place = Difference(check="x", owner=owner, name=name)
    assert list(types_at(surface, place)) == types
