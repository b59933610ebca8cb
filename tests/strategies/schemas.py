"""Random schemas of every kind, valid in the version of OpenAPI that they are drawn for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st
from tests.strategies import names

Schema = dict[str, Any]
Draw = st.DrawFn
Make = Callable[[Draw, "Scope"], Any]

FORMATS = (
    "date", "date-time", "uuid", "email", "uri", "byte", "password", "time", "duration", "ipv4",
    "hostname", "no-such-format",
)  # fmt: skip
PATTERNS = {"^[a-z]+$": "abc", r"^\d{3}$": "123", "a": "a", r"^(?:x|y)*$": ""}


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a schema may use: the version, the named schemas, and how deep it may still nest.

    `above` are the names that a schema may be a bare reference to: a reference to any other could
    lead back to itself without an object, array or map between.
    """

    version: str
    named: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    depth: int = 2
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_30(self) -> bool:
        """Whether schemas are those of OpenAPI 3.0, not of JSON Schema 2020-12."""
        return self.version.startswith("3.0")

    def inside(self) -> Scope:
        """The scope of a schema below a property, an item or a value of a map."""
        return replace(self, depth=self.depth - 1, above=self.named)

    def beside(self) -> Scope:
        """The scope of a member of a composition, which stands at the same place."""
        return replace(self, depth=self.depth - 1)


def chance(draw: Draw, one_in: int) -> bool:
    """Whether something rare is to be; not, in the smallest document."""
    return draw(st.integers(1, one_in)) == one_in


def reference(name: str) -> Schema:
    """A reference to a schema of the components."""
    return {"$ref": f"#/components/schemas/{name}"}


def schema(draw: Draw, scope: Scope) -> Schema:
    """A schema of any kind."""
    if scope.depth <= 0:
        return _leaf(draw, scope)
    kind = draw(st.sampled_from((*KINDS, _leaf, _leaf, _object)))
    return _decorated(draw, scope, kind(draw, scope))


def _leaf(draw: Draw, scope: Scope) -> Schema:
    make = _reference if scope.above and chance(draw, 2) else scalar
    return make(draw, scope)


def scalar(draw: Draw, scope: Scope) -> Schema:
    """A schema without schemas in it."""
    made: Schema = draw(st.sampled_from(SCALARS))(draw, scope)
    return made


def _reference(draw: Draw, scope: Scope) -> Schema:
    if not scope.above:
        return scalar(draw, scope)
    found = reference(draw(st.sampled_from(scope.above)))
    if not scope.is_30 and chance(draw, 4):
        siblings: list[Schema] = [
            {"description": "Words."}, {"minLength": 1}, {"deprecated": True}, {"title": "T"},
        ]  # fmt: skip
        return found | draw(st.sampled_from(siblings))
    return found


def _string(draw: Draw, _: Scope) -> Schema:
    made: Schema = {"type": "string"}
    low, more = draw(st.integers(0, 2)), draw(st.integers(0, 3))
    if draw(st.booleans()):
        made["minLength"] = low
    if draw(st.booleans()):
        made["maxLength"] = low + more
    if chance(draw, 4):
        made["default"] = "x" * low
    return made


def _pattern(draw: Draw, _: Scope) -> Schema:
    pattern = draw(st.sampled_from(list(PATTERNS)))
    made = {"type": "string", "pattern": pattern}
    return made | ({"default": PATTERNS[pattern]} if chance(draw, 4) else {})


def _format(draw: Draw, _: Scope) -> Schema:
    made = {"type": "string", "format": draw(st.sampled_from(FORMATS))}
    return made | ({"minLength": 1} if chance(draw, 4) else {})


