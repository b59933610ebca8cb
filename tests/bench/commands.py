"""How long the commands take as processes, beside the bare generators on the same document."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from specmend.document.text.document import read_document

ROOT = Path(__file__).parent.parent.parent
RUNS = 5


def main() -> None:
    """Print a table: command, median and least seconds of five runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("spec", "patches", "generated"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "pyproject.toml", folder)
        (folder / "openapi.json").write_text(json.dumps(sanitized(folder)))
        print(f"{'command, ollama-native':<52}{'median s':>10}{'least s':>10}")
        for words, prepare in commands(folder):
            times = sorted(timed(words, folder, prepare) for _ in range(RUNS))
            shown = " ".join(Path(word).name if "/" in word else word for word in words)
            print(f"{shown[:50]:<52}{median(times):>10.2f}{times[0]:>10.2f}")


def sanitized(folder: Path) -> object:
    """The sanitized document as plain data, for the peers."""
    path = folder / "spec/ollama-native/sanitized.yaml"
    return read_document(path.read_bytes(), path.name).tree


def commands(folder: Path) -> list[tuple[list[str], Callable[[], None]]]:
    """Command lines, each with what must be done before every run."""
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
        ([*own, "build", "ollama-native"], forget),
        ([*own, "build", "ollama-native"], nothing),
        ([*own, "apply", "ollama-native"], nothing),
        ([*own, "validate", "ollama-native"], nothing),
        ([*own, "log", "ollama-native"], nothing),
        ([*oapc, "--output-path", str(out)], clear),
        ([*dcg, "--output", str(out)], clear),
    ]


def timed(words: list[str], folder: Path, prepare: Callable[[], None]) -> float:
    """Seconds of one run; raises CalledProcessError when it fails."""
    prepare()
    start = time.perf_counter()
    subprocess.run(words, cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
