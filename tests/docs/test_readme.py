"""What the README says is so, and it stays short."""

from __future__ import annotations

import re

from docs.make.examples import commands
from tests.repository import ROOT

from specmend.project.repository import Project
from specmend.steps.edits.table import EDITS

README = (ROOT / "README.md").read_text("utf-8")
HEADINGS = re.findall(r"^## (.*)$", README, re.MULTILINE)


def test_it_is_short_and_in_order() -> None:
    assert README.count("\n") < 120
    assert HEADINGS == [
        "Install",
        "Five commands for your own API",
        "What a step looks like",
        "What happens when upstream moves",
        "Learn more",
        "The two clients in this repository",
    ]


def test_the_first_picture_comes_before_the_first_heading() -> None:
    assert README.index("![") < README.index("\n## ")


def test_the_five_commands_are_five_and_the_tutorial_runs_them() -> None:
    section = README.split("## Five commands for your own API\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\$ (specmend (?:.*\\\n)*.*)$", section, re.MULTILINE)
    run = {command for command, _ in commands("tutorial.md")}
    assert len(lines) == 5
    assert set(lines) <= run


def test_the_first_table_says_what_the_hand_written_modules_are() -> None:
    table = re.findall(r"(?:^\|.*\n)+", README, re.MULTILINE)[0]
    assert "| `patches/API/client/` | hand-written Python modules, not patches" in table


def test_the_step_that_is_shown_is_a_step_of_this_repository() -> None:
    name = "patches/ollama-native/0004-allow-an-empty-list-of-messages.yaml"
    shown = README.split(f"`{name}`:\n\n```yaml\n")[1].split("```")[0]
    assert shown == (ROOT / name).read_text("utf-8")


def test_the_number_of_named_edits_is_right() -> None:
    assert f"{len(EDITS)} [named edits](" in README


def test_the_commands_of_make_are_those_that_are_named() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("build", "test", "check"):
        assert f"`make {target}`" in README or f"$ make {target}" in README
        assert f"\n{target}: " in makefile


def test_the_apis_that_are_named_are_those_of_the_settings() -> None:
    for api in Project.find(ROOT).apis:
        assert f"[`{api}`](generated/{api})" in README
