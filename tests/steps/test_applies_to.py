"""For which documents a step holds, and which steps take part."""

from __future__ import annotations

import pytest
from tests.steps.series import make_step

from specmend.document.text.document import Document, parse_document
from specmend.errors import RepositoryError
from specmend.steps.applies_to import digest_of
from specmend.steps.series import active_steps

ACTION = "- {target: $.info.title, update: Cats, x-expect: {matches: 1, before: Pets}}"


def document(version: str = '"0.6.1"') -> Document:
    return parse_document(
        f"openapi: 3.0.3\ninfo: {{title: Pets, version: {version}}}\n", "spec/api/upstream.yaml"
    )


HOLDS = [
    # what x-applies-to says, the version of the document, and whether the step holds for it
    ("", '"0.6.1"', True),
    ("x-applies-to: {}", '"0.6.1"', True),
    ("x-applies-to: {versions: ['>=0.5, <0.7']}", '"0.6.1"', True),
    ("x-applies-to: {versions: ['>=0.5, <0.7']}", '"0.7"', False),
    ("x-applies-to: {versions: ['>=0.5, <0.7']}", '"0.4.9"', False),
    ("x-applies-to: {versions: ['>=0.5, <0.7']}", '"0.7rc1"', False),
    ("x-applies-to: {versions: ['>=0.5']}", '"0.6b1"', True),
    ("x-applies-to: {versions: ['0.6.1']}", '"0.6.1"', True),
    ("x-applies-to: {versions: ['0.6']}", '"0.6.0"', True),
    ("x-applies-to: {versions: ['0.6']}", '"0.6.1"', False),
    ("x-applies-to: {versions: ['==0.6.*']}", '"0.6.1"', True),
    ("x-applies-to: {versions: ['0.1', '!=0.6.1']}", '"0.6.1"', False),
    ("x-applies-to: {versions: ['2024-05-11 beta']}", "2024-05-11 beta", True),
    ("x-applies-to: {versions: ['2024-05-11 beta']}", "2024-05-12 beta", False),
    ("x-applies-to: {versions: ['>=1']}", "2024-05-12 beta", False),
    ("x-applies-to: {versions: ['>=1']}", "1.2", True),
    ("x-applies-to: {versions: ['>=1']}", "[]", False),
    (f"x-applies-to: {{digests: ['{digest_of(document())}']}}", '"0.6.1"', True),
    (f"x-applies-to: {{digests: ['{digest_of(document())}']}}", '"0.6.2"', False),
    (f"x-applies-to: {{versions: ['9'], digests: ['{digest_of(document())}']}}", '"0.6.1"', True),
]


@pytest.mark.parametrize(("info", "version", "holds"), HOLDS)
def test_a_step_holds_for_versions_and_digests(info: str, version: str, *, holds: bool) -> None:
    step = make_step(ACTION, info=info)
    assert step.applies_to.fits(document(version)) == holds
    assert active_steps([step], "python", document(version)) == ([step] if holds else [])


FAULTS = [
    ("x-applies-to: {versions: ['>=one']}", "this is not a range of versions"),
    ("x-applies-to: {versions: ['>=1, x']}", "this is not a range of versions"),
    ("x-applies-to: {versions: []}", "versions is not right"),
    ("x-applies-to: {versions: [1.0]}", "is not right"),
    ("x-applies-to: {version: ['1']}", "unknown key 'version'"),
    ("x-applies-to: {digests: [abc]}", "is not right"),
    ("x-applies-to: '>=1'", "x-applies-to is not right"),
    ("x-applies: {versions: ['1']}", "did you mean 'x-applies-to'"),
]


@pytest.mark.parametrize(("info", "said"), FAULTS)
def test_what_cannot_be_read_is_named_with_its_place(info: str, said: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        make_step(ACTION, info=info)
    (problem,) = caught.value.problems
    assert said in f"{problem.message} {problem.advice}"
    assert problem.line > 1


def test_a_step_of_another_target_takes_no_part() -> None:
    step = make_step(ACTION, info="x-generator: other")
    assert active_steps([step], "python", document()) == []
    assert active_steps([step], "other", document()) == [step]
