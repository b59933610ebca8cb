"""The digest of all that a build of an API reads, known before the build."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from specmend.errors import RepositoryError
from specmend.generate.manifest import digest_of
from specmend.project.cache import inputs_digest
from specmend.settings.layout import ApiLayout


def build_inputs(api: ApiLayout, generator: str | None = None) -> str:
    """SHA-256 of the inputs of all outputs of an API; the same on every machine.

    Of other generators these are their settings and input files. Nothing is run to find it, and so
    the versions of their tools are not in it. It is empty where a file of the API cannot be read.
    """
    try:
        client = inputs_digest(api, generator or api.settings.generator)
    except RepositoryError:
        return ""
    others = {name: _of_output(api, name) for name in api.settings.generators}
    return digest_of(json.dumps([client, others], sort_keys=True).encode()) if others else client


def _of_output(api: ApiLayout, generator: str) -> list[Any]:
    """What is known of the inputs of another generator; no files where one of them is missing."""
    from specmend.generate.commands.inputs import digests
    from specmend.project.outputs import command_plan
    from specmend.source.pin import read_pin

    settings = asdict(api.settings.generators[generator])
    try:
        plan = command_plan(api, read_pin(api), generator)
        return [settings, plan.header, digests(plan)]
    except RepositoryError:
        return [settings]
