"""Proposed steps shown as a table, and written where they belong."""

from __future__ import annotations

from specmend.cli import console
from specmend.project.proposals import Proposals
from specmend.steps.step_name import digits_of
from specmend.steps.write_proposals import ProposedFile

_HEADINGS = ("step", "title", "actions", "places", "first")


def deliver(proposals: Proposals, *, dry_run: bool) -> None:
    """Show the proposed steps, and write them, all or none."""
    api, files = proposals.api, proposals.files
    proposals.refuse_taken()
    console.table(_HEADINGS, [_row(file) for file in files])
    count = console.counted(len(files), "step")
    if dry_run:
        console.good(api.name, f"{count} proposed, nothing written")
        return
    proposals.write()
    console.good(api.name, f"wrote {count} to {api.show(proposals.folder)}")
    if not all(file.has_reason for file in files):
        console.line(
            "Say in each step why it is needed:"
            " its x-reason is a gap, and stops the build until then."
        )


def _row(file: ProposedFile) -> tuple[str, str, str, str, str]:
    step = file.outcome.step
    actions, places = str(len(step.actions)), str(len(file.outcome.touches))
    first = f"{step.actions[0].verb} {step.actions[0].target}"
    return digits_of(step.number), step.title, actions, places, first
