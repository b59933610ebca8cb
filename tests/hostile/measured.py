"""Commands as processes of their own within limits of memory, for tests of hostile input."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SECONDS = 300.0  # only so that a process that hangs does not hang the tests
MEGABYTES = 300
HEAD = "overlay: 1.1.0\ninfo: {title: t, version: '1'}\n"
MEND = HEAD + "actions:\n  - {target: $.info.title, update: Cats}\n"
DOCUMENT = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n"

_CHILD = """
import re, sys
from pathlib import Path
if sys.platform == "linux":  # other systems cannot limit the memory of a process so
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from specmend.cli.main import main
try:
    main()
finally:
    # Of this program alone: what getrusage tells counts the process that started it, too.
    status = Path("/proc/self/status")
    kilobytes = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1] if status.exists() else 0
    print("peak", int(kilobytes) // 1024, file=sys.stderr)
"""


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def command(folder: Path, *words: str, **environment: str) -> Ran:
    """Run specmend under the limits, and see that it kept to them."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *words], cwd=folder, env={**os.environ, **environment},
        capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    err, _, peak = done.stderr.rpartition("peak ")
    assert int(peak) < MEGABYTES
    return Ran(code=done.returncode, out=done.stdout, err=err)


def apply(
    folder: Path, document: str, overlay: str = MEND, form: str = "yaml", **environment: str
) -> Ran:
    """Apply an overlay to a document, and see that a refusal writes nothing."""
    (folder / f"d.{form}").write_text(document, "utf-8")
    (folder / "o.yaml").write_text(overlay, "utf-8")
    ran = command(
        folder,
        "apply",
        "--document",
        f"d.{form}",
        "--overlay",
        "o.yaml",
        "--output",
        "out.yaml",
        **environment,
    )
    assert ran.code in {0, 1}
    assert (folder / "out.yaml").exists() == (ran.code == 0)
    return ran


def refused(ran: Ran, *words: str) -> None:
    """See that a command was refused, and that its message has the words."""
    assert ran.code == 1, ran.err
    for word in words:
        assert word in ran.err


def bomb(levels: int) -> str:
    """A document in which each level holds nine times the one before."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        lines.append(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]")
    return DOCUMENT + "\n".join(lines) + "\n"
