"""A document full of awkward names and shapes still becomes a package that is clean and works."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.generate.checkers import mypy_cache
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import ClientPackage, PackagePlan

DOCUMENT = Path(__file__).with_name("awkward.yaml")


@pytest.fixture(scope="module")
def awkward(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> ClientPackage:
    tree = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    own = replace(plan, package="awkward_client", client_modules={})
    return shared_package(tmp_path_factory, "awkward", lambda: generate(tree, own))


@pytest.fixture(scope="module")
def folder(awkward: ClientPackage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_parcel(awkward, tmp_path_factory.mktemp("awkward"))


def run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_the_client_does_without_is_told(awkward: ClientPackage) -> None:
    schemas = "$.components.schemas"
    assert awkward.warnings == (
        (
            f"{schemas}.Dates.properties.pattern.patternProperties: "
            "a map has the values of 'patternProperties' under any name"
        ),
        (
            f"{schemas}.Empty.additionalProperties: "
            "a class keeps properties that 'additionalProperties' forbids"
        ),
        f"{schemas}.Animal.properties.name.pattern: the server alone checks 'pattern'",
        (
            f"{schemas}.Tree.additionalProperties: a class keeps properties without a name in the "
            "schema as they come; what 'additionalProperties' says of their values is not looked at"
        ),
        (
            "$.paths['/list'].get.parameters[6]: GET /list: the method does not have the "
            "parameter Authorization: OpenAPI ignores it, and takes a security scheme, or "
            "`headers` of the client"
        ),
    )


def test_linter_formatter_and_type_checker_are_content(folder: Path) -> None:
    run(folder, "-m", "ruff", "check", ".")
    run(folder, "-m", "ruff", "format", "--check", ".")
    run(folder, "-m", "mypy", "--strict", "--cache-dir", mypy_cache(), "awkward_client")


def test_every_operation_is_there_under_a_name_that_hides_nothing(awkward: ClientPackage) -> None:
    text = awkward.files["README.md"].decode()
    rows = [
        line.split("|")[1].strip(" `")
        for line in text.splitlines()
        if line.startswith("| `") and "` | `" in line
    ]
    assert rows == [
        "close_", "pets", "mixed", "plain", "datetime", "only", "class_.print",
        "pets_operations.list",
        "pets_operations.dict",
    ]  # fmt: skip
    assert 'Client("https://...")' in text


CALLS = """
import json
import httpx2 as httpx
from awkward_client import Client, models

def answer(request):
    path = request.url.raw_path.decode()
    seen.append([request.method, path, json.loads(request.content or b"null")])
    return httpx.Response(reply[0], content=reply[2] if len(reply) > 2 else b"")

seen = []
client = Client("http://x", http=httpx.Client(transport=httpx.MockTransport(answer)))
reply = (204,)
client.class_.print(1, "a b", a_field="x", self_="s", result_="r", weird_name="w",
    field_private=2, field_3d=True, none="n", boss={"name": "b", "boss": {"name": None}},
    friends=[None, models.NullablePerson(name="f")], json="j")
reply = (202,)
assert client.pets_operations.dict(value="v", children=[{"value": "c"}]) is None
reply = (200, None, json.dumps({"k": [{"value": "v", "children": [{"value": "c", "more": 5}]}]}))
found = client.pets_operations.dict(value="v")
assert found["k"][0].children[0].model_extra == {"more": 5}
reply = (200, None, b'{"value": "w"}')
assert client.close_(body=[{"kind": "cat", "lives": 3}]) == models.Tree(value="w")
print(json.dumps(seen))
"""


def test_calls_go_out_with_the_names_of_the_wire(folder: Path) -> None:
    seen: list[Any] = json.loads(run(folder, "-W", "error", "-c", CALLS))
    assert seen[0] == [
        "PATCH",
        "/o/1/a%20b",
        {
            "a": "x",
            "self": "s",
            "result": "r",
            "weird name!": "w",
            "_private": 2,
            "3d": True,
            "None": "n",
            "boss": {"name": "b", "boss": {"name": None}},
            "friends": [None, {"name": "f"}],
            "json": "j",
        },
    ]
    assert seen[1] == ["POST", "/list", {"value": "v", "children": [{"value": "c"}]}]
    assert seen[-1] == ["POST", "/close", [{"kind": "cat", "lives": 3}]]
