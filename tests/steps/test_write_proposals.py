"""Proposed steps as files: expectations taken, reasons left as gaps that reading refuses."""

from __future__ import annotations

import pytest
from tests.steps.series import make_document

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.steps.apply import apply_steps
from specmend.steps.proposal import Proposal
from specmend.steps.read import read_step
from specmend.steps.write_proposals import write_proposals

DOCUMENT = "a: 1 # one\nb: [x]\n"
PROPOSALS = (
    Proposal(title="Set a", actions=({"target": "$.a", "update": 2},)),
    Proposal(
        title="Give b more",
        actions=({"target": "$.b", "update": "p"}, {"target": "$.b", "update": "q"}),
        reason="r",
    ),
)
FIRST = """\
overlay: 1.1.0
info:
  title: Set a
  version: 1.0.0
  x-reason: TODO
actions:
  - target: $.a
    update: 2
    x-expect:
      matches: 1
      before: 1
"""


def test_the_files_have_numbers_expectations_and_a_gap() -> None:
    files, made = write_proposals(PROPOSALS, make_document(DOCUMENT), 7, "patches/api")
    assert [file.name for file in files] == ["0007-set-a.yaml", "0008-give-b-more.yaml"]
    assert files[0].text == FIRST
    assert made.text == "a: 2 # one\nb: [x, p, q]\n"


def test_with_reasons_the_files_apply_and_their_expectations_hold() -> None:
    files, made = write_proposals(PROPOSALS, make_document(DOCUMENT), 1, "patches/api")
    texts = [file.text.replace("TODO", "It is so.") for file in files]
    steps = [
        read_step(parse_document(text, "s.yaml"), number) for number, text in enumerate(texts, 1)
    ]
    applied = apply_steps(make_document(DOCUMENT), steps)
    assert not applied.problems
    assert applied.document.text == made.text
    assert steps[1].reason == "r"


@pytest.mark.parametrize("gap", ["TODO", "' TODO '"])
def test_a_reason_that_is_still_a_gap_is_refused_with_its_place(gap: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        read_step(parse_document(FIRST.replace("TODO", gap), "patches/api/0001-s.yaml"), 1)
    (problem,) = caught.value.problems
    assert problem.message == "the reason is still a gap"
    assert problem.location == "patches/api/0001-s.yaml:5:3"
    assert problem.advice == "say in a sentence why this step is needed"


def test_a_reason_that_speaks_of_a_gap_is_a_reason() -> None:
    step = read_step(
        parse_document(FIRST.replace("TODO", "The TODO of upstream."), "patches/api/0001-s.yaml"), 1
    )
    assert step.reason == "The TODO of upstream."


def test_a_proposal_that_cannot_be_made_is_named_by_its_title() -> None:
    with pytest.raises(RepositoryError) as caught:
        write_proposals([Proposal(title="Lose c", actions=({"target": "$.c", "remove": True},))],
                        make_document(DOCUMENT), 1, "patches/api")  # fmt: skip
    assert (
        caught.value.problems[0].message
        == "the step “Lose c” cannot be made: the target $.c selects nothing"
    )
