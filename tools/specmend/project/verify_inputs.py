"""Compares what the manifest of a package says that it was made of with what its commit has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from specmend.generate.manifest import digest_of
from specmend.project.history import History
from specmend.release.provenance import MANIFEST


def strayed_inputs(history: History, commit: str, manifest: bytes) -> tuple[str, ...]:
    """The documents and steps that a commit lacks, or has with another digest than the manifest.

    A manifest that cannot be read is told itself.
    """
    try:
        told = json.loads(manifest)
        digests: Mapping[str, str] = {**told["inputs"], **told["sanitized"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return (MANIFEST,)
    there = _files(history, commit, digests)
    return tuple(
        name
        for name, digest in digests.items()
        if name not in there or digest_of(there[name]) != digest
    )


def _folder(name: str) -> str:
    """The folder of an API that a file is in, such as spec/NAME; empty for one beside these."""
    return "/".join(PurePosixPath(name).parts[:2]) if name.count("/") > 1 else ""


def _files(history: History, commit: str, names: Iterable[str]) -> Mapping[str, bytes]:
    """Files as the commit has them, and what else is in the folders of their APIs."""
    found: dict[str, bytes] = {}
    for folder in dict.fromkeys(map(_folder, names)):
        if folder:
            files = history.folder_at(commit, folder)
            found |= {f"{folder}/{name}": data for name, data in files.items()}
    beside = {name: history.file_at(commit, name) for name in names if not _folder(name)}
    return found | {name: data for name, data in beside.items() if data is not None}
