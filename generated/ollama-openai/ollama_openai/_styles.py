# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Writes values in the styles of parameters: one table for paths, queries, headers, cookies and forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, TypeAlias
from urllib.parse import quote, quote_plus, unquote_plus

from ._codec import encode_json, plain, text
from ._media import is_form, is_json
from ._record import Record
from .errors import ArgumentError

Encode: TypeAlias = Callable[[str], str]

Values: TypeAlias = list[tuple[str | None, list[str]]]
"""Texts by the name that they stand under; None is the name of the parameter itself."""


class Style(Record):
    """One row of the table of styles (OpenAPI 3.1.1 section 4.8.12.3, RFC 6570 section 3.2).

    `before` begins the whole, `inside` stands between the texts of one name, `between` between exploded values.
    `named` says that a value has the name of its parameter before it, and `bare` that an empty text is only that name.
    """

    before: str = ""
    inside: str = ","
    between: str = ","
    named: bool = False
    bare: bool = False


STYLES: Final[Mapping[str, Style]] = {
    "matrix": Style(before=";", between=";", named=True, bare=True),
    "label": Style(before=".", between="."),
    # The tables of OpenAPI 3.0.0 to 3.0.3 and 3.1.0 have dots where RFC 6570 and all later ones have commas.
    "label.": Style(before=".", inside=".", between="."),
    "simple": Style(),
    "form": Style(between="&", named=True),
    "spaceDelimited": Style(inside=" ", between="&", named=True),
    "pipeDelimited": Style(inside="|", between="&", named=True),
    "deepObject": Style(between="&", named=True),
    "cookie": Style(between="; ", named=True),
}

_BEYOND: Final = r"[^\x00-\x7e]"

_TRIPLE: Final = "(%[0-9A-Fa-f]{2})"

_RESERVED: Final[Mapping[str, str]] = {"path": ":@!$&'()*+,;=", "query": ":/?@!$'()*,;=", "cookie": ":/?#[]@!$&'()*+="}
"""The reserved characters that can stand for themselves in a value in each place (RFC 3986 sections 2.2 and 3.3).

`/`, `?` and `#` would change the path, `#` would end the query, `&` and `+` have another meaning there.
"""


def verbatim(value: str) -> str:
    """A text as it is."""
    return value


def percent(value: str) -> str:
    """A text with all but its unreserved characters as octets (RFC 3986 section 2.1)."""
    return quote(value, safe="")


def dotless_percent(value: str) -> str:
    """The same with dots as octets too, where dots stand between values."""
    return percent(value).replace(".", "%2E")


def form_percent(value: str) -> str:
    """A text as it stands in a form, where a space is a plus sign."""
    return quote_plus(value, safe="")


def reserved_percent(place: str, between: str) -> Encode:
    """The encoding of `allowReserved`: octets that are encoded already stay too (RFC 6570 section 3.2.3).

    What the style puts between values is encoded inside of them.
    """
    safe = "".join(one for one in _RESERVED[place] if one not in between)

    def encode(value: str) -> str:
        parts = re.split(_TRIPLE, value)
        return "".join(part if number % 2 else quote(part, safe=safe) for number, part in enumerate(parts))

    return encode


def apart(style: str, *, explode: bool, is_encoded: bool) -> str:
    """What no member of a list or object can have: what stands between them, where it is not encoded inside of them."""
    row = STYLES[style]
    if explode:
        return row.between if style == "simple" and not is_encoded else ""
    return row.inside if not is_encoded or row.inside in " |" else ""


def apart_names(style: str, *, explode: bool, is_encoded: bool) -> str:
    """What no name of a member can have."""
    if style == "deepObject":
        return "[]"
    return "," * (style == "simple") + "=" if explode and not is_encoded else ""


