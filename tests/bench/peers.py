"""The other tools that apply overlays: installed, pinned, into a folder that is thrown away."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

ENOUGH = 10.0
"""Seconds of one run after which it is not repeated: the next would hardly tell another number."""


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A tool's name, and its command line for document, overlay and output; some print instead."""

    name: str
    command: Callable[[str, str, str], list[str]]
    prints: bool = False


def npm_tools(folder: Path) -> list[Tool]:
    """The tools from npm that could be installed."""
    place = folder / "node_modules" / ".bin"
    (folder / "package.json").write_text("{}")
    commands: dict[str, Callable[[str, str, str], list[str]]] = {
        "openapi-format": lambda d, o, out: [
            str(place / "openapi-format"), d, "--overlayFile", o, "--no-sort", "--no-bundle", "-o",
            out],
        "bump-cli": lambda d, o, out: [str(place / "bump"), "overlay", d, o, "-o", out],
        "openapi-overlays-js": lambda d, o,
        _: [str(place / "overlayjs"), "--openapi", d, "--overlay", o],
    }  # fmt: skip
    pinned = peers("npm")
    return [
        Tool(name=f"{name} {pinned[name]}", command=command, prints=name == "openapi-overlays-js")
        for name, command in commands.items()
        if installs(
            ["npm", "install", "--no-audit", "--no-fund", f"{name}@{pinned[name]}"], folder, name
        )
    ]


def pip_tools(folder: Path) -> list[Tool]:
    """The tools from PyPI that could be installed, each with what must be pinned beside it."""
    tools = []
    for name, version in peers("pip").items():
        home = folder / name
        wanted = [f"{name}=={version}", *peers("pip-with").get(name, ())]
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", *wanted]
        if installs([sys.executable, "-m", "venv", str(home)], folder, name) and installs(
            pip, folder, name
        ):
            patch = str(home / "bin" / name)
            words = " ".join(part.replace("==", " ") for part in wanted)
            tools.append(Tool(name=words, command=partial(_overlay_command, patch)))
    return tools


def _overlay_command(program: str, document: str, overlay: str, output: str) -> list[str]:
    return [program, "overlay", document, overlay, "-o", output]


def peers(kind: str) -> dict[str, Any]:
    """The pinned tools of a kind."""
    found: dict[str, Any] = json.loads((HERE / "peers.json").read_text("utf-8"))[kind]
    return found


def installs(words: list[str], folder: Path, name: str) -> bool:
    """Whether a command that installs a tool ends well; says so where it does not."""
    try:
        subprocess.run(words, cwd=folder, capture_output=True, timeout=600, check=True)
    except (OSError, subprocess.SubprocessError):
        print(f"left out, as it cannot be installed: {name}")
        return False
    return True
