"""The command `drift`: what becomes of the steps on another version of the upstream document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, AsJson, Generator, OneApi, ProjectFolder
from specmend.document.text.collector import collector_paused
from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import Api, find_project
from specmend.steps.step_name import digits_of

if TYPE_CHECKING:
    from specmend.document.text.document import Document
    from specmend.drift.verdicts import ActionVerdict
    from specmend.report.drift import DriftReport

_LETTERS: Final = {
    "applies": ".", "already-upstream": "A", "moved": "M", "conflict": "C", "gone": "G", "never-matched": "N",
    "blocked": "B",
}  # fmt: skip
_HEADINGS = ("step", "title", "verdict", "details")


def drift(
    api: OneApi,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar="SOURCE",
            help="The document to check against: a file, URL or git+URL. Default: the last "
            "fetched document, or else what the source has now. Repeat it for a "
            "comparison table.",
        ),
    ] = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print a page for a pull request.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check every step against a new upstream document.

    Writes nothing. Gives every action one verdict: applies, already-upstream, moved, conflict,
    gone, never-matched or blocked. Below, it lists what upstream changed that no step touches.
    The exit code is 1 if a person is needed.
    """
    from specmend.report.drift_markdown import drift_page

    (chosen,) = find_project(project).choose([api])
    reports = _reports(chosen, to or [], generator)
    if as_json:
        show.data(
            {
                "ok": not _needs_person(reports),
                "api": api,
                "documents": [_data(report) for report in reports],
            }
        )
    elif markdown:
        show.line(drift_page(api, reports).rstrip("\n"))
    elif len(reports) > 1:
        _tell_matrix(api, reports)
    else:
        _tell(api, reports[0])
    if _needs_person(reports):
        raise typer.Exit(1)


def _documents(api: Api, names: list[str]) -> tuple[Document, list[Document]]:
    """The document that the steps were recorded on, and those to judge them on.

    Where none is named, that is what the last fetch brought in, or else what a fetch would bring now.
    """
    from specmend.source.pin import read_upstream
    from specmend.source.store import read_base

    _, pinned = read_upstream(api)
    if names:
        return pinned, [_read(api, name) for name in names]
    kept = read_base(api)
    if kept is not None:
        return kept, [pinned]
    brought = _brought(api, None)
    if brought is None:
        advice = f"name it: specmend drift {api.name} --to FILE"
        raise RepositoryError(
            Problem(message="the pinned document is the one that the steps were recorded on: nothing has moved",
                    file=api.show(api.upstream), expected="another document", advice=advice)
        )  # fmt: skip
    return pinned, [brought]


def _read(api: Api, name: str) -> Document:
    from specmend.cli.files import read

    if "://" not in name:
        return read(Path(name))
    brought = _brought(api, name)
    if brought is None:
        raise RepositoryError(Problem(message=f"{name} is the pinned document: nothing has moved"))
    return brought


def _brought(api: Api, name: str | None) -> Document | None:
    """What a source has, unless it is the pinned document or there is no source; nothing is written."""
    from specmend.source.fetch import fetch, find_source, has_source

    if name is None and not has_source(api):
        return None
    found = fetch(api, find_source(api, name, Path.cwd()))
    return found.document if found.moved else None


def _reports(api: Api, names: list[str], generator: str | None) -> list[DriftReport]:
    from specmend.report.drift import drift_report
    from specmend.steps.active import active_steps
    from specmend.steps.read import read_steps

    old, documents = _documents(api, names)
    steps = read_steps(api.steps, api.show(api.steps))
    generator = generator or api.settings.generator
    with collector_paused(keep=True):
        return [drift_report(old, new, active_steps(steps, generator, old)) for new in documents]


def _needs_person(reports: list[DriftReport]) -> bool:
    return any(report.needs_person for report in reports)


def _tell(api: str, report: DriftReport) -> None:
    needed = sum(step.needs_person for step in report.steps)
    people = f"{needed} of them need a person" if needed else "none of them needs a person"
    show.good(api, f"{show.counted(len(report.steps), 'step')} on {report.document}, {people}")
    show.table(
        _HEADINGS, [row for step in report.steps for row in _rows(step.step.title, step.actions)]
    )
    if report.untouched:
        show.line()
        show.good(
            "upstream", f"{show.counted(len(report.untouched), 'change')} that no step touches"
        )
        for change in report.untouched:
            show.line(f"  {change.line}")


def _rows(title: str, actions: tuple[ActionVerdict, ...]) -> list[tuple[str, str, str, str]]:
    """A row for each action; the title stands in the first."""
    return [
        (digits_of(one.step) + (f".{one.index + 1}" if len(actions) > 1 else ""), "" if one.index else title,
         str(one.verdict), one.message)
        for one in actions
    ]  # fmt: skip


def _tell_matrix(api: str, reports: list[DriftReport]) -> None:
    """A row for each step; the documents are numbered and the verdicts are letters, so that many fit."""
    from specmend.report.drift_markdown import matrix_rows

    show.good(api, f"{show.counted(len(reports[0].steps), 'step')} on {len(reports)} documents")
    for number, report in enumerate(reports, 1):
        show.line(f"  {number}  {report.document}")
    show.line("  " + ", ".join(f"{letter} {verdict}" for verdict, letter in _LETTERS.items()))
    rows = [
        [*row[:2], *(_LETTERS[verdict] for verdict in row[2:-1]), row[-1]]
        for row in matrix_rows(reports)
    ]
    show.table(("step", "title", *map(str, range(1, len(reports) + 1)), "not needed on"), rows)


def _data(report: DriftReport) -> dict[str, Any]:
    from specmend.report.drift_data import report_data

    return report_data(report)
