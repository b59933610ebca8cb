"""What a document of many files may refer to: its own host, and files of its own folder."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from specmend.errors import Problem

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PORTS: Final = {"https": 443, "http": 80}
_ROOTED: Final = re.compile(r"[/\\]|[A-Za-z]:[/\\]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """What may be read on behalf of references.

    `hosts` are those of the web, each as HOST or HOST:PORT. `folder` holds every file that may be
    read. None stands for the git repository of the document, else for the `project` if the document
    is inside, else for its own folder. With `keeps_broken`, a reference that cannot be followed
    stays in the document. `own` are the hosts of the document itself.
    """

    hosts: tuple[str, ...] = ()
    folder: Path | None = None
    project: Path | None = None
    own: tuple[str, ...] = ()
    keeps_broken: bool = False

    def allows(self, url: str) -> bool:
        """Whether the host of an address may be asked."""
        return host_of(url) in {*map(_with_port, self.hosts), *self.own}


def host_of(url: str) -> str:
    """Host and port of an address; empty for what is none."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme.lower(), 0)
    except ValueError:
        return ""
    return f"{parts.hostname or ''}:{port}".lower()


def folder_of(file: Path, reach: Reach) -> Path:
    """The folder that the files of a document may be read from."""
    own = Path(os.path.realpath(file)).parent
    if reach.folder is not None:
        return Path(os.path.realpath(reach.folder))
    repository = next((path for path in (own, *own.parents) if (path / ".git").exists()), None)
    project = Path(os.path.realpath(reach.project)) if reach.project else own
    return repository or (project if own.is_relative_to(project) else own)


def is_address(reference: str) -> bool:
    """Whether a reference has a scheme of its own, or a host (RFC 3986 section 4.2)."""
    is_drive = _ROOTED.match(reference) is not None and not reference.startswith("//")
    return not is_drive and (reference.startswith("//") or bool(_SCHEME.match(reference)))


def refuse_rooted(reference: str) -> Problem | None:
    """The refusal of a file that is named from the root of a disk; None for any other one."""
    if not _ROOTED.match(reference) and not reference.lower().startswith("file:"):
        return None
    return Problem(
        message="a reference may not name a file from the root of the disk",
        found=reference,
        expected="a path that is relative to the file with the reference",
    )


def outside(reference: str, folder: str) -> Problem:
    """The refusal of a file that lies elsewhere than all that may be read."""
    return Problem(
        message=f"this file may not be read, because it lies outside of {folder}",
        found=reference,
        expected="a file inside of that folder",
        advice="if it belongs to the document, name the folder that holds both:"
        " --reference-folder FOLDER with init, or `reference-folder` in the settings",
    )


def hidden(reference: str) -> Problem:
    """The refusal of a file that people hide, such as keys and settings of programs."""
    return Problem(
        message="a reference may not name a hidden file, or a file of a hidden folder",
        found=reference,
        expected="a path without parts that begin with a dot",
    )


def strange_host(url: str) -> Problem:
    """The refusal of a host that nobody allowed."""
    host = urlsplit(url).netloc
    return Problem(
        message=f"nothing allows this document to bring in files of {host}",
        found=url,
        expected="a host that the settings allow",
        advice=f"if you trust it: --reference-host {host} with init,"
        " or `reference-hosts` in the settings",
    )


def strange_scheme(reference: str) -> Problem:
    """The refusal of an address of another kind than those that can be asked."""
    return Problem(
        message="this address of a reference cannot be followed",
        found=reference,
        expected="a relative path, or https://HOST/PATH",
    )


def _with_port(host: str) -> str:
    return host_of(f"https://{host}")
