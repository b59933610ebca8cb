"""What `diff --package` does: it prints what changed between two packages, in any format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer

from specmend.cli import console
from specmend.diff.change import Level, is_at_least
from specmend.errors import Problem, UsageError
from specmend.project.repository import Project
from specmend.project.surface import PackageDiff, diff_package_of, diff_packages
from specmend.report.changes_data import changes_data
from specmend.report.package_pages import package_html, package_markdown
from specmend.report.package_words import further, verdict
from specmend.surface.change import SurfaceChange

_BREAKS = {"run-time": "at run time", "types": "for type checkers", "": ""}


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """How a comparison is printed: as one of these, or as text."""

    json: bool = False
    markdown: bool = False
    html: bool = False


def package_diff(
    names: list[str],
    base: str | None,
    project: Path,
    level: Level,
    fail_on: Level | None,
    form: Form,
) -> None:
    """Compare two packages, or that of an API with the one of a revision, and print it."""
    found = _of_names(names, base, project)
    is_bad = fail_on is not None and any(is_at_least(one.level, fail_on) for one in found.changes)
    shown = [one for one in found.changes if is_at_least(one.level, level)]
    if form.json:
        console.data(changes_data(found.old, found.new, shown, ok=not is_bad))
    elif form.markdown or form.html:
        page = package_markdown if form.markdown else package_html
        console.line(page(_title(found), shown).rstrip("\n"))
    else:
        _print(found, shown)
    if is_bad:
        raise typer.Exit(1)


def _of_names(names: list[str], base: str | None, project: Path) -> PackageDiff:
    if len(names) == 1 and base is not None:
        return diff_package_of(Project.find(project).api(names[0]), base)
    if len(names) == 2 and base is None:  # noqa: PLR2004 - an old one and a new one
        return diff_packages(*names)
    raise UsageError(
        Problem(
            message="diff --package takes two packages, or one API and --base",
            found=" ".join(names),
            expected="OLD NEW, or API --base REV",
        )
    )


def _title(found: PackageDiff) -> str:
    return f"{found.old} → {found.new}"


def _print(found: PackageDiff, shown: list[SurfaceChange]) -> None:
    """A line for each change, and below it what to write and what else it reaches."""
    console.good(_title(found), verdict(found.changes))
    for one in shown:
        breaks = f" {_BREAKS[one.breaks]}" if one.breaks else ""
        console.line(console.shown(f"{one.level}{breaks}: {one.words} [{one.id}]"))
        if one.instead:
            console.line(console.shown(f"  {one.instead}"))
        if one.affects:
            console.line(console.shown(f"  also: {further(one).replace('`', '')}"))
