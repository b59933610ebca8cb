"""The files that an update writes and removes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from specmend.settings.layout import ApiLayout
from specmend.source.store import upstream_files
from specmend.storage.read import is_there
from specmend.update.inputs import Incoming
from specmend.update.records import StepRebase, UpdatePlan


def update_files(
    api: ApiLayout, incoming: Incoming, plan: UpdatePlan, retired: Mapping[int, str]
) -> dict[str, bytes | None]:
    """The files that change, by their paths from the project; None is for a file that goes.

    `retired` says by the numbers of the retired steps where their files go.
    """
    changes: dict[str, bytes | None] = _document_files(api, incoming)
    for update in plan.steps:
        if not update.changed:
            continue
        changes[update.step.source.name] = update.file.encode() if update.file else None
        if update.retired:
            changes[retired[update.step.number]] = update.retired.encode()
    if is_there(api.base):
        changes[api.show(api.base)] = None
    return changes


def retired_names(api: ApiLayout, plan: UpdatePlan) -> dict[int, str]:
    """Where the files of the retired steps go, by the numbers of the steps."""
    return {
        update.step.number: _retired_name(api, update) for update in plan.steps if update.retired
    }


def _document_files(api: ApiLayout, incoming: Incoming) -> dict[str, bytes | None]:
    """The new upstream document with its pin, and the files of another format, which go."""
    if not incoming.pin:
        return {}
    files, removed = upstream_files(api, incoming.new, incoming.pin, incoming.original)
    changes: dict[str, bytes | None] = {api.show(path): data for path, data in files.items()}
    return changes | dict.fromkeys(map(api.show, removed))


def _retired_name(api: ApiLayout, update: StepRebase) -> str:
    """A path in the folder of retired steps; a name that is taken there gets a number."""
    name = PurePosixPath(update.step.source.name)
    path, count = api.retired / name.name, 2
    while is_there(path):
        path, count = api.retired / f"{name.stem}-{count}{name.suffix}", count + 1
    return api.show(path)
