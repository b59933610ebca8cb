"""The command `fetch`: the upstream document as its source has it now, with its pin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.made_of import made_of
from specmend.cli.options import HERE, Apis, AsJson, ProjectFolder
from specmend.errors import Problem, UsageError
from specmend.project.api import Api
from specmend.project.fetch import FetchReport, fetch_apis
from specmend.project.repository import Project
from specmend.source.fetch import has_source
from specmend.source.pin import Pin
from specmend.source.recognize import title_of
from specmend.source.source_changes import SourceChanges

From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SOURCE",
        help="Where the document is: https://…, a file, or git+https://…@REVISION:PATH.",
        show_default="`source` in the settings, or the address in the pin",
    ),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check", help="Write nothing. The exit code is 1 if the document moved, and 0 if not."
    ),
]
_SHOWN_DIGITS = 12
_SHOWN_SOURCES = 5


def fetch(
    apis: Apis = None,
    source: From = None,
    check: Check = False,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """Fetch the upstream documents and pin them.

    Refuses anything that is not an OpenAPI document. A document of many files becomes one, and a
    change in any of them counts. Document and pin are written together. If
    one API fails, nothing is written for any. If you name no API, those without a
    source are skipped.
    """
    chosen = Project.find(project).choose(apis or None)
    if source is not None and len(chosen) > 1:
        names = ", ".join(api.name for api in chosen)
        message = "--from is for one API"
        raise UsageError(Problem(message=message, found=names, expected="one name"))
    skipped = [] if apis or source is not None else [api for api in chosen if not has_source(api)]
    reports = fetch_apis(
        [api for api in chosen if api not in skipped],
        source,
        write=not check,
        progress=console.progress(quiet=as_json),
    )
    if as_json:
        _print_data(reports, skipped, check=check)
    else:
        _print(reports, skipped, check=check)
    if check and any(report.moved for report in reports):
        raise typer.Exit(1)


def _print_data(reports: Sequence[FetchReport], skipped: Sequence[Api], *, check: bool) -> None:
    apis = [_data(report, check=check) for report in reports]
    apis += [{"api": api.name, "status": "no source"} for api in skipped]
    console.data({"ok": True, "apis": apis})


def _print(reports: Sequence[FetchReport], skipped: Sequence[Api], *, check: bool) -> None:
    for report in reports:
        _print_report(report, check=check)
    for api in skipped:
        console.good(api.name, "no source, skipped")


def _data(report: FetchReport, *, check: bool) -> dict[str, Any]:
    fetched = report.fetched
    return {
        "api": report.api.name,
        "status": "moved" if report.moved else "unchanged",
        "origin": fetched.new.origin,
        "redirects": list(fetched.hops),
        "old": _pin_data(fetched.old),
        "new": _pin_data(fetched.new),
        "title": title_of(fetched.document) if fetched.document else "",
        "torn": fetched.torn,
        "made_by": list(fetched.new.made_by),
        "sources": asdict(fetched.changed_sources),
        "remarks": [console.problem_data(problem) for problem in fetched.remarks],
        "files": _files(report),
        "next": _next(report, check=check),
    }


def _pin_data(pin: Pin | None) -> dict[str, str] | None:
    return {"sha256": pin.sha256, "date": pin.date.isoformat()} if pin else None


def _print_report(report: FetchReport, *, check: bool) -> None:
    name, fetched = report.api.name, report.fetched
    for hop in fetched.hops:
        console.good(name, f"redirected to {hop}")
    console.good(name, _status(report))
    if report.moved and fetched.new.made_by:
        console.good(name, made_of(fetched.new))
    for text in _source_lines(fetched.changed_sources):
        console.good(name, text)
    console.warn_of(fetched.remarks)
    if check and fetched.torn and not report.moved:
        console.warn(
            f"{name}: the document here is not the pinned one; specmend fetch {name} repairs that"
        )
    for text in _files(report):
        console.good(name, text)
    if check and report.moved:
        console.good(name, "nothing was written")
    commands = _next(report, check=check)
    if commands:
        console.good(name, f"next: {', then '.join(commands)}")


def _source_lines(changes: SourceChanges) -> Iterator[str]:
    """What became of the files that a document is made of, the first few of each kind by name."""
    kinds = {"changed": changes.changed, "new": changes.added, "gone": changes.removed}
    for kind, paths in kinds.items():
        if paths:
            more = len(paths) - _SHOWN_SOURCES
            ending = f", and {more} more" if more > 0 else ""
            yield f"{kind}: {', '.join(paths[:_SHOWN_SOURCES])}{ending}"


def _status(report: FetchReport) -> str:
    fetched = report.fetched
    if not report.moved:
        return f"unchanged: {_pinned(fetched.old)}"
    if fetched.is_same_document:
        return f"moved: its files changed, and make the same document: {_pinned(fetched.old)}"
    title = title_of(fetched.document) if fetched.document else ""
    ending = f" ({title})" if title else ""
    return f"moved: {_pinned(fetched.old)} → {_pinned(fetched.new)}{ending}"


def _pinned(pin: Pin | None) -> str:
    if pin is None:
        return "nothing pinned"
    return f"{pin.sha256[:_SHOWN_DIGITS]} of {pin.date.isoformat()}"


def _files(report: FetchReport) -> list[str]:
    api = report.api
    wrote = [f"wrote {api.show(path)}" for path in report.wrote]
    return wrote + [f"removed {api.show(path)}" for path in report.removed]


def _next(report: FetchReport, *, check: bool) -> list[str]:
    """The commands to run next."""
    name = report.api.name
    if not report.moved:
        return []
    if check:
        return [f"specmend fetch {name}"]
    if report.has_steps and not report.fetched.is_same_document:
        return [f"specmend drift {name}", f"specmend update {name}"]
    return ["specmend build"]
