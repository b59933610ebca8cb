"""Sanitized documents written, and the steps of an API applied to other documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from specmend.document.text.document import Document
from specmend.errors import Problem, ProblemList, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.project.cache import remember, written_before
from specmend.project.differences import sanitized_edit
from specmend.project.pipeline import Sanitized, sanitize
from specmend.settings.layout import ApiLayout
from specmend.steps.apply import Applied
from specmend.steps.series import read_series
from specmend.storage.write import write_file


def apply_apis(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    overwrite: bool = False,
    progress: Progress = SILENT,
) -> tuple[Sanitized, ...]:
    """Apply the steps of each API and write its sanitized document.

    Raises RepositoryError with every problem of every API, and then nothing is written. A document
    that a person edited is a problem too, unless `overwrite` is given.
    """
    results = sanitize_apis(apis, generator, overwrite=overwrite, progress=progress)
    for sanitized in results:
        write_file(sanitized.api.sanitized, sanitized.applied.document.encode())
        remember(sanitized.api)
    return results


def sanitize_apis(
    apis: Sequence[ApiLayout],
    generator: str | None = None,
    *,
    overwrite: bool = True,
    progress: Progress = SILENT,
) -> tuple[Sanitized, ...]:
    """Apply the steps of each API, and write nothing; raises as `apply_apis` does."""
    results: list[Sanitized] = []
    faults = ProblemList()
    for api in apis:
        with faults.collect():
            results.append(sanitize(api, generator, progress=progress))
            if not overwrite:
                faults.add(*_hand_edits(results[-1]))
    faults.raise_all()
    return tuple(results)


def apply_to(
    api: ApiLayout,
    document: Document,
    generator: str | None = None,
    *,
    partial: bool = False,
    reserialize: bool = False,
) -> Applied:
    """Apply the steps of an API to another document than the pinned one; nothing is written.

    Recorded expectations do not count there. Raises RepositoryError with every problem of every
    step, unless `partial` is given: then the steps that apply are made, and the result has the
    problems of the others.
    """
    series = read_series(api, generator).on(document)
    if reserialize:
        series = replace(series, reserialize=True)
    applied = series.apply(enforce=False)
    if applied.problems and not partial:
        raise RepositoryError(*applied.problems)
    return applied


def _hand_edits(sanitized: Sanitized) -> list[Problem]:
    data = sanitized.applied.document.encode()
    return sanitized_edit(sanitized.api, data, written_before(sanitized.api))
