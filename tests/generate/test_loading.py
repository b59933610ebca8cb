"""A process that has loaded the generators makes what new interpreters make."""

from __future__ import annotations

import json
import subprocess
import sys

CODE = """
import hashlib, json, os, sys
from specmend.generate.loading import load_generators
from specmend.generate.plan import PackagePlan
from specmend.generate.processes import inside_this_process

def document(name, **schema):
    answer = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
    paths = {f"/{name}": {"get": {"responses": {"200": {"description": name, **answer}}}}}
    info = {"title": name, "version": "1"}
    thing = {"type": "object", "properties": schema}
    components = {"schemas": {name: thing}}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": components}

DOCUMENTS = [
    document("Ant", id={"type": "integer", "default": 3}, legs={"enum": ["six", "none"]}),
    document("Bee", id={"type": "string", "format": "uuid"}, ants={"type": "array", "items": {}}),
    document("Ant", wings={"$ref": "#/components/schemas/Ant"}),
]
PLAN = PackagePlan(
    api="api", package="client", version="1", description="", license="MIT", header="One."
)

def made(tree):
    from specmend.generate.pipeline import generate

    files = generate(tree, PLAN).files
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()

load_generators(2 if hasattr(os, "fork") else 1)
before = [name in sys.modules for name in ("httpx._client", "httpcore._api")]
with inside_this_process():
    inside = [made(tree) for tree in DOCUMENTS]
    again = [made(tree) for tree in reversed(DOCUMENTS)]
alone = [made(tree) for tree in DOCUMENTS]
import httpx, openapi_python_client
real = [httpx.Client.__module__, openapi_python_client.httpx.HTTPError.__name__]
import httpx._models
after = "httpx._client" in sys.modules
print(json.dumps([before, inside, again, alone, real, after]))
"""


def test_a_document_leaves_nothing_behind_for_the_next_one() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    before, inside, again, alone, real, after = json.loads(ran.stdout)
    assert len(set(alone)) == 3
    assert inside == alone
    assert again == alone[::-1]
    # What the generators only need to fetch documents is loaded when somebody asks for it.
    assert before == [False, False]
    assert real == ["httpx", "HTTPError"]
    assert after
