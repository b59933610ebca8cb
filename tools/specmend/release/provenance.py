"""Writes into a package which commit it is made of, and reads that from a released one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlsplit

from specmend.errors import Problem, RepositoryError
from specmend.generate.manifest import digest_of
from specmend.release.archives import Archive
from specmend.release.salvage import salvage

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

PROVENANCE: Final = "provenance.json"
"""The file that tells the commit: beside pyproject.toml, and in the import package of a wheel."""

MANIFEST: Final = "manifest.json"
PROJECT: Final = "pyproject.toml"
_LINK: Final = "Provenance"
_NOTE: Final = (
    "Made by specmend. `specmend verify NAME==VERSION` builds the package again from this commit"
    " and compares."
)
_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_FORGES: Final[Mapping[str, str]] = {
    "gitlab": "{repository}/-/blob/{commit}/{path}",
    "github": "{repository}/blob/{commit}/{path}",
    "bitbucket": "{repository}/src/{commit}/{path}",
    "codeberg": "{repository}/src/commit/{commit}/{path}",
    "forgejo": "{repository}/src/commit/{commit}/{path}",
    "gitea": "{repository}/src/commit/{commit}/{path}",
    "sr.ht": "{repository}/tree/{commit}/item/{path}",
}
"""Where a forge shows a file at a commit, by a word in the name of its host."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """What a package is made of: a commit, made at `seconds` since 1970.

    `folder` is where the package is in the repository, seen from its root, and empty for the root
    itself. `package` is what programs import.
    """

    package: str
    commit: str
    seconds: int
    folder: str = ""


def stamped(files: Mapping[str, bytes], stamp: Stamp) -> Mapping[str, bytes]:
    """The files of a package as they are built: its own, and what tells the commit.

    No commit can hold its own name, so that is written into the copy that is built. The metadata
    link the manifest at the commit where they name the repository and its forge is known. Raises
    RepositoryError for a pyproject.toml that cannot be read.
    """
    project = _read_project(files)
    repository = _repository(project)
    path = f"{stamp.folder}/{MANIFEST if MANIFEST in files else PROJECT}".lstrip("/")
    link = _link(repository, stamp.commit, path)
    if link:
        _table(project, "project", "urls")[_LINK] = link
    _include(project, stamp.package)
    told = {
        "note": _NOTE,
        "repository": repository,
        "commit": stamp.commit,
        "folder": stamp.folder,
        "time": datetime.fromtimestamp(stamp.seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    if MANIFEST in files:
        told["manifest"] = f"sha256:{digest_of(files[MANIFEST])}"
    encoded = (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()
    return {**files, PROJECT: project.as_string().encode(), PROVENANCE: encoded}


def stamps(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Those of the built files that `stamped` writes."""
    return {name: files[name] for name in (PROJECT, PROVENANCE)}


def commit_told(archive: Archive) -> str:
    """The commit that an archive says it is made of, also a damaged one; empty where none is read.

    What else of it is damaged is found where it is compared.
    """
    members = salvage(archive).members
    named = [data for name, data in members.items() if name.split("/")[-1] == PROVENANCE]
    return next(filter(None, map(_commit, named)), "")


def _commit(data: bytes) -> str:
    try:
        told = json.loads(data)["commit"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return told if isinstance(told, str) and _COMMIT.fullmatch(told) else ""


def _read_project(files: Mapping[str, bytes]) -> TOMLDocument:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(files[PROJECT].decode())
    except (KeyError, UnicodeDecodeError, TOMLKitError) as error:
        message = "the package has no pyproject.toml that can be read"
        advice = "build the package again: specmend build --overwrite"
        raise RepositoryError(Problem(message=message, file=PROJECT, advice=advice)) from error


def _repository(project: TOMLDocument) -> str:
    """The address of the sources that the metadata tell (PyPA, well-known labels of addresses)."""
    urls = project.get("project", {}).get("urls", {})
    labels = {re.sub(r"[^a-z0-9]", "", label.lower()): str(url) for label, url in urls.items()}
    known = ("source", "repository", "sourcecode", "github")
    return next((labels[name] for name in known if name in labels), "")


def _link(repository: str, commit: str, path: str) -> str:
    """Where the forge of a repository shows a file at a commit; empty for an unknown forge."""
    try:
        host = urlsplit(repository).hostname or ""
    except ValueError:
        return ""
    shape = next((shape for word, shape in _FORGES.items() if word in host), "")
    bare = repository.rstrip("/").removesuffix(".git")
    return shape.format(repository=bare, commit=commit, path=quote(path))


def _include(project: TOMLDocument, package: str) -> None:
    """Let the backend put the file into both archives, wherever the package names what it holds."""
    targets = _table(project, "tool", "hatch", "build", "targets")
    _table(targets, "wheel", "force-include")[PROVENANCE] = f"{package}/{PROVENANCE}"
    source = targets.get("sdist", {})
    if "include" in source or "only-include" in source:
        _table(targets, "sdist", "force-include")[PROVENANCE] = PROVENANCE


def _table(within: Any, *names: str) -> Any:
    """A table of a document, made where it is missing."""
    import tomlkit

    for name in names:
        if name not in within:
            within[name] = tomlkit.table()
        within = within[name]
    return within
