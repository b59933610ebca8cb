"""Proposed steps as files: tried on the document in order, with what each action found there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from specmend.document.text.document import Document, parse_document
from specmend.errors import Problem, RepositoryError
from specmend.steps.apply import apply_steps
from specmend.steps.check_shape import GAP
from specmend.steps.expectation import as_data
from specmend.steps.positional import explained
from specmend.steps.proposal import Proposal
from specmend.steps.read import read_step
from specmend.steps.step import Outcome
from specmend.steps.step_name import name_of
from specmend.steps.write import write_step


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedFile:
    """The file of a proposed step, its text, and what the step does to the document.

    Without `has_reason`, its `x-reason` is a gap that a person fills.
    """

    name: str
    text: str
    outcome: Outcome
    has_reason: bool


def write_proposals(
    proposals: Iterable[Proposal],
    document: Document,
    number: int,
    folder: str,
    *,
    reserialize: bool = False,
) -> tuple[tuple[ProposedFile, ...], Document]:
    """The files of the proposals, numbered from `number`, and the document after all of them.

    A reason that nobody gave yet is a marked gap. Raises RepositoryError with every problem of the
    first step that cannot be made.
    """
    files: list[ProposedFile] = []
    for given in proposals:
        proposal = replace(given, actions=tuple(explained(fields) for fields in given.actions))
        name = name_of(number, proposal.title)
        step = read_step(_draft(proposal, f"{folder}/{name}"), number)
        applied = apply_steps(document, [step], enforce=False, reserialize=reserialize)
        if applied.problems:
            raise RepositoryError(*(_named(problem, proposal) for problem in applied.problems))
        outcome = applied.outcomes[0]
        actions = [
            {**fields, "x-expect": as_data(result.found)}
            for fields, result in zip(proposal.actions, outcome.actions, strict=True)
        ]
        text = write_step({"title": proposal.title, "x-reason": proposal.reason or GAP}, actions)
        files.append(
            ProposedFile(name=name, text=text, outcome=outcome, has_reason=bool(proposal.reason))
        )
        document, number = applied.document, number + 1
    return tuple(files), document


def _draft(proposal: Proposal, name: str) -> Document:
    """The step with words in the place of its reason, so that it can be read and tried."""
    return parse_document(
        write_step({"title": proposal.title, "x-reason": "It is tried."}, proposal.actions), name
    )


def _named(problem: Problem, proposal: Proposal) -> Problem:
    """The file of a proposal is not there to be looked at: its title says which one it is."""
    return Problem(
        message=f"the step “{proposal.title}” cannot be made: {problem.message}",
        found=problem.found,
        expected=problem.expected,
        advice=problem.advice,
    )
