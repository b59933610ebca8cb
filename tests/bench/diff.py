"""How long two releases of big documents take to be compared, beside redocly and oasdiff.

Both releases of GitHub's document, redocly and oasdiff are installed, pinned, into a folder that is
thrown away; oasdiff is a Go module. For a document of the size of stripe's, read from the folder
`shared/` beside the repository, one release is made of the other by edits.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from peers import ENOUGH, installs, peers

from drift import installed

RUNS = 3
REPOSITORY = Path(__file__).parents[2]
LINTER = "@redocly/cli"
OWN = [sys.executable, "-m", "specmend", "diff", "--json"]
EVERY = 20


def main() -> None:
    """Install what is compared, and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tools = _tools(folder)
        print(f"{'CPU s, MB, entries; least of ' + str(RUNS):<34}", end="")
        print("".join(f"{tool:>24}" for tool in tools))
        for title, (old, new) in _pairs(folder).items():
            if not (old.is_file() and new.is_file()):
                print(f"{title:<34}not here")
                continue
            cells = [_measured([*command, str(old), str(new)]) for command in tools.values()]
            print(f"{title:<34}" + "".join(f"{cell:>24}" for cell in cells), flush=True)


def _tools(folder: Path) -> dict[str, list[str]]:
    tools = {"specmend": OWN}
    (folder / "redocly").mkdir()
    (folder / "redocly/package.json").write_text("{}")
    wanted = f"{LINTER}@{peers('npm')[LINTER]}"
    words = ["npm", "install", "--no-audit", "--no-fund", wanted]
    if installs(words, folder / "redocly", LINTER):
        program = str(folder / "redocly/node_modules/.bin/redocly")
        tools["redocly"] = [program, "diff", "--format=json"]
    built = _oasdiff(folder / "oasdiff")
    if built is not None:
        tools["oasdiff"] = [str(built), "changelog", "-f", "json"]
    return tools


def _oasdiff(folder: Path) -> Path | None:
    """oasdiff, built by Go; None where that is not here, or cannot have the module."""
    go = shutil.which("go")
    if go is None:
        print("oasdiff is left out: Go is not here")
        return None
    ((module, version),) = peers("go").items()
    settings = {"GOPATH": str(folder), "GOBIN": str(folder / "bin"), "GOFLAGS": "-modcacherw"}
    installed = subprocess.run(
        [go, "install", f"{module}@{version}"],
        env={**os.environ, **settings},
        capture_output=True,
        check=False,
    )
    if installed.returncode:
        print("oasdiff is left out: its module cannot be built")
        return None
    return folder / "bin/oasdiff"


def _pairs(folder: Path) -> dict[str, tuple[Path, Path]]:
    before, after = (installed(folder / kind, kind) for kind in ("npm-before", "npm"))
    stripe = REPOSITORY.parent / "shared/corpus/stripe.json"
    edited = folder / "stripe.json"
    if stripe.is_file():
        edited.write_text(json.dumps(_edited(json.loads(stripe.read_text("utf-8"))), indent=2))
    return {"GitHub, two releases": (before, after), "stripe, edited": (stripe, edited)}


def _edited(tree: dict[str, object]) -> dict[str, object]:
    """A document in which every twentieth schema has one more property, which is required."""
    components = tree["components"]
    assert isinstance(components, dict)
    for schema in [*components["schemas"].values()][::EVERY]:
        schema.setdefault("properties", {})["new"] = {"type": "string"}
        schema.setdefault("required", []).append("new")
    return tree


def _measured(command: list[str]) -> str:
    """The least CPU seconds of some runs, the memory, and how many entries were printed."""
    runs = [_run(command)]
    if runs[0][0] < ENOUGH:
        runs += [_run(command) for _ in range(RUNS - 1)]
    seconds, memory, entries = min(runs)
    return f"{seconds:.1f}  {memory:.0f}  {entries}"


def _run(command: list[str]) -> tuple[float, float, int]:
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(process.pid, 0)
        output.seek(0)
        entries = _count(output.read())
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, entries


def _count(output: bytes) -> int:
    """The entries in what a tool printed."""
    try:
        found = json.loads(output)
    except ValueError:
        return 0
    listed = found.get("changes", []) if isinstance(found, dict) else found
    return len(listed)


if __name__ == "__main__":
    main()
