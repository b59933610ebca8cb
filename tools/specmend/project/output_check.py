"""What another generator made compared with its manifest, and with what it makes now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from specmend.errors import OutsideError, Problem, ProblemList
from specmend.project.differences import Changed, difference
from specmend.project.outputs import (
    Present,
    inputs_of,
    leftover_folders,
    made_output,
    own_document,
)
from specmend.project.pipeline import Sanitized
from specmend.settings.generators import DEFAULT_GENERATOR
from specmend.settings.layout import ApiLayout


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputCheck:
    """What a check found in the output of a generator; `files` counts what was compared.

    `outside` are the problems of the tool: it is not there, or it fails. `ran` says that the
    command was run, and every byte compared with what it made.
    """

    generator: str
    files: int = 0
    ran: bool = False
    problems: tuple[Problem, ...] = ()
    outside: tuple[Problem, ...] = ()


def check_output(sanitized: Sanitized, generator: str, *, run: bool) -> OutputCheck:
    """Compare the files of a generator with their manifest and, with `run`, with a new build."""
    faults = ProblemList()
    found = OutputCheck(generator=generator)
    with faults.collect():
        found = _compared(sanitized, generator, faults, run=run)
    problems, outside = tuple(faults.repository), tuple(faults.outside)
    return replace(found, problems=problems, outside=outside)


def _compared(
    sanitized: Sanitized, generator: str, faults: ProblemList, *, run: bool
) -> OutputCheck:
    there = Present.read(sanitized.api, generator)
    if there.recorded is None:
        faults.add(_not_built(there))
        return OutputCheck(generator=generator)
    inputs, missing = inputs_of(own_document(sanitized, generator), generator, there)
    stale = [_stale(there, *difference) for difference in there.stale(inputs)]
    made: Mapping[str, bytes] = {}
    with faults.collect():
        if run and missing:
            raise OutsideError(*missing)
        # What is out of date is made again by a build, and differs in any case.
        if run and not stale:
            made = made_output(inputs, there.place).files
    faults.add(*stale, *_edits(there, made))
    if made:
        faults.add(*_changed(there, made))
        faults.add(*_edited_manifest(there, made, is_all_well=not faults.repository))
    return OutputCheck(generator=generator, files=len(there.all_files), ran=bool(made))


def leftovers(api: ApiLayout) -> list[Problem]:
    """A problem for each folder of a generator that the settings no longer name."""
    return [
        Problem(
            message=f"no setting names the generator {place.generator} of {api.name} any more",
            file=api.show(place.folder),
            advice="remove the folder, or put the table of the generator back",
        )
        for place in leftover_folders(api)
    ]


def unused_steps(sanitized: Sanitized) -> list[str]:
    """A warning for each step for a generator that the settings do not name, beside others."""
    settings = sanitized.api.settings
    known = {DEFAULT_GENERATOR, settings.generator, *settings.generators, ""}
    return [
        f"{step.source.name}: no setting names the generator {step.generator} that the step is for"
        for step in sanitized.series.steps
        if settings.generators and step.generator not in known
    ]


def _not_built(there: Present) -> Problem:
    return Problem(
        message=f"nothing that {there.place.generator} made is here",
        file=there.api.show(there.place.folder),
        expected=f"a folder with {there.place.manifest.name}",
        advice="run specmend build",
    )


def _stale(there: Present, what: str, before: str, now: str) -> Problem:
    generator, file = there.place.generator, there.api.show(there.place.manifest)
    if what == f"the version of {generator}":
        return Problem(
            message=f"another version of {generator} made these files than is on this machine",
            file=file,
            found=before,
            expected=now,
            advice="run specmend build, or install the version that made them",
        )
    message = f"{what} is not what {generator} made these files from"
    advice = "run specmend build"
    return Problem(message=message, file=file, found=before, expected=now, advice=advice)


def _edits(there: Present, made: Mapping[str, bytes]) -> Iterator[Problem]:
    """The files that are not as the manifest records them."""
    for name in there.edits():
        found, file = there.files.get(name), there.shown(name)
        if found is None:
            advice = "run specmend build; if git ignores the file, git add --force"
            yield Problem(message="this file is missing", file=file, advice=advice)
        elif name not in there.digests:
            message = f"this file is not one that {there.place.generator} made"
            advice = "remove it, or keep it elsewhere"
            yield Problem(message=message, file=file, advice=advice)
        else:
            yield _edited(there, Changed(file=file, found=found, meant=made.get(name)))


def _edited(there: Present, changed: Changed) -> Problem:
    problem = difference(changed) if changed.meant else Problem(message="", file=changed.file)
    return replace(
        problem,
        message=f"this file was edited after {there.place.generator} made it",
        advice="change what the command makes, or let it go: specmend build --overwrite",
    )


def _changed(there: Present, made: Mapping[str, bytes]) -> Iterator[Problem]:
    """The files that nobody edited, and that came out otherwise."""
    edited = set(there.edits())
    known = there.all_files
    for name in sorted({*known, *made} - edited):
        found, meant = known.get(name), made.get(name)
        # The digests in the manifest follow from the files.
        if found != meant and name != there.place.manifest.name:
            changed = Changed(file=there.shown(name), found=found, meant=meant)
            yield replace(
                difference(changed),
                message=f"{there.place.generator} made other files of the same inputs",
                advice="turn off what differs in each run, such as times; name every file that "
                "the command reads in inputs; then specmend build --force",
            )


def _edited_manifest(
    there: Present, made: Mapping[str, bytes], *, is_all_well: bool
) -> Iterator[Problem]:
    """The manifest that somebody edited; where something else is wrong, it only follows."""
    name = there.place.manifest.name
    if is_all_well and there.record != made[name]:
        yield difference(Changed(file=there.shown(name), found=there.record, meant=made[name]))
