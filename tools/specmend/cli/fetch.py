"""The command `fetch`: the upstream document as its source has it now, with its pin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, Apis, AsJson, ProjectFolder
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.settings.layout import Api, find_project
from specmend.storage.read import list_files

if TYPE_CHECKING:
    from specmend.source.fetch import Fetched
    from specmend.source.pin import Pin

From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="SOURCE",
        help="Where the document is: https://…, a file, or git+https://…@REVISION:PATH.",
        show_default="`source` in the settings, or the address in the pin",
    ),
]  # fmt: skip
Check = Annotated[
    bool,
    typer.Option(
        "--check", help="Write nothing. The exit code is 1 if the document moved, and 0 if not."
    ),
]
_SHOWN_DIGITS = 12


def fetch(
    apis: Apis = None,
    source: From = None,
    check: Check = False,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """Fetch the upstream documents and pin them.

    Refuses anything that is not an OpenAPI document. Document and pin are written together. If
    one API fails, nothing is written for any. If you name no API, those no source are
    skipped.
    """
    chosen = find_project(project).choose(apis)
    if source is not None and len(chosen) > 1:
        raise RepositoryError(
            Problem(
                message="--from is for one API",
                found=", ".join(api.name for api in chosen),
                expected="one name",
            )
        )
    alone = _without_source(chosen) if not apis and source is None else []
    found = _fetch_all([api for api in chosen if api not in alone], source, quiet=as_json)
    reports = [
        _report(api, one, [] if check else _write(api, one), check=check) for api, one in found
    ]
    reports += [{"api": api.name, "status": "no source"} for api in alone]
    if as_json:
        show.data({"ok": True, "apis": reports})
    for report in [] if as_json else reports:
        _tell(report, check=check)
    if check and any(report["status"] == "moved" for report in reports):
        raise typer.Exit(1)


def _without_source(apis: list[Api]) -> list[Api]:
    from specmend.source.fetch import has_source

    return [api for api in apis if not has_source(api)]


def _fetch_all(apis: list[Api], source: str | None, *, quiet: bool) -> list[tuple[Api, Fetched]]:
    """What each source has; raises with every problem of every one."""
    from specmend.source.fetch import fetch, find_source

    found: list[tuple[Api, Fetched]] = []
    faults: list[Problem] = []
    outside: list[Problem] = []
    for api in apis:
        try:
            address = find_source(api, source, Path.cwd())
            with show.progress(quiet=quiet).step(api.name, f"fetching {address.origin}"):
                found.append((api, fetch(api, address)))
        except OutsideError as error:
            outside += error.problems
        except RepositoryError as error:
            faults += error.problems
    if outside:
        raise OutsideError(*outside, *faults)
    if faults:
        raise RepositoryError(*faults)
    return found


def _write(api: Api, fetched: Fetched) -> list[str]:
    """Write what is due, and give the files that were written and those that went."""
    if fetched.document is None or not fetched.due:
        return []
    from specmend.source.store import keep_base, store

    if fetched.moved and list_files(api.steps, api.show(api.steps)):
        keep_base(api)
    gone = store(api, fetched.document, fetched.new)
    wrote = [f"wrote {api.show(path)}" for path in (api.upstream, api.pin)]
    return [*wrote, *(f"removed {api.show(path)}" for path in gone)]


def _report(api: Api, fetched: Fetched, files: list[str], *, check: bool) -> dict[str, Any]:
    from specmend.source.recognize import title_of

    moved = fetched.moved
    steps = len(list_files(api.steps, api.show(api.steps)))
    following = []
    if moved and check:
        following = [f"specmend fetch {api.name}"]
    elif moved:
        following = (
            [f"specmend drift {api.name}", f"specmend update {api.name}"]
            if steps
            else ["specmend build"]
        )
    return {
        "api": api.name,
        "status": "moved" if moved else "unchanged",
        "origin": fetched.new.origin,
        "redirects": list(fetched.hops),
        "old": _pinned(fetched.old),
        "new": _pinned(fetched.new),
        "title": title_of(fetched.document) if fetched.document else "",
        "torn": fetched.torn,
        "files": files,
        "next": following,
    }


def _pinned(pin: Pin | None) -> dict[str, str] | None:
    return {"sha256": pin.sha256, "date": pin.date.isoformat()} if pin else None


def _tell(report: dict[str, Any], *, check: bool) -> None:
    name = report["api"]
    if "origin" not in report:
        show.good(name, "has no source, left alone")
        return
    for hop in report["redirects"]:
        show.good(name, f"redirected to {hop}")
    if report["status"] == "moved":
        title = f" ({report['title']})" if report["title"] else ""
        show.good(name, f"moved: {_words(report['old'])} → {_words(report['new'])}{title}")
    else:
        show.good(name, f"unchanged: {_words(report['old'])}")
        if check and report["torn"]:
            show.warn(
                f"{name}: the document here is not the one that is pinned; specmend fetch {name} puts it right"
            )
    for words in report["files"]:
        show.good(name, words)
    if check and report["status"] == "moved":
        show.good(name, "nothing was written")
    if report["next"]:
        show.good(name, f"next: {', then '.join(report['next'])}")


def _words(pinned: dict[str, str] | None) -> str:
    return f"{pinned['sha256'][:_SHOWN_DIGITS]} of {pinned['date']}" if pinned else "nothing pinned"
