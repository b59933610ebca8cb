"""How long an overlay takes to be applied to a document of 13 MB, beside other tools.

The peers and the document are installed, pinned, into a folder that is thrown away; a peer that
cannot be is left out. What takes long runs once, and what takes too long is not tried with more
actions.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from difflib import unified_diff
from pathlib import Path
from typing import Any

import yaml
from peers import ENOUGH, Tool, installs, npm_tools, peers, pip_tools

RUNS = 3
LONGEST = 60.0
TOO_LONG = f"> {LONGEST:.0f}"
ACTIONS = (1, 5, 100)
FORMS = ("json", "yaml")
CARRIER = "@octokit/openapi"
METHODS = ("get", "put", "post", "patch", "delete")


def main() -> None:
    """Install the peers, make the documents, and print the table."""
    if sys.argv[1:]:
        prepare(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_bytes()))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tools = installed(folder)
        source = folder / "node_modules" / CARRIER / "generated/api.github.com.json"
        if not source.is_file():
            print("the document cannot be installed (npm package @octokit/openapi)")
            return
        # In its own process: what this one has held counts as memory of those that it starts.
        subprocess.run([sys.executable, __file__, str(folder), str(source)], check=True)
        print(f"{'CPU s, least of ' + str(RUNS) + ' / peak MB':<26}", end="")
        columns = [f"{form} {actions}" for form in FORMS for actions in ACTIONS]
        print("".join(f"{column:>14}" for column in columns))
        for tool in tools:
            cells = [cell for form in FORMS for cell in measured_with_each(folder, tool, form)]
            print(f"{tool.name:<26}" + "".join(f"{cell:>14}" for cell in cells), flush=True)
        for form in FORMS:
            print(f"lines changed by one update, {form}: {changed(folder, form)}")


def installed(folder: Path) -> list[Tool]:
    """Our own command and the peers that could be installed, with the package of the document."""
    own = [sys.executable, "-m", "specmend", "apply"]
    tool = Tool(
        name="specmend",
        command=lambda d, o, out: [*own, "--document", d, "--overlay", o, "--output", out],
    )
    tools = [tool, *npm_tools(folder), *pip_tools(folder)]
    installs(
        ["npm", "install", "--no-audit", "--no-fund", f"{CARRIER}@{peers('npm')[CARRIER]}"],
        folder,
        CARRIER,
    )
    return tools


def prepare(folder: Path, tree: Any) -> None:
    """Write the document as JSON and as YAML, and overlays of 1, 5 and 100 actions."""
    (folder / "d.json").write_text(json.dumps(tree, indent=2, ensure_ascii=False), "utf-8")

    class Plain(yaml.CSafeDumper):
        def ignore_aliases(self, _data: Any) -> bool:
            return True

    written = yaml.dump(tree, Dumper=Plain, sort_keys=False, allow_unicode=True, width=1 << 30)
    (folder / "d.yaml").write_text(written, "utf-8")
    actions = hundred(tree)
    one = [{"target": "$.info.title", "update": "Another title"}]
    for count, chosen in ((1, one), (5, actions[:5]), (100, actions)):
        overlay = {
            "overlay": "1.1.0",
            "info": {"title": "Bench", "version": "1"},
            "actions": chosen,
        }
        (folder / f"o{count}.json").write_text(json.dumps(overlay))


def hundred(tree: Any) -> list[dict[str, Any]]:
    """80 direct updates, 15 direct removals, and 5 with wildcards, descendants and filters."""
    operations = [
        (path, method)
        for path, item in tree["paths"].items()
        for method in METHODS
        if method in item
    ]
    chosen = random.Random(1).sample(operations, 95)  # noqa: S311 - the same choice in every run
    targets = [f"$.paths['{path}'].{method}" for path, method in chosen]
    return [
        *(
            {"target": target, "update": {"x-bench": n, "summary": f"Changed {n}"}}
            for n, target in enumerate(targets[:80])
        ),
        *({"target": target, "remove": True} for target in targets[80:]),
        {"target": "$.paths.*.*.externalDocs", "remove": True},
        {"target": "$.paths..responses['500']", "update": {"x-bench": 1}},
        {"target": "$.components.schemas.*", "update": {"x-bench": True}},
        {"target": "$.paths.*.*.parameters[?@.name=='per_page']", "update": {"x-bench": 1}},
        {"target": "$.components.schemas[?@.type=='array']", "update": {"x-more": 1}},
    ]


def measured_with_each(folder: Path, tool: Tool, form: str) -> list[str]:
    """A cell for each number of actions; more of them take no less than few."""
    cells: list[str] = []
    for actions in ACTIONS:
        is_hopeless = bool(cells) and cells[-1] == TOO_LONG
        cells.append(TOO_LONG if is_hopeless else measured(folder, tool, form, actions))
    return cells


def measured(folder: Path, tool: Tool, form: str, actions: int) -> str:
    """Least seconds of CPU and greatest memory of the runs of a tool, or why there are none."""
    out = folder / f"{tool.name.split()[0]}.{form}"
    words = tool.command(f"d.{form}", f"o{actions}.json", out.name)
    seconds, peak = [], 0
    for _ in range(RUNS):
        out.unlink(missing_ok=True)
        code, memory, used = run(words, folder, out if tool.prints else None)
        seconds.append(used)
        peak = max(peak, memory)
        if code is None:
            return TOO_LONG
        if code:
            return "failed"
        if used > ENOUGH:
            break
    return f"{min(seconds):.2f} / {peak}"


def run(words: list[str], folder: Path, printed: Path | None) -> tuple[int | None, int, float]:
    """Run a command: its exit code (None when it took too long), its peak memory in MB, its CPU."""
    with (printed or Path(os.devnull)).open("wb") as out:
        started = subprocess.Popen(words, cwd=folder, stdout=out, stderr=subprocess.DEVNULL)
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            number, status, usage = os.wait4(started.pid, os.WNOHANG)
            if number:
                started.returncode = os.waitstatus_to_exitcode(status)
                used = usage.ru_utime + usage.ru_stime
                return started.returncode, usage.ru_maxrss // 1024, used
            time.sleep(0.005)
        started.kill()
        started.wait()
        return None, 0, 0.0


def changed(folder: Path, form: str) -> int:
    """How many lines differ between the document and what our command makes of it."""
    own = [
        sys.executable,
        "-m",
        "specmend",
        "apply",
        "--document",
        f"d.{form}",
        "--overlay",
        "o1.json",
    ]
    subprocess.run([*own, "--output", f"one.{form}"], cwd=folder, capture_output=True, check=True)
    before, after = (
        (folder / f"{name}.{form}").read_text("utf-8").splitlines() for name in ("d", "one")
    )
    if len(before) == len(after):
        return sum(old != new for old, new in zip(before, after, strict=True))
    return sum(line[:1] in "+-" for line in unified_diff(before, after, n=0))


if __name__ == "__main__":
    main()
