"""A document becomes a package: its files, its settings, its bytes, its types."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.generate import shop as shop_api
from tests.repository import ROOT

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.generate.pipeline import generate, tool_versions
from specmend.generate.plan import ClientPackage, PackagePlan

TOOLS = ROOT / "tools"
RUNTIME = TOOLS / "specmend" / "generate" / "runtime"


def test_the_given_document_is_left_alone(plan: PackagePlan) -> None:
    tree: dict[str, Any] = {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {}}
    made = generate(tree, plan)
    assert tree == {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {}}
    assert json.loads(made.normalized)["openapi"] == "3.1.0"
    assert b"class Client" in made.files["shop_client/client.py"]


def test_the_package_holds_its_files_sorted_and_nothing_else(parcel: ClientPackage) -> None:
    assert list(parcel.files) == sorted(parcel.files)
    assert {name.split("/")[0] for name in parcel.files} == {
        "README.md", "REFERENCE.md", "pyproject.toml", "shop_client"
    }  # fmt: skip
    runtime = {file.name for file in RUNTIME.glob("*.py")} - {
        "_loaded.py",
        "_model.py",
        "_tokens.py",
    }
    own = {"__init__.py", "client.py", "extra.py", "py.typed"}
    assert {name for name in parcel.files if name.count("/") == 1} == {
        f"shop_client/{name}" for name in runtime | own
    }


def test_every_generated_module_has_the_header_and_a_docstring(parcel: ClientPackage) -> None:
    header = "# Copyright 2024 the shop\n#\n# SPDX-License-Identifier: MIT\n\n"
    for name, content in parcel.files.items():
        if name.endswith(".py") and name != "shop_client/extra.py":
            assert content.decode().startswith(header + '"""'), name
    assert parcel.files["shop_client/extra.py"] == b"ANSWER = 42\n"


def test_the_project_file_says_what_the_plan_says(parcel: ClientPackage) -> None:
    project = tomllib.loads(parcel.files["pyproject.toml"].decode())["project"]
    assert project["name"] == "shop-client"
    assert project["version"] == "1.2.3"
    assert project["description"] == 'A client of the "shop"'
    assert project["license"] == "MIT"
    assert project["requires-python"] == ">=3.11"
    assert [word.partition(">")[0] for word in project["dependencies"]] == [
        "anyio", "httpx2", "pydantic", "typing-extensions"
    ]  # fmt: skip


def test_the_readme_shows_calls_streams_errors_and_every_method(parcel: ClientPackage) -> None:
    text = parcel.files["README.md"].decode()
    assert 'client.chat(model="...", messages=[{"role": "...", "content": "..."}])' in text
    assert (
        'client.chat(model="...", messages=[{"role": "...", "content": "..."}], stream=True)'
        in text
    )
    assert "| `get_item` | `GET /items/{item-id}` | `Item` |" in text
    assert "| `open_ai.complete` | `POST /complete` | `Item`, stream of `Chunk` |" in text
    assert "errors.StreamInterruptedError" in text


def test_the_reference_shows_every_method_with_its_arguments(parcel: ClientPackage) -> None:
    text = parcel.files["REFERENCE.md"].decode()
    assert "### get_item\n\n```python\nclient.get_item(\n    item_id: str,\n)\n```\n" in text
    assert "### open_ai.complete\n" in text
    assert "    class_: str | None = None,\n    stream: bool = False,\n)" in text
    assert "returns `Item`, or a stream of `Chunk` where `stream` is true" in text
    assert "- `keep_alive`: How long.\n" in text


def test_the_address_of_the_sources_is_in_the_metadata(plan: PackagePlan) -> None:
    made = generate(shop_api.DOCUMENT, replace(plan, repository="https://example.com/shop"))
    project = tomllib.loads(made.files["pyproject.toml"].decode())["project"]
    assert project["urls"] == {"Source": "https://example.com/shop"}


def test_there_are_no_warnings_and_no_traces_of_the_machine(parcel: ClientPackage) -> None:
    assert parcel.warnings == ()
    everything = b"".join([*parcel.files.values(), parcel.normalized])
    assert b"specmend-" not in everything
    assert str(Path.home()).encode() + b"/" not in everything


