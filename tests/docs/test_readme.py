"""What the pages say is what the code does."""

from __future__ import annotations

import re

from tests.repository import ROOT

from specmend.cli.main import COMMANDS
from specmend.settings.layout import find_project
from specmend.steps.edits.table import EDITS
from specmend.steps.schema import STEP_SCHEMA

README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_has_its_row_and_no_other_has_one() -> None:
    assert set(re.findall(r"^\| `specmend (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_every_named_edit_has_its_row_with_all_its_parameters() -> None:
    assert EDITS
    for name, edit in EDITS.items():
        row = next(line for line in README.splitlines() if line.startswith(f"| `{name}`"))
        for parameter in edit.parameters["properties"]:
            assert f"`{parameter}`" in row


def test_every_field_of_ours_is_explained() -> None:
    fields = {
        *STEP_SCHEMA["properties"]["info"]["properties"],
        *STEP_SCHEMA["properties"]["actions"]["items"]["properties"],
    }
    ours = {field for field in fields if field.startswith("x-")}
    assert len(ours) > 5
    for field in ours:
        assert f"`{field}`" in README


def test_the_step_that_is_shown_is_the_step_of_this_repository() -> None:
    name = "patches/ollama-native/0004-allow-an-empty-list-of-messages.yaml"
    shown = README.split(f"`{name}`:\n\n```yaml\n")[1].split("```")[0]
    assert shown == (ROOT / name).read_text("utf-8")


def test_the_commands_of_make_are_those_that_are_named() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("build", "test", "check"):
        assert f"`make {target}`" in README or f"$ make {target}" in README
        assert f"\n{target}: " in makefile


def test_the_apis_that_are_named_are_those_of_the_settings() -> None:
    for api in find_project(ROOT).apis:
        assert f"[`{api}`](generated/{api})" in README


def test_every_limit_has_its_row_with_its_default_and_no_other_has_one() -> None:
    code = "".join(
        (ROOT / "tools/specmend" / name).read_text("utf-8")
        for name in ("storage/read.py", "document/limits.py")
    )
    limits = dict(re.findall(r'limit\("([A-Z]+)", ([\d_]+)', code)) | {
        "SECONDS": re.findall(r"_seconds\(([\d.]+)\)", code)[0]
    }
    rows = dict(re.findall(r"^\| `SPECMEND_MAX_([A-Z]+)` \| ([\d,.]+)", README, re.MULTILINE))
    assert len(limits) > 5
    assert {name: value.replace("_", "") for name, value in limits.items()} == {
        name: value.replace(",", "") for name, value in rows.items()
    }