def _number(draw: Draw, scope: Scope) -> Schema:
    made: Schema = {"type": draw(st.sampled_from(("integer", "number")))}
    low, more = draw(st.integers(-5, 5)), draw(st.integers(0, 9))
    if draw(st.booleans()):
        made["minimum"] = low
        if chance(draw, 4):
            made |= {"exclusiveMinimum": True} if scope.is_30 else {"exclusiveMinimum": low - 1}
    if draw(st.booleans()):
        made["maximum"] = low + more + 1
    if chance(draw, 6):
        made["multipleOf"] = draw(st.sampled_from((1, 5)))
    elif chance(draw, 4):
        made["default"] = low + 1
    elif chance(draw, 4):
        made["format"] = draw(st.sampled_from(("int32", "int64", "float", "double")))
    return made


def _boolean(draw: Draw, _: Scope) -> Schema:
    default = draw(st.sampled_from((None, True, False)))
    return {"type": "boolean"} | ({} if default is None else {"default": default})


def _enum(draw: Draw, scope: Scope) -> Schema:
    rows: list[list[Any]] = [
        ["a", "b"], ["a"], ["", "a b", "1x"], ["+1", "-1"], ["asc", "ASC", "Asc"],
        ["class", "None"],
        ["é", "名"], ["*", "**"], ["true", "false"], ["name", "value", "mro", "title"],
    ]  # fmt: skip
    values = draw(st.sampled_from(rows))
    made: Schema = {"type": "string", "enum": values}
    if chance(draw, 5):
        made = {"enum": values}
    if chance(draw, 5):
        numbers: list[list[Any]] = [[1, 2], [0], [-1, 1], [10, 20]]
        values = draw(st.sampled_from(numbers))
        made = {"type": "integer", "enum": values}
    if chance(draw, 5):
        made |= _nullable(scope, made) | {"enum": [*values, None]}
    elif chance(draw, 4):
        made["default"] = values[0]
    return made


def _nullable(scope: Scope, made: Schema) -> Schema:
    if "type" not in made:
        return {}
    return {"nullable": True} if scope.is_30 else {"type": [made["type"], "null"]}


def _const(draw: Draw, scope: Scope) -> Schema:
    rows: list[tuple[str, Any]] = [
        ("string", "new"), ("integer", 3), ("boolean", True), ("number", 1.5), ("string", ""),
    ]  # fmt: skip
    kind, value = draw(st.sampled_from(rows))
    typed: Schema = {} if chance(draw, 3) else {"type": kind}
    made = typed | ({"enum": [value]} if scope.is_30 else {"const": value})
    return made | ({"default": value} if chance(draw, 4) else {})


def _anything(draw: Draw, scope: Scope) -> Schema:
    rows: list[Schema] = [
        {}, {"description": "Anything."}, {"type": "object"}, {"nullable": True}, {"title": "T"},
        {"type": "object", "additionalProperties": True}, {"example": {"a": 1}}, {"not": {}},
    ]  # fmt: skip
    if scope.is_30:
        return draw(st.sampled_from(rows))
    more: list[Schema] = [
        {"type": "null"}, {"const": None}, {"type": ["string", "integer", "null"]},
        {"type": ["object", "array"]}, {"type": ["array", "null"], "items": {"type": "string"}},
        {"type": "array"}, {"type": ["string", "null"], "minLength": 1},
        {"type": ["object", "null"], "properties": {"a": {"type": "string"}}},
        {"type": []}, {"contentMediaType": "image/png"}, {"enum": [None]}, {"enum": [1, "a", None]},
        {"type": "string", "contentEncoding": "base64"}, {"examples": [1, "a"]},
        {"type": "string", "contentMediaType": "application/json", "contentSchema": {}},
    ]  # fmt: skip
    rows = [row for row in rows if "nullable" not in row]
    return draw(st.sampled_from([*rows, *(row for row in more if row.get("type") != [])]))


def _array(draw: Draw, scope: Scope) -> Schema:
    made: Schema = {"type": "array", "items": schema(draw, scope.inside())}
    if not scope.is_30 and chance(draw, 4):
        count = draw(st.integers(1, 3))
        made["prefixItems"] = [schema(draw, scope.inside()) for _ in range(count)]
        if draw(st.booleans()):
            made["items"] = draw(st.sampled_from((True, False)))
        elif draw(st.booleans()):
            del made["items"]
    low, more = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    if draw(st.booleans()):
        made["minItems"] = low
    if draw(st.booleans()):
        made["maxItems"] = low + more
    if chance(draw, 4):
        made["uniqueItems"] = True
    return made


