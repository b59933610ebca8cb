"""The surface of a package is what its users can name, whatever file it is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.surface.read import read_surface
from specmend.surface.records import Alias, Class, Function, Surface


def surface(folder: Path, **files: str) -> Surface:
    for name, text in files.items():
        place = folder / "shop" / f"{name.replace('__in_', '/')}.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return read_surface(folder, "shop")


def test_names_are_those_that_a_module_lists(tmp_path: Path) -> None:
    found = surface(
        tmp_path,
        __init__=(
            "from ._pets import Pet\n__all__ = ['Pet', 'buy']\ndef buy(): ...\ndef sell(): ...\n"
        ),
        _pets="class Pet: ...\nclass Cat: ...\n",
    )
    assert set(found.things) == {"Pet", "buy"}


def test_a_module_without_a_list_has_what_it_defines(tmp_path: Path) -> None:
    found = surface(
        tmp_path, __init__="", pets="import os\nfrom typing import Any\ndef buy(): ...\n_x = 1\n"
    )
    assert set(found.things) == {"pets", "pets.buy"}


def test_a_thing_has_its_shortest_path_as_its_name(tmp_path: Path) -> None:
    found = surface(
        tmp_path,
        __init__="from .pets import Pet\n__all__ = ['Pet']\n",
        pets="__all__ = ['Pet', 'get']\nclass Pet: ...\ndef get() -> Pet: ...\n",
    )
    assert found.paths == {"Pet": "Pet", "pets.Pet": "Pet", "pets.get": "pets.get", "pets": "pets"}
    get = found.things["pets.get"]
    assert isinstance(get, Function)
    assert get.signatures[0].returns == "__pkg__.Pet"


def test_models_that_are_loaded_when_needed_are_as_those_of_one_module(tmp_path: Path) -> None:
    lazy = surface(
        tmp_path / "lazy",
        __init__="",
        models__in___init__=(
            "from typing import TYPE_CHECKING\n"
            "if TYPE_CHECKING:\n    from ._cat import Cat\n    from ._pet import Pet\n"
            "__all__ = ['Cat', 'Pet']\n"
            "if not TYPE_CHECKING:\n    def __getattr__(name): ...\n"
        ),
        models__in__cat=(
            "from typing import TYPE_CHECKING\nfrom ._pet import Pet\n"
            "class Cat(Pet):\n    friend: Pet\n"
        ),
        models__in__pet="class Pet:\n    name: str\n",
    )
    eager = surface(
        tmp_path / "eager",
        __init__="",
        models__in___init__="from .schemas import Cat, Pet\n__all__ = ['Cat', 'Pet']\n",
        models__in_schemas="class Pet:\n    name: str\nclass Cat(Pet):\n    friend: Pet\n",
    )
    assert lazy.things == eager.things
    cat = lazy.things["models.Cat"]
    assert isinstance(cat, Class)
    assert cat.parents == ("__pkg__.models.Pet",)


def test_the_data_of_operations_is_for_the_client(tmp_path: Path) -> None:
    found = surface(
        tmp_path,
        __init__="",
        api__in___init__="from . import buy\n__all__ = ['buy']\n",
        api__in_buy=(
            "from .._operation import Body, Operation\nfrom ..models import Order, Receipt\n"
            "OPERATION = Operation(method='POST', path='/buy', body=Body(type=Order), "
            "success={'200': Receipt})\n"
        ),
        models="__all__ = ['Order', 'Receipt']\nclass Order: ...\nclass Receipt: ...\n",
        _operation="class Operation: ...\nclass Body: ...\n",
    )
    assert set(found.things) == {"models", "models.Order", "models.Receipt"}
    call = found.calls["buy"]
    assert call.request == "'POST' '/buy'"
    assert call.body == "__pkg__.models.Order"
    assert set(call.answers) == {"__pkg__.models.Receipt"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("from typing import TypeAlias\nSize: TypeAlias = int | str\n", "int | str"),
        ("Size = int | str\n", "int | str"),
        ("from typing import Literal\nSize = Literal['s']\n", "typing.Literal['s']"),
        (
            "import typing_extensions as t\nSize = t.TypeAliasType('Size', list[int])\n",
            "list[int]",
        ),
    ],
)
def test_names_for_types_are_read_in_every_form(tmp_path: Path, text: str, type_: str) -> None:
    size = surface(tmp_path, __init__=text).things["Size"]
    assert size == Alias(path="Size", type=type_)


def test_the_fields_of_a_model_say_whether_they_are_needed(tmp_path: Path) -> None:
    found = surface(
        tmp_path,
        __init__=(
            "from typing import ClassVar\nfrom pydantic import BaseModel, Field\n"
            "class Base(BaseModel):\n    model_config = {}\n"
            "class Pet(Base):\n    a: int\n    b: int = 3\n    c: int = Field(...)\n"
            "    d: int = Field(default=4)\n    e: list[int] = Field(default_factory=list)\n"
            "    f: ClassVar[int] = 1\n    _g: int = 1\n"
        ),
    )
    pet = found.things["Pet"]
    assert isinstance(pet, Class)
    told = {n: (m.is_field, m.is_required) for n, m in pet.members.items() if n in "abcdefg"}  # type: ignore[union-attr]
    assert told == {
        "a": (True, True),
        "b": (True, False),
        "c": (True, True),
        "d": (True, False),
        "e": (True, False),
        "f": (False, False),
    }
