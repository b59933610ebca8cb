"""The command `status`: how each API of the project stands, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Annotated, Any, Final

import typer

from specmend.cli import console
from specmend.cli.options import HERE, Apis, AsJson, ProjectFolder
from specmend.project.repository import Project
from specmend.project.stale import Stale, StaleKind
from specmend.project.status import ApiStatus, UpstreamState

Fetch = Annotated[bool, typer.Option("--fetch", help="Ask each source whether its document moved.")]
_HEADINGS: Final = ("api", "document", "steps", "upstream", "output", "release")
_MOST: Final = 100
"""Characters of a line where there is no terminal."""
_UPSTREAM: Final = {
    UpstreamState.NOT_ASKED: "not asked",
    UpstreamState.UNCHANGED: "not moved",
    UpstreamState.MOVED: "moved",
    UpstreamState.NO_SOURCE: "no source",
    UpstreamState.FAILED: "no answer",
}


def status(
    apis: Apis = None,
    fetch: Fetch = False,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """Show how each API stands.

    Prints one line for each: document, steps, upstream, output and last release.
    Reads what is here and asks nobody. With --fetch, each source is asked whether its document
    moved, and the steps are compared with the new one; nothing is written. The last release is
    the git tag API-vVERSION with the highest version.
    """
    found = Project.find(project)
    statuses = found.status(apis or None, fetch=fetch, progress=console.progress(quiet=as_json))
    problems = [problem for one in statuses for problem in one.problems]
    failures = [problem for one in statuses for problem in one.failures]
    if as_json:
        data = [_data(one) for one in statuses]
        console.data({"ok": not problems and not failures, "apis": data})
    else:
        console.table(_HEADINGS, map(_row, statuses), whole=(0,), most=_MOST)
        console.problems([*problems, *failures])
    if problems or failures:
        raise typer.Exit(1 if problems else 2)


def _row(one: ApiStatus) -> tuple[str, str, str, str, str, str]:
    release = f"{one.release.version} of {one.release.day}" if one.release else "none"
    output = "; ".join([*_unread(one), *map(_stale, one.stale)]) or "up to date"
    document = f"{one.version} of {one.pin.date}" if one.pin else "not pinned"
    return one.api.name, document.strip(), _steps(one), _upstream(one), output, release


def _unread(one: ApiStatus) -> list[str]:
    """Where the errors are, which stand below the table."""
    return [f"{console.counted(len(one.problems), 'error')} below"] if one.problems else []


def _steps(one: ApiStatus) -> str:
    parts = [str(one.steps)]
    if one.waiting:
        parts.append(f"{len(one.waiting)} for a person")
    if one.not_needed:
        parts.append(f"{len(one.not_needed)} not needed")
    if one.is_interrupted:
        parts.append("update interrupted")
    return ", ".join(parts)


def _upstream(one: ApiStatus) -> str:
    if one.upstream is UpstreamState.MOVED and one.newer and one.newer.version != one.version:
        return f"moved to {one.newer.version}"
    return _UPSTREAM[one.upstream]


def _stale(reason: Stale) -> str:
    """Why an output is not up to date, in a few words."""
    words = "".join(_words(reason))
    return f"{reason.generator}: {words}" if reason.generator else words


def _words(reason: Stale) -> Iterator[str]:
    match reason.kind:
        case StaleKind.NOT_BUILT:
            yield "not built"
        case StaleKind.SETTINGS:
            yield "settings or specmend changed"
        case StaleKind.TOOLS:
            yield f"made by {', '.join(reason.names)}"
        case StaleKind.INPUTS:
            yield f"{' and '.join(dict.fromkeys(map(_kind_of_input, reason.names)))} changed"
        case StaleKind.FILES:
            yield f"{console.counted(len(reason.names), 'file')} not as built"


def _kind_of_input(name: str) -> str:
    parts = PurePosixPath(name).parts
    if parts[0] == "spec":
        return "document"
    return "modules" if parts[2:3] == ("client",) else "steps"


def _data(one: ApiStatus) -> dict[str, Any]:
    pin, newer, release = one.pin, one.newer, one.release
    document = {"version": one.version}
    if pin:
        document |= {"date": pin.date.isoformat(), "sha256": pin.sha256, "origin": pin.origin}
    return {
        "api": one.api.name,
        "document": document,
        "steps": {
            "number": one.steps,
            "retired": one.retired,
            "waiting": list(one.waiting),
            "not_needed": list(one.not_needed),
            "update_interrupted": one.is_interrupted,
        },
        "upstream": str(one.upstream),
        "newer": {"name": newer.document.name, "version": newer.version} if newer else None,
        "stale": [_stale_data(reason) for reason in one.stale],
        "generators": [output.generator for output in one.api.outputs],
        "release": {"version": release.version, "tag": release.tag, "date": release.day}
        if release
        else None,
        "problems": _problem_data(one.problems) + _problem_data(one.failures),
    }


def _stale_data(reason: Stale) -> dict[str, Any]:
    return {
        "kind": str(reason.kind),
        "generator": reason.generator,
        "names": list(reason.names),
    }


def _problem_data(problems: Sequence[Any]) -> list[dict[str, Any]]:
    return [console.problem_data(problem) for problem in problems]
