"""Kills the command `release` of a real process in each phase and in an upload, and goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from tests.project.in_git import Repository
from tests.release.fake_index import TOKEN, FakeIndex, Fault, fake_index
from tests.release.works import make, state

FIXED = {
    "TWINE_USERNAME": "__token__",
    "TWINE_PASSWORD": TOKEN,
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (
            ("NAME", "A"),
            ("EMAIL", "a@pets.example"),
            ("DATE", "2026-01-02T03:04:05Z"),
        )
    },
}
POINTS = int(os.environ.get("KILLS", "10"))
"""How often the command is killed, evenly over the time that it takes."""


def main() -> None:
    """Kill a first release again and again, each time a little later, and go on with it."""
    with TemporaryDirectory() as name, fake_index() as index:
        top = Path(name)
        make(top)
        clone = Repository(top / "clone", top / "clone")
        before = clone.git("rev-parse", "HEAD")
        begun = time.monotonic()
        assert run(clone, index).wait() == 0
        lasting = time.monotonic() - begun
        whole = state(clone, index)
        for number in range(1, POINTS):
            reset(clone, index, before)
            part = number / POINTS
            ended = is_killed(clone, index, partial(after, part * lasting))
            go_on(clone, index, whole, f"after {part:.0%} of its time" if ended else "too late")
        for bytes_there in (0, 1500, 20_000):
            reset(clone, index, before)
            assert is_killed(clone, index, partial(inside, index, bytes_there))
            index.faults = []
            go_on(clone, index, whole, f"after {bytes_there} bytes of a file")


def run(clone: Repository, index: FakeIndex) -> subprocess.Popen[bytes]:
    """The command as a process of its own."""
    where = ["--index", index.simple, "--publish-url", index.upload_url]
    return subprocess.Popen(
        [sys.executable, "-m", "specmend", "release", *where, "--yes"],
        cwd=clone.project,
        env={**os.environ, **FIXED},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def is_killed(
    clone: Repository, index: FakeIndex, arm: Callable[[subprocess.Popen[bytes]], None]
) -> bool:
    """Whether the process was killed by what `arm` lets happen, and did not end by itself."""
    process = run(clone, index)
    arm(process)
    return process.wait() == -signal.SIGKILL


def after(seconds: float, process: subprocess.Popen[bytes]) -> None:
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()


def inside(index: FakeIndex, bytes_there: int, process: subprocess.Popen[bytes]) -> None:
    index.faults = [Fault(cut_after=bytes_there, on_cut=process.kill)]


def go_on(clone: Repository, index: FakeIndex, whole: dict[str, object], when: str) -> None:
    """Run the same command again; everything must be as without the kill."""
    assert run(clone, index).wait() == 0, when
    now = state(clone, index)
    wrong = [name for name in whole if whole[name] != now[name]]
    assert not wrong, f"{when}: {wrong}"
    print(f"killed {when}: the same end", flush=True)


def reset(clone: Repository, index: FakeIndex, commit: str) -> None:
    """As before the release."""
    clone.git("reset", "--quiet", "--hard", commit)
    index.files.clear()
    index.uploads.clear()
    for tag in clone.git("tag").split():
        clone.git("tag", "--delete", tag)
        clone.git("push", "--quiet", "origin", f":refs/tags/{tag}")


if __name__ == "__main__":
    main()
