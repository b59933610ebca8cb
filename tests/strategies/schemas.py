"""Random schemas of every kind, valid in the version of OpenAPI that they are drawn for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from tests.strategies import names
from tests.strategies.scalars import anything, enum, scalar
from tests.strategies.scope import Draw, Make, Schema, Scope, chance, reference


def schema(draw: Draw, scope: Scope) -> Schema:
    """A schema of any kind."""
    if scope.depth <= 0:
        return _leaf(draw, scope)
    kind = draw(st.sampled_from((*KINDS, _leaf, _leaf, _object)))
    return _decorated(draw, scope, kind(draw, scope))


def _leaf(draw: Draw, scope: Scope) -> Schema:
    make = _reference if scope.above and chance(draw, 2) else scalar
    return make(draw, scope)


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


def _deep_reference(draw: Draw, scope: Scope) -> Schema:
    """A reference into a component: to a property, which every component in `objects` has."""
    known = [name for name in scope.objects if name in scope.deep]
    if not known:
        return _reference(draw, scope)
    name = draw(st.sampled_from(known))
    return {"$ref": f"#/components/schemas/{name}/properties/{draw(st.sampled_from(_SURE))}"}


_SURE = ("name", "value")


def _with_default(draw: Draw, scope: Scope) -> Schema:
    rows: list[Schema] = [
        {"type": "array", "items": {"type": "string"}, "default": []},
        {"type": "array", "items": {"type": "string"}, "default": ["a"]},
        {"type": "object", "additionalProperties": {"type": "integer"}, "default": {"a": 1}},
        {"type": "object", "properties": {"a": {"type": "string"}}, "default": {"a": "x"}},
        {"oneOf": [{"type": "string"}, {"type": "integer"}], "default": "auto"},
        {"anyOf": [{"type": "string", "enum": ["auto"]}, {"type": "integer"}], "default": 3},
        {"type": "string", "format": "date", "default": "2024-01-02"},
        {"type": "string", "format": "date-time", "default": "2024-01-02T03:04:05Z"},
        {"type": "number", "default": 1, "maximum": 1e20},
        {"default": {"$ref": "#/nowhere"}},
        {"default": None, "nullable": True} if scope.is_30 else {"default": None},
    ]
    return draw(st.sampled_from(rows))


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


def _property(draw: Draw, scope: Scope) -> Schema | bool:
    made = schema(draw, scope.inside())
    if not scope.is_30 and chance(draw, 20):
        return draw(st.sampled_from((True, False)))
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


KINDS: tuple[Make, ...] = (
    _object, _array, _map, _union, _all_of, _discriminated, _conditional, anything, _reference,
    enum, _deep_reference, _with_default,
)  # fmt: skip
MEMBERS: tuple[Make, ...] = (
    _object_reference, _object, _adds_required, _narrowed, _only_words, _union, _reference,
    enum,
)  # fmt: skip
