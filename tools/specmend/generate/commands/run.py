"""Runs the command of another generator, and gives the files that it wrote."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from specmend.errors import OutsideError, Problem
from specmend.generate.commands.collect import collect
from specmend.generate.commands.file_names import place_of
from specmend.generate.commands.inputs import HEADER
from specmend.generate.commands.plan import CommandInputs
from specmend.generate.commands.snapshot import changed, snapshot
from specmend.generate.commands.surroundings import Surroundings, surroundings
from specmend.generate.commands.tool import failure, started
from specmend.generate.commands.words import last_words
from specmend.settings.placeholders import fill


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """The files that a command wrote, by path, and which of them are programs."""

    files: Mapping[str, bytes]
    executable: frozenset[str]


def run_command(inputs: CommandInputs, reserved: str) -> Made:
    """Run a command in an empty folder, and read what it left there.

    `reserved` is the name of the manifest, which no file of the command may have. Raises
    OutsideError with all that went wrong.
    """
    with surroundings(inputs.files) as place:
        project = inputs.plan.project
        seen, handed = snapshot(project), _handed(place)
        problem, said = _run(inputs, place)
        problems = [problem] if problem else []
        problems += _written_outside(inputs, changed(seen, snapshot(project)))
        strays = [_from_output(place, name) for name in changed(handed, _handed(place))]
        problems += _written_outside(inputs, strays)
        made = collect(place.output)
        what = _called(inputs)
        problems += [replace(p, message=f"{what} {p.message}") for p in made.problems]
        if not (problems or made.files):
            problems.append(_nothing(what, said))
        if not problems:
            problems += _faults_of_files(what, made.files, place, reserved)
        if problems:
            raise OutsideError(*problems)
    return Made(files=made.files, executable=made.executable)


def _run(inputs: CommandInputs, place: Surroundings) -> tuple[Problem | None, str]:
    """What is wrong with how the command ended, and its last words."""
    plan, settings = inputs.plan, inputs.plan.settings
    values = _values(inputs, place)
    arguments = [fill(argument, values) for argument in settings.command]
    environment = place.environment(settings.environment, plan.epoch)
    what = _called(inputs)
    ended = started(arguments, place.output, environment, settings.timeout, what=what)
    said = last_words(ended.output, place.root, settings.environment)
    return failure(ended, what, settings.timeout, said), said


def _values(inputs: CommandInputs, place: Surroundings) -> Mapping[str, str]:
    document = next(name for name in inputs.files if name != HEADER)
    return {
        "document": str(place.inputs / document),
        "output": str(place.output),
        "header": str(place.inputs / HEADER),
        "version": inputs.plan.version,
        "api": inputs.plan.api,
        "project": str(inputs.plan.project),
    }


def _called(inputs: CommandInputs) -> str:
    return f"the command of {inputs.plan.generator} for {inputs.plan.api}"


def _handed(place: Surroundings) -> Mapping[str, tuple[int, int, int]]:
    """What lies beside the output; what tools leave in their home is nobody's business."""
    return snapshot(place.root, frozenset({place.output.name, place.home.name, place.scratch.name}))


def _from_output(place: Surroundings, name: str) -> str:
    """A path from the folder of the run as the command would write it."""
    return Path(os.path.relpath(place.root / name, place.output)).as_posix()


def _written_outside(inputs: CommandInputs, files: list[str]) -> Iterator[Problem]:
    for file in files:
        yield Problem(
            message=f"a file outside of its folder changed while {_called(inputs)} ran",
            found=file,
            expected="files in {output} only",
            advice="correct the command; if something else changed the file, build again",
            cause="command-outside",
        )


def _nothing(what: str, said: str) -> Problem:
    advice = "let it write to {output}, or to the folder that it starts in"
    if said:
        advice += "; what it prints is not kept"
    return Problem(message=f"{what} wrote no file", advice=advice, said=said)


def _faults_of_files(
    what: str, files: Mapping[str, bytes], place: Surroundings, reserved: str
) -> Iterator[Problem]:
    for name in (file for file in files if place_of(file) == place_of(reserved)):
        yield Problem(
            message=f"{what} wrote a file with the name of the manifest",
            found=name,
            advice="let it give the file another name",
        )
    yield from _with_paths(what, files, place.root)


def _with_paths(what: str, files: Mapping[str, bytes], root: Path) -> Iterator[Problem]:
    """Files that name the folder of this run: they would be others in the next one."""
    name = root.name.encode()
    for file in (file for file, data in files.items() if name in data):
        yield Problem(
            message=f"{what} wrote down the temporary folder that it ran in",
            found=file,
            expected="the same bytes in every run",
            advice="it starts in {output}, so give it ../inputs/openapi.yaml for {document} and ."
            " for {output}",
            cause="command-path",
        )
