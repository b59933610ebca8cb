"""Calls of clients of real documents, with values of the document's examples or made-up ones."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from jsonschema.protocols import Validator
from openapi_schema_validator import OAS30Validator, OAS31Validator
from tests.wire.bodies import is_json
from tests.wire.made_up import Maker
from tests.wire.raw import Values
from tests.wire.schemas import Root

from specmend.generate.names import argument_name, python_name

Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Called:
    """An operation, what it is given by place and wire name, and what is answered."""

    path: str
    method: str
    node: Mapping[str, Any]
    given: dict[Key, Any] = field(default_factory=dict)
    body: Any = None
    media_type: str = ""
    status: int = 200
    answer: Any = None

    @property
    def name(self) -> str:
        """The operation in words."""
        return f"{self.method.upper()} {self.path}"


def chosen(tree: Any, number: int) -> list[Called]:
    """So many operations from all over a document: those of JSON, with the most to say."""
    root = Root(tree=tree)
    found = [one for one in _all(tree) if _is_fit(root, one[2])]
    found.sort(key=lambda one: -_weight(root, tree, one))
    return [_called(root, *one) for one in found[:number]]


def _all(tree: Any) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, item in tree["paths"].items():
        for method in ("get", "put", "post", "delete", "patch"):
            if method in item:
                yield path, method, item[method]


def _is_fit(root: Root, node: Mapping[str, Any]) -> bool:
    """Whether an operation has an answer of JSON or an empty one, and a body of JSON or none."""
    body = root.follow(node.get("requestBody", {})).get("content", {})
    return _answer(root, node) is not None and (not body or any(map(is_json, body)))


def _answer(root: Root, node: Mapping[str, Any]) -> tuple[int, Mapping[str, Any]] | None:
    """The status and the media type of the first success."""
    codes = [str(code) for code in node["responses"] if str(code).startswith("2")]
    for code in sorted(codes):
        content = root.follow(node["responses"][code]).get("content", {})
        plain = [name for name in content if is_json(name)]
        if plain or not content:
            status = 200 if "X" in code.upper() else int(code)
            return status, content[plain[0]] if plain else {}
    return None if codes else (204, {})


def _weight(root: Root, tree: Any, one: tuple[str, str, Mapping[str, Any]]) -> int:
    path, _, node = one
    listed = [*tree["paths"][path].get("parameters", ()), *node.get("parameters", ())]
    return len({_key(root, parameter) for parameter in listed}) + 3 * ("requestBody" in node)


def _key(root: Root, parameter: Any) -> Key:
    found = root.follow(parameter)
    return str(found["in"]), str(found["name"])


def _called(root: Root, path: str, method: str, node: Mapping[str, Any]) -> Called:
    maker = Maker(root=root, direction="request")
    listed = [*root.tree["paths"][path].get("parameters", ()), *node.get("parameters", ())]
    given = {}
    for parameter in map(root.follow, listed):
        if parameter["name"].lower() not in ("accept", "content-type", "authorization"):
            of = replace(maker, text="a-b") if parameter["in"] == "header" else maker
            given[_key(root, parameter)] = _value(of, parameter, parameter["schema"])
    body, media_type = None, ""
    content = root.follow(node.get("requestBody", {})).get("content", {})
    for name in filter(is_json, content):
        media_type = name
        body = _value(maker, content[name], content[name]["schema"])
        break
    answer = _answer(root, node)
    assert answer is not None
    status, media = answer
    held = None
    if "schema" in media:
        held = _value(Maker(root=root, direction="answer"), media, media["schema"])
    return Called(
        path=path,
        method=method,
        node=node,
        given=given,
        body=body,
        media_type=media_type,
        status=status,
        answer=held,
    )


def _value(maker: Maker, holder: Mapping[str, Any], schema: Any) -> Any:
    """The first example that its schema allows, else a made-up value."""
    examples = [holder[key] for key in ("example",) if key in holder]
    named = map(maker.root.follow, holder.get("examples", {}).values())
    examples += [example["value"] for example in named if "value" in example]
    described = maker.root.follow(schema)
    examples += [described["example"]] if "example" in described else []
    check = _validator(maker.root, schema)
    fit = [one for one in examples if check.is_valid(one) and one not in ("", ".", "..")]
    return fit[0] if fit else maker.make(schema)


def _validator(root: Root, schema: Any) -> Validator:
    kind: Any = OAS30Validator if root.version < (3, 1) else OAS31Validator
    made: Validator = kind({"allOf": [schema], "components": root.tree.get("components", {})})
    return made


def prefix_of(tree: Any) -> str:
    """The path of the first server, its variables filled in."""
    server = tree.get("servers", [{"url": ""}])[0]
    address = str(server["url"])
    for name, variable in server.get("variables", {}).items():
        address = address.replace("{" + name + "}", str(variable["default"]))
    return urlsplit(address).path.rstrip("/")


def method_of(client: Any, call: Called) -> Any:
    """The method of a client for an operation, by its tag and its id."""
    tags = call.node.get("tags") or [""]
    held = getattr(client, python_name(tags[0]), client) if tags[0] else client
    name = python_name(str(call.node["operationId"]))
    return getattr(held, name)


def keywords(call: Called, names: set[str]) -> dict[str, Any]:
    """The arguments of the method by the names that it has.

    Of two that are alike one ends in its place; so does one that every call has, as `timeout`.
    """
    listed = [(place, wire, value) for (place, wire), value in call.given.items()]
    if "body" in names and call.media_type:
        listed.append(("body", "body", call.body))
    elif call.body is not None:
        listed += [("field", wire, value) for wire, value in call.body.items()]
    made: dict[str, Any] = {}
    for place, wire, value in listed:
        name = argument_name(wire)
        made[f"{name}_{place}" if f"{name}_{place}" in names else name] = value
    return made


def differences(call: Called, values: Values) -> Iterator[str]:
    """What a server read otherwise than it was given."""
    for key, value in call.given.items():
        found = values.given.get(key)
        if found != value and value not in ([], {}):
            yield f"{call.name}: {key} is {found!r} and not {value!r}"
    if call.body is not None and values.body != call.body:
        yield f"{call.name}: the body is {json.dumps(values.body)}, not {json.dumps(call.body)}"
