"""What changed among the files that a document is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specmend.source.pin import SourceRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceChanges:
    """The paths of the files that came, that hold something else now, and that went."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def source_changes(old: Sequence[SourceRecord], new: Sequence[SourceRecord]) -> SourceChanges:
    """What became of the files of a document, each list in their order.

    Nothing where there were none, or are none: then it is another kind of document.
    """
    if not old or not new:
        return SourceChanges()
    was = {record.path: record.sha256 for record in old}
    now = {record.path: record.sha256 for record in new}
    return SourceChanges(
        added=tuple(path for path in now if path not in was),
        changed=tuple(path for path in now if path in was and was[path] != now[path]),
        removed=tuple(path for path in was if path not in now),
    )
