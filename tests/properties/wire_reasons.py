"""Why a value cannot travel in a place: then it may be refused before anything is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.strategies.wire_calls import Call, schema_of
from tests.strategies.wire_operations import MULTIPART

_DOTS = {"", ".", ".."}
_COOKIE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
_HEADER = re.compile(r"(?![ \t])[\t\x20-\x7e]*(?<![ \t])")


def reason_not_to_send(node: Mapping[str, Any], call: Call) -> str:
    """Why one of the values cannot travel; nothing where all can."""
    for parameter, held in (*_parameters(node, call), *_fields(node, call)):
        for reason, test in REASONS.items():
            if held is not None and test(parameter, held, leaves(held)):
                return reason
    return ""


def _parameters(node: Mapping[str, Any], call: Call) -> Iterator[tuple[Mapping[str, Any], Any]]:
    for parameter in node.get("parameters", ()):
        yield parameter, call.given.get((parameter["in"], parameter["name"]))


def _fields(node: Mapping[str, Any], call: Call) -> Iterator[tuple[Mapping[str, Any], Any]]:
    """The fields of a form that have a style, as if they were parameters of a place."""
    for media_type, media in node.get("requestBody", {}).get("content", {}).items():
        for name, encoding in media.get("encoding", {}).items():
            if {"style", "explode", "allowReserved"} & {*encoding}:
                words = {"in": media_type, "schema": media["schema"]["properties"][name]}
                yield {**encoding, **words}, call.fields.get(name)


def leaves(held: Any) -> list[str]:
    """All texts of a value, the names of members too."""
    if isinstance(held, dict):
        return [text for pair in held.items() for one in pair for text in leaves(one)]
    if isinstance(held, list):
        return [text for member in held for text in leaves(member)]
    return [held] if isinstance(held, str) else [json.dumps(held)]


Test = Callable[[Mapping[str, Any], Any, list[str]], bool]


def _is_styled(parameter: Mapping[str, Any], *places: str) -> bool:
    return parameter["in"] in places and "content" not in parameter


REASONS: Mapping[str, Test] = {
    "a segment of a path would be empty or of dots": lambda parameter, _, found: (
        parameter["in"] == "path" and {*found} <= _DOTS
    ),
    "an exploded label has its dots between values": lambda parameter, _, found: (
        parameter.get("style") == "label"
        and bool(parameter.get("explode"))
        and any("." in text for text in found)
    ),
    "a header has printable ASCII, and no blanks around it": lambda parameter, _, found: (
        parameter["in"] == "header"
        and "json" not in schema_of(parameter)[0]
        and not all(_HEADER.fullmatch(text) for text in found)
    ),
    "a list in a header has its commas between values": lambda parameter, held, found: (
        _is_styled(parameter, "header")
        and isinstance(held, (list, dict))
        and (any("," in text or "=" in text for text in found) or found == [""])
    ),
    "spaces and pipes stand between values": lambda parameter, _, found: (
        str(parameter.get("style")).endswith("Delimited")
        and any(" " in text or "|" in text for text in found)
    ),
    "brackets stand around the names of a deep object": lambda parameter, held, _: (
        parameter.get("style") == "deepObject"
        and isinstance(held, dict)
        and any(character in name for name in held for character in "[]")
    ),
    "nothing is encoded in multipart": lambda parameter, held, found: (
        parameter["in"] == MULTIPART
        and isinstance(held, (list, dict))
        and any(character in text for text in found for character in ", |[]")
    ),
    "a cookie of its own style is not encoded": lambda parameter, _, found: (
        parameter["in"] == "cookie"
        and (parameter.get("style") == "cookie" or "content" in parameter)
        and not all(_COOKIE.fullmatch(text) for text in found)
    ),
}
"""Why a value cannot travel, and of which parameters and values that is true."""
