"""Files of one folder renamed together: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from specmend.errors import Problem, RepositoryError


def rename_files(folder: Path, names: Mapping[str, str]) -> None:
    """Give files other names, which may be names that others of them had.

    Raises RepositoryError before anything is done when a name is taken; puts back what was done when one fails.
    """
    taken = [new for new in names.values() if new not in names and (folder / new).exists()]
    if taken:
        raise RepositoryError(*(Problem(message="this name is taken", file=name) for name in taken))
    away = {old: f".{old}.moving" for old in names}
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in [*away.items(), *((away[old], new) for old, new in names.items())]:
            (folder / old).rename(folder / new)
            done.append((folder / old, folder / new))
    except BaseException:
        for source, target in reversed(done):
            target.rename(source)
        raise
