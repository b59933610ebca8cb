"""What a command of another generator sees: an empty folder, its inputs, and few variables."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.generate.commands.processes import MARK

# What programs need of the environment on the systems that we know. Nothing else gets through,
# no proxy and no token, unless the settings name it.
_KEPT: Final = ("PATH", "PATHEXT", "COMSPEC", "SYSTEMROOT", "WINDIR")

# The same bytes on every machine and at every time.
_FIXED: Final = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "TZ": "UTC",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """The folders of one run.

    `output` is where the command starts, `inputs` holds what it reads. `home` and `scratch` are for
    what programs leave on a machine; neither is looked at.
    """

    root: Path
    output: Path
    inputs: Path
    home: Path
    scratch: Path

    def environment(self, passed: Iterable[str], epoch: int) -> Mapping[str, str]:
        """The variables of the command; those named in `passed` are as they are here.

        `epoch` is the time that reproducible tools write, in seconds (SOURCE_DATE_EPOCH).
        """
        places = {name: str(self.scratch) for name in ("TEMP", "TMP", "TMPDIR")}
        places |= {name: str(self.home) for name in ("HOME", "USERPROFILE")}
        own = {MARK: self.root.name, "SOURCE_DATE_EPOCH": str(epoch)}
        return {**_here(_KEPT), **_FIXED, **places, **own, **_here(passed)}


@contextmanager
def surroundings(files: Mapping[str, bytes]) -> Iterator[Surroundings]:
    """Folders for one run, with the files that the command reads; they are gone afterwards."""
    with tempfile.TemporaryDirectory(
        prefix=f"specmend-{secrets.token_hex(4)}-", ignore_cleanup_errors=True
    ) as name:
        root = Path(name).resolve()
        places = {part: root / part for part in ("home", "scratch")}
        # What a command writes into the folders above its own is still inside of ours.
        places |= {part: root / "run" / part for part in ("output", "inputs")}
        for place in places.values():
            place.mkdir(parents=True)
        for file, data in files.items():
            (places["inputs"] / file).write_bytes(data)
        yield Surroundings(root=root, **places)


def _here(names: Iterable[str]) -> dict[str, str]:
    return {name: os.environ[name] for name in names if name in os.environ}
