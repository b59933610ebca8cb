"""The published JSON Schemas accept what specmend accepts."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from docs.make.pages import DOCS
from tests.repository import ROOT

STEPS = sorted((ROOT / "patches").glob("*/*.yaml"))


def published(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(
        (DOCS / "reference" / f"{name}.schema.json").read_text("utf-8")
    )
    return schema


def errors(name: str, value: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(published(name))
    return [error.message for error in validator.iter_errors(value)]


def step(edit: dict[str, Any]) -> dict[str, Any]:
    info = {"title": "A step", "version": "1.0.0", "x-reason": "It is needed."}
    return {"overlay": "1.1.0", "info": info, "actions": [{"target": "$", "x-edit": edit}]}


@pytest.mark.parametrize("name", ["step", "settings"])
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(published(name))


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_every_step_of_this_repository_passes(path: Path) -> None:
    assert not errors("step", yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        ({"name": "rename-schema", "names": {"A": "B"}}, ""),
        ({"name": "drop-default"}, ""),
        ({"name": "rename-schema"}, "'names' is a required property"),
        ({"name": "drop-default", "value": 1}, "'value' was unexpected"),
        ({"name": "rename-everything"}, "'rename-everything' is not one of"),
    ],
)
def test_an_edit_is_checked_with_its_parameters(edit: dict[str, Any], fault: str) -> None:
    found = errors("step", step(edit))
    assert bool(found) == bool(fault)
    assert fault in "".join(found)


def test_settings_are_checked() -> None:
    good = '[apis.pets]\npackage = "pets"\nflat = true\n'
    assert not errors("settings", tomllib.loads(good))
    assert errors("settings", tomllib.loads(good.replace("flat", "flatt")))
    other = good + '[apis.pets.generators.ts]\ncommand = ["ts"]\nversion-command = ["ts", "-v"]\n'
    assert not errors("settings", tomllib.loads(other))
    for old, new in [('command = ["ts"]\n', ""), ('["ts"]', "[]"), (".ts]", ".python]")]:
        assert errors("settings", tomllib.loads(other.replace(old, new, 1)))
    own = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["specmend"]
    assert not errors("settings", own)
