"""The law of the wire: what a server reads by the standard is what the client was given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter
from tests.properties.wire_package import Package
from tests.properties.wire_reasons import reason_not_to_send
from tests.strategies import arguments
from tests.strategies.wire_calls import Call, answer_of, is_file, is_spread, schema_of
from tests.strategies.wire_operations import FORM, HEADERS, MULTIPART, NAMES, Listed
from tests.wire.loopback import Reply
from tests.wire.operations import read_request
from tests.wire.raw import File, Raw, Values


def judge(package: Package, call: Call) -> str:
    """What is wrong about a call; nothing where the law holds."""
    path, method, node = package.operations[call.number]
    media_type, media = answer_of(node, call.status)
    package.server.answer = lambda _: _reply(media_type, call)
    package.server.asked.clear()
    try:
        result = _send(package, call, node)
    except package.module.errors.APIStatusError as error:
        if error.status_code != call.status or call.status < 300:
            return f"{type(error).__name__}: {error}, answered {call.status} {call.answer!r}"
        result = error.body
    except Exception as error:  # noqa: BLE001 - whatever it is, it is judged
        return _judged_error(package, call, node, error)
    return _wrong_request(package, call, (path, method, node)) or _wrong_answer(
        media_type, media.get("schema", {}), call, result
    )


def _reply(media_type: str, call: Call) -> Reply:
    held = call.answer
    if "json" in media_type:
        body = json.dumps(held).encode()
    else:
        body = held.encode() if isinstance(held, str) else held
    shown = media_type + ("; charset=utf-8" if media_type == "text/plain" else "")
    return Reply(status=call.status, headers={"Content-Type": shown}, body=body)


def _send(package: Package, call: Call, node: Mapping[str, Any]) -> Any:
    words = dict(keywords(call, node))
    name = node["operationId"]
    if call.aio:
        return package.loop.run_until_complete(getattr(package.aio, name)(**words))
    return getattr(package.client, name)(**words)


def keywords(call: Call, node: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The arguments of the method by their names in Python."""
    for parameter in node.get("parameters", ()):
        key = (parameter["in"], parameter["name"])
        if key in call.given:
            schema = schema_of(parameter)[1]
            yield python_name(parameter), arguments.given(schema, call.given[key])
    if not call.has_body:
        return
    ((_, media),) = node["requestBody"]["content"].items()
    schema = media.get("schema", {})
    for name, held in call.fields.items():
        of = schema["properties"][name]
        yield NAMES[name], held if _has_file(of) else arguments.given(of, held)
    if not is_spread(schema):
        yield "body", arguments.given(schema, call.body)


def _has_file(schema: Mapping[str, Any]) -> bool:
    return is_file(schema.get("items", schema))


def python_name(parameter: Mapping[str, Any]) -> str:
    """The name of an argument in Python."""
    return (HEADERS if parameter["in"] == "header" else NAMES)[parameter["name"]]


def _wrong_request(package: Package, call: Call, listed: Listed) -> str:
    path, method, node = listed
    if len(package.server.asked) != 1:
        return f"{len(package.server.asked)} requests"
    raw = package.server.asked[0]
    try:
        values = read_request(package.tree, path, method, raw)
    except Exception as error:  # noqa: BLE001 - what cannot be read is wrong
        return f"{error} in {_shown(raw)}"
    wrong = [*_wrong_values(call, node, values), *_wrong_body(call, node, values)]
    return f"{'; '.join(wrong)} in {_shown(raw)}" if wrong else ""


def _shown(raw: Raw) -> str:
    seldom = ("host", "accept", "accept-encoding", "connection", "user-agent")
    headers = {name: value for name, value in raw.headers if name.lower() not in seldom}
    return f"{raw.method} {raw.target} {headers} {raw.body[:400]!r}"


