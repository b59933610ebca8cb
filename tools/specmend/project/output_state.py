"""What the last build of another generator's output read and wrote on this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from specmend.errors import RepositoryError, SpecmendError
from specmend.generate.manifest import digest_of
from specmend.project.cache import inputs_digest
from specmend.settings.layout import ApiLayout
from specmend.storage.read import read_file
from specmend.storage.write import read_folder


def is_output_current(api: ApiLayout, generator: str) -> bool:
    """Whether inputs, tool and files are those of the last build on this machine."""
    place = api.output(generator)
    state = _read(api, generator)
    return (
        bool(state.get("inputs"))
        and state.get("outputs") == _digest_of_files(read_folder(place.folder))
        and state.get("inputs") == output_inputs_digest(api, generator)
    )


def output_inputs_digest(api: ApiLayout, generator: str) -> str:
    """SHA-256 of all that an output depends on, with the version of the tool.

    It is empty where the tool or an input is missing: a build tells what.
    """
    from specmend.generate.commands.inputs import digests
    from specmend.generate.commands.tool import tool_version
    from specmend.project.outputs import command_plan
    from specmend.source.pin import read_pin

    try:
        plan = command_plan(api, read_pin(api), generator)
        tool, files = tool_version(plan), digests(plan)
    except SpecmendError:
        return ""
    settings = asdict(replace(plan.settings, timeout=1))
    # The document follows from what the client is made of.
    client = inputs_digest(api, api.settings.generator)
    parts = [client, settings, plan.header, plan.version, tool, files]
    return digest_of(json.dumps(parts, sort_keys=True).encode())


def output_state(inputs: str, files: Mapping[str, bytes]) -> bytes:
    """What is recorded after a build."""
    state = {"inputs": inputs, "outputs": _digest_of_files(files)}
    return json.dumps(state, indent=2).encode() + b"\n"


def _digest_of_files(files: Mapping[str, bytes]) -> str:
    digests = {name: digest_of(data) for name, data in files.items()}
    return digest_of(json.dumps(digests, sort_keys=True).encode())


def _read(api: ApiLayout, generator: str) -> dict[str, Any]:
    place = api.output(generator)
    try:
        state = json.loads(read_file(place.state, api.show(place.state)))
    except (RepositoryError, ValueError, RecursionError):
        return {}
    return state if isinstance(state, dict) else {}
