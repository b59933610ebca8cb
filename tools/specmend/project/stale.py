"""What of an API's output is not up to date, as far as its manifests and the last build tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from specmend.generate.manifest import digest_of
from specmend.project.cache import input_files, is_current
from specmend.project.tool_changes import read_manifest, tool_changes
from specmend.settings.generators import DEFAULT_GENERATOR
from specmend.settings.layout import ApiLayout, OutputPlace
from specmend.storage.read import is_there, read_file
from specmend.storage.write import read_folder


class StaleKind(StrEnum):
    """Why an output is not up to date."""

    NOT_BUILT = "not-built"
    """Nothing was built, or no record of it can be read."""
    INPUTS = "inputs"
    """The document, steps or hand-written modules changed since the build."""
    SETTINGS = "settings"
    """The settings of the API changed since the build, or the code of specmend."""
    TOOLS = "tools"
    """Another version of specmend or of a generator made it."""
    FILES = "files"
    """Files are missing, or are not those that were built."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stale:
    """One reason why an output is not up to date.

    `generator` is empty for the API as a whole. `names` are the files or the tools that differ.
    """

    kind: StaleKind
    generator: str = ""
    names: tuple[str, ...] = ()


def stale_outputs(api: ApiLayout) -> tuple[Stale, ...]:
    """Why the sanitized document and the output of each generator are not up to date.

    A build is needed where there is any reason. `specmend check` is what proves that there is none.
    Raises RepositoryError for a file that cannot be read.
    """
    manifest = read_manifest(api, api.manifest)
    if not manifest:
        return (Stale(kind=StaleKind.NOT_BUILT),)
    others = [output for output in api.outputs if output.generator != DEFAULT_GENERATOR]
    found = [*_of_tools(api), *_of_inputs(api, manifest), *_of_files(api, manifest)]
    found += [reason for output in others for reason in _of_output(api, output)]
    if not found and is_there(api.state) and not _is_current(api):
        found = [Stale(kind=StaleKind.SETTINGS)]
    return tuple(found)


def _is_current(api: ApiLayout) -> bool:
    return is_current(api, api.settings.generator, skip=api.settings.skip_failing)


def _of_tools(api: ApiLayout) -> Iterator[Stale]:
    changes = tool_changes(api)
    if changes:
        names = (f"{change.name} {change.recorded}" for change in changes)
        yield Stale(kind=StaleKind.TOOLS, names=tuple(names))


def _of_inputs(api: ApiLayout, manifest: Mapping[str, Any]) -> Iterator[Stale]:
    names = _different(manifest.get("inputs"), input_files(api))
    if names:
        yield Stale(kind=StaleKind.INPUTS, names=names)


def _of_files(api: ApiLayout, manifest: Mapping[str, Any]) -> Iterator[Stale]:
    """The sanitized document and the files of the package that are not those that were built."""
    name = api.show(api.sanitized)
    sanitized = {name: read_file(api.sanitized, name)} if is_there(api.sanitized) else {}
    present = read_folder(api.generated)
    present.pop(api.manifest.name, None)
    folder = api.show(api.generated)
    names = [
        *_different(manifest.get("sanitized"), sanitized),
        *(f"{folder}/{file}" for file in _different(manifest.get("files"), present)),
    ]
    if names:
        yield Stale(kind=StaleKind.FILES, names=tuple(names))


def _of_output(api: ApiLayout, output: OutputPlace) -> Iterator[Stale]:
    """What is wrong with the folder of another generator."""
    manifest = read_manifest(api, output.manifest)
    if not manifest:
        yield Stale(kind=StaleKind.NOT_BUILT, generator=output.generator)
        return
    present = read_folder(output.folder)
    present.pop(output.manifest.name, None)
    names = _different(manifest.get("files"), present)
    if names:
        folder = api.show(output.folder)
        files = tuple(f"{folder}/{name}" for name in names)
        yield Stale(kind=StaleKind.FILES, generator=output.generator, names=files)


def _different(recorded: Any, present: Mapping[str, bytes]) -> tuple[str, ...]:
    """The names of what is not as recorded, missing, or not recorded at all."""
    known = recorded if isinstance(recorded, dict) else {}
    names = sorted({*known, *present})
    return tuple(
        name for name in names if name not in present or digest_of(present[name]) != known.get(name)
    )
