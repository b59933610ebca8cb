"""Random whole documents of OpenAPI 3.0, 3.1 and 3.2, with operations and schemas of all kinds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from tests.strategies import names
from tests.strategies.operations import answer, body, operation, parameter
from tests.strategies.schemas import recursive, schema
from tests.strategies.scope import Draw, Scope, chance

VERSIONS = ("3.0.3", "3.1.0", "3.2.0", "3.0.4", "3.1.1")
METHODS = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
TAGGED = ("Cat", "Dog", "cow-1")
SCHEMES: tuple[dict[str, Any], ...] = (
    {"type": "apiKey", "in": "header", "name": "X-Key"},
    {"type": "apiKey", "in": "query", "name": "key"},
    {"type": "apiKey", "in": "cookie", "name": "sid"},
    {"type": "http", "scheme": "bearer"},
    {"type": "http", "scheme": "basic"},
    {"type": "http", "scheme": "digest"},
    {"type": "openIdConnect", "openIdConnectUrl": "https://x.example/.well-known"},
    {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "https://x.example/t", "scopes": {}}},
    },
)


@st.composite
def documents(
    draw: st.DrawFn, *, version: str | None = None, paths: int = 2, schemas: int = 4
) -> dict[str, Any]:
    """A whole valid document with at most so many paths and named schemas."""
    tree: dict[str, Any] = {
        "openapi": version or draw(st.sampled_from(VERSIONS)),
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "http://127.0.0.1:1/v1"}],
    }
    scope = _scope(draw, tree["openapi"], schemas)
    components = _components(draw, scope)
    tree["paths"] = _paths(draw, scope, components, paths)
    _name_operations(draw, tree, components)
    _secure(draw, tree, components)
    if components:
        tree["components"] = components
    return tree | (draw(st.sampled_from(_beside(tree["openapi"]))) if chance(draw, 4) else {})


def _beside(version: str) -> list[dict[str, Any]]:
    """What a document may have beside its operations."""
    answers = {"responses": {"200": {"description": "d"}}}
    variables = {"h": {"default": "x"}, "p": {"default": "1", "enum": ["1", "2"]}}
    made: list[dict[str, Any]] = [
        {"tags": [{"name": "pets", "description": "Words."}, {"name": "none"}]},
        {"servers": []},
        {"servers": [{"url": "https://{h}.example:{p}/v1", "variables": variables}]},
        {"servers": [{"url": "/v1"}, {"url": "https://x.example"}]},
        {"externalDocs": {"url": "http://x.example"}, "x-thing": {"$ref": "#/nowhere"}},
    ]
    if not version.startswith("3.0"):
        made.append({"webhooks": {"new": {"post": answers}}})
        made.append({"jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema"})
    if version.startswith("3.2"):
        made.append({"$self": "https://x.example/openapi.json"})
        made.append({"tags": [{"name": "pets"}, {"name": "cats", "parent": "pets"}]})
    return made


def _scope(draw: Draw, version: str, schemas: int) -> Scope:
    own = draw(names.distinct(names.COMPONENTS, most=schemas))
    tagged = list(TAGGED[: draw(st.integers(0, len(TAGGED)))])
    objects = [name for name in own if draw(st.booleans())]
    named = (*tagged, *(name for name in own if name not in tagged))
    return Scope(
        version=version,
        named=named,
        above=named,
        before=named,
        deep=named,
        objects=tuple(objects),
        tags={name: name.lower() for name in tagged},
    )


def _components(draw: Draw, scope: Scope) -> dict[str, Any]:
    made = {name: _named_schema(draw, scope, name) for name in scope.named}
    return {"schemas": made} if made else {}


def _named_schema(draw: Draw, scope: Scope, name: str) -> dict[str, Any]:
    if name in scope.tags:
        return _tagged(draw, scope, name)
    before = scope.named[: scope.named.index(name)]
    own = replace(scope, above=before, before=before, deep=())
    if name in scope.objects:
        fields = {field: schema(draw, own.inside()) for field in ("name", "value")}
        return {"type": "object", "properties": fields}
    return recursive(draw, own, name) if chance(draw, 4) else schema(draw, own)


def _tagged(draw: Draw, scope: Scope, name: str) -> dict[str, Any]:
    """An object whose field `kind` says what it is, in one of the ways of saying that."""
    tag = scope.tags[name]
    ways: list[dict[str, Any]] = [{"type": "string"}, {"type": "string", "enum": [tag]}]
    if not scope.is_30:
        ways.append({"const": tag})
    own = replace(scope, before=()).inside()
    fields = {"kind": draw(st.sampled_from(ways)), "size": schema(draw, own)}
    return {"type": "object", "required": ["kind"], "properties": fields}


def _paths(draw: Draw, scope: Scope, components: dict[str, Any], most: int) -> dict[str, Any]:
    count = draw(st.integers(1, most))
    made: dict[str, Any] = {}
    for path in draw(st.lists(_path(), min_size=count, max_size=count, unique_by=_shape)):
        made[path] = _path_item(draw, scope, components, path)
    return made


@st.composite
def _path(draw: st.DrawFn) -> str:
    """A path; names of parameters in it are different, for one name can be declared once only."""
    segments = draw(st.lists(st.sampled_from(names.SEGMENTS), min_size=1, max_size=3))
    named = draw(st.lists(st.sampled_from(_VARIABLES), max_size=2, unique=True))
    pieces = [f"/{segment}" for segment in segments]
    for name in named:
        at = draw(st.integers(0, len(pieces)))
        pieces.insert(at, draw(st.sampled_from(_PIECES)).format(name=name))
    return "".join(pieces) + ("/" if chance(draw, 8) else "")


_VARIABLES = ("id", "file.name", "user-id", "userId", "class", "self", "body", "größe")
_PIECES = ("/{{{name}}}", "/{{{name}}}", "/x{{{name}}}", "/{{{name}}}:cancel")


def _shape(path: str) -> str:
    """A path without the names of its parameters: the standard allows each form once."""
    return re.sub(r"{[^}]*}", "{}", path)


def _path_item(draw: Draw, scope: Scope, components: dict[str, Any], path: str) -> dict[str, Any]:
    methods = draw(st.lists(st.sampled_from(METHODS), min_size=1, max_size=2, unique=True))
    item: dict[str, Any] = {
        method: _shared(draw, scope, components, operation(draw, scope, path, method))
        for method in methods
    }
    if scope.version.startswith("3.2") and chance(draw, 3):
        item["query"] = operation(draw, scope, path, "query")
    if scope.version.startswith("3.2") and chance(draw, 3):
        item["additionalOperations"] = {"COPY": operation(draw, scope, path, "COPY")}
    if chance(draw, 4):
        _lift_parameter(draw, scope, item, path)
    if not scope.is_30 and chance(draw, 6):
        key = f"Item{len(components.setdefault('pathItems', {}))}"
        components["pathItems"][key] = item
        return {"$ref": f"#/components/pathItems/{key}"}
    return item


def _lift_parameter(draw: Draw, scope: Scope, item: dict[str, Any], path: str) -> None:
    """Declare the path's parameters, or one of the query, once for all operations of the item."""
    variables = re.findall(r"{([^}]*)}", path)
    item["parameters"] = [parameter(draw, scope, "path", name) for name in variables]
    item["parameters"].append(parameter(draw, scope, "query", "for all"))
    for found in _operations(item):
        own = [one for one in found.get("parameters", []) if one.get("in") != "path"]
        if own:
            found["parameters"] = own
        else:
            found.pop("parameters", None)


