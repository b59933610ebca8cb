"""The manifest of a generated package: digests of all inputs and outputs, versions of tools."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from specmend.errors import Problem, RepositoryError

_NOTE = "Made by specmend; do not edit. `specmend check` rebuilds everything and compares."


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What made a package.

    Digests are SHA-256 in hexadecimal; paths of inputs and of the sanitized document count from the
    project, those of files from the package's folder.
    """

    api: str
    generator: str
    tools: Mapping[str, str]
    inputs: Mapping[str, str]
    normalized: str
    sanitized: Mapping[str, str]
    files: Mapping[str, str]

    def encode(self) -> bytes:
        """The manifest as it is committed."""
        data = {
            "note": _NOTE,
            "api": self.api,
            "generator": self.generator,
            "tools": dict(sorted(self.tools.items())),
            "inputs": dict(self.inputs),
            "normalized": self.normalized,
            "sanitized": dict(self.sanitized),
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def recorded(data: bytes, name: str) -> Mapping[str, Any]:
    """The `sanitized` and `files` tables of a committed manifest.

    Raises RepositoryError when it is broken.
    """
    try:
        manifest = json.loads(data)
        return {"sanitized": dict(manifest["sanitized"]), "files": dict(manifest["files"])}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        column = getattr(error, "colno", 1)
        raise RepositoryError(
            Problem(
                message="the manifest was edited or damaged",
                file=name,
                line=line,
                column=column,
                found=str(error),
                advice="restore it, or let everything be written again: specmend build --overwrite",
            )
        ) from error


_TOOLS = ("specmend", "openapi-python-client", "datamodel-code-generator", "ruff")


def tool_versions() -> dict[str, str]:
    """The version of specmend and of every program that it runs, by name."""
    return {tool: version(tool) for tool in _TOOLS}
