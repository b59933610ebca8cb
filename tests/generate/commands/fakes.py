"""Small generators, each a program of Python in a project, and what is run of them."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from specmend.document.text.document import parse_document
from specmend.generate.commands.inputs import command_inputs
from specmend.generate.commands.plan import CommandInputs, CommandPlan
from specmend.settings.generators import GeneratorSettings

DOCUMENT = "openapi: 3.0.3 # old\ninfo: {title: Pets, version: 1.0.0}\npaths: {}\n"


def plan(project: Path, body: str = "", *arguments: str, **settings: object) -> CommandPlan:
    """A generator whose program has this body; it finds its arguments in `sys.argv`."""
    project.mkdir(exist_ok=True)
    (project / "gen.py").write_text(body, "utf-8")
    fields: dict[str, object] = {
        "command": (sys.executable, "-IS", "{project}/gen.py", *arguments),
        "version_command": (sys.executable, "-c", "print('fake 1.0')"),
    }
    return CommandPlan(
        api="pets",
        generator="fake",
        settings=GeneratorSettings(**{**fields, **settings}),  # type: ignore[arg-type]
        header="Copyright 2026",
        version="1.2.3",
        date=dt.date(2026, 1, 2),
        project=project,
    )


def inputs(plan: CommandPlan) -> CommandInputs:
    """What the generator gets."""
    return command_inputs(plan, parse_document(DOCUMENT, "sanitized.yaml", "yaml"), "fake 1.0")