def _map(draw: Draw, scope: Scope) -> Schema:
    made: Schema = {"type": "object", "additionalProperties": schema(draw, scope.inside())}
    if not scope.is_30 and chance(draw, 3):
        made["patternProperties"] = {"^x-": schema(draw, scope.inside())}
        if draw(st.booleans()):
            made["additionalProperties"] = False
    if not scope.is_30 and chance(draw, 4):
        made["propertyNames"] = {"pattern": "^[a-z]+$"}
    if chance(draw, 4):
        made |= {"minProperties": 1, "maxProperties": 5}
    return made


def _object(draw: Draw, scope: Scope) -> Schema:
    wanted = draw(names.distinct(names.FIELDS, most=4))
    made: Schema = {"type": "object", "properties": {}}
    for name in wanted:
        made["properties"][name] = _property(draw, scope)
    required = [name for name in wanted if draw(st.booleans())]
    if chance(draw, 5):
        required.append(draw(st.sampled_from(("elsewhere", "not here", "id"))))
    if required:
        made["required"] = required
    if chance(draw, 4):
        more: list[Make] = [schema, lambda *_: True, lambda *_: False, lambda *_: {}]
        made["additionalProperties"] = draw(st.sampled_from(more))(draw, scope.inside())
    if chance(draw, 6):
        made.pop(draw(st.sampled_from(("type", "properties"))))
    return made


def _property(draw: Draw, scope: Scope) -> Schema:
    made = schema(draw, scope.inside())
    if "$ref" not in made and chance(draw, 6):
        return made | {draw(st.sampled_from(("readOnly", "writeOnly", "deprecated"))): True}
    return made


def _union(draw: Draw, scope: Scope) -> Schema:
    word = draw(st.sampled_from(("oneOf", "anyOf")))
    members = [schema(draw, scope.beside()) for _ in range(draw(st.integers(1, 3)))]
    if not scope.is_30 and chance(draw, 3):
        members.append({"type": "null"})
    made: Schema = {word: members}
    if chance(draw, 4):
        made |= _object(draw, replace(scope, depth=1))
    if chance(draw, 6):
        made["type"] = "object"
    if chance(draw, 6):
        other = "anyOf" if word == "oneOf" else "oneOf"
        made[other] = [schema(draw, scope.beside())]
    return made


def _discriminated(draw: Draw, scope: Scope) -> Schema:
    """A union by the field `kind`, of objects that have it; `tags` says which components do."""
    members = [name for name in scope.tags if name in scope.above]
    if not members:
        return _union(draw, scope)
    count = draw(st.integers(1, len(members)))
    word = draw(st.sampled_from(("oneOf", "anyOf")))
    made: Schema = {
        word: [reference(name) for name in members[:count]],
        "discriminator": {"propertyName": "kind"},
    }
    if draw(st.booleans()):
        forms = ("{}", "#/components/schemas/{}")
        made["discriminator"]["mapping"] = {
            tag: draw(st.sampled_from(forms)).format(name)
            for name, tag in list(scope.tags.items())[:count]
            if name in members[:count]
        }
    return made


def _all_of(draw: Draw, scope: Scope) -> Schema:
    members = [draw(st.sampled_from(MEMBERS))(draw, scope.beside()) for _ in range(_few(draw))]
    made: Schema = {"allOf": members}
    if chance(draw, 4):
        made |= _object(draw, replace(scope, depth=1))
    if chance(draw, 6) and scope.is_30:
        made["nullable"] = True
    return made


def _few(draw: Draw) -> int:
    return draw(st.integers(1, 3))


def _object_reference(draw: Draw, scope: Scope) -> Schema:
    known = [name for name in scope.objects if name in scope.above]
    return reference(draw(st.sampled_from(known))) if known else _object(draw, scope)


