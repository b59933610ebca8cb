"""Reads the page on which a package index lists the files of a project (PEP 503 and PEP 691)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin

import msgspec

from specmend.source.address import plain, refusal
from specmend.source.credentials import Credentials

if TYPE_CHECKING:
    from packaging.version import Version

ACCEPT: Final = (
    "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2,"
    " text/html;q=0.01"
)
"""What to ask an index for: its page as JSON, else as HTML."""

DIGESTS: Final[Mapping[str, int]] = {"sha512": 128, "sha384": 96, "sha256": 64}
"""The digests that tell a file for certain, the best one first, with their length in digits."""

_JSON: Final = "json"
_MAJOR: Final = "1"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedFile:
    """A file as the page of an index has it.

    `digests` are in hexadecimal by their algorithm; there may be weak ones only, or none. A yanked
    file is kept for those who ask for it by its version (PEP 592), and the index may say why it
    was. `credentials` opened the page, and open the file where it is on the same server.
    """

    name: str
    address: str
    digests: Mapping[str, str]
    is_yanked: bool = False
    why_yanked: str = ""
    credentials: Credentials | None = field(default=None, compare=False)

    @property
    def version(self) -> Version | None:
        """The version that the name of the file tells; None for what is no file of a release."""
        return version_of(self.name)


def read_listing(data: bytes, media_type: str, page: str) -> tuple[ListedFile, ...]:
    """The files that a page lists, in its order; `page` is its address.

    Raises OutsideError for a page that cannot be read, or is of another version than 1.
    """
    is_json = media_type.partition(";")[0].strip().lower().endswith(_JSON)
    return tuple(_of_json(data, page) if is_json else _of_html(data, page))


def version_of(file: str) -> Version | None:
    """The version in the name of a wheel or source archive; None in any other name."""
    from packaging.utils import (
        InvalidSdistFilename,
        InvalidWheelFilename,
        parse_sdist_filename,
        parse_wheel_filename,
    )
    from packaging.version import InvalidVersion

    try:
        if file.endswith(".whl"):
            return parse_wheel_filename(file)[1]
        return parse_sdist_filename(file)[1]
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None


def _of_json(data: bytes, page: str) -> Iterator[ListedFile]:
    try:
        told = msgspec.json.decode(data)
        _refuse_version(told["meta"]["api-version"], page)
        for file in told["files"]:
            yield _listed(file["filename"], file["url"], file.get("hashes"), file, page)
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
        raise refusal(page, "the page of the index cannot be read", expected="PEP 691") from error


def _listed(
    name: str, address: str, digests: Any, file: Mapping[str, Any], page: str
) -> ListedFile:
    return ListedFile(
        name=str(name),
        address=urljoin(page, address),
        digests={key.lower(): value.lower() for key, value in (digests or {}).items()},
        is_yanked=bool(file.get("yanked")),
        why_yanked=_reason(file.get("yanked")),
    )


def _reason(told: Any) -> str:
    """Why a file was yanked, as it can be shown; the index need not say."""
    return plain(told) if isinstance(told, str) else ""


def _of_html(data: bytes, page: str) -> Iterator[ListedFile]:
    reader = _Anchors()
    reader.feed(data.decode("utf-8", "replace"))
    _refuse_version(reader.version, page)
    for attributes in reader.found:
        address, fragment = urldefrag(urljoin(urljoin(page, reader.start), attributes["href"]))
        yield ListedFile(
            name=unquote(address.partition("?")[0].rpartition("/")[2]),
            address=address,
            digests={key.lower(): value.lower() for key, value in parse_qsl(fragment)},
            is_yanked="data-yanked" in attributes,
            why_yanked=_reason(attributes.get("data-yanked")),
        )


class _Anchors(HTMLParser):
    """Collects the links of a page, where they start from, and the version of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.start = ""
        self.version = _MAJOR

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and told.get("href"):
            self.found.append(told)
        elif tag == "base":
            self.start = told.get("href", "")
        elif tag == "meta" and told.get("name") == "pypi:repository-version":
            self.version = told.get("content", "")


def _refuse_version(version: str, page: str) -> None:
    """Raise OutsideError for a page of another major version (PEP 629)."""
    if version.partition(".")[0] != _MAJOR:
        message = "the index speaks a version of its protocol that is not known here"
        raise refusal(page, message, found=version, expected=f"{_MAJOR}.x")
