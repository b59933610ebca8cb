"""Whether other tools make our documents of our exports: every series with every tool.

The tools are installed, pinned, into a folder that is thrown away; one that cannot be is left out,
by name. What they write is read by ruamel.yaml and not by us. The exit status is 1 where fewer than
two tools agree with us on a series.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from peers import Tool, npm_tools, pip_tools
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from specmend.project.repository import Project
from specmend.settings.layout import ApiLayout

ROOT = Path(__file__).parent.parent.parent
LONGEST = 120
ENOUGH = 2
EQUAL: Final = "equal"


def main() -> int:
    """Install the tools, export each series, and print the table; the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tools = [*npm_tools(folder), *pip_tools(folder)]
        enough = True
        for api in Project.find(ROOT).apis.values():
            found = [outcome(folder, api, tool) for tool in tools]
            for tool, said in zip(tools, found, strict=True):
                print(f"{api.name:<16}{tool.name:<36}{said}", flush=True)
            enough = enough and found.count(EQUAL) >= ENOUGH
    print(f"{'' if enough else 'NOT '}every series gives our tree in {ENOUGH} tools or more")
    return 0 if enough else 1


def outcome(folder: Path, api: ApiLayout, tool: Tool) -> str:
    """What a tool makes of the exported series: equal, the first difference, or why not."""
    overlay, out = (
        folder / f"{api.name}.overlay.yaml",
        folder / f"{api.name}.{tool.name.split()[0]}.yaml",
    )
    own = [
        sys.executable,
        "-m",
        "specmend",
        "export",
        api.name,
        "--project",
        str(ROOT),
        "--output",
        str(overlay),
    ]
    subprocess.run(own, capture_output=True, check=True)
    words = tool.command(str(api.upstream), str(overlay), str(out))
    try:
        ran = subprocess.run(words, cwd=folder, capture_output=True, timeout=LONGEST, check=False)
        if tool.prints:
            out.write_bytes(ran.stdout)
        made = read(out)
    except subprocess.TimeoutExpired:
        return f"took more than {LONGEST} seconds"
    except (OSError, YAMLError):
        made = None
    if made is None:
        return f"wrote no document (exit status {ran.returncode})"
    return next(differences(read(api.sanitized), made, "$"), EQUAL)


class Core(SafeConstructor):
    """The core schema of YAML 1.2 (section 10.3) has no dates: a plain 2025-01-20 is a text."""


Core.add_constructor("tag:yaml.org,2002:timestamp", Core.construct_yaml_str)


def read(path: Path) -> Any:
    """A document as another reader reads it."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = Core
    return yaml.load(path.read_text("utf-8"))


def differences(ours: Any, theirs: Any, place: str) -> Iterator[str]:
    """Where two trees differ, key order aside; 1, 1.0 and true are three values."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in [*ours, *(key for key in theirs if key not in ours)]:
            if key in ours and key in theirs:
                yield from differences(ours[key], theirs[key], f"{place}[{key!r}]")
            else:
                yield f"{place}[{key!r}] is only in {'ours' if key in ours else 'theirs'}"
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, pair in enumerate(zip(ours, theirs, strict=True)):
            yield from differences(*pair, f"{place}[{index}]")
    elif type(ours) is not type(theirs) or ours != theirs:
        shown = [json.dumps(value, default=str)[:60] for value in (theirs, ours)]
        yield f"{place} is {shown[0]}, ours is {shown[1]}"


if __name__ == "__main__":
    sys.exit(main())