def test_the_same_document_gives_the_same_bytes_anywhere(
    parcel: ClientPackage, tmp_path: Path
) -> None:
    script = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:3]\n"
        "from tests.generate import shop\n"
        "from specmend.generate.pipeline import generate\n"
        "from specmend.generate.plan import PackagePlan\n"
        "p = generate(shop.DOCUMENT, PackagePlan(\n"
        "api='shop-client', package='shop_client', version='1.2.3',"
        " description='A client of the \"shop\"', license='MIT',"
        " header='Copyright 2024 the shop\\n\\nSPDX-License-Identifier: MIT',"
        " client_modules={'extra.py': b'ANSWER = 42\\n'}))\n"
        "print(hashlib.sha256(repr((p.files, p.normalized, p.warnings)).encode()).hexdigest())\n"
    )
    command = [sys.executable, "-c", script, str(TOOLS), str(TOOLS.parent)]
    digests = set()
    for seed in ("1", "4242"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": "Pacific/Auckland" if seed == "1" else "UTC",
        }
        run = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        digests.add(run.stdout.strip())
    own = repr((parcel.files, parcel.normalized, parcel.warnings))
    assert digests == {hashlib.sha256(own.encode()).hexdigest()}


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_linter_and_formatter_are_content(folder: Path, command: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stdout + run.stderr


# What the type checkers are asked about, in package/test_type_checkers.py.
USE = '''"""How the client is used, with the types that its users see."""

from typing import assert_type

from shop_client import AsyncClient, AsyncStream, Client, Stream, models

client = Client()
talk = models.ListModel(role="user", content="x")
assert_type(client.chat(model="m", messages=[talk]), models.Item)
messages = [{"role": "user", "content": "x"}]
assert_type(client.chat(model="m", messages=messages, stream=True), Stream[models.Chunk])
for chunk in client.chat(model="m", messages=[], stream=True):
    assert_type(chunk, models.Chunk)
flag = bool(talk.content)
assert_type(client.chat(model="m", messages=[], stream=flag), models.Item | Stream[models.Chunk])
assert_type(client.list(limit=3), list[models.Item])
assert_type(client.get_version(), str)
assert_type(client.logo(), bytes)
assert_type(client.open_ai.watch(), Stream[models.Chunk])
assert_type(client.add_pet(body=models.Cat(kind="cat")), models.Cat | models.Dog)
item = models.Item(id="1", from_="here", max_count=2)
assert_type(item.from_, str | None)


async def main() -> None:
    """Use the asynchronous client."""
    async with AsyncClient(timeout=3) as other:
        assert_type(await other.chat(model="m", messages=[talk]), models.Item)
        stream = await other.open_ai.complete(model="m", messages=[], stream=True)
        assert_type(stream, AsyncStream[models.Chunk])
        async for chunk in stream:
            assert_type(chunk, models.Chunk)
'''


def test_the_http_library_is_a_choice(plan: PackagePlan) -> None:
    made = generate(shop_api.DOCUMENT, replace(plan, http="httpx"))
    assert not [name for name, content in made.files.items() if b"httpx2" in content]
    assert b"import httpx\n" in made.files["shop_client/client.py"]


def test_methods_may_all_stand_on_the_client_too(plan: PackagePlan) -> None:
    tree = {
        **shop_api.DOCUMENT,
        "paths": {"/tools": {"get": {"operationId": "listTools", "tags": ["tools"]}}},
    }
    grouped, flat = generate(tree, plan), generate(tree, replace(plan, flat=True))
    assert b"class ToolsOperations" in grouped.files[f"{plan.package}/client.py"]
    assert b"class Client:" in grouped.files[f"{plan.package}/client.py"]
    assert b"class Client(ToolsOperations):" in flat.files[f"{plan.package}/client.py"]
    assert b"def tools(self) -> ToolsOperations:" in flat.files[f"{plan.package}/client.py"]
    assert b"| `tools.list_tools`" in grouped.files["README.md"]
    assert b"| `list_tools`" in flat.files["README.md"]


def test_methods_of_several_tags_that_would_hide_one_another_on_the_client_are_numbered(
    plan: PackagePlan,
) -> None:
    ids = {"a": "list-all", "b": "listAll"}
    paths = {f"/{tag}": {"get": {"operationId": name, "tags": [tag]}} for tag, name in ids.items()}
    tree = {**shop_api.DOCUMENT, "paths": paths}
    grouped, flat = generate(tree, plan), generate(tree, replace(plan, flat=True))
    assert b"| `b.list_all`" in grouped.files["README.md"]
    assert b"| `list_all`" in flat.files["README.md"]
    assert b"| `list_all_2`" in flat.files["README.md"]


def test_the_faults_of_all_stages_come_together(plan: PackagePlan) -> None:
    media = {"application/x-ndjson": {"schema": shop_api.CHUNK, "x-stream": {"framing": "xml"}}}
    lost = shop_api.answer({"$ref": "#/components/schemas/Nowhere"})
    paths = {
        "/shape": {"get": {"operationId": "shape", "parameters": 5}},
        "/support": {"$ref": "#/nowhere"},
        "/reference": {"get": {"operationId": "reference", "responses": lost}},
        "/marks": {"get": {"responses": {"200": {"description": "", "content": media}}}},
    }
    tree = {**shop_api.DOCUMENT, "paths": {**shop_api.DOCUMENT["paths"], **paths}}
    document = parse_document(json.dumps(tree, indent=1), "shop.json")
    wrong = replace(plan, client_modules={"own.py": b"def"})
    with pytest.raises(RepositoryError) as caught:
        generate(document.tree, wrong, document)
    problems = caught.value.problems
    assert [problem.cause.split()[0] for problem in problems if problem.cause] == [
        "not-a-list",
        "path-item-reference-nowhere",
        "reference-lost",
        "operation-marks",
    ]
    assert problems[0].file == "own.py"
    lines = [problem.line for problem in problems[1:]]
    assert lines == sorted(lines)


def test_what_no_operation_uses_is_left_out_with_a_warning(plan: PackagePlan) -> None:
    unused = {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Nowhere"}}}
    components = shop_api.DOCUMENT["components"]
    schemas = {**components["schemas"], "Unused": unused}
    tree = {**shop_api.DOCUMENT, "components": {**components, "schemas": schemas}}
    made = generate(tree, plan)
    (warning,) = made.warnings
    assert warning.startswith("$.components.schemas.Unused.properties.a['$ref']: a reference")
    assert not [name for name, data in made.files.items() if b"Unused" in data]


def test_modules_that_leave_the_package_are_all_named(plan: PackagePlan) -> None:
    wrong = replace(plan, client_modules={"../x.py": b"", "/y.py": b""})
    with pytest.raises(RepositoryError) as caught:
        generate(shop_api.DOCUMENT, wrong)
    assert [problem.found for problem in caught.value.problems] == [
        "../x.py",
        "/y.py",
    ]


def test_a_hand_written_module_must_not_hide_a_generated_one(plan: PackagePlan) -> None:
    with pytest.raises(RepositoryError) as caught:
        generate(
            shop_api.DOCUMENT,
            replace(plan, client_modules={"errors.py": b"", "client.py": b"", "own.py": b""}),
        )
    assert [problem.file for problem in caught.value.problems] == ["errors.py", "client.py"]


def test_the_versions_of_all_tools_are_known() -> None:
    versions = tool_versions()
    assert list(versions) == [
        "specmend",
        "openapi-python-client",
        "datamodel-code-generator",
        "ruff",
    ]
    assert all(word[0].isdigit() for word in versions.values())


@pytest.mark.parametrize(("items", "declared"), [("string", False), ("J", True)])
def test_a_package_declares_what_its_models_import(
    plan: PackagePlan, items: str, declared: bool
) -> None:
    inner = {"type": items} if items == "string" else {"$ref": f"#/components/schemas/{items}"}
    answer = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/J"}}}}
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/j": {"get": {"responses": {"200": {"description": "", **answer}}}}},
        "components": {"schemas": {"J": {"type": "array", "items": inner}}},
    }
    made = generate(tree, plan)
    project = tomllib.loads(made.files["pyproject.toml"].decode())["project"]
    imported = b"from typing_extensions import" in made.files["shop_client/models/schemas.py"]
    named = any(word.startswith("typing-extensions") for word in project["dependencies"])
    assert (imported, named) == (declared, declared)
