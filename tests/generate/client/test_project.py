"""The whole project: what is written, what is reported, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.generate.client.reading import SETTINGS, document, read
from tests.generate.shop import DOCUMENT

from specmend.generate import generators
from specmend.generate.client import project
from specmend.generate.client.project import client_outline, make_project
from specmend.generate.normalize.table import normalize

TEMPLATES = Path(generators.__file__).with_name("templates")


def made(tree: Any, folder: Path) -> dict[str, Any]:
    """The report of a run in a folder."""
    (folder / "openapi.json").write_bytes(generators.encode(normalize(tree)))
    plan = {"description": "d", "license": "MIT", "repository": "", "http": "httpx2"}
    return make_project(
        {
            **SETTINGS,
            "document": str(folder / "openapi.json"),
            "output": str(folder / "project"),
            "templates": str(TEMPLATES),
            "defaults": [],
            "plan": {
                **SETTINGS["plan"],
                **plan,
                "flat": False,
                "extras": True,
                "open": False,
                "closed_enums": False,
            },
        }
    )


def test_the_report_names_every_operation(tmp_path: Path) -> None:
    report = made(DOCUMENT, tmp_path)
    assert report["faults"] == []
    assert ("GET", "/items/{item-id}") in report["operations"]
    assert report["warnings"] == []
    assert json.loads(json.dumps(report))["operations"]
    package = tmp_path / "project" / "shop_client"
    assert "class Client" in (package / "client.py").read_text("utf-8")
    reference = (tmp_path / "project" / "REFERENCE.md").read_text("utf-8")
    assert "\n\n\n" not in reference


def test_an_operation_under_another_method_is_written_with_its_own(tmp_path: Path) -> None:
    fine = {"operationId": "findPets", "responses": {"204": {"description": ""}}}
    report = made(document({"/pets": {"query": fine}}), tmp_path)
    assert report["operations"] == [("QUERY", "/pets")]
    module = tmp_path / "project/shop_client/api/default/find_pets.py"
    assert 'method="QUERY"' in module.read_text("utf-8")
    assert 'path="/pets"' in module.read_text("utf-8")


def test_the_generator_is_given_the_operations_alone() -> None:
    fine = {"operationId": "list", "tags": ["Big Pets"], "responses": {}}
    groups, _ = read(document({"/pets": {"get": fine, "put": {**fine, "tags": []}}}))
    outline = client_outline(groups)
    assert list(outline["paths"]) == ["/default/list_", "/big_pets/list_"]
    assert "components" not in outline


def test_an_outline_that_the_generator_refuses_ends_the_run_with_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "client_outline", lambda groups: {"paths": len(groups)})
    with pytest.raises(SystemExit, match="Failed to parse OpenAPI document"):
        made(document({}), tmp_path)
