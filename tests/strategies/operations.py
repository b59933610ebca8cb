"""Random operations: parameters in every place, bodies and answers of every media type."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st
from tests.strategies import names
from tests.strategies.scalars import scalar
from tests.strategies.schemas import schema
from tests.strategies.scope import Draw, Schema, Scope, chance

JSON_TYPES = (
    "application/json", "application/json; charset=utf-8", "application/problem+json",
    "application/merge-patch+json", "*/*", "application/*",
)  # fmt: skip
OTHER_TYPES = (
    "text/plain", "text/csv", "application/xml", "application/octet-stream", "image/png",
    "application/pdf",
)  # fmt: skip
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
STREAM_TYPES = ("application/x-ndjson", "application/jsonl", "text/event-stream")
CODES = ("200", "201", "202", "2XX", "204", "404", "4XX", "500", "default", "302")
STYLES = {
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "path": ("simple", "label", "matrix"),
    "header": ("simple",),
    "cookie": ("form",),
}


def parameters(draw: Draw, scope: Scope, path: str) -> list[dict[str, Any]]:
    """Those that a path needs, and some of the other places."""
    wanted = [("path", name) for name in re.findall(r"{([^}]*)}", path)]
    wanted += [("query", name) for name in draw(names.distinct(names.PARAMETERS, most=3))]
    if chance(draw, 3):
        wanted.append(("header", draw(st.sampled_from(names.HEADERS))))
    if chance(draw, 5):
        wanted.append(("cookie", draw(st.sampled_from(names.COOKIES))))
    return [parameter(draw, scope, place, name) for place, name in wanted]


def parameter(draw: Draw, scope: Scope, place: str, name: str) -> dict[str, Any]:
    """One parameter, with a schema and a style or with content."""
    made: dict[str, Any] = {"name": name, "in": place}
    if place == "path" or chance(draw, 3):
        made["required"] = True
    if chance(draw, 5):
        made["description"] = draw(st.sampled_from(names.WORDS))
    if place != "path" and chance(draw, 6):
        return made | {"content": {"application/json": {"schema": schema(draw, scope)}}}
    made["schema"] = _parameter_schema(draw, scope)
    if chance(draw, 4):
        made["style"] = _style(draw, place, made["schema"])
        made["explode"] = draw(st.booleans())
    if place == "query" and chance(draw, 8):
        made["allowReserved"] = True
    if chance(draw, 8):
        made["deprecated"] = True
    return made


def _style(draw: Draw, place: str, of: Schema) -> str:
    styles = list(STYLES[place])
    kind = of.get("type")
    if kind != "object" and "deepObject" in styles:
        styles.remove("deepObject")
    if kind not in ("object", "array"):
        styles = [one for one in styles if not one.endswith("Delimited")]
    return draw(st.sampled_from(styles))


def _parameter_schema(draw: Draw, scope: Scope) -> Schema:
    """What can be written in an address or a header, mostly."""
    kind = draw(st.integers(0, 5))
    inner = scalar(draw, scope)
    if kind <= 1:
        return inner
    if kind == 2:
        return {"type": "array", "items": inner}
    if kind == 3:
        return {"type": "object", "properties": {"a": inner, "b": {"type": "string"}}}
    if kind == 4 and not scope.is_30:
        return {"anyOf": [inner, {"type": "null"}]}
    return schema(draw, scope)


def body(draw: Draw, scope: Scope) -> dict[str, Any]:
    """A request body of one or several media types."""
    wanted = draw(st.lists(st.sampled_from(_BODY_TYPES), min_size=1, max_size=2, unique=True))
    made: dict[str, Any] = {"content": {name: _sent(draw, scope, name) for name in wanted}}
    if draw(st.booleans()):
        made["required"] = draw(st.booleans())
    if chance(draw, 4):
        made["description"] = "What is sent."
    return made


_BODY_TYPES = (
    "application/json", "application/json", *JSON_TYPES[:4], *FORM_TYPES, *FORM_TYPES,
    "text/plain", "application/octet-stream", "*/*", "application/xml",
)  # fmt: skip


def _sent(draw: Draw, scope: Scope, media_type: str) -> dict[str, Any]:
    if media_type in FORM_TYPES:
        return {"schema": _form(draw, scope, media_type)}
    if media_type in OTHER_TYPES:
        return draw(st.sampled_from(_RAW))
    return {} if chance(draw, 8) else {"schema": schema(draw, scope)}


_RAW: tuple[dict[str, Any], ...] = (
    {"schema": {"type": "string", "format": "binary"}},
    {"schema": {"type": "string"}},
    {"schema": {}},
    {},
)


def _form(draw: Draw, scope: Scope, media_type: str) -> Schema:
    wanted = draw(names.distinct(names.FIELDS, most=3))
    fields = {name: _parameter_schema(draw, scope) for name in wanted if name}
    if media_type == "multipart/form-data":
        binary: Schema = {"type": "string", "format": "binary"}
        if not scope.is_30 and draw(st.booleans()):
            binary = {"type": "string", "contentMediaType": "application/octet-stream"}
        if draw(st.booleans()):
            fields["file"] = binary
        if chance(draw, 4):
            fields["files"] = {"type": "array", "items": binary}
    made: Schema = {"type": "object", "properties": fields}
    return made | ({"required": list(fields)[:1]} if fields and chance(draw, 2) else {})


def answers(draw: Draw, scope: Scope) -> dict[str, Any]:
    """The responses of an operation: codes, ranges and a default."""
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))
    return {code: answer(draw, scope, has_body=code not in {"204", "302"}) for code in codes}


def answer(draw: Draw, scope: Scope, *, has_body: bool = True) -> dict[str, Any]:
    """One response, without a body or with one of some media types."""
    made: dict[str, Any] = {"description": "An answer."}
    if chance(draw, 6):
        made["headers"] = {"X-Rate": {"schema": scalar(draw, scope)}}
    if not has_body or chance(draw, 4):
        return made
    known = (*JSON_TYPES, "application/json", "application/json", *OTHER_TYPES, *STREAM_TYPES)
    wanted = draw(st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True))
    made["content"] = {name: _received(draw, scope, name) for name in wanted}
    return made


def _received(draw: Draw, scope: Scope, media_type: str) -> dict[str, Any]:
    if media_type in OTHER_TYPES:
        return dict(draw(st.sampled_from(_RAW)))
    if media_type in STREAM_TYPES:
        record = schema(draw, scope)
        if scope.version.startswith("3.2") and chance(draw, 2):
            return {"itemSchema": record}
        framing = "sse" if media_type == "text/event-stream" else "ndjson"
        mark = {"x-stream": {"framing": framing}} if chance(draw, 2) else {}
        return {"schema": record} | mark
    return {} if chance(draw, 8) else {"schema": schema(draw, scope)}


def operation(draw: Draw, scope: Scope, path: str, method: str) -> dict[str, Any]:
    """One operation without its operationId, which the document hands out."""
    made: dict[str, Any] = {}
    found = parameters(draw, scope, path)
    if found:
        made["parameters"] = found
    if method not in {"get", "head", "delete", "trace", "options"} and draw(st.booleans()):
        made["requestBody"] = body(draw, scope)
    made["responses"] = answers(draw, scope)
    if chance(draw, 2):
        made["tags"] = draw(
            st.lists(st.sampled_from(names.TAGS), min_size=1, max_size=2, unique=True)
        )
    if chance(draw, 4):
        words = st.sampled_from(names.WORDS)
        made |= {"summary": draw(words), "description": draw(words)}
    if chance(draw, 8):
        made["deprecated"] = True
    return made
