"""Rehearses releases on a real devpi-server and a real pypiserver: a small package, and our own.

Fails where anything is otherwise than it must be, and where less was rehearsed than there is.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.interop.rehearsal import own_packages, small_package
from tests.interop.rehearsal.servers import devpi, install, pypiserver

ROWS = 15
"""The ways of a release that are rehearsed on each index."""


def main() -> None:
    """Rehearse everything on both indexes, and our own packages on one of them."""
    with TemporaryDirectory() as name:
        place = Path(name)
        programs = install(place)
        say("both servers are installed")
        for serve in (devpi, pypiserver):
            folder = place / serve.__name__
            folder.mkdir()
            with serve(folder, programs) as server:
                rows = small_package.rehearse(folder / "work", server)
                assert rows == ROWS, f"{rows} rows, and not {ROWS}"
                say(f"{server.name}: {rows} ways of a release")
                if serve is devpi:
                    own_packages.rehearse(folder / "own", server, programs)
                    say("our own packages are released, installed and used")
    print("the rehearsal is whole", flush=True)


def say(what: str) -> None:
    """Print what was done, and how long it took until then."""
    print(f"-- {what} ({time.process_time():.0f} s of this process)", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
