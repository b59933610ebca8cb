"""Further documents of an API, on which its series is checked: other releases of the vendor's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from specmend.document.text.document import Document, read_document
from specmend.errors import Problem
from specmend.settings.layout import Api
from specmend.steps.active import active_steps
from specmend.steps.apply import apply_steps
from specmend.steps.expectation import describe, meets
from specmend.steps.read import read_steps
from specmend.steps.step import ActionOutcome, Outcome, Step
from specmend.storage.read import list_files, read_file

_ENDINGS = (".yaml", ".yml", ".json")


def release_documents(api: Api) -> tuple[Document, ...]:
    """The documents of spec/API/releases, by their names; raises RepositoryError for one that cannot be read."""
    files = [
        path for path in list_files(api.releases, api.show(api.releases)) if path.suffix in _ENDINGS
    ]
    return tuple(read_document(read_file(path, api.show(path)), api.show(path)) for path in files)


def release_problems(api: Api, generator: str | None) -> tuple[int, list[Problem]]:
    """How many further documents an API has, and what its steps meet on them."""
    documents = release_documents(api)
    steps = read_steps(api.steps, api.show(api.steps)) if documents else ()
    name, reserialized = generator or api.settings.generator, api.settings.reserialize
    return len(documents), [
        p for d in documents for p in problems_on_release(d, steps, name, reserialize=reserialized)
    ]


def retired_count(api: Api) -> int:
    """How many steps of an API are retired."""
    return len(list_files(api.retired, api.show(api.retired)))


def problems_on_release(
    document: Document, steps: Iterable[Step], generator: str, *, reserialize: bool = False
) -> list[Problem]:
    """Every problem of the steps that hold for a document other than the one they were recorded on.

    What an action found at its one place must be there too; a rule over many places may find others.
    """
    applied = apply_steps(
        document, active_steps(steps, generator, document), enforce=False, reserialize=reserialize
    )
    found = [
        problem
        for outcome in applied.outcomes
        for problem in (*outcome.problems, *_unlike(outcome))
    ]
    return [replace(problem, message=f"on {document.name}: {problem.message}") for problem in found]


def _unlike(outcome: Outcome) -> Iterator[Problem]:
    for result in outcome.actions:
        if not result.problem and not result.note and _differs(result):
            expected = result.action.expect
            yield outcome.step.problem(
                ("actions", result.action.index, "x-expect"), "the document is not what this action was written for",
                found=describe(result.found), expected=describe(expected) if expected else "",
                advice="limit the step with x-applies-to, and add a step for the other versions",
            )  # fmt: skip


def _differs(result: ActionOutcome) -> bool:
    expected = result.action.expect
    return expected is not None and expected.matches == 1 and not meets(result.found, expected)
