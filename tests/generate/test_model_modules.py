"""The modules of models: one for most documents, several for very large ones."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from tests.generate.normalize.documents import CHOICE, STRING, of_schemas, ref, thing

from specmend.generate import model_modules as modules
from specmend.generate.model_modules import model_modules
from specmend.generate.normalize.table import normalize
from specmend.generate.types.read import TypeReader

CLASSES = '''\
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
    order = ["from ._model", "class First", "class Third", "Nested = TypeAliasType("]
    assert [source.index(text) for text in order] == sorted(source.index(text) for text in order)


def test_a_document_without_classes_has_a_module_all_the_same() -> None:
    source = model_modules("", types_of())["schemas.py"]
    assert "class " not in source
    ast.parse(source)


def test_very_many_fields_make_modules_that_know_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(modules, "_MOST_FIELDS", 2)
    types = types_of(
        Uses=thing(kind=ref("Choice"), nested=ref("Nested")), Choice=CHOICE, Nested=NESTED
    )
    files = model_modules(CLASSES, types)
    assert list(files) == ["schemas.py", "_schemas_1.py", "_schemas_2.py"]
    for source in files.values():
        ast.parse(source)
    first, second = files["_schemas_1.py"], files["_schemas_2.py"]
    assert "if TYPE_CHECKING:\n    from ._schemas_2 import Second\n" in first
    assert "if TYPE_CHECKING:\n    from .schemas import Choice, Nested\n" in second
    assert "from ._schemas_1 import First" in files["schemas.py"]
    assert '__all__ = ["Choice", "First", "Nested", "Second", "Third"]' in files["schemas.py"]


def test_a_parent_in_another_module_is_there_when_the_module_is_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(modules, "_MOST_FIELDS", 1)
    files = model_modules(CLASSES, types_of())
    assert "\nfrom ._schemas_2 import Second\n" in files["_schemas_3.py"]
