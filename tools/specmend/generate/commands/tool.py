"""Starts a tool by its command line, and asks it for its version."""

from __future__ import annotations

import signal
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.generate.commands.plan import CommandPlan
from specmend.generate.commands.processes import Ended, find_program, run
from specmend.generate.commands.surroundings import surroundings
from specmend.generate.commands.words import last_words
from specmend.settings.placeholders import fill
from specmend.storage.write import reason_of

MISSING: Final = "program-missing"
"""The cause of the problem that a program is not on this machine."""

_SECONDS: Final = 120
_LONGEST: Final = 200


def tool_version(plan: CommandPlan) -> str:
    """What the tool prints as its version: the first line that is not empty.

    Raises OutsideError when it cannot be asked.
    """
    # One tool of many APIs is asked once. Two runs could only differ in what they leave behind.
    arguments = tuple(
        fill(argument, {"project": str(plan.project)}) for argument in plan.settings.version_command
    )
    return _asked(arguments, plan.settings.environment, plan.generator, plan.epoch)


def forget_versions() -> None:
    """Ask every tool again: between two builds of one process it may have been replaced."""
    _asked.cache_clear()


def started(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    timeout: float,
    *,
    what: str,
    apart: bool = False,
) -> Ended:
    """Run a command line to its end; `what` it is called in messages.

    Raises OutsideError when there is no such program, or it cannot be started.
    """
    program = find_program(arguments[0], environment)
    if program is None:
        raise OutsideError(_no_program(arguments[0], what))
    try:
        return run([program, *arguments[1:]], folder, environment, timeout, apart=apart)
    except OSError as error:
        message = f"{what} cannot be started: {reason_of(error)}"
        raise OutsideError(Problem(message=message, found=arguments[0])) from error


def failure(ended: Ended, what: str, timeout: float, said: str) -> Problem | None:
    """The problem of a program that did not end well, with its last words; None for the others."""
    if ended.exit_code == 0:
        return None
    if ended.exit_code is None:
        return Problem(
            message=f"{what} was stopped after {timeout:,.0f} seconds",
            expected="a command that ends by itself",
            advice="find out what it waits for, or raise timeout in the settings",
            said=said,
        )
    if ended.exit_code < 0:
        ending = f"was ended by the signal {_signal(-ended.exit_code)}"
    else:
        ending = f"ended with exit code {ended.exit_code}"
    return Problem(
        message=f"{what} {ending}",
        found="" if said else "it printed nothing",
        advice="correct the command in the settings, or record a step for this generator",
        said=said,
    )


@cache
def _asked(arguments: tuple[str, ...], passed: tuple[str, ...], generator: str, epoch: int) -> str:
    what = f"the version-command of {generator}"
    with surroundings({}) as place:
        environment = place.environment(passed, epoch)
        ended = started(arguments, place.output, environment, _SECONDS, what=what, apart=True)
        said = last_words(ended.output + "\n" + ended.errors, place.root, passed)
        problem = failure(ended, what, _SECONDS, said)
        if problem is not None:
            raise OutsideError(problem)
        # Some tools print their version on the standard error.
        for text in (ended.output, ended.errors):
            words = last_words(text, place.root, passed, whole=True)
            if words:
                return words.splitlines()[0].strip()[:_LONGEST]
    message, expected = f"{what} printed nothing", "the version of the tool, on one line"
    raise OutsideError(Problem(message=message, expected=expected))


def _no_program(name: str, what: str) -> Problem:
    return Problem(
        message=f"{what} cannot run: there is no program {name} on this machine",
        expected=f"{name} on the PATH",
        advice="install it, or correct the command in the settings",
        cause=MISSING,
    )


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
