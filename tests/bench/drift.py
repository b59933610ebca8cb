"""Time of the processor and memory for 100 steps, judged on the next release of a 13 MB document.

Both releases are installed, pinned, into a folder that is thrown away. No other tool has verdicts
to compare with, so it is told what a step costs that is judged alone, by its verdict.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median

from overlay import CARRIER, hundred
from peers import installs, peers

from specmend.diff.api_changes import api_changes
from specmend.document.text.document import Document, read_document
from specmend.drift.judge import judge_series
from specmend.steps.proposal import as_action
from specmend.steps.step import Step

PLACE = Path("node_modules") / CARRIER / "generated/api.github.com.json"


def main() -> None:
    """Install both releases and print what each part takes, measured in a process of its own."""
    if sys.argv[1:]:
        measure(Path(sys.argv[1]), Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as name:
        files = [installed(Path(name) / kind, kind) for kind in ("npm-before", "npm")]
        if not all(file.is_file() for file in files):
            print("the documents cannot be installed (npm package @octokit/openapi)")
            return
        versions = " to ".join(peers(kind)[CARRIER] for kind in ("npm-before", "npm"))
        print(f"drift of {CARRIER} {versions}")
        subprocess.run([sys.executable, __file__, *map(str, files)], check=True)


def installed(folder: Path, kind: str) -> Path:
    """The document of one release."""
    folder.mkdir()
    (folder / "package.json").write_text("{}")
    installs(
        ["npm", "install", "--no-audit", "--no-fund", f"{CARRIER}@{peers(kind)[CARRIER]}"],
        folder,
        CARRIER,
    )
    return folder / PLACE


def measure(before: Path, after: Path) -> None:
    """Print a row for each part."""
    start = time.process_time()
    old, new = (read_document(file.read_bytes(), "api.json") for file in (before, after))
    start = told(
        "read both documents", start, f"{len(old.data) / 1e6:.1f} and {len(new.data) / 1e6:.1f} MB"
    )
    steps = series(old)
    start = time.process_time()
    judged = judge_series(old, new, steps)
    counts = ", ".join(
        f"{n} {v}" for v, n in Counter(str(step.verdict) for step in judged).most_common()
    )
    start = told(f"judge {len(steps)} steps", start, counts)
    told("what else changed", start, f"{len(api_changes(old.tree, new.tree))} changes")
    tell_costs(old, new, steps)


def tell_costs(old: Document, new: Document, steps: list[Step]) -> None:
    """Print a row for each verdict: what a step costs that is judged alone."""
    costs: dict[str, list[float]] = {}
    for step in steps:
        start = time.process_time()
        (judged,) = judge_series(old, new, [step])
        costs.setdefault(str(judged.verdict), []).append(time.process_time() - start)
    for verdict, seconds in costs.items():
        words = f"{len(seconds)} steps, median {median(seconds):.3f} s, most {max(seconds):.2f} s"
        print(f"  a step alone: {verdict:<16} {words}", flush=True)


def told(what: str, start: float, words: str) -> float:
    """Print a row and give the time."""
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(f"  {what:<22}{seconds:>8.2f} s {megabytes:>7.0f} MB peak  {words}", flush=True)
    return time.process_time()


def series(document: Document) -> list[Step]:
    """A step for each of a hundred actions."""
    actions = hundred(json.loads(document.data))
    return [
        Step(
            number=number, title="A step", reason="R", source=document, actions=(as_action(fields),)
        )
        for number, fields in enumerate(actions, 1)
    ]


if __name__ == "__main__":
    main()
