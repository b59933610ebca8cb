"""Random calls of an operation: the arguments by their wire names, and the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from tests.strategies import arguments
from tests.strategies.wire_operations import FORM, MULTIPART, Listed


@dataclass(kw_only=True)
class Call:
    """What one call is given, as JSON has it, by place and wire name, and what is answered."""

    number: int
    given: dict[tuple[str, str], Any] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    has_body: bool = False
    status: int = 200
    answer: Any = None
    aio: bool = False


@st.composite
def calls(draw: st.DrawFn, listed: Sequence[Listed]) -> Call:
    """Random arguments of one of the operations, and a random answer."""
    number = draw(st.integers(0, len(listed) - 1))
    _, _, node = listed[number]
    call = Call(number=number, aio=draw(st.booleans()))
    for parameter in node.get("parameters", ()):
        if parameter.get("required") or draw(st.booleans()):
            key = (parameter["in"], parameter["name"])
            call.given[key] = _argument(draw, parameter)
    if "requestBody" in node:
        _draw_body(draw, node["requestBody"], call)
    code = draw(st.sampled_from([*node["responses"]]))
    # Beside a success `default` is for errors.
    is_other = code == "default" and len(node["responses"]) > 1
    call.status = 500 if is_other else STATUSES.get(code) or int(code)
    media_type, media = answer_of(node, call.status)
    if "json" in media_type:
        call.answer = arguments.value(draw, media["schema"])
    else:
        call.answer = draw(arguments.texts if media_type == "text/plain" else st.binary(max_size=6))
    return call


STATUSES = {"2XX": 207, "4XX": 409, "default": 200}
"""A status of each pattern that names more than one."""


def answer_of(node: Mapping[str, Any], status: int) -> tuple[str, Any]:
    """The media type of the answer of an operation with a status: the exact one, a range, any."""
    listed = node["responses"]
    patterns = (str(status), f"{status // 100}XX", "default")
    code = next(pattern for pattern in patterns if pattern in listed)
    (found,) = listed[code]["content"].items()
    return str(found[0]), found[1]


def schema_of(parameter: Mapping[str, Any]) -> tuple[str, Any]:
    """The media type of a parameter with `content`, else nothing; and its schema."""
    if "content" not in parameter:
        return "", parameter["schema"]
    ((media_type, media),) = parameter["content"].items()
    return media_type, media["schema"]


def _argument(draw: st.DrawFn, parameter: Mapping[str, Any]) -> Any:
    held = arguments.value(draw, schema_of(parameter)[1])
    return _without_triples(held) if parameter.get("allowReserved") else held


def _without_triples(held: Any) -> Any:
    """A value in which no text has triples: these are encoded already where they may stand."""
    text = json.dumps(held, ensure_ascii=False)
    return json.loads(re.sub(r"%(?=[0-9a-fA-F]{2})", "%-", text))


def _draw_body(draw: st.DrawFn, holder: Mapping[str, Any], call: Call) -> None:
    ((media_type, media),) = holder["content"].items()
    schema = media.get("schema", {})
    is_needed = holder.get("required") is True or (
        is_spread(schema) and bool(schema.get("required"))
    )
    call.has_body = is_needed or draw(st.booleans())
    if not call.has_body:
        return
    if media_type == "text/plain":
        call.body = draw(arguments.texts)
    elif "json" not in media_type and media_type not in (FORM, MULTIPART):
        call.body = draw(st.binary(max_size=6))
    elif is_spread(schema):
        call.fields = _fields(draw, media)
    else:
        call.body = arguments.value(draw, schema)


def is_spread(schema: Mapping[str, Any]) -> bool:
    """Whether the properties of a body are arguments of the method."""
    return schema.get("type") == "object" and "properties" in schema


def _fields(draw: st.DrawFn, media: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    schema = media["schema"]
    for name, inner in schema["properties"].items():
        if name in schema.get("required", ()) or draw(st.booleans()):
            held = _upload(draw, inner)
            held = arguments.value(draw, inner) if held is None else held
            reserved = media.get("encoding", {}).get(name, {}).get("allowReserved")
            made[name] = _without_triples(held) if reserved else held
    return made


def _upload(draw: st.DrawFn, schema: Mapping[str, Any]) -> Any:
    """Octets with the name of their file, or without; nothing where a schema is of no octets."""
    if schema.get("type") == "array":
        return [_upload(draw, schema["items"])] * 2 if is_file(schema["items"]) else None
    if not is_file(schema):
        return None
    content = draw(st.binary(max_size=6))
    return draw(st.sampled_from((content, ("a b.png", content))))


def is_file(schema: Mapping[str, Any]) -> bool:
    """Whether a schema is one of octets."""
    return schema.get("format") == "binary" or "contentMediaType" in schema
