"""Proposed steps shown as a table, or put into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from specmend.cli import console as show
from specmend.errors import Problem, RepositoryError
from specmend.steps.step_name import digits_of
from specmend.storage.transaction import write_files

if TYPE_CHECKING:
    from specmend.settings.layout import Api
    from specmend.steps.write_proposals import ProposedFile

_HEADINGS = ("step", "title", "actions", "places", "first")


def deliver(api: Api, files: Sequence[ProposedFile], output: Path | None, *, dry_run: bool) -> None:
    """Show the proposed steps, and write them, all or none, into the folder given or that of the API's steps."""
    folder = output or api.steps
    taken = [folder / file.name for file in files if (folder / file.name).exists()]
    if taken:
        raise RepositoryError(
            *(Problem(message="this file is there already", file=api.show(path)) for path in taken)
        )
    show.table(_HEADINGS, [_row(file) for file in files])
    if dry_run:
        show.good(api.name, f"{show.counted(len(files), 'step')} proposed, nothing written")
        return
    write_files({folder / file.name: file.text.encode() for file in files})
    show.good(api.name, f"wrote {show.counted(len(files), 'step')} to {api.show(folder)}")
    if not all(file.has_reason for file in files):
        show.line(
            "Say in each step why it is needed: its x-reason is a gap, and stops the build until then."
        )


def _row(file: ProposedFile) -> tuple[str, ...]:
    step, touches = file.outcome.step, file.outcome.touches
    first = f"{step.actions[0].verb} {step.actions[0].target}"
    return (digits_of(step.number), step.title, str(len(step.actions)), str(len(touches)), first)
