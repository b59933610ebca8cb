"""Our clients beside the official ones, `ollama` and `openai`: time, start-up, memory.

The peers, pinned, and our packages are installed into an environment that is thrown away.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAIRS = (("ollama_native", "ollama"), ("ollama_openai", "openai"))
MEASURES = (
    ("in memory, us per chunk", "sync", False, 1),
    ("in memory, async", "async", False, 1),
    ("sockets, us per chunk", "sync", True, 1),
    ("sockets, async", "async", True, 1),
    ("a call in memory, us", "call", False, 1),
    ("a call in memory, async", "call async", False, 1),
    ("import, ms of CPU", "import", False, 5),
    ("1,000 open streams, KB each", "streams", True, 2),
)


def main() -> None:
    """Install everything, measure, and print the table."""
    with tempfile.TemporaryDirectory() as name:
        python = installed(Path(name))
        if python is None:
            return
        with serving(python) as address:
            for ours, theirs in PAIRS:
                print(f"{'':<30}{ours:>16}{theirs:>12}{'ratio':>8}")
                for label, measure, needs_server, runs in MEASURES:
                    words = [measure, address] if needs_server else [measure]
                    own, peer = least(python, (ours, theirs), words, runs)
                    print(f"{label:<30}{own:>16.2f}{peer:>12.2f}{peer / own:>8.2f}", flush=True)


def installed(folder: Path) -> Path | None:
    """A Python with the peers and our packages, or None where they cannot be installed."""
    peers = json.loads((HERE / "peers.json").read_text())["clients"]
    wanted = [f"{name}=={version}" for name, version in peers.items()]
    own = [str(ROOT / "generated" / api) for api in ("ollama-native", "ollama-openai")]
    python = folder / "venv" / "bin" / "python"
    pip = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        *wanted,
        *own,
    ]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        subprocess.run(pip, check=True)
    except subprocess.CalledProcessError:
        print(f"the peers cannot be installed ({', '.join(wanted)}): nothing to measure")
        return None
    return python


@contextmanager
def serving(python: Path) -> Iterator[str]:
    """The address of a server in a process of its own."""
    with subprocess.Popen(
        [str(python), str(HERE / "client_server.py")], stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            port = server.stdout.readline().strip() if server.stdout else ""
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def least(python: Path, pair: tuple[str, str], words: list[str], runs: int) -> list[float]:
    """The least number of each contender, their runs taken in turns."""
    found: dict[str, list[float]] = {contender: [] for contender in pair}
    for _ in range(runs):
        for contender in pair:
            command = [str(python), str(HERE / "client_run.py"), contender, *words]
            found[contender].append(
                float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            )
    return [min(found[contender]) for contender in pair]


if __name__ == "__main__":
    main()
