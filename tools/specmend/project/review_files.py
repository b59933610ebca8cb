"""The files and tools that differ between the two sides of a review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from specmend.project.history import History
from specmend.project.review_side import ReviewSide
from specmend.project.tool_changes import read_manifest
from specmend.review.records import FileCount, ToolMove
from specmend.settings.layout import ApiLayout
from specmend.storage.write import read_folder

_PROGRAM: Final = Path(__file__).resolve().parent.parent
_INSTALLED: Final = frozenset({"site-packages", "dist-packages"})
_DEFINITION: Final = re.compile(
    r"^(?:(?:async )?def |class )?(?P<name>[A-Za-z_]\w*)(?=[\[(:]| *=)", re.MULTILINE
)
_SHORT: Final = 7


def file_counts(
    moves: Mapping[str, str], old: ReviewSide, new: ReviewSide
) -> tuple[FileCount, ...]:
    """How many files of each folder of an API came, changed and went.

    `moves` are all files of the repository that differ, each with what git says of it.
    """
    folders = dict.fromkeys([*_folders(new), *_folders(old)])
    counts = (_count(shown, folder, moves) for folder, shown in folders)
    return tuple(one for one in counts if one.added or one.changed or one.removed)


def tool_moves(history: History, old: ReviewSide, new: ReviewSide) -> tuple[ToolMove, ...]:
    """The tools that made the output in another version than before, specmend's own code included.

    None where one of the sides has no output.
    """
    before, after = _tools(old), _tools(new)
    if not before or not after:
        return ()
    program = _program(history, old.at.commit), _program(history, new.at.commit)
    if program[0] != program[1] and before.get("specmend") == after.get("specmend"):
        before["specmend"] += program[0]
        after["specmend"] += program[1]
    return tuple(
        ToolMove(name=name, old=before[name], new=after[name])
        for name in sorted(before.keys() & after.keys())
        if before[name] != after[name]
    )


def hand_written(old: ReviewSide, new: ReviewSide) -> frozenset[str]:
    """Every class, function and constant of the hand-written modules that differ."""
    before, after = _modules(old.layout), _modules(new.layout)
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    sources = [side.get(name, b"") for side in (before, after) for name in names]
    return frozenset(word for source in sources for word in _defined(source))


def _defined(source: bytes) -> Iterator[str]:
    """The names that a module defines at its top."""
    for found in _DEFINITION.finditer(source.decode(errors="replace")):
        yield found["name"]


def _folders(side: ReviewSide) -> Iterator[tuple[str, str]]:
    """The folders of an API, seen from the root of the repository and from the project."""
    if side.layout is None:
        return
    layout = side.layout
    places = [layout.generated, *(output.folder for output in layout.outputs)]
    for place in (*places, layout.pin.parent, layout.steps):
        shown = layout.show(place)
        yield f"{side.at.prefix}{shown}", shown


def _count(shown: str, folder: str, moves: Mapping[str, str]) -> FileCount:
    found = [status for file, status in moves.items() if file.startswith(f"{folder}/")]
    added, removed = found.count("A"), found.count("D")
    changed = len(found) - added - removed
    return FileCount(place=shown, added=added, changed=changed, removed=removed)


def _tools(side: ReviewSide) -> dict[str, str]:
    if side.layout is None:
        return {}
    recorded = read_manifest(side.layout, side.layout.manifest).get("tools")
    return (
        {str(name): str(version) for name, version in recorded.items()}
        if isinstance(recorded, dict)
        else {}
    )


def _program(history: History, commit: str) -> str:
    """The code of specmend at a commit, where it is a part of the repository, in a few digits."""
    top = history.top.resolve()
    if _INSTALLED.intersection(_PROGRAM.parts) or not _PROGRAM.is_relative_to(top):
        return ""
    path = _PROGRAM.relative_to(top).as_posix()
    if not commit and any(file.startswith(f"{path}/") for file in history.changed_files("HEAD")):
        return " (code of the working tree)"
    return f" (code {history.tree_of(commit or 'HEAD', path)[:_SHORT]})"


def _modules(layout: ApiLayout | None) -> Mapping[str, bytes]:
    return read_folder(layout.client_modules) if layout else {}