class Writer(Record):
    """Writes the values of one parameter, as often as it is sent.

    `place` is the word of messages. `encode` is for single values, `encode_member` for those of lists and objects,
    `inside` what stands between the texts of one name, as it is sent. No member has a character of `apart`, and no name
    one of `apart_names`: nobody could tell it from what stands between. With a `media_type` a value is one text.
    """

    place: str
    name: str
    style: str
    explode: bool = False
    encode: Encode = percent
    encode_member: Encode = percent
    encode_name: Encode = percent
    inside: str = ","
    apart: str = ""
    apart_names: str = ""
    media_type: str = ""

    @cached_property
    def row(self) -> Style:
        """What the style says."""
        return STYLES[self.style]

    @cached_property
    def key(self) -> str:
        """What stands before a value."""
        return f"{self.encode_name(self.name)}=" if self.row.named else ""

    def pieces(self, value: Any) -> list[str]:
        """What is sent for a value: a piece for each name, without what stands between them.

        Raises ArgumentError for what no text is made of.
        """
        try:
            if self.media_type:
                return [self.key + self._text(value)]
            if type(value) is int or (value and type(value) is str):
                return [self.key + self.encode(str(value))]
            simple = plain(value)
            is_single = not isinstance(simple, (dict, list))
            values = spread(self.style, self.name, simple, explode=self.explode)
            encode = self.encode if is_single else self.encode_member
            pieces = [self._piece(name, texts, encode) for name, texts in values]
        except ValueError as error:
            raise ArgumentError(self.place, self.name, why(error)) from None
        if not is_single:
            self.check(simple, values)
        return pieces

    def whole(self, value: Any) -> str:
        """All that is sent for a value."""
        pieces = self.pieces(value)
        return self.row.before + self.row.between.join(pieces) if pieces else ""

    def check(self, simple: Any, values: Values) -> None:
        """Raise ArgumentError for a list or object whose members would be read as others, or as none."""
        texts = (one for _, members in values for one in members)
        if self.apart and any(one in text for text in texts for one in self.apart):
            raise ArgumentError(self.place, self.name, f"a value in it has {_shown(self.apart)} of its own")
        if self.apart_names and any(one in name for name in _names(simple) for one in self.apart_names):
            raise ArgumentError(self.place, self.name, f"a name in it has {_shown(self.apart_names)} of its own")
        if values == [(None, [""])] and not self.row.named:
            raise ArgumentError(self.place, self.name, "a list of one empty text would be read as an empty list")

    def _text(self, value: Any) -> str:
        written = media_text(self.media_type, value)
        is_as_it_is = self.encode is verbatim and is_json(self.media_type)
        return in_ascii(written) if is_as_it_is else self.encode(written)

    def _piece(self, name: str | None, texts: list[str], encode: Encode) -> str:
        value = self.inside.join(map(encode, texts))
        key = self.key if name is None else f"{self.encode_name(name)}="
        return key.removesuffix("=") if self.row.bare and not value else key + value


def spread(style: str, name: str, simple: Any, *, explode: bool) -> Values:
    """A plain value as texts by name; what is undefined is left out (RFC 6570 section 2.3)."""
    if style == "deepObject" and isinstance(simple, (dict, list)):
        return [(key, [member]) for key, member in _deep(name, simple)]
    if isinstance(simple, dict):
        members = [(key, text(member)) for key, member in simple.items() if member is not None]
        if explode:
            return [(key, [member]) for key, member in members]
        return [(None, [part for pair in members for part in pair])] if members else []
    if isinstance(simple, list):
        texts = [text(member) for member in simple if member is not None]
        return [(None, [one]) for one in texts] if explode else [(None, texts)] if texts else []
    return [] if simple is None else [(None, [text(simple)])]


def in_ascii(text: str) -> str:
    """JSON with its characters beyond ASCII as escapes (RFC 8259 section 7); any other text as it is."""
    return re.sub(_BEYOND, lambda found: "".join(f"\\u{unit:04x}" for unit in _units(found[0])), text)


def why(error: ValueError) -> str:
    """Why a value became no text, without the value."""
    if isinstance(error, UnicodeDecodeError):
        return "its octets are no text"
    return "half of a surrogate pair is no character" if isinstance(error, UnicodeError) else "it has no form in JSON"


def media_text(media_type: str, value: Any) -> str:
    """A value as the one text of a media type."""
    if is_json(media_type):
        return encode_json(value).decode()
    fields = plain(value) if is_form(media_type) else None
    return "&".join(form_pairs(fields)) if isinstance(fields, dict) else text(value)


def pairs_without(query: str, names: Container[str]) -> list[str]:
    """The pairs of a query or a form as they are written, but for those of some names."""
    return [pair for pair in query.split("&") if name_of(pair) not in names]


def name_of(pair: str) -> str:
    """The name of a pair of a query or a form."""
    return unquote_plus(pair.partition("=")[0])


def form_pairs(fields: Mapping[str, Any]) -> Iterator[str]:
    """The pairs of a form, a list as one for each member."""
    for name, value in fields.items():
        for member in value if isinstance(value, list) else [value]:
            if member is not None:
                yield f"{form_percent(name)}={form_percent(text(member))}"


def _names(value: Any) -> Iterator[str]:
    """The names of all members, of inner ones too."""
    if isinstance(value, dict):
        yield from value
    for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _names(member)


def _units(character: str) -> tuple[int, ...]:
    octets = character.encode("utf-16-be")
    return tuple(int.from_bytes(octets[at : at + 2]) for at in range(0, len(octets), 2))


def _shown(characters: str) -> str:
    """The characters that stand between values, for a message."""
    return "a space" if characters == " " else " or ".join(f"'{one}'" for one in characters)


def _deep(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Names in brackets as most servers read them.

    Lists have brackets without a number, and with one where lists or objects are in them. The standard leaves open
    what lists and inner objects look like (OpenAPI 3.1.1 section 4.8.12.3).
    """
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _deep(f"{name}[{key}]", member)
    elif isinstance(value, list):
        is_nested = any(isinstance(member, (dict, list)) for member in value)
        for number, member in enumerate(value):
            yield from _deep(f"{name}[{number if is_nested else ''}]", member)
    elif value is not None:
        yield name, text(value)
