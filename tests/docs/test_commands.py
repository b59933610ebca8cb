"""Every command line of the pages is one that the command line understands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from docs.make.commands import command_table, is_argument
from tests.docs.test_links import PAGES, shown

TABLE = command_table()
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^\$ (specmend (?:.*\\\n)*.*)$", re.MULTILINE)
INLINE = re.compile(r"`specmend ([a-z]+)([^`\n]*)`")


def command_lines(page: Path) -> list[str]:
    found = (LINE.findall(block) for block in CONSOLE.findall(page.read_text("utf-8")))
    return [line.replace("\\\n", " ") for block in found for line in block]


def options(command: Any) -> set[str]:
    named = (parameter for parameter in command.params if not is_argument(parameter))
    return {"--help", *(option for parameter in named for option in parameter.opts)}


def test_there_are_command_lines_to_look_at() -> None:
    assert sum(len(command_lines(page)) for page in PAGES) > 20


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_command_line_parses(page: Path) -> None:
    for line in command_lines(page):
        _, name, *arguments = shlex.split(line, comments=True)
        TABLE[name].make_context(name, arguments)


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_command_in_a_sentence_exists_with_its_options(page: Path) -> None:
    for name, arguments in INLINE.findall(page.read_text("utf-8")):
        assert name in TABLE
        named = set(re.findall(r"--[a-z-]+", arguments))
        assert named <= options(TABLE[name]), f"specmend {name}{arguments}"


def test_a_line_that_does_not_parse_is_found() -> None:
    with pytest.raises(Exception, match="No such option"):
        TABLE["build"].make_context("build", ["--no-such-option"])
