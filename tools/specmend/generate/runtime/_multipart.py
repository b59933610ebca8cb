"""Writes the parts of multipart bodies: files, texts and JSON, each with its media type."""

from __future__ import annotations

import json
import mimetypes
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from io import TextIOBase
from typing import IO, Any, Final, TypeAlias

from pydantic import BaseModel

from ._codec import encode_json, plain, text
from ._forms import styled
from ._headers import checked_header, in_charset
from ._media import charset_of, essence_of, is_json
from ._operation import Body, Encoding
from ._record import NOTHING, Record, replace
from ._styles import spread, why
from .errors import ArgumentError

File: TypeAlias = bytes | IO[bytes]

OCTETS: Final = "application/octet-stream"

_FORM_DATA = "multipart/form-data"
_PART = "part"
_LONGEST_UPLOAD = 4


class Part(Record):
    """One part: its name in a form, its content, and what its headers say."""

    name: str
    content: str | File
    media_type: str | None = None
    file_name: str | None = None
    headers: Mapping[str, str] = NOTHING

    def for_form(self) -> tuple[str, tuple[Any, ...]]:
        """The part as the HTTP library takes it."""
        return self.name, (self.file_name, self.content, self.media_type, dict(self.headers))


def multipart(body: Body, given: Any, headers: dict[str, str]) -> dict[str, Any]:
    """What the HTTP library is given: the parts of an object by the names of its fields, or of a list by their order.

    A form goes there part by part, so that it reads files as it sends them; of another body the octets are made here.
    Raises ArgumentError.
    """
    if isinstance(given, BaseModel):
        given = given.model_dump(by_alias=True, exclude_unset=True)  # octets stay octets
    if isinstance(given, Mapping):
        parts = form_parts(body.encodings, [(name, value) for name, value in given.items() if value is not None])
    elif isinstance(given, Iterable) and not isinstance(given, (str, bytes, bytearray)) and not hasattr(given, "read"):
        parts = ordered_parts(body, given)
    else:
        raise ArgumentError("body", "body", "it has neither fields nor a list of parts")
    if essence_of(body.media_type) == _FORM_DATA and parts:
        return {"files": [part.for_form() for part in parts]}
    headers["Content-Type"], content = encode_parts(body.media_type, parts)
    return {"content": content}


def form_parts(encodings: Iterable[Encoding], fields: Iterable[tuple[str, Any]]) -> list[Part]:
    """The parts of fields by name, a list one for each of its members (RFC 7578 section 4.3); raises ArgumentError."""
    known = {encoding.name: encoding for encoding in encodings}
    return [part for name, value in fields for part in _field(value, known.get(name, Encoding(name=name)))]


def ordered_parts(body: Body, values: Iterable[Any]) -> list[Part]:
    """The parts of values in their order (OpenAPI 3.2, Encoding By Position); raises ArgumentError."""
    rest = body.rest or Encoding()
    return [
        _part(value, body.prefix[number] if number < len(body.prefix) else rest) for number, value in enumerate(values)
    ]


def encode_parts(media_type: str, parts: Iterable[Part]) -> tuple[str, bytes]:
    """The content type and the octets of a multipart body that is no form; files are read at once."""
    boundary = os.urandom(16).hex()
    octets = b"".join(_octets(part, boundary) for part in parts)
    return f"{media_type}; boundary={boundary}", octets + f"--{boundary}--\r\n".encode()


def _field(value: Any, encoding: Encoding) -> Iterator[Part]:
    if encoding.style:
        writer, simple = styled(encoding, is_text=True), plain(value)
        values = spread(encoding.style, encoding.name, simple, explode=encoding.explode)
        if isinstance(simple, (dict, list)):
            writer.check(simple, values)
        for name, texts in values:
            yield Part(name=name or encoding.name, content=writer.inside.join(texts), headers=encoding.headers)
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)) and not _is_upload(value):
        yield from (_part(member, encoding) for member in value if member is not None)
    else:
        yield _part(value, encoding)