def _adds_required(draw: Draw, _: Scope) -> Schema:
    return {"required": draw(st.lists(st.sampled_from(("name", "value", "kind")), min_size=1))[:1]}


def _only_words(draw: Draw, scope: Scope) -> Schema:
    rows: list[Schema] = [{"description": "More words."}, {"title": "T"}, {"type": "object"}, {}]
    null: list[Schema] = [{"nullable": True}] if scope.is_30 else []
    return draw(st.sampled_from([*rows, *null]))


def _narrowed(draw: Draw, scope: Scope) -> Schema:
    name = draw(st.sampled_from(("name", "value", "kind")))
    return {"type": "object", "properties": {name: schema(draw, scope.inside())}}


def _conditional(draw: Draw, scope: Scope) -> Schema:
    """Keywords that Python has no type for."""
    made = _object(draw, scope)
    inner = schema(draw, replace(scope, depth=1))
    rows: list[Schema] = [{"not": inner}]
    if not scope.is_30:
        rows += [
            {"if": inner, "then": {"required": ["name"]}, "else": {"required": ["value"]}},
            {"dependentSchemas": {"name": inner}},
            {"dependentRequired": {"name": ["value"]}},
            {"unevaluatedProperties": False},
            {"unevaluatedProperties": inner},
            {"$defs": {"Inner": inner}},
            {"$comment": "c", "x-more": {"$ref": 3}},
        ]
    return made | draw(st.sampled_from(rows))


def _decorated(draw: Draw, scope: Scope, made: Schema) -> Schema:
    """The schema, seldom with what says nothing about the values."""
    if not chance(draw, 6) or ("$ref" in made and scope.is_30):
        return made
    rows: list[Schema] = [
        {"description": "Says \"much\"\\n and 'more'."},
        {"title": "A title"},
        {"title": "Pet"},
        {"deprecated": True},
        {"externalDocs": {"url": "http://x.example"}},
        {"xml": {"name": "n", "attribute": True}},
        {"x-thing": {"type": "string", "$ref": "#/nowhere"}},
        {"nullable": True} if scope.is_30 and "type" in made else {"example": 1},
    ]
    return made | draw(st.sampled_from(rows))


def recursive(draw: Draw, scope: Scope, own: str) -> Schema:
    """A named schema that contains itself, through a class or without one."""
    me = reference(own)
    text: Schema = {"type": "string"}
    rows: list[Schema] = [
        {"type": "array", "items": me},
        {"type": "object", "additionalProperties": me},
        {"type": "object", "properties": {"next": me, "more": {"type": "array", "items": me}}},
        {"type": "object", "properties": {"kids": {"type": "object", "additionalProperties": me}}},
        {"oneOf": [text, {"type": "array", "items": me}]},
        {"anyOf": [text, {"type": "object", "additionalProperties": me}, {"type": "number"}]},
        {"allOf": [{"type": "object", "properties": {"up": me}}, {"required": ["up"]}]},
        {"type": "object", "properties": {"up": {"allOf": [me]}}},
        {"type": "object", "properties": {"up": {"oneOf": [me, text]}}},
        {"type": "array", "items": {"type": "array", "items": me}, "minItems": 1},
    ]
    if not scope.is_30:
        rows.append({"type": ["object", "null"], "properties": {"up": me}})
        rows.append({"type": "object", "properties": {"up": {"anyOf": [me, {"type": "null"}]}}})
    return draw(st.sampled_from(rows))


SCALARS: tuple[Make, ...] = (
    _string, _number, _boolean, _enum, _format, _pattern, _const, _anything,
)  # fmt: skip
KINDS: tuple[Make, ...] = (
    _object, _array, _map, _union, _all_of, _discriminated, _conditional, _anything, _reference,
    _enum,
)  # fmt: skip
MEMBERS: tuple[Make, ...] = (
    _object_reference, _object, _adds_required, _narrowed, _only_words, _union, _reference,
    _enum,
)  # fmt: skip
