"""The parts of a body of multipart/form-data (RFC 2046 section 5.1, RFC 7578)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.wire.raw import Unreadable

_QUOTED = re.compile(r';\s*([\w*!#$%&\'+.^`|~-]+)=("(?:[^"\\]|\\.)*"|[^;]*)')


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part: the name of its field, of its file, its headers by small names, its content."""

    name: str
    file: str | None
    headers: dict[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """Its media type; text where it says none (RFC 7578 section 4.4)."""
        return self.headers.get("content-type", "text/plain")


def parameter(header: str, name: str) -> str | None:
    """A parameter of a header value, its quotes taken off (RFC 9110 section 5.6.6)."""
    for key, value in _QUOTED.findall(";" + header.partition(";")[2]):
        if key.lower() == name:
            quoted = value.startswith('"')
            return re.sub(r"\\(.)", r"\1", value[1:-1]) if quoted else value.strip()
    return None


def parts(content_type: str, body: bytes) -> list[Part]:
    """All parts of a body, in their order."""
    boundary = parameter(content_type, "boundary")
    if not boundary:
        raise Unreadable(f"{content_type!r} has no boundary")
    mark = b"\r\n--" + boundary.encode("ascii")
    first, *held, last = (b"\r\n" + body).split(mark)
    if first.strip() or last.strip() != b"--":
        raise Unreadable("the body does not begin and end with its boundary")
    return [_part(octets) for octets in held]


def _part(octets: bytes) -> Part:
    head, separator, content = octets.partition(b"\r\n\r\n")
    if not separator:
        raise Unreadable(f"a part without an empty line: {octets!r}")
    lines = head.decode("utf-8").removeprefix("\r\n").split("\r\n")
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in lines)
    }
    disposition = headers.get("content-disposition", "")
    name = parameter(disposition, "name")
    if not disposition.startswith("form-data") or name is None:
        raise Unreadable(f"a part that is no field of a form: {disposition!r}")
    file = parameter(disposition, "filename")
    return Part(
        name=_unescaped(name),
        file=None if file is None else _unescaped(file),
        headers=headers,
        content=content,
    )


def _unescaped(name: str) -> str:
    """A name as forms of HTML escape it (HTML, multipart/form-data encoding algorithm)."""
    return name.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")
