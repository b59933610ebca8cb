"""The command `list`: the APIs of the project, or those that a change touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.options import HERE, AsJson, ProjectFolder
from specmend.project.api import Api
from specmend.project.changed_since import ChangedApis, TouchedApi
from specmend.project.repository import Project

ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="List only the APIs that changed since this revision of git; REV... means since its"
        " merge base with HEAD.",
    ),
]
Groups = Annotated[
    int,
    typer.Option(
        "--groups",
        metavar="N",
        min=1,
        help="In the JSON, put the APIs into at most N groups, one for each job of a CI.",
    ),
]
_MOST_GROUPS = 256
"""As many jobs as a matrix of GitHub Actions may have."""
_SHOWN_FILES = 2
_MOST_FILES = 10
"""Files of an API in the JSON: what a job passes on may have a megabyte for all of them."""


def list_apis(
    changed_since: ChangedSince = None,
    groups: Groups = _MOST_GROUPS,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """List the APIs, or those that a change touches.

    With --changed-since, these are only the APIs that something changed for: their documents,
    steps, hand-written modules, settings or output, or the tools that make it. Commits count, and
    so do changes that are not committed. The JSON is one line, and drives the matrix of a CI.
    """
    found = Project.find(project)
    apis = found.choose(unfinished=True)
    changes = None if changed_since is None else found.changed_since(changed_since)
    if as_json:
        console.data(_data(apis, changes, groups), on_one_line=True)
    elif changes is None:
        _print([(api.name, _sentence(api)) for api in apis])
    else:
        _print_changes(changes, changed_since or "")


def _data(apis: Sequence[Api], changes: ChangedApis | None, groups: int) -> dict[str, Any]:
    if changes is None:
        listed = [_api_data(api) for api in apis]
        return {"ok": True, "apis": listed, "groups": _grouped(listed, groups)}
    by_name = {api.name: api for api in apis}
    listed = [
        {**_api_data(by_name[change.api.name]), "changed": _change_data(change)}
        for change in changes.apis
    ]
    return {
        "ok": True,
        "apis": listed,
        "groups": _grouped(listed, groups),
        "removed": list(changes.removed),
        "commit": changes.commit,
    }


def _api_data(api: Api) -> dict[str, Any]:
    return {
        "api": api.name,
        "package": api.settings.package,
        "version": api.settings.version,
        "generators": [output.generator for output in api.outputs],
        "inputs": api.inputs_digest(),
    }


def _change_data(change: TouchedApi) -> dict[str, Any]:
    return {
        "new": change.is_new,
        "settings": change.settings_changed,
        "tools": list(change.tools),
        "files": list(change.files[:_MOST_FILES]),
        "more_files": max(0, len(change.files) - _MOST_FILES),
    }


def _grouped(listed: Sequence[dict[str, Any]], groups: int) -> list[str]:
    """The names of the APIs of each group, with spaces between them."""
    names = [one["api"] for one in listed]
    return [" ".join(names[first::groups]) for first in range(min(groups, len(names)))]


def _print(lines: Sequence[tuple[str, str]]) -> None:
    width = max((len(name) for name, _ in lines), default=0)
    for name, text in lines:
        # A name of a file may hold line breaks, and must begin no line of its own.
        console.good(name.ljust(width), console.shown(text or "no output"))


def _print_changes(changes: ChangedApis, revision: str) -> None:
    lines = [(change.api.name, "; ".join(_reasons(change))) for change in changes.apis]
    lines += [(name, "removed") for name in changes.removed]
    if lines:
        _print(lines)
    else:
        console.line(f"nothing changed since {revision} for any API")


def _sentence(api: Api) -> str:
    package = f"package {api.settings.package} {api.settings.version}"
    parts = [package] if api.settings.package else []
    return ", ".join([*parts, *api.settings.generators])


def _reasons(change: TouchedApi) -> Iterator[str]:
    """Why an API is listed, in words."""
    if change.is_new:
        yield "new"
    if change.settings_changed:
        yield "settings"
    if change.tools:
        yield f"tools: {', '.join(change.tools)}"
    if change.files:
        more = len(change.files) - _SHOWN_FILES
        ending = f", and {more} more" if more > 0 else ""
        yield f"{', '.join(change.files[:_SHOWN_FILES])}{ending}"
