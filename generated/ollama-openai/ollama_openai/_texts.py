# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Values that came as text and not as JSON: in a plain answer, a form or a header."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin
from urllib.parse import parse_qsl

from pydantic import ValidationError

from ._codec import faults_of, reader

_LISTS = frozenset({"list_type", "tuple_type", "set_type"})


def from_text(kind: Any, text: str) -> Any:
    """The value that a text stands for in a type: itself, a number, a date, or what its JSON says.

    Raises pydantic.ValidationError for the text itself where neither fits.
    """
    check = reader(kind)
    if text.strip() in _words(kind):
        return check(json.dumps(text.strip()))
    if text.lstrip()[:1] in ("{", "["):
        try:
            return check(text)
        except ValidationError:
            return check(json.dumps(text))
    for tried in (json.dumps(text), text, json.dumps(text.strip())):
        try:
            return check(tried)
        except ValidationError:
            continue
    return check(json.dumps(text))


def from_form(kind: Any, text: str) -> Any:
    """The value that the pairs of a form stand for; a name that comes again makes a list."""
    found: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        known = found.get(name)
        found[name] = value if known is None else [*([known] if isinstance(known, str) else known), value]
    return from_parts(kind, found)


def from_parts(kind: Any, parts: Any) -> Any:
    """The value that texts in a list or in an object stand for.

    A text that does not fit in its place is tried as what its JSON says there, and alone in a list where one is
    wanted. Raises pydantic.ValidationError where nothing fits.
    """
    check = reader(kind)
    try:
        return check(json.dumps(parts))
    except ValidationError as error:
        mended = parts
        for fault in faults_of(error):
            mended = _mended(mended, fault["loc"], is_list=fault["type"] in _LISTS)
    try:
        return check(json.dumps(mended))
    except ValidationError:
        return check(json.dumps(_all_read(parts)))


def _words(kind: Any) -> Iterator[Any]:
    """The values that a type lists, beside which it may allow any text."""
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    else:
        for inner in get_args(kind):
            yield from _words(inner)


def _mended(parts: Any, place: tuple[int | str, ...], *, is_list: bool) -> Any:
    """The parts with another value in one place; the members of a union, which places name too, are passed over."""
    if not place:
        return [parts] if is_list and not isinstance(parts, list) else _read(parts)
    first, *rest = place
    if isinstance(parts, dict) and first in parts:
        return {**parts, first: _mended(parts[first], tuple(rest), is_list=is_list)}
    if isinstance(parts, list) and isinstance(first, int) and first < len(parts):
        changed = _mended(parts[first], tuple(rest), is_list=is_list)
        return [*parts[:first], changed, *parts[first + 1 :]]
    return _mended(parts, tuple(rest), is_list=is_list)


def _all_read(parts: Any) -> Any:
    if isinstance(parts, dict):
        return {name: _all_read(part) for name, part in parts.items()}
    return [_all_read(part) for part in parts] if isinstance(parts, list) else _read(parts)


def _read(part: Any) -> Any:
    """What the JSON of a text says, or the text."""
    if not isinstance(part, str):
        return part
    try:
        return json.loads(part)
    except ValueError:
        return part
