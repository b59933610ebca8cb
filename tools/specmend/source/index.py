"""Asks a package index for a file of a release (PEP 503)."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version

from specmend.source import web
from specmend.source.address import refusal, refuse_unsafe

INDEX: Final = "https://pypi.org/simple"
VARIABLES: Final = ("UV_DEFAULT_INDEX", "PIP_INDEX_URL")
"""Environment variables that name another index, the first that is set."""

_DIGEST: Final = re.compile(r"sha256=([0-9a-f]{64})")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseFile:
    """A wheel or source archive with its name."""

    name: str
    data: bytes


def release_file(name: str, version: str, where: str) -> ReleaseFile:
    """The file of a release that is best to read: a wheel for any system, then any file.

    Raises OutsideError where there is none, or where it is not what the index says.
    """
    try:
        wanted = Version(version)
    except InvalidVersion as error:
        raise refusal(where, "this is not a version", found=version) from error
    index = next((os.environ[one] for one in VARIABLES if os.environ.get(one)), INDEX)
    page = f"{index.rstrip('/')}/{canonicalize_name(name)}/"
    refuse_unsafe(page)
    links = _links((web.ask(page).data or b"").decode("utf-8", "replace"), page)
    chosen = sorted(link for link in links if _version(link[0]) == wanted)
    if not chosen:
        known = sorted({found for link in links if (found := _version(link[0])) is not None})
        raise refusal(
            where,
            "the index has no such release",
            found=", ".join(map(str, known[-5:])) or "no release",
            expected=f"{name}=={version}",
        )
    return _file(*min(chosen, key=lambda link: _rank(link[0])), where)


class _Links(HTMLParser):
    """Collects the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "a" and told.get("href"):
            self.found.append(told["href"] or "")


def _links(text: str, page: str) -> list[tuple[str, str]]:
    """The name and address of each file on a page."""
    reader = _Links()
    reader.feed(text)
    whole = [urljoin(page, link) for link in reader.found]
    return [(unquote(urldefrag(link).url.rpartition("/")[2]), link) for link in whole]


def _version(file: str) -> Version | None:
    try:
        if file.endswith(".whl"):
            return parse_wheel_filename(file)[1]
        return parse_sdist_filename(file)[1]
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None


def _rank(file: str) -> tuple[int, str]:
    if file.endswith("-none-any.whl"):
        return 0, file
    return (2 if file.endswith(".whl") else 1), file


def _file(name: str, link: str, where: str) -> ReleaseFile:
    address, fragment = urldefrag(link)
    refuse_unsafe(address)
    data = web.ask(address).data or b""
    digest = _DIGEST.search(fragment)
    if digest is not None and hashlib.sha256(data).hexdigest() != digest[1]:
        raise refusal(where, f"{name} is not what the index says: its digest differs")
    return ReleaseFile(name=name, data=data)
