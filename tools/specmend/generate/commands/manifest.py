"""The manifest of another generator's output: what made it, and the digests of its files."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.errors import Problem, RepositoryError
from specmend.generate.commands.inputs import HEADER
from specmend.generate.commands.plan import CommandInputs
from specmend.generate.manifest import digest_of
from specmend.version import VERSION

_NOTE: Final = (
    "Made by specmend with the generator named here; do not edit. "
    "`specmend check` rebuilds everything and compares."
)
_NAMES: Final = {
    "document": "the document",
    "header": "the license header",
    "command": "the command",
    "version-command": "the command that asks for the version",
    "environment": "the list of environment variables",
    "version": "the version of the package",
    "date": "the date of the pin",
}
_DIGEST: Final = re.compile("[0-9a-f]{64}")
_OF_OUTPUT: Final = frozenset({"note", "files", "executable"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """What a manifest says: what it was made from, and the digests of the files by path."""

    made_from: Mapping[str, Any]
    files: Mapping[str, str]

    @property
    def tool(self) -> str:
        """The version of the tool."""
        tools = self.made_from.get("tools")
        generator = str(self.made_from.get("generator", ""))
        return str(tools.get(generator, "")) if isinstance(tools, dict) else ""


def made_from(inputs: CommandInputs) -> dict[str, Any]:
    """All that an output depends on, as its manifest records it."""
    plan = inputs.plan
    document = next(name for name in inputs.files if name != HEADER)
    return {
        "api": plan.api,
        "generator": plan.generator,
        "tools": {"specmend": VERSION, plan.generator: inputs.tool},
        "command": list(plan.settings.command),
        "version-command": list(plan.settings.version_command),
        "environment": list(plan.settings.environment),
        "version": plan.version,
        "date": plan.date.isoformat(),
        "document": {document: digest_of(inputs.files[document])},
        "header": digest_of(inputs.files[HEADER]) if HEADER in inputs.files else "",
        "inputs": dict(inputs.digests),
    }


def encode(inputs: CommandInputs, files: Mapping[str, bytes], programs: Collection[str]) -> bytes:
    """The manifest as it is committed."""
    data = {
        "note": _NOTE,
        **made_from(inputs),
        "files": {name: digest_of(files[name]) for name in sorted(files)},
        "executable": sorted(programs),
    }
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def read(data: bytes, name: str) -> Recorded:
    """A committed manifest; raises RepositoryError when it is broken."""
    try:
        manifest = json.loads(data)
        return Recorded(
            made_from={k: v for k, v in manifest.items() if k not in _OF_OUTPUT},
            files={str(key): str(value) for key, value in manifest["files"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RepositoryError(
            Problem(
                message="the manifest was edited or damaged",
                file=name,
                line=getattr(error, "lineno", 1),
                column=getattr(error, "colno", 1),
                advice="restore it, or let everything be written again: specmend build --overwrite",
            )
        ) from error


def differences(
    recorded: Mapping[str, Any], now: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """What an output was made from that is otherwise now: its name, what was, and what is."""
    for key in dict.fromkeys([*now, *recorded]):
        old, new = recorded.get(key, ""), now.get(key, "")
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _of_tables(key, old, new)
        else:
            yield _NAMES.get(key, key), _shown(old), _shown(new)


def _of_tables(
    key: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys([*new, *old]):
        before, after = old.get(name, ""), new.get(name, "")
        if before == after:
            continue
        if key == "tools":
            yield f"the version of {name}", _shown(before), _shown(after)
        else:
            yield _NAMES.get(key, name), "", ""


def _shown(value: Any) -> str:
    """A value of a manifest in a message; a digest says nothing to a person."""
    if isinstance(value, str):
        return "" if _DIGEST.fullmatch(value) else value
    return json.dumps(value, ensure_ascii=False)
