"""The two generators: what they are given, and what they leave behind."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path

import pytest
from tests.generate.client.reading import document
from tests.generate.normalize.documents import CHOICE, STRING, Tree, ref, thing

from specmend.generate import generators
from specmend.generate.generators import Generated, encode, run_generators
from specmend.generate.models import models_document
from specmend.generate.normalize.table import normalize
from specmend.generate.plan import PackagePlan
from specmend.generate.types.read import TypeReader


def test_a_document_is_written_as_json_and_dates_become_text() -> None:
    assert (
        encode({"a": dt.date(2024, 1, 2), "b": "ü"})
        == b'{\n "a": "2024-01-02",\n "b": "\xc3\xbc"\n}\n'
    )


def test_half_of_a_surrogate_pair_does_not_stop_a_build() -> None:
    assert encode("cut \ud83d") == '"cut \ufffd"\n'.encode()


def run(plan: PackagePlan, folder: Path, **schemas: object) -> Generated:
    """The work of both generators on a document with these schemas in use."""
    answers = {
        f"20{number}": {"description": "", "content": {"application/json": {"schema": ref(name)}}}
        for number, name in enumerate(schemas)
    }
    paths = {"/a": {"get": {"operationId": "one", "responses": answers}}} if schemas else {}
    return run_generators(normalize(document(paths, components={"schemas": schemas})), plan, folder)


def test_both_generators_are_run_in_one_folder(plan: PackagePlan, tmp_path: Path) -> None:
    made = run(plan, tmp_path, Pet=thing(level=ref("Level")), Level=CHOICE)
    assert made.operations == frozenset({("GET", "/a")})
    assert (made.faults, made.warnings, made.missing_classes) == ((), (), ())
    assert (made.project / "shop_client" / "client.py").is_file()
    names = [
        one.name
        for one in ast.walk(ast.parse(made.models["schemas.py"]))
        if isinstance(one, ast.ClassDef)
    ]
    assert names == ["Pet"]


def test_the_generator_of_models_is_not_asked_where_there_is_no_class(
    plan: PackagePlan, tmp_path: Path
) -> None:
    made = run(plan, tmp_path, Level=CHOICE, Name=STRING)
    assert not (tmp_path / generators.CLASSES).exists()
    assert made.missing_classes == ()
    assert 'Level: TypeAlias = Literal["a", "b"]' in made.models["schemas.py"]


def test_a_document_without_operations_is_run_too(plan: PackagePlan, tmp_path: Path) -> None:
    made = run(plan, tmp_path)
    assert made.operations == frozenset()
    ast.parse(made.models["schemas.py"])


def test_a_class_that_was_not_made_is_named(
    plan: PackagePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_dog(types: TypeReader) -> Tree:
        asked = models_document(types) or {}
        del asked["components"]["schemas"]["Dog"]
        return asked

    monkeypatch.setattr(generators, "models_document", without_dog)
    made = run(plan, tmp_path, Dog=thing(a=STRING), Cat=thing(b=STRING))
    assert made.missing_classes == ("Dog",)
