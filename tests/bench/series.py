"""How much CPU a series of many steps takes on 1 MB, for each command: `series.py [STEPS]`.

The peer is what a list of overlays costs that are applied one after the other: each reads and
writes the whole document. It is measured on a few of the same steps and shown for one step.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from specmend.document.text.document import read_document
from specmend.project.repository import Project
from specmend.steps.apply import apply_steps
from specmend.steps.read import read_steps
from specmend.steps.write import refreshed

OWN = [sys.executable, "-m", "specmend"]
SCHEMAS, PATHS = 900, 700
ALONE = 5
FORMS = ("yaml", "anchors", "json")
"""Block style as it is dumped, the same with an anchor that each operation uses, and JSON."""
NONE = "description: There is none."


def main() -> None:
    """Make a project of each format and print what the commands take."""
    count = int(sys.argv[1]) if sys.argv[1:] else 700
    head = f"{count} steps on 1 MB, seconds of CPU"
    print(f"{head:<44}" + "".join(f"{form:>10}" for form in FORMS))
    with tempfile.TemporaryDirectory() as name:
        folders = {form: project(Path(name, form), form, count) for form in FORMS}
        for words in (["apply", "api"], ["check", "api"], ["log", "api"], ["blame", "api", "100"]):
            cells = [f"{cpu([*OWN, *words], folder):>10.2f}" for folder in folders.values()]
            print(f"{'specmend ' + ' '.join(words):<44}" + "".join(cells), flush=True)
        cells = [f"{alone(folder, form):>10.2f}" for form, folder in folders.items()]
        print(f"{'one overlay by itself, for each step':<44}" + "".join(cells))


def project(folder: Path, form: str, count: int) -> Path:
    """A project with so many recorded steps, none of them built yet."""
    folder.mkdir()
    source = folder / name_of(form)
    source.write_text(text_of(form))
    init = [*OWN, "init", "api", "--from", source.name]
    subprocess.run(init, cwd=folder, check=True, capture_output=True)
    api = Project.find(folder).apis["api"]
    api.steps.mkdir(parents=True, exist_ok=True)
    for number, action in enumerate(actions(count), start=1):
        step = {
            "overlay": "1.1.0",
            "info": {"title": f"Step {number}", "version": "1.0.0", "x-reason": "For the bench."},
            "actions": [action],
        }
        (api.steps / f"{number:04}-step-{number}.yaml").write_text(yaml.safe_dump(step))
    record(folder, api.steps, api.upstream)
    return folder


def name_of(form: str) -> str:
    return "things.json" if form == "json" else "things.yaml"


def text_of(form: str) -> str:
    if form == "json":
        return json.dumps(document(), indent=2)
    text = yaml.safe_dump(document())
    if form != "anchors":
        return text
    head, _, rest = text.partition(NONE)
    return head + NONE.replace(": ", ": &none ") + rest.replace(NONE, "description: *none")


def record(folder: Path, steps: Path, upstream: Path) -> None:
    """Write what each step finds into its file."""
    applied = apply_steps(
        read_document(upstream.read_bytes(), upstream.name),
        read_steps(steps, str(steps.relative_to(folder))),
        enforce=False,
    )
    for outcome in applied.outcomes:
        written = refreshed(outcome)
        (folder / written.name).write_bytes(written.encode())


def document() -> dict[str, Any]:
    """A document with many schemas and operations, the same in every run."""
    kinds = random.Random(7)  # noqa: S311
    schemas = {f"Thing{n}": schema(n, kinds) for n in range(SCHEMAS)}
    paths = {f"/things{n}/{{id}}": {"get": operation(n)} for n in range(PATHS)}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1.0"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def schema(number: int, kinds: random.Random) -> dict[str, Any]:
    """A schema with seven properties."""
    fields = {
        f"field_{k}": {
            "type": kinds.choice(["string", "integer", "boolean"]),
            "description": f"The field {k} of thing {number}.",
        }
        for k in range(6)
    }
    return {
        "type": "object",
        "description": f"A thing with the number {number}.",
        "required": ["id"],
        "properties": {"id": {"type": "integer", "format": "int64"}, **fields},
    }


def operation(number: int) -> dict[str, Any]:
    """An operation with two parameters and two answers."""
    content = {"schema": {"$ref": f"#/components/schemas/Thing{number}"}}
    return {
        "operationId": f"getThing{number}",
        "summary": f"Get thing {number}",
        "tags": [f"tag{number % 20}"],
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}},
        ],
        "responses": {
            "200": {"description": "The thing.", "content": {"application/json": content}},
            "404": {"description": "There is none."},
        },
    }


def actions(count: int) -> Iterator[dict[str, Any]]:
    """Actions of many kinds, each on a schema or an operation of its own."""
    order = random.Random(3)  # noqa: S311
    schemas = order.sample(range(2, SCHEMAS), SCHEMAS - 2)
    paths = order.sample(range(PATHS), PATHS)
    for n in range(count):
        yield action(n, schemas[n % len(schemas)], paths[n % len(paths)])


def action(number: int, schema_number: int, path_number: int) -> dict[str, Any]:
    """One action; the kinds take turns."""
    place = f"$.components.schemas.Thing{schema_number}"
    get = f"$.paths['/things{path_number}/{{id}}'].get"
    limit = f"{get}.parameters[?@.name=='limit'].schema"
    names = {f"Thing{schema_number}": f"Item{schema_number}"}
    kinds: list[dict[str, Any]] = [
        {"target": get, "update": {"summary": "Get a thing", "deprecated": True}},
        {"target": f"{place}.properties.field_1", "update": {"format": "wide"}},
        {"target": limit, "update": {"maximum": 5000, "minimum": 1}},
        {"target": f"{place}.properties", "update": {"more": {"type": "array", "items": {}}}},
        {"target": place, "update": {"description": "One line: a colon.\nAnother line.\n"}},
        {"target": f"{place}.properties.field_5", "remove": True},
        {"target": "$.components.schemas", "update": {f"New{number}": {"type": "object"}}},
        {"target": f"{get}.responses", "update": {"500": {"description": "It broke."}}},
        {"target": f"{place}.properties.id", "update": {"nullable": True}},
        {"target": "$", "x-edit": {"name": "rename-schema", "names": names}},
        {"target": f"{get}.tags", "update": [f"extra{number}"]},
    ]
    return kinds[number % len(kinds)]


def alone(folder: Path, form: str) -> float:
    """The CPU of one overlay, applied as a process of its own."""
    overlay = folder / "one.yaml"
    body = {"overlay": "1.1.0", "info": {"title": "One", "version": "1"}, "actions": []}
    total = 0.0
    for one in actions(ALONE):
        overlay.write_text(yaml.safe_dump({**body, "actions": [one]}))
        source = ["--document", name_of(form), "--overlay", overlay.name]
        total += cpu([*OWN, "apply", *source, "--output", f"out.{name_of(form)}"], folder)
    return total / ALONE


def cpu(command: list[str], folder: Path) -> float:
    """The seconds of CPU that a command takes, of all its processes."""
    before = os.times()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr)
    shutil.rmtree(folder / ".specmend", ignore_errors=True)
    used = after.children_user - before.children_user
    return used + after.children_system - before.children_system


if __name__ == "__main__":
    main()
