"""What writing may cost: limits of size and depth, and what is shared where nothing changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.source.bundle.files import faults, root, take

from specmend.source.bundle import writer


def test_a_document_without_references_to_other_files_is_the_same_object(tmp_path: Path) -> None:
    schemas = {"A": {"$ref": "#/components/schemas/B"}, "B": {"type": "object"}}
    made = take(tmp_path, {"root.yaml": root(components={"schemas": schemas})})
    assert (made.made_by, made.sources, made.remarks) == ((), (), ())


def test_copies_of_copies_end_at_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MAX_NODES", 2_000)
    files: dict[str, Any] = {"root.yaml": root(info={"title": "P", "version": "1", "a": ref(0)})}
    files |= {f"{n}.yaml": {"a": [ref(n + 1)] * 4} for n in range(12)}
    files["12.yaml"] = {"a": 1}
    (problem,) = faults(tmp_path, files)
    assert "exceeds the limit of" in problem.message
    assert problem.location == "root.yaml:1:1"


def test_what_is_written_into_another_ends_at_the_depth_of_documents(tmp_path: Path) -> None:
    files: dict[str, Any] = {"root.yaml": root(info={"title": "P", "version": "1", "a": ref(0)})}
    files |= {f"{n}.yaml": nested(ref(n + 1)) for n in range(12)}
    files["12.yaml"] = {"a": 1}
    (problem,) = faults(tmp_path, files)
    assert "exceeds the limit of 200 for depth" in problem.message


def test_references_one_in_another_end_at_their_limit(tmp_path: Path) -> None:
    table = {f"a{n}": {"$ref": f"#/a{n + 1}", "x": n} for n in range(200)} | {"a200": {"y": 1}}
    info = {"title": "P", "version": "1", "a": {"$ref": "all.yaml#/a0"}}
    (problem,) = faults(tmp_path, {"root.yaml": root(info=info), "all.yaml": table})
    assert "exceeds the limit of 60 for source depth" in problem.message


def test_a_table_inside_of_a_schema_goes_unless_the_root_refers_to_it(tmp_path: Path) -> None:
    tables = {"$defs": {"A": {"type": "string"}}, "definitions": {"B": {"type": "string"}}}
    schemas = {
        "Pet": {"$ref": "Pet.yaml"},
        "Name": {"$ref": "#/components/schemas/Pet/$defs/A"},
    }
    files = {"Pet.yaml": {"not": {"$ref": "#/$defs/A"}, **tables}}
    made = take(tmp_path, {"root.yaml": root(components={"schemas": schemas}), **files})
    assert made.document.tree["components"]["schemas"] == {
        "Pet": {"not": {"$ref": "#/components/schemas/A"}, "$defs": tables["$defs"]},
        "Name": {"$ref": "#/components/schemas/Pet/$defs/A"},
        "A": {"type": "string"},
    }


def ref(number: int) -> dict[str, Any]:
    return {"$ref": f"{number}.yaml"}


def nested(value: Any, times: int = 30) -> Any:
    return {"b": nested(value, times - 1)} if times else value
