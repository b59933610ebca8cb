"""Schemas of every kind, with the type in Python, values that fit, and values that do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of schema; without `shown` only its values are looked at, `since` is a version."""

    name: str
    schema: Schema
    shown: str = ""
    fits: Sequence[Any] = ()
    misfits: Sequence[Any] = ()
    since: str = "3.0"
    until: str = "3.2"


def of(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, **properties: Schema) -> Schema:
    made: Schema = {"type": "object", "properties": properties}
    return made | ({"required": [*required]} if required else {})


def nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}

CLASHING = dict.fromkeys(
    ("StartTime", "StartTime<", "+1", "-1", "userId", "user_id", "@id", "$id_"), "v"
)
RESERVED = dict.fromkeys(
    (
        *("class", "self", "model_config", "json", "copy", "schema", "_x", "__init__", ""),
        *("a b", "größe", "list", "type", "dict", "None", "model_fields", "validate"),
    ),
    "v",
)

COMPONENTS: dict[str, Schema] = {
    "Pet": obj("name", name=TEXT, age=WHOLE),
    "Owner": obj("mail", mail=TEXT),
    "State": {"type": "string", "enum": ["open", "closed"], "description": "The state."},
    "Again": of("Pet"),
    "AgainState": of("State"),
    "Pets": {"type": "array", "items": of("Pet")},
    "PetsByName": {"type": "object", "additionalProperties": of("Pet")},
    "Either": {"oneOf": [of("Pet"), of("Owner")]},
    "Lone": {"anyOf": [of("Pet")]},
    "LoneAll": {"allOf": [of("Pet")]},
    "Tree": {"type": "array", "items": of("Tree")},
    "Folders": {"type": "object", "additionalProperties": of("Folders")},
    "Nested": {"oneOf": [TEXT, {"type": "array", "items": of("Nested")}]},
    "Json": {
        "anyOf": [
            TEXT,
            {"type": "number"},
            {"type": "array", "items": of("Json")},
            {"type": "object", "additionalProperties": of("Json")},
        ]
    },
    "Animal": obj("kind", kind=TEXT, age=WHOLE)
    | {
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"},
        }
    },
    "Cat": {"allOf": [of("Animal"), obj("lives", lives=WHOLE)]},
    "Dog": {"allOf": [of("Animal"), obj(loud={"type": "boolean"})]},
    "AnyAnimal": {"oneOf": [of("Cat"), of("Dog")], "discriminator": {"propertyName": "kind"}},
    "Message": obj("type", type=TEXT) | {"oneOf": [of("Mail"), of("Call")]},
    "Mail": {"allOf": [obj("type", type=TEXT), obj(to=TEXT)]},
    "Call": {"allOf": [obj("type", type=TEXT), obj(number=WHOLE)]},
    "Blank": {"enum": [""]},
    "NotEither": {"enum": [None]},
    "Scalar": {"type": "string", "maxLength": 9},
    "Chain": obj(name=TEXT, value={"allOf": [{"required": ["name"]}, of("Chain")]}),
    "Chains": obj(
        value={"type": "array", "items": {"allOf": [of("Chains"), {"required": ["value"]}]}}
    ),
    "Grown": obj(up={"allOf": [of("Grown"), obj(more=TEXT)]}),
    "Node": obj("value", value=TEXT, next=of("Node"), kids={"type": "array", "items": of("Node")}),
    "Circle": obj("kind", kind=TEXT, size={"type": "number"}),
    "Square": obj("kind", kind=TEXT, size={"type": "number"}),
    "Shape": {
        "oneOf": [of("Circle"), of("Square")],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"circle": "#/components/schemas/Circle", "square": "Square"},
        },
    },
    "Base": obj(stream={"type": "boolean"}, links={"type": "object"}, name=TEXT),
    "Narrowed": {
        "allOf": [of("Base"), obj(stream={"type": "boolean", "enum": [True]}, links=obj(me=TEXT))]
    },
    "Stricter": {"allOf": [of("Base"), {"required": ["name"]}]},
    "EitherAndMore": {
        "allOf": [
            {"oneOf": [obj("a", a=TEXT), obj("b", b=TEXT)]},
            {"type": "object", "properties": {"total": WHOLE}},
        ]
    },
    "BesideOneOf": {
        "type": "object",
        "properties": {"id": WHOLE},
        "oneOf": [obj("a", a=TEXT), obj("b", b=TEXT)],
    },
    "BesideReferences": {
        "type": "object",
        "required": ["id"],
        "properties": {"id": WHOLE},
        "anyOf": [of("Pet"), of("Owner")],
    },
    "Clashing": obj(**dict.fromkeys(CLASHING, TEXT)),
    "Reserved": obj(**dict.fromkeys(RESERVED, TEXT)),
}

