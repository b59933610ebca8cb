"""The table of the named edits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import specmend.steps.edits.table
from specmend.steps.edits.table import EDITS


def test_every_edit_of_the_folder_is_in_the_table_under_its_name() -> None:
    folder = Path(specmend.steps.edits.table.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {
        "__init__",
        "checks",
        "edit",
        "table",
        "examples",
        "selection",
    }
    named = {name.replace("-", "_").replace(".", "") for name in EDITS}
    assert modules == named
    assert all(edit.name == name and edit.help for name, edit in EDITS.items())


def test_the_parameters_of_every_edit_are_a_schema_that_refuses_unknown_ones() -> None:
    assert EDITS
    for edit in EDITS.values():
        Draft202012Validator.check_schema(dict(edit.parameters))
        assert not Draft202012Validator(dict(edit.parameters)).is_valid({"surely-unknown": 1})
        assert edit.parameters["additionalProperties"] is False


def test_the_table_cannot_be_changed() -> None:
    table: Any = EDITS
    with pytest.raises(TypeError):
        table["my-edit"] = EDITS["set-value"]
