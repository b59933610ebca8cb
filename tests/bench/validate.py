"""How long documents of many megabytes take to be validated, beside redocly lint.

The peer and GitHub's document are installed, pinned, into a folder that is thrown away; stripe's
is read from the folder `shared/` beside the repository. What is not here is left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from peers import ENOUGH, installs, peers

RUNS = 3
REPOSITORY = Path(__file__).parents[2]
CARRIER = "@octokit/openapi"
LINTER = "@redocly/cli"
OWN = [sys.executable, "-m", "specmend"]
STEPS = (
    ("Say it", "$.info.title", '"Another title"'),
    ("Say more", "$.info", '{"x-bench": true}'),
    ("Say no more", "$.info", '{"x-more": false}'),
)


def main() -> None:
    """Install the peer, bring the documents, and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "package.json").write_text("{}")
        is_here = {package: _install(folder, package) for package in (CARRIER, LINTER)}
        tools = _tools(folder, with_peer=is_here[LINTER])
        print(f"{'CPU s / wall s, least of ' + str(RUNS):<34}", end="")
        print("".join(f"{tool:>22}" for tool in tools))
        for title, document in _documents(folder).items():
            if not document.is_file():
                print(f"{title:<34}not here")
                continue
            cells = [_measured(command(document), folder) for command in tools.values()]
            print(f"{title:<34}" + "".join(f"{cell:>22}" for cell in cells), flush=True)


def _install(folder: Path, package: str) -> bool:
    wanted = f"{package}@{peers('npm')[package]}"
    return installs(["npm", "install", "--no-audit", "--no-fund", wanted], folder, package)


def _documents(folder: Path) -> dict[str, Path]:
    """GitHub's document and stripe's, as JSON and as YAML."""
    github = folder / "node_modules" / CARRIER / "generated" / "api.github.com.json"
    stripe = REPOSITORY.parent / "shared" / "corpus" / "stripe.json"
    found: dict[str, Path] = {}
    for title, source in (("GitHub", github), ("stripe", stripe)):
        copy = folder / f"{title}.json"
        if source.is_file():
            shutil.copy(source, copy)
            _write_yaml(copy)
        size = f"{copy.stat().st_size / 1e6:.0f} MB " if copy.is_file() else ""
        found[f"{title}, {size}JSON"] = copy
        found[f"{title}, YAML"] = copy.with_suffix(".yaml")
    return found


def _write_yaml(source: Path) -> None:
    """Write a document as YAML, in a process of its own for its memory."""
    program = "import sys, json, yaml; yaml.dump(json.load(open(sys.argv[1])), open(sys.argv[2], "
    program += "'w'), Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)"
    words = [sys.executable, "-c", program, str(source), str(source.with_suffix(".yaml"))]
    subprocess.run(words, check=True)


def _tools(folder: Path, *, with_peer: bool) -> dict[str, Callable[[Path], list[str]]]:
    """A command line for each column."""
    tools: dict[str, Callable[[Path], list[str]]] = {
        "validate FILE": lambda document: [*OWN, "validate", str(document)],
        "validate API": lambda document: [*OWN, "validate", "--project", str(_project(document))],
    }
    if with_peer:
        program = str(folder / "node_modules" / ".bin" / "redocly")
        title = f"redocly {peers('npm')[LINTER]}"
        for rules in ("spec", "recommended"):
            tools[f"{title} {rules[:4]}"] = partial(_lint, program, rules)
    return tools


def _lint(program: str, rules: str, document: Path) -> list[str]:
    return [program, "lint", "--extends", rules, "--format", "summary", str(document)]


def _project(document: Path) -> Path:
    """A project with a document pinned, and a few steps."""
    project = document.with_suffix(document.suffix + ".project")
    if not project.is_dir():
        project.mkdir()
        _run([*OWN, "init", "api", "--from", str(document)], project)
        for title, target, update in STEPS:
            words = ["new", "api", title, target, "--update", update, "--reason", "Bench."]
            _run([*OWN, *words], project)
    return project


def _run(words: list[str], folder: Path) -> None:
    subprocess.run(words, cwd=folder, capture_output=True, check=True)


def _measured(words: list[str], folder: Path) -> str:
    """The least CPU time and the least time of the runs of a command."""
    seconds, clock = [], []
    for _ in range(RUNS):
        start = time.perf_counter()
        with Path(os.devnull).open("wb") as out:
            started = subprocess.Popen(words, cwd=folder, stdout=out, stderr=out)
            _, status, usage = os.wait4(started.pid, 0)
            started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode not in (0, 1):
            return "failed"
        clock.append(time.perf_counter() - start)
        seconds.append(usage.ru_utime + usage.ru_stime)
        if seconds[-1] > ENOUGH:
            break
    return f"{min(seconds):.2f} / {min(clock):.2f}"


if __name__ == "__main__":
    main()