def _operations(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The operations of a path item, under all methods."""
    own = [value for key, value in item.items() if key in {*METHODS, "query"}]
    return [*own, *item.get("additionalOperations", {}).values()]


def _shared(
    draw: Draw, scope: Scope, components: dict[str, Any], made: dict[str, Any]
) -> dict[str, Any]:
    """The operation, seldom with a parameter, a body or an answer moved to the components."""
    if chance(draw, 5):
        key = _put(components, "parameters", parameter(draw, scope, "query", "shared"))
        made.setdefault("parameters", []).append({"$ref": f"#/components/parameters/{key}"})
    if "requestBody" in made and chance(draw, 4):
        key = _put(components, "requestBodies", body(draw, scope))
        made["requestBody"] = {"$ref": f"#/components/requestBodies/{key}"}
    if chance(draw, 4):
        key = _put(components, "responses", answer(draw, scope))
        made["responses"]["5XX"] = {"$ref": f"#/components/responses/{key}"}
    return made


def _put(components: dict[str, Any], kind: str, value: dict[str, Any]) -> str:
    """Store a component, and give its key."""
    held = components.setdefault(kind, {})
    key = f"Shared{len(held)}"
    held[key] = value
    return key


def _name_operations(draw: Draw, tree: dict[str, Any], components: dict[str, Any]) -> None:
    """Hand out operation ids: none, plain, awkward, or alike after spelling; no two equal."""
    items = [*tree["paths"].values(), *components.get("pathItems", {}).values()]
    every = st.permutations(sum(names.OPERATIONS, ()))
    known = draw(every) if chance(draw, 2) else draw(_ROWS)
    ids = iter(known)
    for item in items:
        for found in _operations(item):
            name = next(ids, None) if not chance(draw, 3) else None
            if name is not None:
                found["operationId"] = name


_ROWS = st.sampled_from([*names.OPERATIONS, ("getThing", "addThing", "dropThing")])


def _secure(draw: Draw, tree: dict[str, Any], components: dict[str, Any]) -> None:
    if not chance(draw, 3):
        return
    wanted = draw(st.lists(st.sampled_from(SCHEMES), min_size=1, max_size=2, unique_by=str))
    components["securitySchemes"] = {f"s{at}": one for at, one in enumerate(wanted)}
    needs: list[dict[str, Any]] = [{name: []} for name in components["securitySchemes"]]
    tree["security"] = draw(st.sampled_from([needs, [{}, *needs], [dict(_pairs(needs))]]))


def _pairs(needs: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """All schemes of several requirements as those of one: needed together."""
    return [pair for need in needs for pair in need.items()]
