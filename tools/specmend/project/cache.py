"""What the last build on this machine read and wrote: the next one may have nothing to do."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

from specmend.errors import RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there, read_file
from specmend.storage.write import read_folder, write_file

_TOOLS = (
    "openapi-python-client",
    "datamodel-code-generator",
    "openapi-spec-validator",
    "ruff",
    "pydantic",
    "jinja2",
)


def inputs_digest(api: ApiLayout, generator: str) -> str:
    """One digest of all that a build depends on: files, settings, specmend itself, its tools."""
    package = Path(__file__).parent.parent
    sources = read_folder(package, most=sys.maxsize)
    parts: dict[str, bytes] = {
        **input_files(api),
        **{f"specmend/{name}": data for name, data in sources.items()},
        "settings": json.dumps([asdict(api.settings), generator], sort_keys=True).encode(),
        "tools": json.dumps({name: metadata.version(name) for name in _TOOLS}).encode(),
    }
    return _digest(parts)


def outputs_digest(api: ApiLayout) -> str:
    """One digest over all that a build writes."""
    files = read_folder(api.generated)
    if is_there(api.sanitized):
        files[""] = read_file(api.sanitized, api.show(api.sanitized))
    return _digest(files)


def is_current(api: ApiLayout, generator: str) -> bool:
    """Whether inputs and outputs are those of the last build on this machine."""
    state = _read(api)
    return (
        bool(state)
        and state.get("outputs") == outputs_digest(api)
        and state.get("inputs") == inputs_digest(api, generator)
    )


def written_before(api: ApiLayout) -> str:
    """SHA-256 of the sanitized document that specmend wrote last on this machine; may be empty."""
    return _read(api).get("sanitized", "")


def remember(api: ApiLayout, generator: str, *, built: bool) -> None:
    """Record what was written: after a build everything, else the sanitized document alone."""
    sanitized = hashlib.sha256(read_file(api.sanitized, api.show(api.sanitized))).hexdigest()
    state = {"sanitized": sanitized}
    if built:
        state |= {"inputs": inputs_digest(api, generator), "outputs": outputs_digest(api)}
    write_file(api.state, json.dumps(state, indent=2).encode() + b"\n")


def input_files(api: ApiLayout) -> dict[str, bytes]:
    """Every file that an API's results depend on, by its path from the project."""
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
    return {**files, **steps}


def _read(api: ApiLayout) -> dict[str, str]:
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
