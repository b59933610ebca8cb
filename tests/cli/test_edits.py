"""The command `edits`: a list of all named edits, and each of them with its example."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import yaml
from tests.cli.project import Ran

from specmend.steps.edits.table import EDITS


def test_the_list_has_every_edit_with_its_parameters(run: Callable[..., Ran]) -> None:
    ran = run("edits")
    assert ran.code == 0
    assert "move-path-prefix     prefix, [except]  " in ran.out
    assert [name for name in EDITS if f"\n{name} " in ran.out] == list(EDITS)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_shown_with_an_example(name: str, run: Callable[..., Ran]) -> None:
    ran = run("edits", name)
    assert ran.code == 0
    assert ran.out.startswith(f"{name}  {EDITS[name].help}\n")
    for parameter in EDITS[name].parameters["properties"]:
        assert f"  {parameter} " in ran.out
    (action,) = yaml.safe_load(ran.out.split("Example:\n")[1])
    assert action["x-edit"]["name"] == name


def test_the_edits_are_data_for_a_machine_too(run: Callable[..., Ran]) -> None:
    data = json.loads(run("edits", "--json").out)
    assert [edit["name"] for edit in data["edits"]] == list(EDITS)


def test_an_unknown_name_gets_a_hint(run: Callable[..., Ran]) -> None:
    ran = run("edits", "rename-shema")
    assert ran.code == 1
    assert "did you mean 'rename-schema'?" in ran.err
