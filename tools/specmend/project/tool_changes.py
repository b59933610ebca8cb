"""The tools that made what is generated, beside those that are installed here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from specmend.errors import RepositoryError
from specmend.generate.manifest import tool_versions
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there, read_file


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolChange:
    """A tool that made the output of an API in one version, and is here in another one."""

    name: str
    recorded: str
    installed: str


def tool_changes(api: ApiLayout) -> tuple[ToolChange, ...]:
    """The tools of which other versions are installed than the manifests of the API record.

    What is not generated yet, or has no manifest that can be read, has none. The tools of commands
    are not asked for their versions.
    """
    installed = _installed()
    manifests = dict.fromkeys([api.manifest, *(output.manifest for output in api.outputs)])
    changed: dict[str, ToolChange] = {}
    for manifest in manifests:
        recorded = read_manifest(api, manifest).get("tools")
        for name, version in recorded.items() if isinstance(recorded, dict) else ():
            if name in installed and version != installed[name]:
                change = ToolChange(name=name, recorded=str(version), installed=installed[name])
                changed.setdefault(name, change)
    return tuple(changed[name] for name in sorted(changed))


def read_manifest(api: ApiLayout, manifest: Path) -> Mapping[str, Any]:
    """What a manifest records; nothing where it is missing or damaged."""
    if not is_there(manifest):
        return {}
    try:
        data = json.loads(read_file(manifest, api.show(manifest)))
    except (RepositoryError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


@cache
def _installed() -> Mapping[str, str]:
    return tool_versions()
