"""Finds the password for a package index where pip does, and tells it to that index only.

That is the address itself, the addresses in pip's and uv's variables, the netrc file, and at last
the keyring. No message has more than where a password came from.
"""

from __future__ import annotations

import base64
import netrc
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from specmend.errors import OutsideError, Problem
from specmend.source.reach import host_of

VARIABLES: Final = (
    "PIP_INDEX_URL",
    "PIP_EXTRA_INDEX_URL",
    "UV_DEFAULT_INDEX",
    "UV_INDEX_URL",
    "UV_INDEX",
    "UV_EXTRA_INDEX_URL",
)
"""Environment variables that hold addresses of indexes, with their passwords at times."""

_NO_KEYRING: Final = "disabled"
_NETRC_FILES: Final = (".netrc", "_netrc")


@dataclass(frozen=True, kw_only=True, slots=True)
class Credentials:
    """A user and a password for one server; `origin` is its scheme, host and port.

    `source` says where they were found.
    """

    origin: tuple[str, str]
    source: str
    user: str = field(repr=False)
    password: str = field(default="", repr=False)

    def are_for(self, url: str) -> bool:
        """Whether an address is one of their server."""
        return self.origin == _origin(url)

    def headers_for(self, url: str) -> Mapping[str, str]:
        """The header that tells them to their own server (RFC 7617); none for any other."""
        if not self.are_for(url):
            return {}
        word = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return {"Authorization": f"Basic {word}"}

    def address(self, url: str) -> str:
        """An address of their server with them in it, for a program that asks itself."""
        parts = urlsplit(url)
        who = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}"
        return urlunsplit(parts._replace(netloc=f"{who}@{parts.netloc}"))


def without_credentials(url: str, source: str = "the address") -> tuple[str, Credentials | None]:
    """An address as it may be shown, and the credentials that it carries, if any."""
    parts = urlsplit(url)
    if parts.username is None and parts.password is None:
        return url, None
    bare = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return bare, Credentials(
        origin=_origin(bare),
        source=source,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


def known_credentials(url: str) -> Credentials | None:
    """The credentials of the variables or of the netrc file for the server of an address.

    Raises OutsideError where the netrc file cannot be read.
    """
    for found in _of_variables():
        if found.are_for(url):
            return found
    return _of_netrc(url)


def keyring_credentials(url: str, user: str = "") -> Credentials | None:
    """The credentials of the keyring for an index, where there is one and it is not disabled."""
    if os.environ.get("PIP_KEYRING_PROVIDER") == _NO_KEYRING:
        return None
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    for service in (url, urlsplit(url).netloc):
        try:
            found = keyring.get_credential(service, user or None)
        except (KeyringError, RuntimeError):
            # A keyring that nobody can open has nothing to say.
            return None
        if found is not None and found.password:
            return Credentials(
                origin=_origin(url),
                source="the keyring",
                user=found.username or user,
                password=found.password,
            )
    return None


def _of_variables() -> Iterator[Credentials]:
    for name in VARIABLES:
        for word in os.environ.get(name, "").split():
            # uv gives an index its name: NAME=ADDRESS.
            address = word if word.startswith(("http:", "https:")) else word.partition("=")[2]
            try:
                found = without_credentials(address, name)[1]
            except ValueError:
                continue
            if found is not None:
                yield found


def _of_netrc(url: str) -> Credentials | None:
    file = _netrc_file()
    if file is None:
        return None
    try:
        found = netrc.netrc(str(file)).authenticators(urlsplit(url).hostname or "")
    except netrc.NetrcParseError as error:
        message = "this file of passwords cannot be read"
        problem = Problem(message=message, file=str(file), line=error.lineno or 0)
        raise OutsideError(problem) from error
    except (OSError, UnicodeError) as error:
        message = "this file of passwords cannot be read"
        raise OutsideError(Problem(message=message, file=str(file))) from error
    if found is None:
        return None
    login, account, password = found
    return Credentials(
        origin=_origin(url),
        source=f"the file {file.name}",
        user=login or account or "",
        password=password or "",
    )


def _netrc_file() -> Path | None:
    """The file that NETRC names, or the one of the home folder; None where there is none."""
    if os.environ.get("NETRC"):
        return Path(os.environ["NETRC"])
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - without a home it is no error
    return next((home / name for name in _NETRC_FILES if (home / name).is_file()), None)


def _origin(url: str) -> tuple[str, str]:
    try:
        return urlsplit(url).scheme.lower(), host_of(url)
    except ValueError:
        return "", ""
