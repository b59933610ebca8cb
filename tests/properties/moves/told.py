"""The law of changes: whatever upstream changed beside the faults is listed, whatever steps do."""

from __future__ import annotations

from tests.properties.moves.nodes import where
from tests.properties.moves.recorded import as_document, recorded
from tests.properties.moves.world import World

from specmend.diff.api_change import ApiChange
from specmend.diff.api_changes import api_changes
from specmend.report.drift import drift_report


def hidden(world: World) -> list[ApiChange]:
    """The changes that a report does not list because of steps that are not about them."""
    old, new = as_document(world.old), as_document(world.tree)
    report = drift_report(old, new, recorded(world))
    listed = {change.line for change in report.untouched}
    return [
        change
        for change in api_changes(old.tree, new.tree)
        if change.line not in listed and not _belongs(world, change)
    ]


def _belongs(world: World, change: ApiChange) -> bool:
    """Whether a change is of something that a step sets, removes or renames as a whole."""
    for site in world.sites:
        holder = where(world.tree, site.holder)
        if holder is None or not isinstance(site.key, str) or isinstance(site.holder, list):
            continue
        place = (*holder, site.key)
        if change.address[: len(place)] == place:
            return True
    return False
