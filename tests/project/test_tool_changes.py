"""The tools that a manifest records beside those that are installed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specmend.generate.manifest import tool_versions
from specmend.project.api import Api
from specmend.project.tool_changes import read_manifest, tool_changes

INSTALLED = tool_versions()


@pytest.mark.parametrize(
    ("recorded", "changed"),
    [
        (INSTALLED, []),
        ({**INSTALLED, "ruff": "0.0.1"}, [("ruff", "0.0.1")]),
        ({**INSTALLED, "specmend": "0", "ruff": "0"}, [("ruff", "0"), ("specmend", "0")]),
        ({"ruff": INSTALLED["ruff"]}, []),
        ({**INSTALLED, "ballerina": "2201"}, []),
        (["ruff"], []),
        (None, []),
    ],
)
def test_only_tools_of_another_version_count(
    api: Api, recorded: Any, changed: list[tuple[str, str]]
) -> None:
    api.generated.mkdir(parents=True)
    api.manifest.write_text(json.dumps({"tools": recorded}), "utf-8")
    found = tool_changes(api)
    assert [(change.name, change.recorded) for change in found] == changed
    assert all(change.installed == INSTALLED[change.name] for change in found)


@pytest.mark.parametrize("content", ["", "[]", "{", '"text"'])
def test_a_damaged_manifest_records_nothing(api: Api, content: str) -> None:
    api.generated.mkdir(parents=True)
    api.manifest.write_text(content, "utf-8")
    assert read_manifest(api, api.manifest) == {}
    assert tool_changes(api) == ()


def test_what_is_not_generated_records_nothing(api: Api) -> None:
    assert read_manifest(api, api.manifest) == {}
