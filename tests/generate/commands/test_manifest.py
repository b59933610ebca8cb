"""The manifest of another generator's output: written, read, and compared with what is now."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.generate.commands.fakes import inputs, plan

from specmend.errors import RepositoryError
from specmend.generate.commands.manifest import differences, encode, made_from, read


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    made = inputs(plan(tmp_path))
    data = encode(made, {"b": b"2", "a": b"1"}, {"b"})
    assert encode(made, {"a": b"1", "b": b"2"}, {"b"}) == data
    recorded = read(data, "m")
    assert recorded.made_from == made_from(made)
    assert list(recorded.files) == ["a", "b"]
    assert json.loads(data)["tools"]["fake"] == "fake 1.0"
    assert str(tmp_path).encode() not in data


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"files": 1}', b"{}", b"[" * 100_000])
def test_a_broken_manifest_is_a_fault(data: bytes) -> None:
    with pytest.raises(RepositoryError) as caught:
        read(data, "generated/m.json")
    assert caught.value.problems[0].message == "the manifest was edited or damaged"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"tool": "fake 2.0"}, [("the version of fake", "fake 1.0", "fake 2.0")]),
        (
            {"files": {"openapi.yaml": b"x"}},
            [("the document", "", ""), ("the license header", "", "")],
        ),
        ({"digests": {"gen.py": "0"}}, [("gen.py", "", "")]),
        ({"digests": {}}, [("gen.py", "", "")]),
        ({"digests": {"gen.py": "", "x": "0"}}, [("gen.py", "", ""), ("x", "", "")]),
    ],
)
def test_what_differs_is_named(
    tmp_path: Path, change: dict[str, Any], told: list[tuple[str, str, str]]
) -> None:
    made = inputs(plan(tmp_path))
    now = replace(made, **change)
    assert list(differences(made_from(made), made_from(now))) == told


def test_settings_and_the_date_of_the_pin_count_too(tmp_path: Path) -> None:
    made = inputs(plan(tmp_path))
    settings = replace(made.plan.settings, command=("x",), timeout=5, environment=("A",))
    now = replace(made, plan=replace(made.plan, settings=settings, version="2"))
    names = [name for name, _, _ in differences(made_from(made), made_from(now))]
    assert names == [
        "the command",
        "the list of environment variables",
        "the version of the package",
    ]
