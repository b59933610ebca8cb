"""The value of a request body: JSON, records, forms, multipart, text and octets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.wire import styles
from tests.wire.multiparts import Part, parameter, parts
from tests.wire.parameters import Pool, query_pairs, read_pool, style_of
from tests.wire.raw import File, Raw, Unreadable
from tests.wire.schemas import Root, json_value

Node = Mapping[str, Any]

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
_SEQUENCES = {
    "application/x-ndjson": b"\n",
    "application/jsonl": b"\n",
    "application/json-seq": b"\x1e",
}
_STYLED = ("style", "explode", "allowReserved")


def read_body(root: Root, node: Any, raw: Raw) -> tuple[bool, Any]:
    """Whether there is a body, and its value.

    Raises Unreadable where it is of no media type that the document has, or does not follow it.
    """
    holder = root.follow(node)
    told = raw.header("content-type")
    if told is None and not raw.body:
        if holder.get("required"):
            raise Unreadable("the body is required")
        return False, None
    if told is None:
        raise Unreadable("a body without its media type")
    media = root.follow(_media(holder["content"], essence(told)))
    return True, _value(root, media, told, raw.body)


def essence(media_type: str) -> str:
    """A media type without its parameters, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is one of JSON (RFC 6839 section 3.1)."""
    return essence(media_type) == "application/json" or essence(media_type).endswith("+json")


def _media(content: Node, told: str) -> Any:
    """The media type of a document that a media type falls under, the exact one first."""
    for name, media in content.items():
        if essence(name) == told:
            return media
    for name, media in content.items():
        kind, _, sub = essence(name).partition("/")
        if sub == "*" and kind in ("*", told.partition("/")[0]):
            return media
    raise Unreadable(f"{told} is not among {list(content)}")


def _value(root: Root, media: Node, told: str, body: bytes) -> Any:
    plain = essence(told)
    if is_json(plain):
        return json_value(body)
    if plain in _SEQUENCES:
        records = body.split(_SEQUENCES[plain])
        return [json_value(record) for record in records if record.strip()]
    if plain == FORM:
        return read_form(root, media, body.decode("ascii"))
    if plain == MULTIPART:
        return read_multipart(root, media, told, body)
    is_text = plain.startswith("text/")
    return body.decode(parameter(told, "charset") or "utf-8") if is_text else body


def read_form(root: Root, media: Node, text: str) -> dict[str, Any]:
    """The fields of a form, or of a whole query (OpenAPI 3.2, Encoding the Media Type)."""
    schema = media.get("schema", {})
    encodings = media.get("encoding", {})
    pool = Pool(pairs=query_pairs(text), decode=styles.form)
    styled = [
        style_of(name, encodings[name], "query", root.member(schema, name))
        for name in encodings
        if any(word in encodings[name] for word in _STYLED)
    ]
    others = pool.take(lambda name: not any(_is_of(root, of, name) for of in styled))
    found = _collected(root, schema, (_pair(root, media, *pair) for pair in others))
    return found | read_pool(root, styled, pool)


def _is_of(root: Root, of: Any, name: str) -> bool:
    if of.style == "deepObject":
        return name.startswith(f"{of.name}[")
    is_taken = styles.shape(root, of.schema) == "object" and of.explode
    return name in root.properties(of.schema) if is_taken else name == of.name


def _pair(root: Root, media: Node, raw_name: str, raw_value: str) -> tuple[str, Any]:
    name = styles.form(raw_name)
    of = _one(root, root.member(media.get("schema", {}), name))
    content_type = media.get("encoding", {}).get(name, {}).get("contentType")
    text = styles.form(raw_value)
    types = root.types(of) - {"null"}
    is_structured = types and types <= {"object", "array"}
    json = is_json(content_type) if content_type else is_structured
    return name, json_value(text) if json else root.typed(text, of)


def _collected(root: Root, schema: Any, pairs: Iterator[tuple[str, Any]]) -> dict[str, Any]:
    """Values by name: those of a property that is a list become one list, in their order."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if styles.shape(root, root.member(schema, name)) == "array":
            found.setdefault(name, []).append(value)
        elif name in found:
            raise Unreadable(f"{name} stands twice and is no list")
        else:
            found[name] = value
    return found


def _one(root: Root, schema: Any) -> Any:
    """What one pair or part holds: an item where the property is a list."""
    return root.member(schema, 0) if styles.shape(root, schema) == "array" else schema


def read_multipart(root: Root, media: Node, told: str, body: bytes) -> dict[str, Any]:
    """The fields of multipart/form-data; octets come as files (RFC 7578)."""
    schema = media.get("schema", {})
    encodings = media.get("encoding", {})
    found = parts(told, body)
    # Before 3.1 the three words mean nothing in multipart (OpenAPI 3.0.4, Encoding Object).
    styled = [
        style_of(name, encodings[name], "query", root.member(schema, name))
        for name in encodings
        if root.version >= (3, 1) and any(word in encodings[name] for word in _STYLED)
    ]
    mine = [part for part in found if any(_is_of(root, of, part.name) for of in styled)]
    rest = [part for part in found if part not in mine]
    pairs = [(part.name, part.content.decode("utf-8")) for part in mine]
    read = read_pool(root, styled, Pool(pairs=pairs, decode=styles.plain))
    return read | _collected(root, schema, (_of_part(root, media, part) for part in rest))


def _of_part(root: Root, media: Node, part: Part) -> tuple[str, Any]:
    of = _one(root, root.member(media.get("schema", {}), part.name))
    content_type = media.get("encoding", {}).get(part.name, {}).get("contentType")
    declared = [essence(one) for one in content_type.split(",")] if content_type else None
    wanted = declared or [default_type(root, of)]
    if not any(_fits(one, essence(part.media_type)) for one in wanted):
        raise Unreadable(f"the part {part.name} is {part.media_type}, not {wanted}")
    if root.is_octets(of):
        return part.name, File(
            content=part.content, media_type=essence(part.media_type), name=part.file
        )
    text = part.content.decode(parameter(part.media_type, "charset") or "utf-8")
    return part.name, json_value(text) if is_json(part.media_type) else root.typed(text, of)


def default_type(root: Root, schema: Any) -> str:
    """The media type of a part of which no Encoding Object says one (its table of defaults)."""
    node = root.follow(schema)
    if root.is_octets(node):
        return "*/*"
    if root.types(node) - {"null"} <= {"object", "array"}:
        return "application/json"
    is_encoded = root.version >= (3, 1) and "contentEncoding" in node
    is_byte = root.version < (3, 1) and node.get("format") == "byte"
    return "application/octet-stream" if is_encoded or is_byte else "text/plain"


def _fits(pattern: str, media_type: str) -> bool:
    kind, _, sub = pattern.partition("/")
    same = kind in ("*", media_type.partition("/")[0])
    return pattern == media_type or (sub == "*" and same)
