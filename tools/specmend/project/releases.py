"""Other releases of an API's document, to which its series must apply too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from specmend.document.text.document import Document, read_document
from specmend.errors import Problem
from specmend.settings.layout import ApiLayout
from specmend.source.fetch import as_pinned
from specmend.steps.expectation import describe, meets
from specmend.steps.series import Series
from specmend.steps.step import ActionOutcome, Outcome
from specmend.storage.read import list_files, read_file

ENDINGS: Final = (".yaml", ".yml", ".json")
"""Those of the files that are releases."""


def release_documents(api: ApiLayout) -> tuple[Document, ...]:
    """The documents of spec/API/releases by name, each as it would be pinned.

    Raises RepositoryError for an unreadable one, and OutsideError for one that lacks files.
    """
    files = list_files(api.releases, api.show(api.releases))
    return tuple(_release(api, path) for path in files if path.suffix in ENDINGS)


def release_problems(series: Series, document: Document) -> list[Problem]:
    """Every problem that the steps have on another document than that of the series.

    What an action found at its one place must be there too. A rule over many places may find other
    ones.
    """
    problems: list[Problem] = []
    for outcome in series.on(document).apply(enforce=False).outcomes:
        problems += [*outcome.problems, *_unmet(outcome)]
    return [
        replace(problem, message=f"on {document.name}: {problem.message}") for problem in problems
    ]


def retired_count(api: ApiLayout) -> int:
    """How many steps of an API are retired."""
    return len(list_files(api.retired, api.show(api.retired)))


def _release(api: ApiLayout, path: Path) -> Document:
    document = read_document(read_file(path, api.show(path)), api.show(path))
    return as_pinned(api, document, path)


def _unmet(outcome: Outcome) -> Iterator[Problem]:
    for result in outcome.actions:
        if result.problem or result.note or not _differs(result):
            continue
        expected = result.action.expect
        yield outcome.step.problem(
            ("actions", result.action.index, "x-expect"),
            "the document is not what this action was written for",
            found=describe(result.found),
            expected=describe(expected) if expected else "",
            advice="limit the step with x-applies-to, and add a step for the other versions",
        )


def _differs(result: ActionOutcome) -> bool:
    expected = result.action.expect
    return expected is not None and expected.matches == 1 and not meets(result.found, expected)
