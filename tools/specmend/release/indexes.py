"""Which package index is meant: one that specmend knows, one of the settings, or an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from specmend.errors import Problem, UsageError, did_you_mean
from specmend.settings.indexes import IndexSettings
from specmend.source.address import is_loopback
from specmend.source.credentials import Credentials, without_credentials

KNOWN: Final[Mapping[str, IndexSettings]] = {
    "pypi": IndexSettings(
        url="https://pypi.org/simple/", publish_url="https://upload.pypi.org/legacy/"
    ),
    "testpypi": IndexSettings(
        url="https://test.pypi.org/simple/", publish_url="https://test.pypi.org/legacy/"
    ),
}
"""The indexes that need no settings."""

DEFAULT: Final = "pypi"


@dataclass(frozen=True, kw_only=True, slots=True)
class Index:
    """A package index: `simple` is where its pages are (PEP 503), `upload` where files are sent.

    Without a name it was given by its address. An index that is only read has no `upload`.
    `credentials` open its pages; without them, those that are known here do.
    """

    name: str = ""
    simple: str
    upload: str = ""
    credentials: Credentials | None = None

    @property
    def shown(self) -> str:
        """How messages call the index."""
        return self.name or self.simple


def find_index(
    given: str, publish_url: str = "", settings: Mapping[str, IndexSettings] = KNOWN
) -> Index:
    """The index of a name or an address; `settings` are those of the project.

    An address may carry user and password, as pip takes them; settings must not, since they are
    committed. Raises UsageError for an unknown name, and for an address that must not be used.
    """
    if "://" in given:
        simple, credentials = _opened(given)
        upload = publish_url and _checked(publish_url)
        index = Index(simple=_checked(simple), upload=upload, credentials=credentials)
    else:
        found = _named(given, {**KNOWN, **settings})
        upload = publish_url or found.publish_url
        index = Index(name=given, simple=_checked(found.url), upload=upload and _checked(upload))
    return index


def _opened(given: str) -> tuple[str, Credentials | None]:
    """An address without its password, and that; what is no address is looked at later."""
    try:
        return without_credentials(given)
    except ValueError:
        return given, None


def _named(name: str, known: Mapping[str, IndexSettings]) -> IndexSettings:
    if name not in known:
        _refuse_broken(name)
        names = ", ".join(sorted(known))
        raise UsageError(
            Problem(
                message=f"there is no index '{name}'",
                expected=f"an address, or {names}",
                advice=did_you_mean(name, known) or "name it in the settings: [indexes.NAME]",
            )
        )
    return known[name]


def _refuse_broken(given: str) -> None:
    """Raise UsageError for an address without a scheme, which may carry a password."""
    if "@" in given:
        raise _no_address(given)


def _no_address(given: str) -> UsageError:
    """The error for what is no address; what stands before an @ may be a password."""
    message, shown = "this is no address of an index", given.rpartition("@")[2]
    return UsageError(Problem(message=message, found=shown, expected="https://HOST/PATH"))


def _checked(address: str) -> str:
    """An address of an index; raises UsageError where it has a password, or no TLS."""
    try:
        parts = urlsplit(address)
        host, has_secret = parts.hostname or "", bool(parts.username or parts.password)
        # In https://me:1/secret@host/, me is no host: the slash belongs to a password.
        if parts.port and "@" in parts.path and "." not in host and not is_loopback(host):
            host = ""
    except ValueError:
        parts, host, has_secret = urlsplit(""), "", False
    if has_secret:
        message = "the address of an index carries a password"
        advice = (
            "for uploads, give it as TWINE_USERNAME and TWINE_PASSWORD; to read, write it into"
            " ~/.netrc or the keyring"
        )
        raise UsageError(Problem(message=message, found=host, advice=advice))
    if parts.scheme not in {"https", "http"} or not host:
        raise _no_address(address)
    if parts.scheme == "http" and not is_loopback(host):
        message = "an index is not used without TLS"
        shown = address.rpartition("@")[2]
        raise UsageError(Problem(message=message, found=shown, expected="https://"))
    return address
