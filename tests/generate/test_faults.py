"""The faults of all stages come together, and what they reach is left out of the next stage."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.document import parse_document
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.faults import Faults
from specmend.generate.source import Source

TEXT = """\
openapi: 3.1.0
paths:
  /a:
    get: {responses: {"200": {$ref: '#/components/responses/A'}}}
    put: {}
  /b:
    get: {}
components:
  responses:
    A: {description: a}
    Unused: {description: u}
"""
DOCUMENT = parse_document(TEXT, "a.yaml")
A = ("components", "responses", "A")
UNUSED = ("components", "responses", "Unused")
GET_B = ("paths", "/b", "get")


def collected() -> Faults:
    return Faults(Source(tree=DOCUMENT.tree, document=DOCUMENT, api="pets"))


def refuse(faults: Faults, *places: Any) -> None:
    wrong = [faults.sound.problem(at, "it is wrong") for at in places]
    with faults.stage():
        raise RepositoryError(*wrong)


def raised(faults: Faults) -> tuple[Problem, ...]:
    with pytest.raises(RepositoryError) as caught:
        faults.raise_all()
    return caught.value.problems


def test_without_a_fault_nothing_is_raised_and_the_document_stays() -> None:
    faults = collected()
    with faults.stage(), faults.elsewhere():
        pass
    faults.raise_all()
    assert faults.sound.tree is DOCUMENT.tree
    assert faults.warnings == []


def test_the_next_stage_gets_what_no_fault_reaches() -> None:
    faults = collected()
    refuse(faults, A)
    assert list(faults.sound.tree["paths"]["/a"]) == ["put"]
    assert list(faults.sound.tree["components"]["responses"]) == ["Unused"]
    refuse(faults, GET_B)
    assert faults.sound.tree["paths"] == {"/a": {"put": {}}, "/b": {}}


def test_faults_of_all_stages_are_in_the_order_of_the_document_and_once() -> None:
    faults = collected()
    refuse(faults, A, A)
    refuse(faults, GET_B)
    with faults.elsewhere():
        raise RepositoryError(Problem(message="a module is wrong", file="x.py"))
    assert [problem.location for problem in raised(faults)] == ["x.py", "a.yaml:7:5", "a.yaml:10:5"]


def test_a_fault_that_no_operation_reaches_is_a_warning() -> None:
    faults = collected()
    refuse(faults, UNUSED)
    faults.raise_all()
    (warning,) = faults.warnings
    assert warning.startswith("a.yaml:11:5: it is wrong; it is left out")
    assert list(faults.sound.tree["components"]["responses"]) == ["A"]


@pytest.mark.parametrize("place", [("openapi",), ()])
def test_a_fault_of_the_document_as_a_whole_stops_the_build(place: Any) -> None:
    faults = collected()
    with pytest.raises(RepositoryError):
        refuse(faults, place)


def test_a_fault_without_a_place_stops_the_build() -> None:
    faults = collected()
    with pytest.raises(RepositoryError), faults.stage():
        raise RepositoryError(Problem(message="it is wrong"))


def test_when_no_operation_is_left_no_further_stage_runs() -> None:
    faults = collected()
    refuse(faults, ("paths", "/a"))
    with pytest.raises(RepositoryError) as caught:
        refuse(faults, GET_B)
    assert [problem.line for problem in caught.value.problems] == [3, 7]


def test_a_failure_outside_comes_with_the_faults_or_alone() -> None:
    faults = collected()
    failure = OutsideError(Problem(message="the disk is full"))
    with pytest.raises(OutsideError), faults.stage():
        raise failure
    refuse(faults, GET_B)
    with pytest.raises(RepositoryError) as caught, faults.stage():
        raise failure
    assert [problem.message for problem in caught.value.problems] == [
        "it is wrong",
        "the disk is full",
    ]


def test_without_a_file_a_warning_has_the_path_of_its_place() -> None:
    faults = Faults(Source(tree=DOCUMENT.tree))
    refuse(faults, UNUSED)
    assert faults.warnings[0].startswith("$.components.responses.Unused: it is wrong")
