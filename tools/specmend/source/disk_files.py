"""The files beside a document on the disk, within the one folder that may be read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from specmend.errors import Problem, RepositoryError
from specmend.source.address import FileAddress
from specmend.source.location import Location, no_file, not_had
from specmend.source.reach import hidden, outside, refuse_rooted
from specmend.storage.read import is_there, read_file


@dataclass(frozen=True, kw_only=True, slots=True)
class DiskFiles:
    """The files below a folder; `root` is the folder of the root document, `origin` as shown."""

    root: Path
    origin: Path
    folder: Path

    def locate(self, reference: str, base: Location) -> Location | Problem:
        """Where the file of a reference is; a link counts as what it leads to."""
        refused = refuse_rooted(reference)
        if refused:
            return refused
        above = Path(base.place).parent
        path = next(
            (path for path in _readings(above, reference) if is_there(path)),
            _readings(above, reference)[-1],
        )
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(self.folder):
            return outside(reference, self.folder.name or str(self.folder))
        if any(part.startswith(".") for part in real.relative_to(self.folder).parts):
            return hidden(reference)
        relative = os.path.relpath(path, self.root)
        name = Path(os.path.normpath(self.origin / relative)).as_posix()
        return Location(place=str(path), path=Path(relative).as_posix(), name=name)

    def read(self, location: Location) -> bytes | Problem:
        """The bytes of a file, or why there are none."""
        path = Path(location.place)
        if not is_there(path):
            return no_file(location.name)
        try:
            return read_file(path, location.name)
        except RepositoryError as error:
            (problem,) = error.problems
            return not_had(f"{location.name}: {problem.message}", problem)


def disk_files(address: FileAddress, folder: Path) -> tuple[DiskFiles, Location]:
    """The files beside a document, and where that itself is."""
    path = Path(os.path.normpath(address.path.absolute()))
    files = DiskFiles(root=path.parent, origin=Path(address.origin).parent, folder=folder)
    return files, Location(place=str(path), path=path.name, name=address.origin)


def _readings(above: Path, reference: str) -> list[Path]:
    """The paths that a reference may mean: as it is written, and with its escapes undone."""
    texts = dict.fromkeys((reference, unquote(reference)))
    return [Path(os.path.normpath(above / text)) for text in texts]
