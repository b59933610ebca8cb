"""The command `export`: the series as one plain Overlay document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from specmend.cli import console
from specmend.cli.options import HERE, Generator, OneApi, ProjectFolder
from specmend.project.repository import Project
from specmend.storage.write import write_file

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
    chosen = Project.find(project).api(api, generator)
    overlay = chosen.export(generator)
    if output is None:
        console.line(overlay.rstrip("\n"))
        return
    write_file(output, overlay.encode())
    console.good(api, f"wrote {chosen.show(output)}")
