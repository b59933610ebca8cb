"""The files that an update writes and takes away."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from specmend.settings.layout import Api
from specmend.source.store import upstream_files
from specmend.storage.read import is_there

if TYPE_CHECKING:
    from specmend.update.inputs import Incoming
    from specmend.update.records import StepRebase, UpdatePlan


def update_files(
    api: Api, came: Incoming, plan: UpdatePlan, retired: Mapping[int, str]
) -> dict[str, bytes | None]:
    """The files of an update by their path from the project, None for those that go; those that stay are left out.

    `retired` says where the retired ones go.
    """
    made: dict[str, bytes | None] = {}
    if came.pin:
        files, gone = upstream_files(api, came.new, came.pin)
        made |= {api.show(path): data for path, data in files.items()} | {
            api.show(path): None for path in gone
        }
    for update in plan.steps:
        if not update.changed:
            continue
        made[update.step.source.name] = update.file.encode() if update.file else None
        if update.retired:
            made[retired[update.step.number]] = update.retired.encode()
    if is_there(api.base):
        made[api.show(api.base)] = None
    return made


def retired_names(api: Api, plan: UpdatePlan) -> dict[int, str]:
    """Where the files of the retired steps go, by the numbers of these."""
    return {
        update.step.number: _retired_name(api, update) for update in plan.steps if update.retired
    }


def _retired_name(api: Api, update: StepRebase) -> str:
    """A name that is taken gets a number."""
    name = PurePosixPath(update.step.source.name)
    path, again = api.retired / name.name, 2
    while is_there(path):
        path, again = api.retired / f"{name.stem}-{again}{name.suffix}", again + 1
    return api.show(path)
