"""What the last build on this machine read and wrote: the next one may have nothing to do."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final

from specmend.errors import RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.steps.step_name import LEFT_OUT, is_of
from specmend.storage.read import is_there, list_files, read_file
from specmend.storage.transaction import Changes
from specmend.storage.write import read_folder, write_file

_TOOLS = (
    "openapi-python-client",
    "datamodel-code-generator",
    "openapi-spec-validator",
    "ruff",
    "pydantic",
    "jinja2",
)

_PROGRAM: Final[list[str]] = []
"""The digest of specmend itself, once this process knows it."""


def inputs_digest(api: ApiLayout, generator: str, changes: Changes | None = None) -> str:
    """SHA-256 of all that a build depends on: files, settings, specmend itself, its tools.

    It is the same on every machine: a cache may know the results of a build by it. `changes` are
    made to the step files first.
    """
    parts: dict[str, bytes] = {
        **input_files(api, changes),
        "settings": json.dumps(
            [asdict(replace(api.settings, generators={})), generator], sort_keys=True
        ).encode(),
        "program": program_digest().encode(),
    }
    return _digest(parts)


def program_digest() -> str:
    """SHA-256 of specmend itself and of the versions of its tools, found once in a process."""
    if not _PROGRAM:
        learn_program(_digest_of_program())
    return _PROGRAM[0]


def learn_program(digest: str) -> None:
    """Take over the digest of the program, where a copy of this process has found it."""
    _PROGRAM[:] = [digest]


def outputs_digest(api: ApiLayout) -> str:
    """One digest over all that a build writes."""
    document = b""
    if is_there(api.sanitized):
        document = read_file(api.sanitized, api.show(api.sanitized))
    return digest_of_outputs(document, read_folder(api.generated))


def digest_of_outputs(document: bytes, files: Mapping[str, bytes]) -> str:
    """The digest over a sanitized document and the files of a package."""
    return _digest({**files, "": document})


def is_current(api: ApiLayout, generator: str, *, skip: bool = False) -> bool:
    """Whether inputs and outputs are those of the last build on this machine.

    With `skip`, that build must have found out which operations can be generated: a step that
    leaves some out may have become unnecessary.
    """
    state = _read(api)
    return (
        bool(state)
        and (not skip or bool(state.get("skip")) or not _leaves_out(api))
        and state.get("outputs") == outputs_digest(api)
        and state.get("inputs") == inputs_digest(api, generator)
    )


def written_before(api: ApiLayout) -> str:
    """SHA-256 of the sanitized document that specmend wrote last on this machine; may be empty."""
    return str(_read(api).get("sanitized", ""))


def remember(api: ApiLayout) -> None:
    """Record that specmend wrote the sanitized document; what an earlier build knew is gone."""
    write_file(api.state, state_of(read_file(api.sanitized, api.show(api.sanitized))))


def state_of(document: bytes, inputs: str = "", outputs: str = "", *, skip: bool = False) -> bytes:
    """What is recorded of a sanitized document and, where there was a build, of its digests."""
    state: dict[str, object] = {"sanitized": hashlib.sha256(document).hexdigest()}
    if inputs:
        state |= {"skip": skip} if skip else {}
        state |= {"inputs": inputs, "outputs": outputs}
    return json.dumps(state, indent=2).encode() + b"\n"


def input_files(api: ApiLayout, changes: Changes | None = None) -> dict[str, bytes]:
    """Every file that an API's results depend on, by its path from the project.

    `changes` are made to the step files first: bytes for a file, and None for one that goes.
    """
    files = {
        api.show(path): read_file(path, api.show(path))
        for path in (api.pin, *api.originals, api.upstream)
        if is_there(path)
    }
    steps = {
        f"{api.show(api.steps)}/{name}": data
        for name, data in read_folder(api.steps).items()
        if not name.startswith(f"{api.retired.name}/")
    }
    changed = {
        name: data for name, data in {**steps, **(changes or {})}.items() if data is not None
    }
    return {**files, **dict(sorted(changed.items(), key=lambda item: PurePosixPath(item[0])))}


def _digest_of_program() -> str:
    from importlib import metadata

    sources = read_folder(Path(__file__).parent.parent, most=sys.maxsize)
    tools = json.dumps({name: metadata.version(name) for name in _TOOLS}).encode()
    return _digest({**sources, "": tools})


def _leaves_out(api: ApiLayout) -> bool:
    """Whether a step of the API leaves out what cannot be generated."""
    names = (file.name for file in list_files(api.steps, api.show(api.steps)))
    return any(is_of(name, LEFT_OUT) for name in names)


def _read(api: ApiLayout) -> dict[str, Any]:
    try:
        state = json.loads(read_file(api.state, api.show(api.state)))
    except (RepositoryError, ValueError, RecursionError):
        return {}
    return state if isinstance(state, dict) else {}


def _digest(parts: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name in sorted(parts):
        total.update(f"{name}\0{len(parts[name])}\0".encode())
        total.update(parts[name])
    return total.hexdigest()
