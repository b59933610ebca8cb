"""The tree of exceptions: its drawing, places, messages, exit codes and hints."""

from __future__ import annotations

import ast
import builtins
import re
from pathlib import Path

import pytest
from tests.repository import ROOT

from specmend import errors
from specmend.errors import (
    ActionFailed,
    EditRefused,
    FailureReason,
    InternalError,
    OutsideError,
    Problem,
    RepositoryError,
    SpecmendError,
    UsageError,
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
    kinds = (RepositoryError, EditRefused, OutsideError, UsageError)
    codes = {kind: kind(problem).exit_code for kind in kinds}
    assert codes == {RepositoryError: 1, EditRefused: 1, OutsideError: 2, UsageError: 2}
    assert all(issubclass(kind, SpecmendError) for kind in codes)


PACKAGE = ROOT / "tools" / "specmend"
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if "runtime" not in path.relative_to(PACKAGE).parts
)
BUILT_IN = {
    name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}


def drawn() -> dict[str, str]:
    """The exceptions of the drawing, each with the one that it stands under."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        entry = re.match(r"((?:[│ ] {2})*(?:[├└]─ )?)(\w+)  +\S", line)
        if entry:
            above[len(entry[1]) // 3 :] = [entry[2]]
            parents[entry[2]] = above[-2] if len(above) > 1 else "Exception"
    return parents


def defined() -> dict[str, tuple[str, Path]]:
    """The exceptions that the modules define, each with its parent and its module."""
    classes = {
        node.name: (ast.unparse(node.bases[0]), path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and node.bases
    }
    known = set(BUILT_IN)
    while added := {name for name, (parent, _) in classes.items() if parent in known} - known:
        known |= added
    return {name: place for name, place in classes.items() if name in known}


def test_the_drawing_shows_every_exception_under_its_parent() -> None:
    assert drawn() == {name: parent for name, (parent, _) in defined().items()}
    assert len(drawn()) > 15


def test_only_errors_defines_exceptions_that_others_may_import() -> None:
    elsewhere = {name for name, (_, path) in defined().items() if path != PACKAGE / "errors.py"}
    assert {name for name in elsewhere if not name.startswith("_")} == set()


def test_the_drawing_says_where_a_private_exception_is() -> None:
    for name, (_, path) in defined().items():
        if name.startswith("_"):
            line = next(line for line in (errors.__doc__ or "").splitlines() if f" {name} " in line)
            assert f"private to {path.relative_to(PACKAGE).as_posix()}" in line


def test_an_internal_error_that_gets_out_is_a_bug() -> None:
    error = ActionFailed("it stays", expected="a move", advice="push")
    assert isinstance(error, InternalError)
    assert error.exit_code == 3
    assert error.problems == (Problem(message="it stays", expected="a move", advice="push"),)
    assert str(error) == "it stays"


@pytest.mark.parametrize(
    ("reason", "answers"),
    [
        (FailureReason.IMPOSSIBLE, (False, False, False)),
        (FailureReason.NOTHING_SELECTED, (True, False, False)),
        (FailureReason.NO_SOURCE, (True, True, False)),
        (FailureReason.BAD_SOURCE, (False, True, False)),
        (FailureReason.ALREADY_DONE, (False, False, True)),
    ],
)
def test_a_reason_answers_what_callers_ask(
    reason: FailureReason, answers: tuple[bool, bool, bool]
) -> None:
    error = ActionFailed("it stays", reason=reason)
    assert (error.selects_nothing, error.concerns_source, error.already_done) == answers


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
