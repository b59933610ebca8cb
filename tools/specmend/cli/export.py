"""The command `export`: the series as one plain Overlay document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, Generator, OneApi, ProjectFolder
from specmend.errors import NotExpressible, Problem, RepositoryError
from specmend.settings.layout import find_project

if TYPE_CHECKING:
    from specmend.project.pipeline import Sanitized

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write the overlay here.",
        show_default="the standard output",
    ),
]


def export(
    api: OneApi, output: Output = None, project: ProjectFolder = HERE, generator: Generator = None
) -> None:
    """Write the whole series as one plain Overlay 1.1 file.

    The file has no fields of specmend's own. Any Overlay tool makes the same document from it,
    apart from the order of keys.
    """
    from specmend.project.pipeline import sanitize
    from specmend.storage.write import write_file

    sanitized = sanitize(find_project(project).choose([api])[0], generator)
    text = _overlay(sanitized)
    if output is None:
        show.line(text.rstrip("\n"))
        return
    write_file(output, text.encode())
    show.good(api, f"wrote {sanitized.api.show(output)}")


def _overlay(sanitized: Sanitized) -> str:
    """The text of the overlay, tried on the upstream document before it is given away."""
    from specmend.document.tree.values import same
    from specmend.steps.exchange.export import export_overlay, replay, write_overlay

    steps = [outcome.step for outcome in sanitized.applied.outcomes]
    if not steps:
        raise RepositoryError(Problem(message=f"{sanitized.api.name} has no steps to export"))
    upstream = sanitized.upstream.tree
    try:
        overlay = export_overlay(f"What specmend changes in {sanitized.api.name}", upstream, steps)
    except NotExpressible as error:
        raise RepositoryError(
            Problem(message=f"Overlay cannot say what these steps do: {error}")
        ) from error
    if not same(replay(upstream, overlay), sanitized.applied.document.tree):
        raise RuntimeError("the exported overlay does not give what the steps give")
    return write_overlay(overlay)
