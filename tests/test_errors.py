"""The error tree: places, messages, exit codes and hints."""

from __future__ import annotations

import pytest

from specmend.errors import (
    EditRefused,
    OutsideError,
    Problem,
    RepositoryError,
    SpecmendError,
    did_you_mean,
)


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (Problem(message="m"), ""),
        (Problem(message="m", file="a.yaml"), "a.yaml"),
        (Problem(message="m", file="a.yaml", line=3), "a.yaml:3:1"),
        (Problem(message="m", file="a.yaml", line=3, column=7), "a.yaml:3:7"),
    ],
)
def test_a_place_says_as_much_as_is_known(problem: Problem, place: str) -> None:
    assert problem.location == place


def test_an_error_carries_every_problem_and_says_them() -> None:
    problems = (Problem(message="one", file="a.yaml", line=3), Problem(message="two"))
    error = RepositoryError(*problems)
    assert error.problems == problems
    assert str(error) == "a.yaml:3:1: one; two"


def test_an_error_without_a_problem_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="at least one problem"):
        SpecmendError()


def test_the_exit_code_tells_the_repository_from_the_outside() -> None:
    problem = Problem(message="m")
    codes = {kind: kind(problem).exit_code for kind in (RepositoryError, EditRefused, OutsideError)}
    assert codes == {RepositoryError: 1, EditRefused: 1, OutsideError: 2}
    assert all(issubclass(kind, SpecmendError) for kind in codes)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("udpate", "did you mean 'update'?"),
        ("coppy", "did you mean 'copy'?"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_offered(word: str, hint: str) -> None:
    assert did_you_mean(word, ["update", "copy", "remove"]) == hint
