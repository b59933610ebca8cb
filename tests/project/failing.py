"""A document of forty operations, of which seven cannot be generated, for three causes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.cli.project import Folder, Ran

from specmend.project.api import Api
from specmend.project.repository import Project

LEFT_OUT = ["GET /p1", "POST /p2", "GET /p3", "GET /p4", "GET /p5", "GET /p6", "Link /p7"]
STEP = "patches/pets/9999-leave-out-operations-that-cannot-be-generated.yaml"
MISSING = "#/components/schemas/Missing"
GOOD: Any = {"type": "object", "properties": {"a": {"type": "string"}}}
WRONG: Any = {"name": "c", "in": "query", "required": "maybe", "schema": {"type": "string"}}


def answer(schema: Any) -> Any:
    return {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}}


def schema(name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}"}


def operation(name: str, **fields: Any) -> Any:
    return {"operationId": name, "responses": answer(schema("Good")), **fields}


def failing() -> Any:
    """The document; the faults stand in operations, in a parameter and below two schemas."""
    paths: Any = {
        f"/p{n}": {"get": operation(f"get{n}"), "post": operation(f"post{n}")} for n in range(20)
    }
    paths["/p19"] = {"query": operation("ask")}
    paths["/p1"]["get"]["responses"] = answer(schema("Outer"))
    paths["/p2"]["post"]["requestBody"] = {
        "content": {"application/json": {"schema": schema("Outer")}}
    }
    for n in (3, 4):
        paths[f"/p{n}"]["get"]["parameters"] = [{"$ref": "#/components/parameters/Wrong"}]
    paths["/p5"]["get"]["parameters"] = [WRONG]
    paths["/p6"]["get"]["responses"] = answer({"$ref": MISSING})
    paths["/p7"]["additionalOperations"] = {"Link": operation("link")}
    schemas = {
        "Good": GOOD,
        "Outer": {"type": "object", "properties": {"inner": schema("Inner")}},
        "Inner": {"type": "object", "properties": {"x": {"$ref": MISSING}}},
        "Unused": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/Gone"}}},
    }
    return document(paths, parameters={"Wrong": WRONG}, schemas=schemas)


def document(paths: Any, **components: Any) -> Any:
    """A document of OpenAPI 3.2 with these paths, these components, and the schema Good."""
    good = {"schemas": {"Good": GOOD}}
    info = {"title": "Pets", "version": "1"}
    servers = [{"url": "https://example.com"}]
    return {
        "openapi": "3.2.0",
        "info": info,
        "servers": servers,
        "paths": paths,
        "components": {**good, **components},
    }


def write(root: Path, tree: Any, form: str = "json", settings: str = "") -> Folder:
    """A project whose API pets has a document; as YAML it is written in block style."""
    folder = Folder(root, lambda *_: Ran(0, "", ""))
    folder.write("specmend.toml", f'[apis.pets]\npackage = "pets"\n{settings}')
    pin(folder, tree, form)
    return folder


def pin(folder: Folder, tree: Any, form: str = "json") -> None:
    """Write the document of upstream, and its pin."""
    text = json.dumps(tree, indent=1) if form == "json" else "\n".join(_block(tree, ""))
    folder.write(f"spec/pets/upstream.{form}", text + "\n")
    digest = hashlib.sha256(text.encode() + b"\n").hexdigest()
    folder.write("spec/pets/pin.toml", f'origin = "o"\ndate = 2025-02-01\nsha256 = "{digest}"\n')


def pets(folder: Folder) -> Api:
    return Project.find(folder.root).api("pets")


def _block(value: Any, indent: str) -> list[str]:
    """The lines of a mapping in block style; lists and what is empty are in flow style."""
    lines = []
    for key, member in value.items():
        if isinstance(member, dict) and member:
            lines += [f"{indent}{json.dumps(key)}:", *_block(member, indent + "  ")]
        else:
            lines.append(f"{indent}{json.dumps(key)}: {json.dumps(member)}")
    return lines
