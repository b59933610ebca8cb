"""The standard's own examples of styles, sent by generated clients of every version."""

from __future__ import annotations

import typing
from typing import Any

import pytest
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
SCHEMAS: dict[str, Any] = {
    "text": TEXT,
    "list": {"type": "array", "items": TEXT},
    "object": {"type": "object", "additionalProperties": {"type": "integer"}},
}
VALUES: dict[str, Any] = {
    "text": "blue",
    "list": ["blue", "black", "brown"],
    "object": {"R": 100, "G": 200, "B": 150},
}


class Row(typing.NamedTuple):
    """A row of the table "Style Examples": a text, a list and an object; None is not defined."""

    place: str
    style: str
    explode: bool
    text: str | None
    several: str | None
    members: str | None

    def sent(self, kind: str) -> str | None:
        return dict(zip(SCHEMAS, self[3:], strict=True))[kind]


ROWS = [
    Row("path", "matrix", False, ";color=blue", ";color=blue,black,brown",
        ";color=R,100,G,200,B,150"),
    Row("path", "matrix", True, ";color=blue", ";color=blue;color=black;color=brown",
        ";R=100;G=200;B=150"),
    Row("path", "label", False, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    Row("path", "label", True, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    Row("path", "simple", False, "blue", "blue,black,brown", "R,100,G,200,B,150"),
    Row("path", "simple", True, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    Row("header", "simple", False, "blue", "blue,black,brown", "R,100,G,200,B,150"),
    Row("header", "simple", True, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    Row("query", "form", False, "color=blue", "color=blue,black,brown",
        "color=R,100,G,200,B,150"),
    Row("query", "form", True, "color=blue", "color=blue&color=black&color=brown",
        "R=100&G=200&B=150"),
    Row("query", "spaceDelimited", False, None, "color=blue%20black%20brown",
        "color=R%20100%20G%20200%20B%20150"),
    Row("query", "pipeDelimited", False, None, "color=blue%7Cblack%7Cbrown",
        "color=R%7C100%7CG%7C200%7CB%7C150"),
    Row("query", "deepObject", True, None, None,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    Row("cookie", "form", False, "color=blue", "color=blue,black,brown",
        "color=R,100,G,200,B,150"),
    Row("cookie", "form", True, "color=blue", "color=blue; color=black; color=brown",
        "R=100; G=200; B=150"),
    Row("cookie", "cookie", True, "color=blue", "color=blue; color=black; color=brown",
        "R=100; G=200; B=150"),
]  # fmt: skip

CASES = [(row, kind) for row in ROWS for kind in SCHEMAS if row.sent(kind) is not None]
NEW = "cookie"
"""The style that OpenAPI 3.2 brought."""


def name_of(row: Row, kind: str) -> str:
    return f"{row.place}_{row.style}_{str(row.explode).lower()}_{kind}".lower()


def operation(row: Row, kind: str) -> dict[str, Any]:
    color = {
        "name": "color",
        "in": row.place,
        "required": True,
        "style": row.style,
        "explode": row.explode,
        "schema": SCHEMAS[kind],
    }
    return {
        "operationId": name_of(row, kind),
        "parameters": [color],
        "responses": {"204": {"description": ""}},
    }


def document(version: str) -> dict[str, Any]:
    paths = {}
    for row, kind in CASES:
        if row.style != NEW or version.startswith("3.2"):
            path = f"/{name_of(row, kind)}" + ("/{color}" if row.place == "path" else "")
            paths[path] = {"get": operation(row, kind)}
    return {"openapi": version, "info": {"title": "T", "version": "1"}, "paths": paths}


@pytest.fixture(scope="module", params=VERSIONS)
def package(
    request: pytest.FixtureRequest, plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory
) -> Package:
    version = request.param
    name = f"styles_{version.replace('.', '_')}"
    return make_package(tmp_path_factory, plan, name, document(version))


@pytest.mark.parametrize("aio", [False, True], ids=["sync", "async"])
def test_the_examples_of_the_standard_are_sent(package: Package, *, aio: bool) -> None:
    for row, kind in CASES:
        name = name_of(row, kind)
        if not hasattr(package.client, name):
            assert row.style == NEW
            continue
        argument = "color"
        package.call(name, aio=aio, **{argument: VALUES[kind]})
        request = package.requests[-1]
        found = {
            "path": request.url.raw_path.decode().removeprefix(f"/{name}/"),
            "query": request.url.query.decode(),
            "header": request.headers.get("color", ""),
            "cookie": request.headers.get("cookie", ""),
        }
        expected = dict.fromkeys(found, "")
        expected["path"] = f"/{name}"
        expected[row.place] = row.sent(kind) or ""
        if row.place == "query":
            expected["path"] += f"?{expected['query']}"
        assert found == expected, name
