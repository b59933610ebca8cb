"""How much CPU the commands take as processes, beside the bare generators on the same document."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from specmend.document.text.document import read_document

ROOT = Path(__file__).parent.parent.parent
RUNS = 5


def main() -> None:
    """Print a table: command, median and least seconds of CPU of five runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("spec", "patches", "generated"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "pyproject.toml", folder)
        (folder / "openapi.json").write_text(json.dumps(sanitized(folder)))
        print(f"{'seconds of CPU on ollama-native':<52}{'median':>10}{'least':>10}")
        for title, words, prepare in commands(folder):
            times = sorted(timed(words, folder, prepare) for _ in range(RUNS))
            print(f"{title:<52}{median(times):>10.2f}{times[0]:>10.2f}", flush=True)


def sanitized(folder: Path) -> object:
    """The sanitized document as plain data, for the peers."""
    path = folder / "spec/ollama-native/sanitized.yaml"
    return read_document(path.read_bytes(), path.name).tree


def commands(folder: Path) -> list[tuple[str, list[str], Callable[[], None]]]:
    """Titles and command lines, each with what must be done before every run."""
    own = [sys.executable, "-m", "specmend"]
    out = folder / "peer.py"

    def forget() -> None:
        shutil.rmtree(folder / ".specmend", ignore_errors=True)

    def clear() -> None:
        if out.is_dir():
            shutil.rmtree(out)
        out.unlink(missing_ok=True)

    def nothing() -> None:
        pass

    oapc = [sys.executable, "-m", "openapi_python_client", "generate", "--path", "openapi.json"]
    dcg = [
        sys.executable,
        "-m",
        "datamodel_code_generator",
        "--input",
        "openapi.json",
        "--formatters",
        "builtin",
    ]
    return [
        ("specmend build", [*own, "build", "ollama-native"], forget),
        ("specmend build, nothing changed", [*own, "build", "ollama-native"], nothing),
        ("specmend apply", [*own, "apply", "ollama-native"], nothing),
        ("specmend validate", [*own, "validate", "ollama-native"], nothing),
        ("specmend log", [*own, "log", "ollama-native"], nothing),
        ("openapi-python-client generate", [*oapc, "--output-path", str(out)], clear),
        ("datamodel-codegen", [*dcg, "--output", str(out)], clear),
    ]


def timed(words: list[str], folder: Path, prepare: Callable[[], None]) -> float:
    """Seconds of CPU of one run; raises CalledProcessError when it fails."""
    prepare()
    before = os.times()
    subprocess.run(words, cwd=folder, capture_output=True, check=True)
    after = os.times()
    used = after.children_user - before.children_user
    return used + after.children_system - before.children_system


if __name__ == "__main__":
    main()