def _wrong_values(call: Call, node: Mapping[str, Any], values: Values) -> Iterator[str]:
    for parameter in node.get("parameters", ()):
        key = (parameter["in"], parameter["name"])
        media_type, schema = schema_of(parameter)
        is_json = "json" in media_type
        expected = _defined(call.given.get(key), is_json=is_json)
        found = _defined(values.given.pop(key, None), is_json=is_json)
        if not arguments.same(schema, expected, found):
            yield f"{key} is {found!r} and not {expected!r}"
    if values.given:
        yield f"more than was given: {values.given}"


def _defined(held: Any, *, is_json: bool) -> Any:
    """A value as templates have it: empty lists and maps are undefined (RFC 6570 section 2.3)."""
    if is_json:
        return held
    if isinstance(held, dict):
        held = {name: inner for name, inner in held.items() if inner not in ([], None)}
    return None if held in ([], {}) else held


def _wrong_body(call: Call, node: Mapping[str, Any], values: Values) -> Iterator[str]:
    if "requestBody" not in node:
        return
    ((media_type, media),) = node["requestBody"]["content"].items()
    schema = media.get("schema", {})
    expected = call.fields if is_spread(schema) else call.body
    if not call.has_body or (is_spread(schema) and not expected):
        # Without a field nobody can know whether the body is given; both are right.
        if values.has_body and values.body != {}:
            yield f"a body {values.body!r} that was not given"
        return
    if not values.has_body and media_type not in (FORM, MULTIPART):
        yield f"no body where {expected!r} was given"
        return
    if media_type in (FORM, MULTIPART):
        empty: tuple[Any, ...] = ([], {}) if media_type == FORM or media.get("encoding") else ([],)
        pairs = expected.items() if isinstance(expected, dict) else ()
        expected = {name: held for name, held in pairs if held is not None and held not in empty}
        read: Any = values.body or {}
        found = {name: held for name, held in read.items() if held not in empty}
        if not _same_fields(schema, expected, found):
            yield f"the form is {found!r} and not {expected!r}"
    elif isinstance(expected, (str, bytes)):
        if expected != values.body:
            yield f"the body is {values.body!r} and not {expected!r}"
    elif not arguments.same(schema, expected, values.body):
        yield f"the body is {values.body!r} and not {expected!r}"


def _same_fields(schema: Any, expected: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    return expected.keys() == found.keys() and all(
        _same_field(arguments.member_of(schema, name), expected[name], found[name])
        for name in expected
    )


def _same_field(schema: Any, expected: Any, found: Any) -> bool:
    if isinstance(found, list) and found and isinstance(found[0], File):
        return len(expected) == len(found) and all(map(_same_file, expected, found))
    if isinstance(found, File):
        return _same_file(expected, found)
    return arguments.same(schema, expected, found)


def _same_file(expected: Any, found: File) -> bool:
    name, content = expected if isinstance(expected, tuple) else (None, expected)
    return content == found.content and name in (None, found.name)


def _wrong_answer(media_type: str, schema: Any, call: Call, result: Any) -> str:
    sent = call.answer
    if "json" not in media_type:
        # What an error of octets holds is in its content, not in its body, and nothing is None.
        is_told = call.status >= 300 and (isinstance(sent, bytes) or not sent)
        is_right = is_told or result == sent
    else:
        kept = TypeAdapter(Any).dump_python(result, mode="json", by_alias=True, exclude_unset=True)
        is_right = arguments.same(schema, sent, kept)
    return "" if is_right else f"the answer {sent!r} of {call.status} came as {result!r}"


def _judged_error(package: Package, call: Call, node: Mapping[str, Any], error: Exception) -> str:
    name = type(error).__name__
    if package.server.asked:
        shown = _shown(package.server.asked[0])
        return f"{name}: {error} after {shown}, answered {call.answer!r}"
    reason = reason_not_to_send(node, call)
    if reason and isinstance(error, (package.module.errors.APIError, ValueError)):
        return ""
    return f"{name}: {error}"