def _part(value: Any, encoding: Encoding) -> Part:
    """One part; raises ArgumentError where no text is made of the value."""
    if _is_upload(value):
        return _uploaded(value, encoding)
    if isinstance(value, (bytes, bytearray)) or hasattr(value, "read"):
        path = getattr(value, "name", None)
        own = os.path.basename(path) if isinstance(path, str) else None
        return _file(own, bytes(value) if isinstance(value, bytearray) else value, encoding)
    try:
        return _texted(value, encoding)
    except ValueError as error:
        raise ArgumentError(_PART, encoding.name, why(error)) from None


def _texted(value: Any, encoding: Encoding) -> Part:
    """A value as JSON or as text, by its media type; without one lists and objects are JSON."""
    media_type = next((one for one in encoding.media_types if "*" not in one), None)
    made = Part(name=encoding.name, content="", media_type=media_type, headers=encoding.headers)
    if media_type is None and isinstance(plain(value), (dict, list)):
        media_type = "application/json"
    if media_type and is_json(media_type):
        content = value if isinstance(value, str) and _is_document(value) else encode_json(value).decode()
        return replace(made, content=content, media_type=media_type)
    if isinstance(value, os.PathLike):
        raise ArgumentError(_PART, encoding.name, "a path is no file; open it in binary mode, or give its text")
    content = text(value)
    charset = charset_of(media_type or "")
    return replace(made, content=in_charset(content, charset, _PART, encoding.name) if charset else _whole(content))


def _whole(content: str) -> str:
    """A text that has octets."""
    content.encode()
    return content


def _is_document(value: str) -> bool:
    """Whether a text is the JSON of an object or a list already, which is not put in quotes once more."""
    if not value.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def _uploaded(value: Sequence[Any], encoding: Encoding) -> Part:
    """A file with what was given beside its content: name, media type, headers."""
    made = _file(value[0], value[1], encoding)
    media_type, headers = [*value[2:], None, None][:2]
    own = {key: checked_header(key, one, _PART) for key, one in (headers or {}).items()}
    told = checked_header("Content-Type", media_type, _PART) if media_type else made.media_type
    return replace(made, media_type=told, headers={**made.headers, **own})


def _file(name: str | None, content: File, encoding: Encoding) -> Part:
    """A file; one without a name has that of its field, for servers take a part without one for a text."""
    if isinstance(content, TextIOBase):
        raise ArgumentError(_PART, encoding.name, "a file must be opened in binary mode")
    media_type = _media_type(name, encoding.media_types)
    file_name = name or encoding.name or None
    return Part(
        name=encoding.name, content=content, media_type=media_type, file_name=file_name, headers=encoding.headers
    )


def _media_type(name: str | None, allowed: tuple[str, ...]) -> str:
    """The media type of a file: that which is declared, else what its name says, else octets."""
    guessed = mimetypes.guess_type(name)[0] if name else None
    if guessed and any(fnmatchcase(guessed, essence_of(one)) for one in allowed):
        return guessed
    exact = next((one for one in allowed if "*" not in one), None)
    return exact or guessed or OCTETS


def _is_upload(value: Any) -> bool:
    """Whether a value is the name of a file and its content, and not a list of values."""
    if not isinstance(value, tuple) or not 2 <= len(value) <= _LONGEST_UPLOAD:  # noqa: PLR2004
        return False
    return isinstance(value[0], (str, type(None))) and (isinstance(value[1], bytes) or hasattr(value[1], "read"))


def _octets(part: Part, boundary: str) -> bytes:
    lines = [f"--{boundary}"]
    file_name = f'; filename="{_quoted(part.file_name)}"' if part.file_name else ""
    if part.name:
        lines.append(f'Content-Disposition: form-data; name="{_quoted(part.name)}"{file_name}')
    elif file_name:
        lines.append(f"Content-Disposition: attachment{file_name}")
    is_text = isinstance(part.content, str) and not part.media_type
    lines.append(f"Content-Type: {'text/plain; charset=utf-8' if is_text else part.media_type}")
    lines += [f"{name}: {value}" for name, value in part.headers.items()]
    head = "\r\n".join(lines).encode() + b"\r\n\r\n"
    return head + _read(part.content) + b"\r\n"


def _read(content: str | File) -> bytes:
    if isinstance(content, str):
        return content.encode()
    return content if isinstance(content, bytes) else content.read()


def _quoted(name: str) -> str:
    """A name between quotes (RFC 7578 section 2, as browsers do it)."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
