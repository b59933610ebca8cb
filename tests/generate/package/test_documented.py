"""Words of a document reach docstrings, the reference and the models: each at its place."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

VERSIONS = ("3.0.4", "3.1.1", "3.2.0")
STRING = {"type": "string"}
COLOR = {"$ref": "#/components/schemas/Color"}
NULL = {"type": "null"}


def said(name: str, /, **schema: Any) -> dict[str, Any]:
    return {"description": f"WORDS {name}.", **schema}


def properties(version: str) -> dict[str, Any]:
    """Described properties that are null or of a reference, as the version says it."""
    common = {
        "mode": said("mode", type="string", enum=["warm", "cold"], default="warm"),
        "size": said("size", type="integer", minimum=1, default=3),
        "plain": said("plain", **STRING, deprecated=True),
        "bare": COLOR,
        "many": said("many", type="array", items=COLOR),
        "one": said("one", allOf=[COLOR]),
        "inner": said("inner", type="object", properties={"deep": said("deep", **STRING)}),
    }
    if version == "3.0.4":
        level = said("level", nullable=True, oneOf=[STRING, {"type": "number"}])
        return {
            **common,
            "level": {**level, "default": 5, "deprecated": True},
            "color": said("color", nullable=True, allOf=[COLOR], default="red"),
        }
    level = said("level", oneOf=[STRING, {"type": "number"}, NULL])
    return {
        **common,
        "level": {**level, "default": 5, "deprecated": True},
        "color": said("color", anyOf=[COLOR, NULL], default="red"),
        "beside": {**COLOR, "description": "WORDS beside.", "deprecated": True},
    }


def parameters() -> list[dict[str, Any]]:
    def query(name: str, schema: Any, **words: Any) -> dict[str, Any]:
        return {"name": name, "in": "query", "schema": schema, **words}

    return [
        query(
            "q", {"type": "integer", "default": 7, "description": "LOST"}, description="WORDS q."
        ),
        query("r", {"type": "integer", "description": "WORDS r."}, deprecated=True, example=9),
        query("s", COLOR),
        query("t", STRING, description="WORDS t.\n\nMORE t.", examples={"one": {"value": "X"}}),
    ]


def document(version: str) -> dict[str, Any]:
    body = {"type": "object", "required": ["plain"], "properties": properties(version)}
    answer = {"application/json": {"schema": {"$ref": "#/components/schemas/Lamp"}}}
    put = {
        "operationId": "putList",
        "requestBody": {
            "description": "WORDS list.",
            "content": {"application/json": {"schema": {"type": "array", "items": STRING}}},
        },
        "responses": {"204": {"description": "No Content"}},
    }
    post = {
        "operationId": "setLamp",
        "tags": ["lamps"],
        "summary": "WORDS summary",
        "description": "WORDS description.",
        "externalDocs": {"url": "https://docs.test/set"},
        "parameters": parameters(),
        "requestBody": {
            "description": "WORDS body.",
            "required": True,
            "content": {"application/json": {"schema": body}},
        },
        "responses": {
            "200": {"description": "WORDS answer.", "content": answer},
            "404": {"description": "WORDS missing."},
        },
    }
    lamp = said(
        "lamp", type="object", deprecated=True, properties={"on": said("on", type="boolean")}
    )
    return {
        "openapi": version,
        "info": {"title": "Lamps", "version": "1"},
        "servers": [{"url": "http://lamps.test"}],
        "tags": [said("tag", name="lamps", externalDocs={"url": "https://docs.test/lamps"})],
        "components": {
            "schemas": {"Color": said("red", **STRING, enum=["red", "blue"]), "Lamp": lamp}
        },
        "paths": {"/lamp": {"post": post}, "/list": {"put": put}},
    }


class Package:
    def __init__(self, module: Any, folder: Path) -> None:
        self.client = module.Client
        self.reference = (folder / "REFERENCE.md").read_text("utf-8")
        self.models = (folder / module.__name__ / "models" / "schemas.py").read_text("utf-8")
        self.group = module.client.LampsOperations
        self.module = module

    @property
    def method(self) -> str:
        return inspect.getdoc(self.group.set_lamp) or ""


@pytest.fixture(scope="module", params=VERSIONS)
def package(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Package]:
    name = f"lamps_{request.param.replace('.', '')}"
    plan = PackagePlan(
        api=name, package=name, version="1", description="L", license="MIT", header=""
    )
    made = shared_package(tmp_path_factory, name, lambda: generate(document(request.param), plan))
    folder = write_parcel(made, tmp_path_factory.mktemp(name))
    sys.path.insert(0, str(folder))
    yield Package(importlib.import_module(name), folder)
    sys.path.remove(str(folder))


ARGUMENTS = {
    "q": "WORDS q. Without it the server takes 7.",
    "r": "WORDS r. Example: 9. Deprecated.",
    "s": "WORDS red.",
    "mode": 'WORDS mode. Without it the server takes "warm".',
    "size": "WORDS size. Without it the server takes 3.",
    "plain": "WORDS plain. Deprecated.",
    "bare": "WORDS red.",
    "many": "WORDS many.",
    "one": "WORDS one.",
    "inner": "WORDS inner.",
    "level": "WORDS level. Deprecated. Without it the server takes 5.",
    "color": 'WORDS color. Without it the server takes "red".',
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_an_argument_is_described(package: Package, name: str) -> None:
    assert f"\n    {name}: {ARGUMENTS[name]}\n" in package.method
    assert f"\n- `{name}`: {ARGUMENTS[name]}\n" in package.reference


def test_a_description_beside_a_reference_goes_before_that_of_its_target(package: Package) -> None:
    if "beside" in package.method:
        assert "\n    beside: WORDS beside. Deprecated.\n" in package.method
    assert "LOST" not in package.method


def test_every_paragraph_of_an_argument_is_kept(package: Package) -> None:
    assert '\n    t: WORDS t.\n        MORE t. Example: "X".\n' in package.method
    assert '- `t`: WORDS t. MORE t. Example: "X".\n' in package.reference


@pytest.mark.parametrize(
    "words",
    [
        "WORDS summary.\n\nWORDS description.\n\nWORDS body.",
        "See https://docs.test/set",
        "\nReturns:\n    WORDS answer.",
    ],
)
def test_a_method_is_described(package: Package, words: str) -> None:
    assert words in package.method


def test_the_reference_describes_the_method_and_its_answers(package: Package) -> None:
    for words in (
        "WORDS description. WORDS body. See https://docs.test/set",
        "- answer 200: WORDS answer.",
        "- answer 404: WORDS missing.",
        "- `body`: WORDS list.",
    ):
        assert words in package.reference


def test_an_answer_of_which_nothing_is_said_is_not_repeated(package: Package) -> None:
    text = inspect.getdoc(package.client.put_list) or ""
    assert "body: WORDS list." in text
    assert "Returns:" not in text


def test_a_tag_is_described(package: Package) -> None:
    for text in (inspect.getdoc(package.group) or "", package.reference):
        assert "WORDS tag." in text
        assert "See https://docs.test/lamps" in text


def test_models_and_their_fields_are_described(package: Package) -> None:
    for name in ("level", "color", "mode", "size", "plain", "many", "one", "inner", "deep", "on"):
        assert f'"""WORDS {name}.' in package.models
    assert '"""WORDS red."""' in package.models
    assert '"""WORDS lamp. Deprecated."""' in package.models


@pytest.mark.parametrize(
    "line",
    [
        "### Lamp\n\nWORDS lamp. Deprecated.\n\n- `on: bool | None`: WORDS on.",
        "- `level: str | float | None`: WORDS level. Deprecated. Default: 5.",
        '- `color: Color | None`: WORDS color. Default: "red".',
        "- `deep: str | None`: WORDS deep.",
        '- `Color`: "red", "blue". WORDS red.',
    ],
)
def test_the_reference_lists_the_fields_of_models(package: Package, line: str) -> None:
    assert line in package.reference
