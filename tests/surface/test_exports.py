"""What a module lists for its users is read, or everything counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.surface.test_compare import write

from specmend.surface.read import read_surface
from specmend.surface.records import Class, Value

ONE = "def buy(): ...\ndef sell(): ...\ndef _count(): ...\n"


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("", {"buy", "sell"}),
        ("__all__ = ['buy']\n", {"buy"}),
        ("__all__: list[str] = ['buy']\n", {"buy"}),
        ("__all__ = ('_count',)\n", {"_count"}),
        ("__all__ = ['buy'] + ['sell']\n", {"buy", "sell"}),
        ("__all__ = ['buy']\n__all__ += ['_count']\n", {"buy", "_count"}),
        ("__all__ = []\n__all__.append('sell')\n", {"sell"}),
        ("__all__ = ['buy']\n__all__.extend(['_count', 'sell'])\n", {"buy", "sell", "_count"}),
        ("from shop import pets\n__all__ = ['buy', *pets.__all__]\n", {"buy"}),
        # Made when the module runs: nothing is known to be left out.
        ("__all__ = [name for name in dir() if name[0] != '_']\n", {"buy", "sell"}),
        ("__all__ = sorted(['buy'])\n", {"buy", "sell"}),
        ("__all__ = ['buy']\n__all__.remove('buy')\n", {"buy", "sell"}),
        ("__all__ = ['buy']\n__all__.extend(map(str, []))\n", {"buy", "sell"}),
        ("__all__ = ['buy']\ndef public(f):\n    __all__.append(f.__name__)\n", {"buy", "sell"}),
        ("__all__ = ['buy', 'x' + 'y']\n", {"buy", "sell"}),
    ],
)
def test_names_are_public_if_they_are_listed_or_may_be(
    tmp_path: Path, text: str, public: set[str]
) -> None:
    pets = "__all__ = ['eat']\ndef eat(): ...\n"
    package = write(tmp_path, {"one": text + ONE, "pets": pets}, start="")
    surface = read_surface(package.folder, package.name)
    found = {path.partition(".")[2] for path in surface.things if path.startswith("one.")}
    assert found - {"public"} == public


@pytest.mark.parametrize("is_typed", [True, False])
def test_a_namespace_is_typed_by_what_is_in_it(tmp_path: Path, *, is_typed: bool) -> None:
    place = tmp_path / "space" / "shop"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text(ONE, "utf-8")
    if is_typed:
        (place / "py.typed").touch()
    surface = read_surface(tmp_path, "space")
    assert surface.is_typed is is_typed
    assert set(surface.things) == {"shop", "shop.buy", "shop.sell"}


def test_what_is_given_on_of_others_keeps_its_name(tmp_path: Path) -> None:
    imports = "from typing import Any, Optional, TypedDict\n"
    inner = f"{imports}class Pet(TypedDict):\n    age: Optional[int]\n"
    package = write(tmp_path, {"pets": inner, "zoo": "from shop.pets import *\n"}, start="")
    surface = read_surface(package.folder, package.name)
    pet = surface.things["zoo.Pet"]
    assert isinstance(pet, Class)
    assert (pet.kind, pet.members["age"]) == (
        "typed dict",
        Value(path="zoo.Pet.age", type="int | None", is_field=True, is_required=True),
    )
