"""Every command that a fault proposes can be run, and the fault is gone then."""

from __future__ import annotations

import hashlib
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import Folder, Ran

from specmend.errors import RepositoryError
from specmend.generate.check import check_references
from specmend.generate.faults import Faults
from specmend.generate.mending import with_steps
from specmend.generate.normalize.table import outline
from specmend.generate.shapes import check_shapes
from specmend.generate.source import Source
from specmend.generate.support import check_support
from specmend.project.repository import Project


def document(paths: Any, **more: Any) -> Any:
    fine = {"/fine": {"get": {"operationId": "fine", "responses": {}}}}
    info = {"title": "T", "version": "1"}
    return {"openapi": "3.2.0", "info": info, "paths": {**paths, **fine}, **more}


def operation(**fields: Any) -> Any:
    return {"/a": {"get": {"responses": {}, **fields}}}


def parameter(**fields: Any) -> Any:
    return operation(parameters=[{"name": "p", "in": "query", "schema": {}, **fields}])


def answering(schema: Any) -> Any:
    return operation(responses={"200": {"content": {"a/b": {"schema": schema}}}})


def referring(name: str, **schemas: Any) -> Any:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return document(answering(schema), components={"schemas": schemas} if schemas else {})


ITEM: Any = {"pathItems": {"P": {"get": {"responses": {}}}}}
FAULTS = [
    pytest.param(document(operation(operationId=5)), id="a number for a text"),
    pytest.param(document(operation(deprecated="true")), id="a text for a boolean"),
    pytest.param(document(answering({"properties": []})), id="an empty list for an object"),
    pytest.param(document(operation(parameters={})), id="an empty object for a list"),
    pytest.param(document(operation(parameters=[None])), id="nothing for a parameter"),
    pytest.param(document(parameter(required="maybe")), id="no right form"),
    pytest.param(document({"/it's": {"get": 5}}), id="an apostrophe in a path"),
    pytest.param(document({"/a": None}), id="nothing for a path item"),
    pytest.param(document({"/a": {"$ref": "#/nowhere"}}), id="a lost path item"),
    pytest.param(
        document({"/a": {"$ref": "#/components/pathItems/P", "get": {}}}, components=ITEM),
        id="two operations in one field",
    ),
    pytest.param(document({"/a": {"additionalOperations": {"Link": {}}}}), id="a method"),
    pytest.param(referring("Nowhere"), id="a lost schema"),
    pytest.param(referring("Itme", Item={"type": "object"}), id="a schema of a like name"),
    pytest.param(document(operation(responses={"200": {"$ref": "#/x"}})), id="a lost response"),
    pytest.param(document(answering({"$ref": "other.yaml#/A"})), id="another document"),
]


@pytest.mark.parametrize("tree", FAULTS)
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_the_proposed_step_mends_the_fault(
    tmp_path: Path, run: Callable[..., Ran], tree: Any, form: str
) -> None:
    folder = project(tmp_path, run, tree, form)
    first = told(folder)
    assert len(first) == 1 or len({problem["step"] for problem in first}) == 1
    ran = paste(folder, first[0]["step"])
    assert ran.code == 0, ran.err
    assert told(folder) == []


def told(folder: Folder) -> list[dict[str, Any]]:
    """The problems of a build, by the checks of the document alone: no generator runs."""
    document = Project.find(folder.root).api("pets").sanitize().document
    source = Source(tree=document.tree, document=document, api="pets")
    faults = Faults(source)
    try:
        for check in (check_shapes, check_support):
            with faults.stage():
                check(faults.sound)
        with faults.stage():
            check_references(faults.sound, outline(faults.sound.tree))
        faults.raise_all()
    except RepositoryError as error:
        return [{"step": problem.step} for problem in with_steps(source, error.problems)]
    return []


def project(root: Path, run: Callable[..., Ran], tree: Any, form: str = "yaml") -> Folder:
    """A project whose only API, pets, has this document; JSON is YAML, and is written as both."""
    folder = Folder(root, lambda *words: run(*words, "--project", str(root)))
    folder.write("specmend.toml", '[apis.pets]\npackage = "pets"\n')
    text = json.dumps(tree, indent=1 if form == "json" else None) + "\n"
    folder.write(f"spec/pets/upstream.{form}", text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    folder.write("spec/pets/pin.toml", f'origin = "o"\ndate = 2025-02-01\nsha256 = "{digest}"\n')
    return folder


def paste(folder: Folder, command: str) -> Ran:
    """Run a command line that a message proposes."""
    program, *words = shlex.split(command)
    assert program == "specmend"
    return folder.run(*words)