COMPONENTS_31: dict[str, Schema] = {
    "Deep": obj(list={"type": "array", "items": WHOLE}) | {"$defs": {"Inner": obj(x=WHOLE)}},
    "Named": obj(
        a={"$ref": "#/$defs/whole"},
        b={"$ref": "#/$defs/inner"},
        d={"$ref": "#choice"},
        kids={"type": "array", "items": {"$dynamicRef": "#node"}},
    )
    | {
        "$id": "https://kinds.test/named",
        "$dynamicAnchor": "node",
        "$defs": {
            "whole": WHOLE,
            "inner": obj(c={"$ref": "#/$defs/whole"}),
            "choice": {"$anchor": "choice", "type": "string", "enum": ["p", "q"]},
        },
    },
}
"""What OpenAPI 3.0 has no words for."""

PET = {"name": "Rex"}

KINDS: list[Kind] = [
    # Scalars, which stay as they were.
    Kind(name="text", schema=TEXT, shown="str", fits=["a", ""], misfits=[1, {}]),
    Kind(name="whole", schema=WHOLE, shown="int", fits=[0, -1], misfits=["a", 1.5]),
    Kind(name="number", schema={"type": "number"}, shown="float", fits=[1.5], misfits=["a"]),
    Kind(name="bool", schema={"type": "boolean"}, shown="bool", fits=[True], misfits=["no way"]),
    Kind(name="anything", schema={}, shown="Any", fits=[1, "a", [1], {"a": 1}]),
    Kind(
        name="date",
        schema={"type": "string", "format": "date"},
        shown="date",
        fits=["2024-01-02"],
        misfits=["soon"],
    ),
    Kind(
        name="moment",
        schema={"type": "string", "format": "date-time"},
        shown="datetime",
        fits=["2024-01-02T03:04:05Z"],
        misfits=["soon"],
    ),
    Kind(
        name="id",
        schema={"type": "string", "format": "uuid"},
        shown="UUID",
        fits=["00000000-0000-0000-0000-000000000001"],
        misfits=["one"],
    ),
    Kind(name="mail", schema=TEXT | {"format": "email"}, shown="str", fits=["a@b.example"]),
    # Bounds at the value itself and inside of it.
    Kind(
        name="bounded",
        schema=WHOLE | {"minimum": 1, "maximum": 3},
        shown="int",
        fits=[1, 3],
        misfits=["a"],
    ),
    Kind(
        name="short texts",
        schema={"type": "array", "items": TEXT | {"minLength": 1, "maxLength": 1}},
        shown="list[str]",
        fits=[["a", "b"], []],
        misfits=[[1], "a"],
    ),
    Kind(
        name="text or few",
        schema={"oneOf": [TEXT, {"type": "array", "minItems": 1, "maxItems": 50, "items": TEXT}]},
        shown="str | list[str]",
        fits=["a", ["a", "b"]],
        misfits=[1, [1]],
    ),
    Kind(
        name="board",
        schema={
            "type": "array",
            "minItems": 3,
            "maxItems": 3,
            "items": {
                "type": "array",
                "minItems": 3,
                "items": {"type": "string", "enum": [".", "X", "O"]},
            },
        },
        shown="list[list[Literal['.', 'X', 'O']]]",
        fits=[[["."] * 3] * 3],
        misfits=[[["?"] * 3] * 3],
    ),
    Kind(
        name="bounded by name",
        schema={"type": "object", "additionalProperties": WHOLE | {"minimum": 0}},
        shown="dict[str, int]",
        fits=[{"a": 1}, {}],
        misfits=[{"a": "b"}],
    ),
    Kind(
        name="bounded or null",
        schema=nullable(WHOLE | {"minimum": 1}),
        shown="int | None",
        fits=[5, None],
        misfits=["a"],
        since="3.1",
    ),
    Kind(
        name="bounded or null in one type",
        schema={"type": ["integer", "null"], "minimum": 1, "title": "Limit"},
        shown="int | None",
        fits=[5, None],
        misfits=["a"],
        since="3.1",
    ),
    Kind(
        name="bounded nullable",
        schema=WHOLE | {"minimum": 1, "nullable": True},
        shown="int | None",
        fits=[5, None],
        misfits=["a"],
        until="3.0",
    ),
    Kind(
        name="bounded in a union",
        schema={"anyOf": [TEXT | {"maxLength": 4}, WHOLE | {"minimum": 1}, {"type": "boolean"}]},
        shown="str | int | bool",
        fits=["a", 2, True],
        misfits=[[]],
    ),
    # Null and lists of types.
    Kind(name="null", schema={"type": "null"}, shown="None", fits=[None], since="3.1"),
    Kind(
        name="text or whole",
        schema={"type": ["string", "integer"]},
        shown="str | int",
        fits=["a", 1],
        misfits=[[]],
        since="3.1",
    ),
    Kind(
        name="list or null",
        schema={"type": ["array", "null"], "items": TEXT},
        shown="list[str] | None",
        fits=[["a"], None],
        misfits=[[1]],
        since="3.1",
    ),
    Kind(
        name="object or null",
        schema=nullable(of("Pet")),
        shown="Pet | None",
        fits=[PET, None],
        misfits=[{}],
        since="3.1",
    ),
    # Enumerations and constants.
    Kind(
        name="choice",
        schema={"type": "string", "enum": ["a", "b"]},
        shown="Literal['a', 'b']",
        fits=["a"],
        misfits=["c", 1],
    ),
    Kind(
        name="choice without type",
        schema={"enum": ["a", "b"]},
        shown="Literal['a', 'b']",
        fits=["b"],
        misfits=["c"],
    ),
    Kind(
        name="awkward choice",
        schema={"type": "string", "enum": ["", "a b", "+1", "-1", "class", "é", "asc", "ASC"]},
        shown="Literal['', 'a b', '+1', '-1', 'class', 'é', 'asc', 'ASC']",
        fits=["", "-1", "ASC"],
        misfits=["1"],
    ),
    Kind(
        name="numbers to choose",
        schema=WHOLE | {"enum": [1, 2]},
        shown="Literal[1, 2]",
        fits=[1],
        misfits=[3],
    ),
    Kind(
        name="choice or null",
        schema=nullable(of("State")),
        shown="Literal['open', 'closed'] | None",
        fits=["open", None],
        misfits=["ajar"],
        since="3.1",
    ),
    Kind(
        name="nullable choice",
        schema={"type": "string", "nullable": True, "enum": ["a", "b", None]},
        shown="Literal['a', 'b'] | None",
        fits=["a", None],
        misfits=["c"],
        until="3.0",
    ),
    Kind(
        name="nullable choice by reference",
        schema={"allOf": [of("State")], "nullable": True},
        shown="Literal['open', 'closed'] | None",
        fits=["open", None],
        misfits=["ajar"],
        until="3.0",
    ),
    Kind(
        name="described choice",
        schema={
            "allOf": [
                {"type": "string", "enum": ["a", "b"], "description": "The kind."},
                {"description": "More words."},
            ]
        },
        shown="Literal['a', 'b']",
        fits=["a"],
        misfits=["c"],
    ),
    Kind(
        name="described nullable choice",
        schema={
            "allOf": [
                {"type": "string", "enum": ["a", "b"], "nullable": True},
                {"description": "More words.", "nullable": True},
            ]
        },
        shown="Literal['a', 'b'] | None",
        fits=["a", None],
        misfits=["c"],
        until="3.0",
    ),
    Kind(
        name="constant",
        schema=TEXT | {"const": "new"},
        shown="Literal['new']",
        fits=["new"],
        misfits=["old"],
        since="3.1",
    ),
    Kind(
        name="constant without type",
        schema={"const": 3},
        shown="Literal[3]",
        fits=[3],
        misfits=[4],
        since="3.1",
    ),
    Kind(
        name="constant or null",
        schema=nullable({"const": "all"}),
        shown="Literal['all'] | None",
        fits=["all", None],
        misfits=["some"],
        since="3.1",
    ),
    Kind(
        name="one value",
        schema=TEXT | {"enum": ["new"]},
        shown="Literal['new']",
        fits=["new"],
        misfits=["old"],
    ),
    # References.
    Kind(name="class", schema=of("Pet"), shown="Pet", fits=[PET], misfits=[{}, 1]),
    Kind(name="class again", schema=of("Again"), shown="Pet", fits=[PET], misfits=[{}]),
    Kind(
        name="state",
        schema=of("State"),
        shown="Literal['open', 'closed']",
        fits=["open"],
        misfits=["ajar"],
    ),
    Kind(
        name="state again",
        schema=of("AgainState"),
        shown="Literal['open', 'closed']",
        fits=["open"],
        misfits=["ajar"],
    ),
    Kind(name="many", schema=of("Pets"), shown="list[Pet]", fits=[[PET], []], misfits=[[{}]]),
    Kind(
        name="by name",
        schema=of("PetsByName"),
        shown="dict[str, Pet]",
        fits=[{"a": PET}],
        misfits=[{"a": {}}],
    ),
    Kind(
        name="reference beside words",
        schema=of("Pet") | {"description": "Mine."},
        shown="Pet",
        fits=[PET],
        misfits=[{}],
        since="3.1",
    ),
    # Unions and compositions.
    Kind(
        name="either",
        schema=of("Either"),
        shown="Pet | Owner",
        fits=[PET, {"mail": "m"}],
        misfits=[{}],
    ),
    Kind(name="lone", schema=of("Lone"), shown="Pet", fits=[PET], misfits=[{}]),
    Kind(name="lone inline", schema={"oneOf": [of("Pet")]}, shown="Pet", fits=[PET]),
    Kind(name="lone of all", schema={"allOf": [of("Pet")]}, fits=[PET], misfits=[{}]),
    Kind(name="lone of all by name", schema=of("LoneAll"), fits=[PET], misfits=[{}]),
    Kind(name="empty member", schema={"anyOf": [of("Pet"), {}]}, shown="Any", fits=[PET, 1]),
    Kind(
        name="inline objects",
        schema={"oneOf": [obj("a", a=TEXT), obj("b", b=TEXT)]},
        fits=[{"a": "x"}, {"b": "y"}],
        misfits=[1],
    ),
    Kind(
        name="shape",
        schema=of("Shape"),
        shown="Circle | Square",
        fits=[{"kind": "circle", "size": 1.5}, {"kind": "square"}],
        misfits=[1],
    ),
    Kind(
        name="properties beside oneOf",
        schema=of("BesideOneOf"),
        fits=[{"a": "x", "id": 1}, {"b": "y", "id": 2}],
        misfits=[1, {"a": "x", "id": "one"}],
    ),
    Kind(
        name="properties beside anyOf of references",
        schema=of("BesideReferences"),
        fits=[{"name": "x", "id": 1}, {"mail": "y", "id": 2}],
        misfits=[1],
    ),
    Kind(
        name="allOf with oneOf inside",
        schema=of("EitherAndMore"),
        fits=[{"a": "x", "total": 1}, {"b": "y"}],
        misfits=[1, {"a": "x", "total": "many"}],
    ),
    Kind(
        name="allOf that narrows",
        schema=of("Narrowed"),
        shown="Narrowed",
        fits=[{"stream": True, "links": {"me": "x"}, "name": "n"}, {}],
        misfits=[{"links": {"me": 1}}],
    ),
    Kind(
        name="allOf that requires",
        schema=of("Stricter"),
        shown="Stricter",
        fits=[{"name": "n"}],
        misfits=[{}],
    ),
    Kind(
        name="allOf of a reference and null",
        schema={
            "allOf": [
                of("Pet"),
                {"type": "object", "nullable": True, "description": "The parent."},
                obj(kind={"type": "string", "enum": ["a", "b"]}),
            ]
        },
        fits=[{"name": "x", "kind": "a"}],
        misfits=[{"name": "x", "kind": "c"}, 1],
        until="3.0",
    ),
    # Objects and maps.
    Kind(name="object", schema={"type": "object"}, shown="dict[str, Any]", fits=[{"a": 1}, {}]),
    Kind(
        name="no property",
        schema={"type": "object", "properties": {}},
        shown="dict[str, Any]",
        fits=[{"a": 1}, {}],
    ),
    Kind(
        name="open map",
        schema={"type": "object", "additionalProperties": True},
        shown="dict[str, Any]",
        fits=[{"a": 1}],
    ),
    Kind(
        name="requires what it does not describe",
        schema={"type": "object", "properties": {"a": TEXT}, "required": ["a", "other"]},
        fits=[{"a": "x", "other": 1}],
        misfits=[1],
    ),
    Kind(name="clashing names", schema=of("Clashing"), shown="Clashing", fits=[CLASHING]),
    Kind(name="reserved names", schema=of("Reserved"), shown="Reserved", fits=[RESERVED]),
    # What contains itself.
    Kind(name="tree of lists", schema=of("Tree"), fits=[[], [[], [[]]]]),
    Kind(name="tree of maps", schema=of("Folders"), fits=[{}, {"a": {"b": {}}}]),
    Kind(name="nested lists", schema=of("Nested"), fits=["a", ["a", ["b"]]]),
    Kind(name="any JSON", schema=of("Json"), fits=["a", 1.5, [{"a": ["b"]}]]),
    Kind(
        name="tree of classes",
        schema=of("Node"),
        shown="Node",
        fits=[{"value": "a", "kids": [{"value": "b", "next": {"value": "c"}}]}],
        misfits=[{"value": "a", "kids": [{}]}],
    ),
    Kind(
        name="itself with a required field",
        schema=of("Chain"),
        fits=[{"value": {"name": "a", "value": {"name": "b"}}}, {}],
        misfits=[{"value": {}}, {"name": 1}],
    ),
    Kind(
        name="itself in a list with a required field",
        schema=of("Chains"),
        fits=[{"value": [{"value": []}]}, {}],
        misfits=[{"value": [{}]}],
    ),
    Kind(
        name="itself with a further field",
        schema=of("Grown"),
        fits=[{"up": {"more": "a", "up": {"more": "b"}}}],
        misfits=[{"up": {"more": 1}}],
    ),
    # Idioms of people and of tools.
    Kind(name="child", schema=of("Cat"), shown="Cat", fits=[{"kind": "cat", "lives": 9}]),
    Kind(
        name="parent",
        schema=of("Animal"),
        shown="Cat | Dog",
        fits=[{"kind": "cat", "age": 1, "lives": 9}, {"kind": "dog"}],
        misfits=[{}, {"kind": "cow"}, {"kind": "cat", "age": 1}],
    ),
    Kind(
        name="any child",
        schema=of("AnyAnimal"),
        shown="Cat | Dog",
        fits=[{"kind": "Cat", "lives": 9}, {"kind": "dog", "loud": True}],
        misfits=[1, {"kind": "cow"}],
    ),
    Kind(
        name="list of children",
        schema={"type": "array", "items": {"anyOf": [of("Cat"), of("Dog")]}},
        shown="list[Cat | Dog]",
        fits=[[{"kind": "cat", "lives": 9}]],
        misfits=[[1]],
    ),
    Kind(
        name="parent of one of its kinds",
        schema=of("Message"),
        fits=[{"type": "mail", "to": "x"}, {"type": "call", "number": 1}],
        misfits=[1],
    ),
    Kind(
        name="one of its fields is needed",
        schema=obj(a=TEXT, b=TEXT) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        fits=[{"a": "x"}, {"b": "y"}],
        misfits=[{"a": 1}, 1],
    ),
    Kind(
        name="object, list or text",
        schema={
            "oneOf": [
                obj("a", a=TEXT) | {"additionalProperties": False},
                {"type": "array", "items": of("Pet")},
                TEXT,
            ]
        },
        fits=[{"a": "x"}, [PET], "x"],
        misfits=[1],
    ),
    Kind(
        name="two lists",
        schema={"oneOf": [of("Pets"), {"type": "array", "items": TEXT}]},
        shown="list[Pet] | list[str]",
        fits=[[PET], ["a"]],
        misfits=[1],
    ),
    Kind(
        name="union in a union",
        schema={"anyOf": [{"oneOf": [of("Pet"), TEXT]}, {"oneOf": [WHOLE, of("Pet")]}]},
        shown="Pet | str | int",
        fits=[PET, "a", 1],
        misfits=[[]],
    ),
    Kind(
        name="choice, nothing or null",
        schema={"oneOf": [of("State"), of("Blank"), of("NotEither")]},
        fits=["open", "", None],
        misfits=["ajar"],
    ),
    Kind(
        name="constants with titles",
        schema={"oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]},
        fits=["a", "b"],
        misfits=["c"],
        since="3.1",
    ),
    Kind(
        name="open choice",
        schema={"anyOf": [TEXT, {"type": "string", "enum": ["a", "b"]}]},
        fits=["a", "c"],
        misfits=[1],
    ),
    Kind(
        name="choice or null in one type",
        schema={"type": ["string", "null"], "enum": ["a", "b", None]},
        shown="Literal['a', 'b'] | None",
        fits=["a", None],
        misfits=["c"],
        since="3.1",
    ),
    Kind(
        name="nullable choice without null",
        schema={"type": "string", "nullable": True, "enum": ["a", "b"]},
        fits=["a"],
        misfits=["c"],
        until="3.0",
    ),
    Kind(
        name="moment or null",
        schema={"type": "string", "format": "date-time", "nullable": True},
        shown="datetime | None",
        fits=["2024-01-02T03:04:05Z", None],
        misfits=["soon"],
        until="3.0",
    ),
    Kind(
        name="two parents",
        schema={"allOf": [of("Pet"), of("Owner")]},
        fits=[{"name": "x", "mail": "y"}],
        misfits=[{"name": "x"}],
    ),
    Kind(
        name="all of a text",
        schema={"allOf": [of("Scalar"), {"description": "Words."}]},
        shown="str",
        fits=["a"],
        misfits=[1],
    ),
    Kind(
        name="choice with a default",
        schema={"allOf": [of("State")], "default": "open"},
        shown="Literal['open', 'closed']",
        fits=["closed"],
        misfits=["ajar"],
    ),
    Kind(
        name="union and more",
        schema={"allOf": [of("Either"), obj(more=TEXT)]},
        fits=[{"name": "x", "more": "y"}, {"mail": "x"}],
        misfits=[1, {"name": "x", "more": 1}],
    ),
    Kind(
        name="map of unions",
        schema={"type": "object", "additionalProperties": {"oneOf": [TEXT, WHOLE]}},
        shown="dict[str, str | int]",
        fits=[{"a": "x", "b": 1}],
        misfits=[{"a": []}],
    ),
    Kind(
        name="properties and a map",
        schema=obj(a=WHOLE) | {"additionalProperties": TEXT},
        fits=[{"a": 1, "b": "x"}],
        misfits=[{"a": "x"}],
    ),
    Kind(name="list of anything", schema={"type": "array", "items": {}}, fits=[[1, "a", {}]]),
    Kind(name="list without items", schema={"type": "array"}, fits=[[1, "a"]], since="3.1"),
    Kind(name="big", schema=WHOLE | {"format": "int64"}, shown="int", fits=[2**63]),
    Kind(name="properties without type", schema={"properties": {"a": TEXT}}, fits=[{"a": "x"}]),
    Kind(name="not null", schema={"type": "string", "not": {"enum": ["x"]}}, fits=["a"]),
    Kind(
        name="open object without type",
        schema={"additionalProperties": WHOLE},
        fits=[{"a": 1}],
    ),
    # What Python has no type for, or only nearly.
    Kind(
        name="tuple",
        schema={
            "type": "array",
            "prefixItems": [TEXT, WHOLE],
            "items": False,
            "minItems": 2,
        },
        fits=[["a", 1]],
        misfits=[1],
        since="3.1",
    ),
    Kind(
        name="open tuple",
        schema={"type": "array", "prefixItems": [TEXT, WHOLE]},
        fits=[["a", 1]],
        since="3.1",
    ),
    Kind(
        name="by patterns",
        schema={"type": "object", "patternProperties": {"^x-": TEXT}},
        fits=[{"x-a": "b"}],
        since="3.1",
    ),
    Kind(
        name="conditional",
        schema=obj(a=TEXT, b=TEXT) | {"if": {"required": ["a"]}, "then": {"required": ["b"]}},
        fits=[{"a": "x", "b": "y"}, {}],
        misfits=[{"a": 1}],
        since="3.1",
    ),
    Kind(
        name="dependent",
        schema=obj(a=TEXT) | {"dependentSchemas": {"a": {"required": ["b"]}}},
        fits=[{"a": "x", "b": "y"}],
        since="3.1",
    ),
    Kind(
        name="closed",
        schema=obj(a=TEXT) | {"unevaluatedProperties": False},
        fits=[{"a": "x"}],
        since="3.1",
    ),
    Kind(name="not", schema=obj(a=TEXT) | {"not": {"required": ["b"]}}, fits=[{"a": "x"}]),
    Kind(
        name="property of a schema",
        schema={"$ref": "#/components/schemas/Pet/properties/age"},
        shown="int",
        fits=[1],
        misfits=["a"],
    ),
    Kind(
        name="items of a schema",
        schema={"$ref": "#/components/schemas/Pets/items"},
        shown="Pet",
        fits=[PET],
        misfits=[{}],
    ),
    Kind(
        name="default of another kind",
        schema={"anyOf": [TEXT | {"enum": ["auto"]}, WHOLE | {"minimum": 1}], "default": "auto"},
        shown="Literal['auto'] | int",
        fits=["auto", 3],
        misfits=["manual"],
    ),
    Kind(
        name="default list",
        schema={"type": "array", "items": TEXT, "default": ["a"]},
        shown="list[str]",
        fits=[["b"]],
        misfits=["b"],
    ),
    Kind(
        name="default that looks like a reference",
        schema={"type": "object", "default": {"$ref": "#/nowhere"}},
        shown="dict[str, Any]",
        fits=[{"a": 1}],
    ),
    Kind(
        name="values of several types",
        schema={"enum": [1, "a", None]},
        fits=[1, "a", None],
        misfits=["b"],
    ),
    Kind(
        name="fractions to choose",
        schema={"type": "number", "enum": [0.5, 1]},
        fits=[0.5, 1],
    ),
    Kind(
        name="true or false to choose",
        schema={"type": "boolean", "enum": [True]},
        shown="Literal[True]",
        fits=[True],
        misfits=[False],
    ),
    Kind(
        name="constant object",
        schema={"const": {"a": 1}},
        fits=[{"a": 1}],
        since="3.1",
    ),
    Kind(
        name="own definitions",
        schema=obj(a=TEXT) | {"$defs": {"Inner": TEXT}},
        fits=[{"a": "x"}],
        since="3.1",
    ),
    Kind(
        name="encoded",
        schema=TEXT | {"contentEncoding": "base64", "contentMediaType": "image/png"},
        fits=["YQ=="],
        since="3.1",
    ),
    # OpenAPI 3.1: each keyword of JSON Schema 2020-12 that says something about a type.
    Kind(
        name="tuple by its length",
        schema={"type": "array", "prefixItems": [TEXT, of("Pet")], "minItems": 2, "maxItems": 2},
        shown="tuple[str, Pet]",
        fits=[["a", PET]],
        misfits=[["a", {}], ["a"], ["a", PET, 1]],
        since="3.1",
    ),
    Kind(
        name="tuple closed by what is not evaluated",
        schema={
            "type": "array",
            "prefixItems": [TEXT, WHOLE],
            "minItems": 2,
            "unevaluatedItems": False,
        },
        shown="tuple[str, int]",
        fits=[["a", 1]],
        misfits=[["a", "b"], ["a"]],
        since="3.1",
    ),
    Kind(
        name="tuple or null",
        schema={
            "type": ["array", "null"],
            "prefixItems": [TEXT, {"type": ["number", "null"]}],
            "minItems": 2,
            "items": False,
        },
        shown="tuple[str, float | None] | None",
        fits=[["a", None], None],
        misfits=[["a", "b"]],
        since="3.1",
    ),
    Kind(
        name="tuple that can be short",
        schema={"type": "array", "prefixItems": [TEXT, WHOLE], "items": False},
        shown="list[str | int]",
        fits=[["a", 1], ["a"], []],
        misfits=[[[]]],
        since="3.1",
    ),
    Kind(
        name="tuple with a rest",
        schema={"type": "array", "prefixItems": [TEXT], "items": WHOLE},
        shown="list[str | int]",
        fits=[["a", 1, 2], []],
        misfits=[[[]]],
        since="3.1",
    ),
    Kind(
        name="tuple of anything",
        schema={"prefixItems": [True, TEXT], "items": False, "minItems": 2},
        shown="tuple[Any, str]",
        fits=[[{}, "a"]],
        misfits=[["a", 1]],
        since="3.1",
    ),
    Kind(
        name="items that are not evaluated",
        schema={"type": "array", "unevaluatedItems": WHOLE},
        shown="list[int]",
        fits=[[1, 2]],
        misfits=[["a"]],
        since="3.1",
    ),
    Kind(
        name="properties that are not evaluated",
        schema={"type": "object", "unevaluatedProperties": WHOLE},
        shown="dict[str, int]",
        fits=[{"a": 1}],
        misfits=[{"a": "b"}],
        since="3.1",
    ),
    Kind(
        name="more properties that are not evaluated",
        schema=obj(a=TEXT) | {"unevaluatedProperties": WHOLE},
        fits=[{"a": "x", "b": 1}],
        misfits=[{"a": 1}],
        since="3.1",
    ),
    Kind(name="no items", schema={"type": "array", "items": False}, fits=[[]], since="3.1"),
    Kind(name="constant null", schema={"const": None}, shown="None", fits=[None], since="3.1"),
    Kind(
        name="constant truth",
        schema={"const": True},
        shown="Literal[True]",
        fits=[True],
        misfits=[False, 2],
        since="3.1",
    ),
    Kind(
        name="constant nothing",
        schema={"const": ""},
        shown="Literal['']",
        fits=[""],
        misfits=["a"],
        since="3.1",
    ),
    Kind(
        name="constant zero",
        schema={"const": 0},
        shown="Literal[0]",
        fits=[0],
        misfits=[1],
        since="3.1",
    ),
    Kind(
        name="constant fraction",
        schema={"const": 1.5},
        shown="float",
        fits=[1.5],
        misfits=["a"],
        since="3.1",
    ),
    Kind(
        name="constant beyond 64 bits",
        schema={"const": 2**70},
        shown="int",
        fits=[2**70],
        misfits=["a"],
        since="3.1",
    ),
    Kind(
        name="constant list",
        schema={"const": [1, "a"]},
        shown="list[Any]",
        fits=[[1, "a"]],
        misfits=[1],
        since="3.1",
    ),
    Kind(
        name="constant object",
        schema={"const": {"a": 1}},
        shown="dict[str, Any]",
        fits=[{"a": 1}],
        misfits=[1],
        since="3.1",
    ),
    Kind(
        name="one of some constants",
        schema={"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}, {"const": 1}]},
        shown="Literal['a'] | Literal['b'] | Literal[1]",
        fits=["a", "b", 1],
        misfits=["c", 2],
        since="3.1",
    ),
    Kind(
        name="choice of all sorts",
        schema={"enum": ["a", 1, None, True]},
        shown="Literal['a', 1, True] | None",
        fits=["a", 1, True, None],
        misfits=["b", 2],
        since="3.1",
    ),
    Kind(
        name="choice of values without literals",
        schema={"enum": [{"a": 1}, [1], 1.5]},
        shown="dict[str, Any] | list[Any] | float",
        fits=[{"a": 1}, [1], 1.5],
        misfits=["a"],
        since="3.1",
    ),
    Kind(
        name="object or text",
        schema={"type": ["object", "string"], "properties": {"a": TEXT}},
        fits=[{"a": "x"}, "b"],
        misfits=[{"a": 1}, 1],
        since="3.1",
    ),
    Kind(
        name="object, list or null",
        schema={
            "type": ["null", "array", "object"],
            "properties": {"a": TEXT},
            "items": WHOLE,
        },
        fits=[{"a": "x"}, [1], None],
        misfits=[{"a": 1}, ["x"], 1],
        since="3.1",
    ),
    Kind(
        name="all types",
        schema={"type": ["string", "number", "boolean", "array", "object", "null"]},
        shown="str | float | bool | list[Any] | dict[str, Any] | None",
        fits=["a", 1.5, True, [1], {"a": 1}, None],
        since="3.1",
    ),
    Kind(name="true", schema=True, shown="Any", fits=[1, "a", {"a": 1}], since="3.1"),  # type: ignore[arg-type]
    Kind(name="no schema fits", schema={"not": {}}, shown="Any", fits=[1], since="3.1"),
    Kind(
        name="text or no schema",
        schema={"anyOf": [False, TEXT]},
        shown="str",
        fits=["a"],
        misfits=[1],
        since="3.1",
    ),
    Kind(
        name="property that must not be there",
        schema={"type": "object", "properties": {"a": True, "b": False}, "required": ["a"]},
        fits=[{"a": 1}, {"a": "x"}],
        misfits=[{}],
        since="3.1",
    ),
    Kind(
        name="encoded for addresses",
        schema=TEXT | {"contentEncoding": "base64url"},
        shown="str",
        fits=["-_"],
        misfits=[1],
        since="3.1",
    ),
    Kind(
        name="text with a document in it",
        schema=TEXT | {"contentMediaType": "application/json", "contentSchema": of("Pet")},
        shown="str",
        fits=['{"name": "Rex"}'],
        misfits=[PET],
        since="3.1",
    ),
    Kind(
        name="if, then and else",
        schema=obj(kind=TEXT)
        | {
            "if": {"properties": {"kind": {"const": "a"}}},
            "then": obj("x", x=WHOLE),
            "else": {"properties": {"y": TEXT}},
        },
        fits=[{"kind": "a", "x": 1}, {"kind": "b", "y": "z"}],
        misfits=[{"x": "one"}, {"y": 1}],
        since="3.1",
    ),
    Kind(
        name="depending on a property",
        schema=obj(a=TEXT)
        | {
            "dependentSchemas": {"a": {"properties": {"b": WHOLE}, "required": ["b"]}},
            "dependentRequired": {"a": ["b"]},
        },
        fits=[{"a": "x", "b": 1}, {}],
        misfits=[{"b": "x"}],
        since="3.1",
    ),
    Kind(
        name="several patterns of names",
        schema={
            "type": "object",
            "patternProperties": {"^x-": WHOLE, "^y-": TEXT},
            "additionalProperties": False,
        },
        shown="dict[str, int | str]",
        fits=[{"x-a": 1, "y-b": "z"}],
        misfits=[{"x-a": []}],
        since="3.1",
    ),
    Kind(
        name="properties beside patterns",
        schema=obj(a=TEXT) | {"patternProperties": {"^x-": WHOLE}},
        fits=[{"a": "b", "x-a": 1}],
        misfits=[{"a": 1}],
        since="3.1",
    ),
    Kind(
        name="rules for names",
        schema={
            "type": "object",
            "propertyNames": {"pattern": "^a"},
            "additionalProperties": WHOLE,
        },
        shown="dict[str, int]",
        fits=[{"ab": 1}],
        misfits=[{"ab": "c"}],
        since="3.1",
    ),
    Kind(
        name="list that contains something",
        schema={"type": "array", "items": TEXT, "contains": {"const": "a"}, "minContains": 1},
        shown="list[str]",
        fits=[["a", "b"]],
        misfits=[[1]],
        since="3.1",
    ),
    Kind(
        name="properties beside a reference",
        schema=of("Pet") | {"properties": {"extra": WHOLE}},
        fits=[PET | {"extra": 1}],
        misfits=[{"extra": 1}, PET | {"extra": "x"}],
        since="3.1",
    ),
    Kind(
        name="definition of a component",
        schema=of("Deep/$defs/Inner"),
        fits=[{"x": 1}],
        misfits=[{"x": "one"}],
        since="3.1",
    ),
    Kind(
        name="property of a component",
        schema=of("Deep/properties/list"),
        shown="list[int]",
        fits=[[1]],
        misfits=[["a"]],
        since="3.1",
    ),
    Kind(
        name="definitions under an own address",
        schema=of("Named"),
        shown="Named",
        fits=[{"a": 1, "b": {"c": 2}, "d": "p", "kids": [{"a": 3}]}],
        misfits=[{"a": "x"}, {"b": {"c": "x"}}, {"d": "r"}, {"kids": [{"a": "x"}]}],
        since="3.1",
    ),
    Kind(
        name="by its address",
        schema={"$ref": "https://kinds.test/named"},
        shown="Named",
        fits=[{"a": 1}],
        misfits=[{"a": "x"}],
        since="3.1",
    ),
    Kind(
        name="by its anchor",
        schema={"$ref": "https://kinds.test/named#choice"},
        shown="Literal['p', 'q']",
        fits=["p"],
        misfits=["r"],
        since="3.1",
    ),
]


def kinds_of(version: str) -> list[Kind]:
    """The kinds that a version of OpenAPI has."""
    short = version.rpartition(".")[0]
    return [kind for kind in KINDS if kind.since <= short <= kind.until]


def document_of(version: str) -> dict[str, Any]:
    """One document with an operation for each kind: it answers with what it was sent."""
    paths = {}
    for number, kind in enumerate(kinds_of(version)):
        schema = obj(
            value=kind.schema,
            many={"type": "array", "items": kind.schema},
            named={"type": "object", "additionalProperties": kind.schema},
        )
        media = {"application/json": {"schema": schema}}
        paths[f"/kind{number}"] = {
            "post": {
                "operationId": f"echo{number}",
                "summary": kind.name,
                "requestBody": {"required": True, "content": media},
                "responses": {"200": {"description": "The same.", "content": media}},
            }
        }
    return {
        "openapi": version,
        "info": {"title": "Kinds", "version": "1"},
        "paths": paths,
        "components": {"schemas": COMPONENTS | ({} if version < "3.1" else COMPONENTS_31)},
    }
