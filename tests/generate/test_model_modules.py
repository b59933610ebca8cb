"""The modules of models: one for most documents, one for each family of very many."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from tests.generate.normalize.documents import CHOICE, STRING, of_schemas, ref, thing

from specmend.generate.model_modules import model_modules
from specmend.generate.normalize.table import normalize
from specmend.generate.types import read
from specmend.generate.types.read import TypeReader

CLASSES = '''\
# generated
import of_the_generator


class First(SchemaModel):
    """
    class Words(SchemaModel):
    """
    a: str
    second: Second | None = None


class Second(SchemaModel):
    kind: Choice


class Third(Second):
    values: Nested | None = None
'''
NESTED = {"type": "array", "items": ref("Nested")}


def types_of(**schemas: Any) -> TypeReader:
    return TypeReader(normalize(of_schemas(**schemas)))


def test_models_are_one_module() -> None:
    types = types_of(
        First=thing(a=STRING), Choice=CHOICE, Nested=NESTED, Uses=thing(n=ref("Nested"))
    )
    files = model_modules(CLASSES, types)
    assert list(files) == ["schemas.py"]
    source = files["schemas.py"]
    ast.parse(source)
    assert "of_the_generator" not in source
    order = ["from ._model", "class First", "class Third", "Nested = TypeAliasType("]
    assert [source.index(text) for text in order] == sorted(source.index(text) for text in order)


def test_a_document_without_classes_has_a_module_all_the_same() -> None:
    source = model_modules("", types_of())["schemas.py"]
    assert "class " not in source
    ast.parse(source)


def test_very_many_models_have_a_module_for_each_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_MOST_AT_ONCE", 0)
    types = types_of(
        Uses=thing(kind=ref("Choice"), nested=ref("Nested")), Choice=CHOICE, Nested=NESTED
    )
    files = model_modules(CLASSES, types)
    assert list(files) == ["__init__.py", "_second.py", "_first.py", "_third.py", "_recursive.py"]
    for source in files.values():
        ast.parse(source)
    assert "Choice: TypeAlias = " in files["_second.py"]
    assert "if TYPE_CHECKING:\n    from ._second import Second\n" in files["_first.py"]
    assert '_NEEDED: Final = ("Second",)' in files["_first.py"]
    assert "\nfrom ._second import Second\n" in files["_third.py"]
    assert '_NEEDED: Final = ("Nested",)' in files["_third.py"]
    assert '__all__ = ["Choice", "First", "Nested", "Second", "Third"]' in files["__init__.py"]
    assert '"Choice": "_second", "First": "_first", "Nested": "_recursive"' in files["__init__.py"]
