"""What other generators make of an API: made again where something changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.commands import manifest
from specmend.generate.commands.inputs import command_inputs
from specmend.generate.commands.plan import CommandInputs, CommandPlan
from specmend.generate.commands.run import run_command
from specmend.generate.commands.tool import MISSING, tool_version
from specmend.generate.manifest import digest_of
from specmend.project.differences import Changed, difference
from specmend.project.pipeline import Sanitized, refuse_invalid, sanitize_with
from specmend.settings.layout import ApiLayout, OutputPlace
from specmend.source.pin import Pin
from specmend.storage.read import is_there
from specmend.storage.write import read_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """What another generator makes of an API: the files of its folder, the manifest too.

    `tool` is the version of the tool, `executable` names the files that are programs, and `changed`
    counts those that are not there yet, or are otherwise. `is_current` says that the command was
    not run, because the files there are what it made of the same inputs.
    """

    place: OutputPlace
    files: Mapping[str, bytes]
    tool: str
    executable: frozenset[str] = frozenset()
    is_current: bool = False
    changed: int = 0
    warnings: tuple[str, ...] = ()


def build_output(sanitized: Sanitized, generator: str, *, force: bool, overwrite: bool) -> Output:
    """Run the command of a generator, unless its files are what it made of the same inputs.

    With `force`, it is run in any case. Raises OutsideError when it fails, and RepositoryError for
    files that a person edited, unless `overwrite` is given.
    """
    there = Present.read(sanitized.api, generator)
    inputs, missing = inputs_of(own_document(sanitized, generator), generator, there)
    is_same = there.recorded is not None and not list(there.stale(inputs))
    if is_same and not force and not list(there.edits()):
        told = tuple(f"{problem.message}; its files are taken as they are" for problem in missing)
        return Output(
            place=there.place,
            files=there.all_files,
            tool=inputs.tool,
            is_current=True,
            warnings=told,
        )
    if missing:
        raise OutsideError(*missing)
    made = made_output(inputs, there.place)
    edits = [] if overwrite else list(there.edits_lost_in(made.files))
    if edits:
        raise RepositoryError(*edits)
    present = there.all_files
    names = {*present, *made.files}
    return replace(made, changed=sum(present.get(n) != made.files.get(n) for n in names))


def made_output(inputs: CommandInputs, place: OutputPlace) -> Output:
    """What the command makes of its inputs; raises OutsideError when it fails."""
    made = run_command(inputs, place.manifest.name)
    record = manifest.encode(inputs, made.files, made.executable)
    files = {**made.files, place.manifest.name: record}
    return Output(place=place, files=files, tool=inputs.tool, executable=made.executable)


def own_document(sanitized: Sanitized, generator: str) -> Sanitized:
    """The document with the steps for a generator; raises RepositoryError for one of no use."""
    series = sanitized.series.for_generator(generator)
    numbers = [step.number for step in series.active()]
    if numbers == [step.number for step in sanitized.series.active()]:
        return sanitized
    own = sanitize_with(sanitized.api, series)
    try:
        refuse_invalid(own)
    except RepositoryError as error:
        raise RepositoryError(*(_for(problem, generator) for problem in error.problems)) from error
    return own


def inputs_of(
    own: Sanitized, generator: str, there: Present
) -> tuple[CommandInputs, tuple[Problem, ...]]:
    """What an output depends on, and the problem that the tool is not on this machine.

    Without the tool, its version is taken to be the one that made the files.
    """
    plan = command_plan(own.api, own.pin, generator)
    missing: tuple[Problem, ...] = ()
    try:
        tool = tool_version(plan)
    except OutsideError as error:
        is_absent = all(problem.cause == MISSING for problem in error.problems)
        if not (is_absent and there.recorded):
            raise
        tool, missing = there.recorded.tool, error.problems
    return command_inputs(plan, own.document, tool), missing


def command_plan(api: ApiLayout, pin: Pin, generator: str) -> CommandPlan:
    """What is to be run for a generator of an API."""
    settings = api.settings
    return CommandPlan(
        api=api.name,
        generator=generator,
        settings=settings.generators[generator],
        # The year of the pin, not of the build: the same input gives the same bytes in any year.
        header=settings.header.replace("{year}", str(pin.date.year)),
        version=settings.version,
        date=pin.date,
        project=api.root,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Present:
    """What is in the folder of an output: its manifest if there is one, and its other files."""

    api: ApiLayout
    place: OutputPlace
    files: Mapping[str, bytes]
    record: bytes | None
    recorded: manifest.Recorded | None

    @classmethod
    def read(cls, api: ApiLayout, generator: str) -> Present:
        """Read the folder; raises RepositoryError when its manifest is broken."""
        place = api.output(generator)
        files = read_folder(place.folder)
        record = files.pop(place.manifest.name, None)
        name = api.show(place.manifest)
        recorded = manifest.read(record, name) if record is not None else None
        return cls(api=api, place=place, files=files, record=record, recorded=recorded)

    @property
    def all_files(self) -> Mapping[str, bytes]:
        """The files with the manifest."""
        name = self.place.manifest.name
        return {**self.files, name: self.record} if self.record is not None else self.files

    @property
    def digests(self) -> Mapping[str, str]:
        """What the manifest says of the files."""
        return self.recorded.files if self.recorded else {}

    def stale(self, inputs: CommandInputs) -> Iterator[tuple[str, str, str]]:
        """What the files were made from that is otherwise now: its name, before, and now."""
        if self.recorded:
            now = manifest.made_from(inputs)
            yield from manifest.differences(self.recorded.made_from, now)

    def edits(self) -> Iterator[str]:
        """The files that are not as the command left them, missing and further ones too."""
        for name in sorted({*self.files, *self.digests}):
            data = self.files.get(name)
            if data is None or digest_of(data) != self.digests.get(name):
                yield name

    def edits_lost_in(self, made: Mapping[str, bytes]) -> Iterator[Problem]:
        """The files that a person wrote and that would be gone."""
        for name in self.edits():
            found, meant = self.files.get(name), made.get(name)
            if found is not None and found != meant:
                changed = Changed(file=self.shown(name), found=found, meant=meant)
                yield replace(
                    difference(changed),
                    message="this file was edited by hand, and a build would overwrite it",
                    advice="change what the command makes, or let it go: "
                    "specmend build --overwrite",
                )

    def shown(self, name: str) -> str:
        """A file of the folder as messages show it."""
        return self.api.show(self.place.folder / name)


def leftover_folders(api: ApiLayout) -> list[OutputPlace]:
    """The folders of generators that the settings no longer name."""
    found = []
    prefix = f"{api.name}-"
    for folder in sorted(api.generated.parent.glob(f"{prefix}*")):
        place = api.output(folder.name.removeprefix(prefix))
        if place.generator not in api.settings.generators and is_there(place.manifest):
            record = Present.read(api, place.generator).recorded
            if record and record.made_from.get("api") == api.name:
                found.append(place)
    return found


def _for(problem: Problem, generator: str) -> Problem:
    """A problem of a document that is in no file: it has no lines."""
    message = f"for {generator}, {problem.message}"
    return replace(problem, message=message, line=0, column=0)
