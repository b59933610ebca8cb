"""A document of many files through init, build, a later fetch, drift and update."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Ran

Run = Callable[..., Ran]
ROOT = """\
# The pets
openapi: 3.0.3
info: {title: Pets, version: "1"}
paths:
  /pets:
    $ref: paths/pets.yaml
components:
  schemas:
    Pet:
      $ref: schemas/Pet.yaml
"""
PETS = """\
get:
  operationId: listPets
  responses:
    "200":
      description: All pets.
      content:
        application/json:
          schema:
            type: array
            items: {$ref: ../root.yaml#/components/schemas/Pet}
    default: {$ref: ../../common/Error.json}
"""
PET = """\
type: object
properties:
  name: {type: string, maxLength: 40}
  age: {type: integer, minimum: 1}
"""
ERROR = '{"description": "It went wrong."}'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project beside a repository with the files of a document."""
    upstream = tmp_path / "upstream"
    files = {"api/root.yaml": ROOT, "api/paths/pets.yaml": PETS}
    files |= {"api/schemas/Pet.yaml": PET, "common/Error.json": ERROR}
    for name, text in files.items():
        (upstream / name).parent.mkdir(parents=True, exist_ok=True)
        (upstream / name).write_text(text, "utf-8")
    (upstream / ".git").mkdir()
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def change(project: Path, name: str, old: str, new: str) -> None:
    """Change a file of the published document."""
    file = project.parent / "upstream" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def step(run: Run, title: str, path: str, value: str) -> None:
    words = ("new", "pets", title, path, "--update", value, "--reason", "As it is.")
    assert run(*words).code == 0


def test_a_document_of_many_files_is_built_and_brought_along(project: Path, run: Run) -> None:
    made = run("init", "pets", "--from", "../upstream/api/root.yaml")
    assert (made.code, made.err) == (0, "")
    assert "pets  made of 4 files (bundle 1)" in made.out.splitlines()
    pin = tomllib.loads((project / "spec/pets/pin.toml").read_text("utf-8"))
    assert pin["made-by"] == ["bundle 1"]
    assert list(pin["sources"]) == [
        "root.yaml", "../common/Error.json", "paths/pets.yaml", "schemas/Pet.yaml",
    ]  # fmt: skip
    step(run, "Let names be long", "$.components.schemas.Pet.properties.name.maxLength", "80")
    assert run("build").code == 0
    assert (project / "generated/pets/pets/models").exists() or list(project.rglob("*pet*.py"))
    assert run("check").code == 0
    assert "pets  made of 4 files (bundle 1), 1 step" in run("log").out.splitlines()

    assert run("fetch", "--check").code == 0
    change(project, "api/schemas/Pet.yaml", "minimum: 1", "minimum: 0")
    looked = run("fetch", "--check")
    assert looked.code == 1
    assert "pets  changed: schemas/Pet.yaml" in looked.out.splitlines()
    drifted = run("drift", "pets")
    assert drifted.code == 0
    assert "minimum" in drifted.out
    updated = run("update", "pets")
    assert updated.code == 0
    upstream = (project / "spec/pets/upstream.yaml").read_text("utf-8")
    assert "minimum: 0" in upstream
    assert upstream.startswith("# The pets\n")
    assert run("build").code == 0
    assert run("check").code == 0
    again = run("update", "pets")
    assert again.code == 0
    assert run("fetch", "--check").code == 0


def test_a_conflict_in_a_file_is_a_conflict_of_the_step(project: Path, run: Run) -> None:
    assert run("init", "pets", "--from", "../upstream/api/root.yaml").code == 0
    step(run, "Let names be long", "$.components.schemas.Pet.properties.name.maxLength", "80")
    change(project, "api/schemas/Pet.yaml", "maxLength: 40", "maxLength: 60")
    to = run("drift", "pets", "--to", "../upstream/api/root.yaml")
    assert (to.code, "conflict" in to.out) == (1, True)
    assert run("fetch").code == 0
    assert run("drift", "pets").code == 1


def test_a_comment_in_a_file_moves_the_pin_and_not_the_document(project: Path, run: Run) -> None:
    assert run("init", "pets", "--from", "../upstream/api/root.yaml").code == 0
    step(run, "Let names be long", "$.components.schemas.Pet.properties.name.maxLength", "80")
    change(project, "api/schemas/Pet.yaml", "type: object", "type: object # a pet")
    assert run("fetch", "--check").code == 1
    lines = run("fetch").out.splitlines()
    words = "pets  moved: its files changed, and make the same document: "
    assert lines[0].startswith(words)
    assert "pets  changed: schemas/Pet.yaml" in lines
    assert lines[-1] == "pets  next: specmend build"
    assert run("fetch", "--check").code == 0
    assert run("update", "pets").code == 0


def test_what_is_missing_is_told_at_init_and_nothing_is_written(project: Path, run: Run) -> None:
    change(project, "api/root.yaml", "schemas/Pet.yaml", "schemas/Dog.yaml")
    change(project, "api/paths/pets.yaml", "common/Error.json", "../../../etc/passwd")
    ran = run("init", "pets", "--from", "../upstream/api/root.yaml")
    assert ran.code == 2
    lines = [line for line in ran.err.splitlines() if "error" in line]
    api = "../upstream/api"
    missing = f"the reference leads to a file that is not there: {api}/schemas/Dog.yaml"
    outside = "this file may not be read, because it lies outside of upstream"
    assert lines == [
        f"{api}/root.yaml:10:7: error: {missing}",
        f"{api}/paths/pets.yaml:11:15: error: {outside}",
    ]
    assert list(project.iterdir()) == []


def test_a_file_that_went_keeps_a_fetch_from_being_written(project: Path, run: Run) -> None:
    assert run("init", "pets", "--from", "../upstream/api/root.yaml").code == 0
    before = (project / "spec/pets/pin.toml").read_bytes()
    (project.parent / "upstream/api/schemas/Pet.yaml").unlink()
    for words in (("fetch", "--check"), ("fetch",), ("update", "pets"), ("drift", "pets")):
        ran = run(*words)
        assert ran.code == 2
        assert "root.yaml:10:7: error: the reference leads to a file that is not there" in ran.err
    assert (project / "spec/pets/pin.toml").read_bytes() == before


def test_the_folder_and_the_hosts_of_references_are_settings(project: Path, run: Run) -> None:
    (project.parent / "upstream/.git").rmdir()
    words = ("init", "pets", "--from", "../upstream/api/root.yaml")
    refused = run(*words)
    assert refused.code == 2
    assert "--reference-folder FOLDER" in refused.err
    options = ("--reference-folder", "../upstream", "--reference-host", "example.com")
    assert run(*words, *options).code == 0
    settings = tomllib.loads((project / "specmend.toml").read_text("utf-8"))
    assert settings["apis"]["pets"] == {
        "package": "pets",
        "source": "../upstream/api/root.yaml",
        "reference-hosts": ["example.com"],
        "reference-folder": "../upstream",
    }
    assert run("fetch", "--check").code == 0


def test_a_machine_is_told_what_changed(project: Path, run: Run) -> None:
    assert run("init", "pets", "--from", "../upstream/api/root.yaml").code == 0
    change(project, "api/schemas/Pet.yaml", "minimum: 1", "minimum: 0")
    (report,) = json.loads(run("fetch", "--json").out)["apis"]
    assert report["made_by"] == ["bundle 1"]
    assert report["sources"] == {"added": [], "changed": ["schemas/Pet.yaml"], "removed": []}
    assert report["remarks"] == []
    (logged,) = json.loads(run("log", "--json").out)["apis"]
    assert logged["made_by"] == ["bundle 1"]


STEP = """\
overlay: 1.1.0
info: {title: Describe the error, version: 1.0.0, x-reason: The file is not published.}
actions:
  - target: $
    update: {components: {responses: {Error: {description: It went wrong.}}}}
    x-expect: {matches: 1}
  - target: $
    x-edit:
      name: retarget-references
      from: Error.json
      to: "#/components/responses/Error"
    x-expect: {matches: 1}
"""


def test_a_broken_reference_can_be_kept_and_corrected_by_a_step(project: Path, run: Run) -> None:
    change(project, "api/paths/pets.yaml", "../../common/Error.json", "Error.json")
    words = ("init", "pets", "--from", "../upstream/api/root.yaml")
    refused = run(*words)
    assert refused.code == 2
    assert "--keep-broken-references with init" in refused.err
    kept = run(*words, "--keep-broken-references")
    assert kept.code == 0
    message = "not there: ../upstream/api/paths/Error.json; the reference stays as it is"
    assert "warning: ../upstream/api/paths/pets.yaml:11:15: " in kept.err
    assert message in kept.err
    settings = tomllib.loads((project / "specmend.toml").read_text("utf-8"))
    assert settings["apis"]["pets"]["keep-broken-references"] is True
    assert run("build").code == 1
    (project / "patches/pets/0001-describe.yaml").write_text(STEP, "utf-8")
    assert run("refresh", "pets").code == 0
    assert run("build").code == 0
    assert run("fetch", "--check").code == 0
