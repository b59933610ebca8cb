"""Swagger 2.0 documents, drawn at random: all kinds of parameters, bodies, forms and responses."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st

Tree = Any

DEFINITIONS = ["Pet", "Foo«Bar»", "a b", "List[Pet]", "x~/y", "größer"]
MEDIA_TYPES = [
    "application/json",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
]
METHODS = ["get", "put", "post", "delete", "options", "head", "patch"]
PATHS = ["/pets", "/pets/{id}", "/stores/{id}/pets"]
FORMATS = st.sampled_from(["csv", "ssv", "tsv", "pipes"])

extensions = st.dictionaries(st.sampled_from(["x-a", "x-b"]), st.none() | st.integers(), max_size=1)
media_types = st.lists(st.sampled_from(MEDIA_TYPES), max_size=3, unique=True)
texts = st.sampled_from(["", "A word.", "Größe"])
names = st.sampled_from(["limit", "tags", "größe", "X-Token", "a[]"])


def fields(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Tree]:
    """Objects with these fields and extensions."""
    fixed = st.fixed_dictionaries(required, optional=optional)
    return st.builds(lambda one, more: {**one, **more}, fixed, extensions)


def to_definition(name: str) -> str:
    """The reference to a definition as a careful writer writes it."""
    return "#/definitions/" + quote(name.replace("~", "~0").replace("/", "~1"))


references = st.sampled_from(DEFINITIONS).map(lambda name: {"$ref": to_definition(name)})
scalars = st.one_of(
    fields({"type": st.just("string")}, {"format": st.sampled_from(["byte", "date-time"])}),
    fields({"type": st.just("integer")}, {"minimum": st.integers(0, 3), "default": st.just(7)}),
    fields({"type": st.just("number"), "maximum": st.just(9)}, {"exclusiveMaximum": st.booleans()}),
    fields({"type": st.just("boolean")}, {"default": st.booleans()}),
    fields({"type": st.just("string"), "enum": st.just(["a", "b"])}, {"default": st.just("a")}),
)


def _structured(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Lists and objects."""
    properties = st.dictionaries(st.sampled_from(["id", "required", "$ref", "type"]), inner)
    kind = {"type": st.just("object"), "properties": properties}
    more = {"additionalProperties": inner | st.booleans(), "x-nullable": st.booleans()}
    return st.one_of(
        fields({"type": st.just("array"), "items": inner}, {"x-nullable": st.booleans()}),
        fields(kind, {"discriminator": st.just("type"), "required": st.just(["type"]), **more}),
    )


def _deeper(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    composed = {"allOf": st.lists(inner, min_size=1, max_size=2)}
    return _structured(inner) | fields(composed, {"description": texts})


schemas = st.recursive(
    st.one_of(
        scalars,
        references,
        st.builds(lambda one, null: {**one, "x-nullable": null}, references, st.booleans()),
        fields({"type": st.just(["string", "null"])}, {}),
    ),
    _deeper,
    max_leaves=5,
)
definitions = scalars | _structured(schemas)  # no reference leads back to itself at once
items = st.recursive(
    scalars,
    lambda inner: fields({"type": st.just("array"), "items": inner}, {"collectionFormat": FORMATS}),
    max_leaves=2,
)


def lists(formats: st.SearchStrategy[str]) -> st.SearchStrategy[Tree]:
    """What a parameter or header says of a list."""
    return st.fixed_dictionaries(
        {"type": st.just("array"), "items": items},
        optional={"collectionFormat": formats, "maxItems": st.integers(1, 5)},
    )


def parameters(where: str) -> st.SearchStrategy[Tree]:
    """Parameters in one place that is no body."""
    of_place = FORMATS | st.just("multi") if where in {"query", "formData"} else FORMATS
    values = st.one_of(scalars, lists(of_place))
    files = st.just({"type": "file"}) if where == "formData" else st.nothing()
    head = st.fixed_dictionaries(
        {"name": st.just("id") if where == "path" else names, "in": st.just(where)},
        optional={"description": texts, "x-example": st.just("a")},
    )
    required = st.just(True) if where == "path" else st.booleans()
    return st.builds(
        lambda one, must, value: {**one, "required": must, **value}, head, required, values | files
    )


bodies = fields(
    {"in": st.just("body"), "name": names, "schema": schemas},
    {"required": st.booleans(), "description": texts},
)
headers = st.dictionaries(names, scalars | lists(FORMATS), max_size=2)
examples = st.dictionaries(st.sampled_from(MEDIA_TYPES[:2]), st.integers(), max_size=1)
responses = fields(
    {"description": texts},
    {
        "schema": schemas | st.just({"type": "file"}),
        "headers": headers,
        "examples": examples,
    },
)

SHARED = {
    "limit": parameters("query"),
    "token": parameters("header"),
    "the body": bodies,
    "field": parameters("formData"),
}
SHARED_RESPONSES = ["Not Found", "Gone"]


def _listed(kind: str, inline: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return inline | st.just({"$ref": f"#/parameters/{quote(kind)}"})


@st.composite
def operations(draw: st.DrawFn, path: str) -> Tree:
    """An operation with what Swagger 2.0 allows together: one body or a form."""
    members = [draw(parameters("path"))] if "{id}" in path else []
    members += draw(st.lists(_listed("limit", parameters("query")), max_size=1))
    members += draw(st.lists(_listed("token", parameters("header")), max_size=1))
    body = st.lists(_listed("the body", bodies), max_size=1)
    fields_of_a_form = st.lists(_listed("field", parameters("formData")), max_size=2)
    members += draw(body | fields_of_a_form)
    shared = [{"$ref": f"#/responses/{quote(name)}"} for name in SHARED_RESPONSES]
    made = {
        "parameters": draw(st.permutations(members)),
        "responses": draw(
            st.dictionaries(
                st.sampled_from(["200", "404", "default"]),
                responses | st.sampled_from(shared),
                min_size=1,
            )
        ),
    }
    optional = {
        "consumes": media_types,
        "produces": media_types,
        "schemes": st.lists(st.sampled_from(["http", "https"]), unique=True),
        "deprecated": st.booleans(),
        "security": st.just([{"my key": []}]),
    }
    return {**made, **draw(st.fixed_dictionaries({}, optional=optional)), **draw(extensions)}


@st.composite
def documents(draw: st.DrawFn) -> Tree:
    """A whole document that Swagger 2.0 allows."""
    optional = {
        "host": st.sampled_from(["example.com", "example.com:8080"]),
        "basePath": st.sampled_from(["/", "/v1"]),
        "schemes": st.lists(st.sampled_from(["http", "https", "wss"]), unique=True),
        "consumes": media_types,
        "produces": media_types,
    }
    head = draw(st.fixed_dictionaries({}, optional=optional))
    methods = st.lists(st.sampled_from(METHODS), max_size=2, unique=True)
    paths = {
        path: {method: draw(operations(path)) for method in draw(methods)}
        for path in draw(st.lists(st.sampled_from(PATHS), max_size=2, unique=True))
    }
    return {
        "swagger": "2.0",
        "info": {"title": "Pets", "version": "1"},
        **head,
        "paths": paths,
        "definitions": {name: draw(definitions) for name in DEFINITIONS},
        "parameters": {name: draw(shared) for name, shared in SHARED.items()},
        "responses": {name: draw(responses) for name in SHARED_RESPONSES},
        "securityDefinitions": {"my key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    }
