"""The two revisions of a review, as people name them and as git knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.project.history import History, open_history

HERE: Final = "the working tree"
"""What the head is called where no revision is named."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Revisions:
    """The two revisions of a review, by their names and their commits.

    The head has no commit where it is the working tree. `moves` are all files that differ.
    """

    history: History
    base: str
    base_commit: str
    head: str
    head_commit: str
    moves: Mapping[str, str]


def revisions_of(folder: Path, base: str | None, head: str | None) -> Revisions:
    """The revisions that are meant; without a `base`, where the head left the default branch.

    Raises UsageError for an unknown revision, and OutsideError where git or a repository lacks.
    """
    history = open_history(folder)
    commit = "" if head is None else history.commit_of(head)
    if base is None:
        name, start = history.default_base(commit or "HEAD")
    else:
        name, start = base, history.commit_of(base, commit or "HEAD")
    return Revisions(
        history=history,
        base=name,
        base_commit=start,
        head=head or HERE,
        head_commit=commit,
        moves=history.moves_between(start, commit),
    )
