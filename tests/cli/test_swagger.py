"""A document of Swagger 2.0 through init, build, check, a later fetch and update."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.test_many_files import Run, step

SWAGGER = """\
# The pets
swagger: "2.0"
info: {title: Pets, version: "1"}
host: example.com
basePath: /v1
schemes: [https]
produces: [application/json]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: tsv}
      responses:
        "200":
          description: All pets.
          schema: {type: array, items: {$ref: "#/definitions/Pet"}}
definitions:
  Pet:
    type: object
    properties:
      name: {type: string, maxLength: 40}
      age: {type: integer, minimum: 1}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project beside a published document."""
    (tmp_path / "swagger.yaml").write_text(SWAGGER, "utf-8")
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def publish(project: Path, old: str, new: str) -> None:
    assert old in SWAGGER
    (project.parent / "swagger.yaml").write_text(SWAGGER.replace(old, new), "utf-8")


def test_a_document_of_swagger_is_converted_built_and_brought_along(
    project: Path, run: Run
) -> None:
    made = run("init", "pets", "--from", "../swagger.yaml")
    assert made.code == 0
    assert "pets  converted from Swagger 2.0 (swagger 1)" in made.out.splitlines()
    assert "warning: ../swagger.yaml:13:11: " in made.err
    original = project / "spec/pets/original.yaml"
    assert original.read_text("utf-8") == SWAGGER
    step(run, "Let names be long", "$.components.schemas.Pet.properties.name.maxLength", "80")
    assert run("build").code == 0
    assert run("check").code == 0
    logged = run("log").out.splitlines()
    assert "pets  converted from Swagger 2.0 (swagger 1), 1 step" in logged
    manifest = json.loads((project / "generated/pets/manifest.json").read_text("utf-8"))
    assert "spec/pets/original.yaml" in manifest["inputs"]

    assert run("fetch", "--check").code == 0
    publish(project, "minimum: 1", "minimum: 0")
    assert run("fetch", "--check").code == 1
    assert "minimum" in run("drift", "pets").out
    updated = run("update", "pets")
    assert updated.code == 0
    assert "warning: ../swagger.yaml:13:11: " in updated.err
    assert "minimum: 0" in original.read_text("utf-8")
    assert "minimum: 0" in (project / "spec/pets/upstream.yaml").read_text("utf-8")
    assert run("build").code == 0
    assert run("check").code == 0


def test_a_conflict_in_the_original_is_a_conflict_of_the_step(project: Path, run: Run) -> None:
    assert run("init", "pets", "--from", "../swagger.yaml").code == 0
    step(run, "Let names be long", "$.components.schemas.Pet.properties.name.maxLength", "80")
    publish(project, "maxLength: 40", "maxLength: 60")
    assert run("drift", "pets", "--to", "../swagger.yaml").code == 1
    assert run("fetch").code == 0
    assert run("update", "pets").code == 1


def test_a_check_finds_an_original_that_is_another_one(project: Path, run: Run) -> None:
    assert run("init", "pets", "--from", "../swagger.yaml").code == 0
    assert run("build").code == 0
    original = project / "spec/pets/original.yaml"
    original.write_text(SWAGGER.replace("40", "50"), "utf-8")
    ran = run("check")
    assert ran.code == 1
    assert "spec/pets/original.yaml:1:1: error: the original is not the one" in ran.err
    assert run("fetch").code == 0
    assert original.read_text("utf-8") == SWAGGER
    assert run("check").code == 0


def test_an_original_that_is_there_already_is_not_overwritten_by_init(
    project: Path, run: Run
) -> None:
    (project / "spec/pets").mkdir(parents=True)
    (project / "spec/pets/original.json").write_text("{}")
    ran = run("init", "pets", "--from", "../swagger.yaml")
    assert ran.code == 1
    assert "spec/pets/original.json: error: this is there already" in ran.err
