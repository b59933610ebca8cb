"""Random operations for the law of the wire: parameters of every place and style, every body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st
from tests.strategies.scope import Draw, chance

Schema = dict[str, Any]

Listed: TypeAlias = tuple[str, str, dict[str, Any]]
"""A path, a method, and the operation there."""

NAMES: Final = {
    "limit": "limit", "userId": "user_id", "class": "class_", "größe": "größe", "$top": "top",
    "a b": "a_b", "sort[]": "sort", "y.z": "y_z", "StartTime": "start_time", "2fa": "field_2fa",
    "id": "id", "list": "list", "self": "self_", "_x": "field_x", "from": "from_", "q": "q",
    "str": "str", "c&d": "cd", "e=f": "ef", "100%": "field_100", "名前": "名前", "a+z": "az",
    "headers": "headers", "kind": "kind", "value": "value", "name": "name", "n1": "n1", "n2": "n2",
    "n3": "n3", "n4": "n4", "n5": "n5", "n6": "n6", "n7": "n7", "n8": "n8",
}  # fmt: skip
"""Names on the wire, and what each is called in Python; no two are alike there."""

_TOKENS: Final = (
    "limit", "userId", "class", "y.z", "StartTime", "id", "list", "self", "from", "q", "str",
    "kind", "value", "name", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8",
)  # fmt: skip
"""Those that a header or a cookie can have (RFC 9110 section 5.6.2)."""

HEADERS: Final = {
    "X-Trace": "x_trace", "If-Match": "if_match", "X-User-Id": "x_user_id", "Prefer": "prefer",
    "X_Y": "x_y", "Idempotent": "idempotent",
}  # fmt: skip
"""Names of headers, and what each is called in Python."""

VERSIONS: Final = ("3.0.4", "3.1.1", "3.2.0")
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"


@dataclass(kw_only=True)
class Law:
    """What an operation may use: the version, and the names that are left for it."""

    version: str
    taken: set[str] = field(default_factory=set)
    has_map: bool = False

    @property
    def is_30(self) -> bool:
        return self.version.startswith("3.0")

    def name(self, draw: Draw, *, token: bool = False) -> str:
        """A name that nothing of this operation has yet."""
        pool = _TOKENS if token else tuple(NAMES)
        name = draw(st.sampled_from([one for one in pool if one not in self.taken]))
        self.taken.add(name)
        return name

    def header(self, draw: Draw) -> str:
        """A name of a header that this operation does not have yet."""
        name = draw(st.sampled_from([one for one in HEADERS if one not in self.taken]))
        self.taken.add(name)
        return name


@st.composite
def operations(draw: st.DrawFn, version: str, number: int) -> Listed:
    """A path, a method and an operation of a version."""
    law = Law(version=version)
    path, listed = f"/o{number}", []
    for _ in range(draw(st.integers(0, 2))):
        one = _path_parameter(draw, law)
        listed.append(one)
        path += draw(st.sampled_from(("/{}", "/{}", "/v-{}", "/{}.json"))).format(
            "{" + one["name"] + "}"
        )
    is_whole = version == "3.2.0" and chance(draw, 8)
    if is_whole:
        listed.append(_whole_query(draw, law))
    else:
        listed += [_query_parameter(draw, law) for _ in range(draw(st.integers(0, 3)))]
    listed += [_header(draw, law) for _ in range(draw(st.integers(0, 2)))]
    listed += [_cookie(draw, law) for _ in range(draw(st.integers(0, 1)))]
    if chance(draw, 8) and not is_whole:
        path += "?fixed=a%20b"
    node: dict[str, Any] = {"operationId": f"o{number}"}
    if listed:
        node["parameters"] = listed
    method = draw(st.sampled_from(("get", "post", "put", "patch", "delete", "post", "put")))
    if method in ("post", "put", "patch"):
        node["requestBody"] = _body(draw, law)
    node["responses"] = {
        code: {"description": "d", "content": _answer(draw, law)} for code in _codes(draw)
    }
    return path, method, node


def nullable(draw: Draw, law: Law, schema: Schema) -> Schema:
    """The schema, seldom with null beside its values."""
    if not chance(draw, 4) or "type" not in schema:
        return schema
    words = {"nullable": True} if law.is_30 else {"type": [schema["type"], "null"]}
    made = schema | words
    return made | ({"enum": [*schema["enum"], None]} if "enum" in schema else {})


def not_null(schema: Schema) -> Schema:
    """The schema without null beside its values: as a whole None is no argument."""
    made = {key: held for key, held in schema.items() if key != "nullable"}
    if isinstance(made.get("type"), list):
        made["type"] = made["type"][0]
    if "enum" in made:
        made["enum"] = [one for one in made["enum"] if one is not None]
    return made


def scalar(draw: Draw) -> Schema:
    """A schema of single values."""
    rows: tuple[Schema, ...] = (
        {"type": "string"}, {"type": "string"}, {"type": "string"}, {"type": "integer"},
        {"type": "number"}, {"type": "boolean"}, {"type": "string", "format": "date"},
        {"type": "string", "format": "date-time"}, {"type": "string", "format": "uuid"},
        {"type": "string", "enum": ["a", "b c", "d,e", "f&g"]}, {"type": "integer", "enum": [1, 2]},
    )  # fmt: skip
    return dict(draw(st.sampled_from(rows)))


def _flat(draw: Draw, name: Callable[[], str], *, maps: bool = False) -> Schema:
    """A single value, a list of them, an object or a map of them."""
    kind = draw(
        st.sampled_from(("single", "single", "array", "object", "map" if maps else "array"))
    )
    if kind == "single":
        return scalar(draw)
    if kind == "array":
        return {"type": "array", "items": scalar(draw)}
    if kind == "map":
        return {"type": "object", "additionalProperties": scalar(draw)}
    names = [name() for _ in range(draw(st.integers(1, 3)))]
    made = {"type": "object", "properties": {one: scalar(draw) for one in names}}
    return made | ({"required": names[:1]} if draw(st.booleans()) else {})


def _path_parameter(draw: Draw, law: Law) -> dict[str, Any]:
    made = {"name": law.name(draw), "in": "path", "required": True}
    if chance(draw, 8):
        return made | _content(draw, law)
    made["schema"] = _flat(draw, lambda: law.name(draw), maps=True)
    return made | _styled(draw, ("simple", "label", "matrix"))


def _styled(draw: Draw, styles: tuple[str, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if draw(st.booleans()):
        made["style"] = draw(st.sampled_from(styles))
    if draw(st.booleans()):
        made["explode"] = draw(st.booleans())
    return made


def _content(draw: Draw, law: Law) -> dict[str, Any]:
    if draw(st.booleans()):
        return {"content": {"text/plain": {"schema": {"type": "string"}}}}
    schema = not_null(json_schema(draw, law, depth=1))
    return {"content": {"application/json": {"schema": schema}}}


def _query_parameter(draw: Draw, law: Law) -> dict[str, Any]:
    made: dict[str, Any] = {"name": law.name(draw), "in": "query"}
    if draw(st.booleans()):
        made["required"] = True
    if chance(draw, 6):
        return made | _content(draw, law)
    made["schema"] = _flat(draw, lambda: law.name(draw), maps=not law.has_map)
    made |= query_style(draw, made["schema"])
    is_object = made["schema"]["type"] == "object"
    exploded = made.get("explode", made.get("style", "form") == "form")
    if is_object and "properties" not in made["schema"] and exploded:
        law.has_map = law.has_map or made.get("style", "form") == "form"
    if not made.get("required"):
        made["schema"] = nullable(draw, law, made["schema"])
    return made


def query_style(draw: Draw, schema: Schema) -> dict[str, Any]:
    """A style that a query or a form has for a type, by the table of styles."""
    kind = schema["type"]
    rows: list[dict[str, Any]] = [{}, {"style": "form"}, {"explode": False}, {"explode": True}]
    if kind in ("array", "object"):
        rows += [{"style": f"{one}Delimited", "explode": False} for one in ("space", "pipe")]
        rows += [{"style": "form", "explode": False}]
    if kind == "object":
        rows += [{"style": "deepObject", "explode": True}, {"style": "deepObject"}]
    made = dict(draw(st.sampled_from(rows)))
    return made | ({"allowReserved": True} if chance(draw, 6) else {})


def _whole_query(draw: Draw, law: Law) -> dict[str, Any]:
    made: dict[str, Any] = {"name": law.name(draw), "in": "querystring"}
    if draw(st.booleans()):
        schema = not_null(json_schema(draw, law, depth=1))
        return made | {"content": {"application/json": {"schema": schema}}}
    names = [law.name(draw) for _ in range(draw(st.integers(1, 3)))]
    fields = {name: _field(draw) for name in names}
    return made | {"content": {FORM: {"schema": {"type": "object", "properties": fields}}}}


def _header(draw: Draw, law: Law) -> dict[str, Any]:
    made: dict[str, Any] = {"name": law.header(draw), "in": "header"}
    made |= {"required": True} if draw(st.booleans()) else {}
    if chance(draw, 5):
        return made | _content(draw, law)
    made["schema"] = _flat(draw, lambda: law.name(draw, token=True))
    return made | ({"explode": draw(st.booleans())} if draw(st.booleans()) else {})


def _cookie(draw: Draw, law: Law) -> dict[str, Any]:
    made: dict[str, Any] = {"name": law.name(draw, token=True), "in": "cookie"}
    if chance(draw, 5):
        return made | _content(draw, law)
    made["schema"] = _flat(draw, lambda: law.name(draw, token=True))
    is_many = made["schema"]["type"] in ("array", "object")
    if law.version == "3.2.0" and draw(st.booleans()):
        return made | {"style": "cookie", "explode": True}
    return made | ({"explode": False} if is_many else {})


def json_schema(draw: Draw, law: Law, *, depth: int = 2) -> Schema:
    """A schema of JSON values: nested, nullable, with lists, objects and maps."""
    kind = draw(st.integers(0, 7)) if depth else 0
    if kind <= 2:
        made = scalar(draw)
    elif kind == 7:
        made = _union(draw)
    elif kind == 3:
        made = {"type": "array", "items": json_schema(draw, law, depth=depth - 1)}
    elif kind == 4:
        made = {"type": "object", "additionalProperties": json_schema(draw, law, depth=depth - 1)}
    else:
        made = _json_object(draw, law, depth)
    return nullable(draw, law, made)


def _union(draw: Draw) -> Schema:
    """A union of which each value fits one member only, or one of them first."""
    one = {"type": "object", "properties": {"a1": scalar(draw)}, "required": ["a1"]}
    other = {"type": "object", "properties": {"b1": scalar(draw)}, "required": ["b1"]}
    kinds: tuple[Schema, ...] = (
        {"oneOf": [{"type": "integer"}, {"type": "string"}]},
        {"anyOf": [{"type": "string", "format": "date"}, {"type": "string"}]},
        {"anyOf": [{"type": "string", "format": "uuid"}, {"type": "string"}]},
        {"oneOf": [{"type": "boolean"}, {"type": "number"}]},
        {"oneOf": [one, other]},
        {"anyOf": [one, {"type": "array", "items": {"type": "string"}}]},
    )
    return dict(draw(st.sampled_from(kinds)))


def _json_object(draw: Draw, law: Law, depth: int) -> Schema:
    pool = st.lists(st.sampled_from(tuple(NAMES)), min_size=1, max_size=4, unique=True)
    names = draw(pool)
    fields = {name: json_schema(draw, law, depth=depth - 1) for name in names}
    required = [name for name in names if draw(st.booleans())]
    made: Schema = {"type": "object", "properties": fields}
    return made | ({"required": required} if required else {})


def _body(draw: Draw, law: Law) -> dict[str, Any]:
    kind = draw(st.sampled_from(("json", "json", "json", FORM, FORM, MULTIPART, MULTIPART, "raw")))
    made: dict[str, Any] = {"required": True} if draw(st.booleans()) else {}
    if kind == "json":
        media_type = draw(st.sampled_from(("application/json", "application/merge-patch+json")))
        schema = json_schema(draw, law)
        if "properties" in schema or draw(st.booleans()):
            schema = _own_object(draw, law)
        return made | {"content": {media_type: {"schema": schema}}}
    if kind in (FORM, MULTIPART):
        return made | {"content": {kind: _form(draw, law, kind)}}
    return made | {"content": dict([draw(st.sampled_from(_raw(law)))])}


def _raw(law: Law) -> list[tuple[str, dict[str, Any]]]:
    octets = {"schema": {"type": "string", "format": "binary"}} if law.is_30 else {}
    return [
        ("text/plain", {"schema": {"type": "string"}}),
        ("application/octet-stream", octets),
        ("image/png", octets),
    ]


def _own_object(draw: Draw, law: Law) -> Schema:
    """An object whose properties are arguments of the method."""
    names = [law.name(draw) for _ in range(draw(st.integers(1, 4)))]
    fields = {name: json_schema(draw, law, depth=1) for name in names}
    required = [name for name in names if draw(st.booleans())]
    made: Schema = {"type": "object", "properties": fields}
    return made | ({"required": required} if required else {})


def _field(draw: Draw) -> Schema:
    """A field of a form without an Encoding Object: what is nested is JSON."""
    kind = draw(st.integers(0, 5))
    if kind <= 2:
        return scalar(draw)
    if kind == 3:
        return {"type": "array", "items": scalar(draw)}
    inner: Schema = {"type": "object", "properties": {"a": scalar(draw), "b": {"type": "string"}}}
    return inner if kind == 4 else {"type": "array", "items": inner}


def _form(draw: Draw, law: Law, media_type: str) -> dict[str, Any]:
    fields: dict[str, Schema] = {}
    encodings: dict[str, Any] = {}
    for _ in range(draw(st.integers(1, 4))):
        name = law.name(draw)
        if media_type == MULTIPART and chance(draw, 3):
            fields[name] = _file(draw, law)
            if draw(st.booleans()):
                encodings[name] = {"contentType": draw(st.sampled_from(("image/png", "text/csv")))}
        elif chance(draw, 3):
            fields[name] = _flat(draw, lambda: law.name(draw))
            encodings[name] = query_style(draw, fields[name])
        else:
            fields[name] = _field(draw)
            is_plain = fields[name] == {"type": "string"}
            if is_plain and chance(draw, 3):
                encodings[name] = {"contentType": "application/json"}
    schema: Schema = {"type": "object", "properties": fields}
    required = [name for name in fields if draw(st.booleans())]
    if required:
        schema["required"] = required
    return {"schema": schema} | ({"encoding": encodings} if encodings else {})


def _file(draw: Draw, law: Law) -> Schema:
    octets: Schema = {"type": "string", "format": "binary"}
    if not law.is_30 and draw(st.booleans()):
        octets = {"type": "string", "contentMediaType": "application/octet-stream"}
    return {"type": "array", "items": octets} if chance(draw, 4) else octets


def _codes(draw: Draw) -> list[str]:
    """The statuses of the answers: one success at least, and seldom others and errors."""
    rows = (
        ["200"], ["200"], ["201"], ["2XX"], ["default"], ["200", "404"], ["200", "202"],
        ["200", "4XX"], ["200", "2XX"], ["201", "default"],
    )  # fmt: skip
    return draw(st.sampled_from(rows))


def _answer(draw: Draw, law: Law) -> dict[str, Any]:
    kind = draw(st.integers(0, 7))
    if kind == 7:
        return dict([draw(st.sampled_from(_raw(law)))])
    media_type = "application/problem+json" if kind == 6 else "application/json"
    return {media_type: {"schema": json_schema(draw, law)}}
