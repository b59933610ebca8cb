"""A request as it came over the wire, before anybody has read anything into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


class Unreadable(Exception):
    """What came over the wire does not follow the standard; its words say how."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Raw:
    """A method, a request target, the headers in their order, and the octets of the body."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def path(self) -> str:
        """The target up to the question mark."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """What follows the question mark; empty where there is none."""
        return self.target.partition("?")[2]

    def header(self, name: str) -> str | None:
        """The value of a header, of several the list of them (RFC 9110 section 5.3)."""
        separator = "; " if name.lower() == "cookie" else ", "
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return separator.join(found) if found else None


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """A part of a form that is octets: its content, its media type, the name of its file."""

    content: bytes
    media_type: str
    name: str | None = None


@dataclass(kw_only=True, slots=True)
class Values:
    """What an operation was called with, by place and name; `body` is missing where none came."""

    given: dict[tuple[str, str], object] = field(default_factory=dict)
    body: object = None
    has_body: bool = False


def raw_request(
    method: str, target: str, headers: Iterable[tuple[bytes, bytes]], body: bytes
) -> Raw:
    """A request from the octets of a library; blanks around values mean nothing (RFC 9110 5.5)."""
    told = tuple(
        (name.decode("ascii"), value.decode("latin-1").strip(" \t")) for name, value in headers
    )
    return Raw(method=method, target=target, headers=told, body=body)
