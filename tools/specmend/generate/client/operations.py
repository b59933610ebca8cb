"""Turns the endpoints that openapi-python-client parsed into the operations of the client."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from openapi_python_client.strings import PythonIdentifier

from specmend.document.openapi.operations import Operation as Listed
from specmend.document.openapi.operations import operations as document_operations
from specmend.errors import StreamMarkError
from specmend.generate.client.arguments import read_arguments, read_body
from specmend.generate.client.docstrings import write_docstring
from specmend.generate.client.records import Argument, Group, Operation, Streaming
from specmend.generate.client.server import sent_path
from specmend.generate.client.streams import find_stream, has_plain_result, read_stream
from specmend.generate.client.wording import Wording, python_name
from specmend.generate.normalize.media_order import has_records
from specmend.generate.normalize.stand_ins import what_stands_for
from specmend.generate.normalize.wording import class_name

DEFAULT_TAG = "default"

FIELD_PREFIX = "field_"
"""What openapi-python-client puts before a name that is none in Python; its own default."""

# Results that are the body as it is.
_WHOLE = ("None", "str", "bytes")

_OBJECT = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """What is needed to read operations; what went wrong on the way is added to the two lists.

    `event_type` gives the type of the records of a streaming media type.
    """

    wording: Wording
    event_type: Callable[[dict[str, Any]], str]
    faults: list[dict[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def fault(self, method: str, path: str, words: str) -> None:
        """Note a fault of one operation."""
        self.faults.append({"method": method, "path": path, "words": words})


def read_groups(
    collections: Mapping[str, Any], document: dict[str, Any], reader: Reader, *, flat: bool = False
) -> list[Group]:
    """The operations by tag, untagged ones first; every operation that is missing is a fault.

    With `flat` the client inherits those of every tag.
    """
    unread = {_key(listed): listed for listed in document_operations(document)}
    on_client = _names_on_client(collections, flat=flat)
    groups: list[Group] = []
    for tag, collection in collections.items():
        listings = [unread.pop(_endpoint_key(endpoint), None) for endpoint in collection.endpoints]
        pairs = [
            (e, listed) for e, listed in zip(collection.endpoints, listings, strict=True) if listed
        ]
        operations = tuple(_read_sent(document, e, listed, reader) for e, listed in pairs)
        tags = pairs[-1][1].node.get("tags") if pairs else None
        group = _group(str(tags[0]) if tags else str(tag), str(tag), operations, on_client)
        groups.append(replace(group, inherited=flat and tag != DEFAULT_TAG))
    for together in [groups] if flat else [[group] for group in groups]:
        _check_names([operation for group in together for operation in group.operations], reader)
    _check_missing(unread, collections, reader)
    with_operations = [group for group in groups if group.operations]
    return sorted(with_operations, key=lambda group: group.attribute)


def _names_on_client(collections: Mapping[str, Any], *, flat: bool) -> set[str]:
    """The methods that the client itself has: those without a tag, or all of them."""
    on_client = [one for tag, one in collections.items() if flat or tag == DEFAULT_TAG]
    endpoints = [endpoint for collection in on_client for endpoint in collection.endpoints]
    return {python_name(str(endpoint.name), local=False) for endpoint in endpoints}


def _read_sent(
    document: dict[str, Any], endpoint: Any, listed: Listed, reader: Reader
) -> Operation:
    """One operation with the path that it is sent to, where its own server says another one."""
    operation = _read_operation(endpoint, listed, reader)
    sent = sent_path(document, operation.path, listed.node)
    if sent is None:
        reader.warnings.append(
            f"{operation.method} {operation.path}: its own server is not above that of the "
            "document; the method calls the base URL of the client like all others"
        )
    return replace(operation, sent=sent or operation.path)


def _read_operation(endpoint: Any, listed: Listed, reader: Reader) -> Operation:
    node = listed.node
    path, method = what_stands_for(listed)
    body = read_body(endpoint, reader.wording)
    arguments = read_arguments(endpoint, node, body, reader.wording)
    _check_parameters(method, path, node, arguments, reader)
    _check_responses(endpoint, method, path, node, reader)
    success, failure = _results(endpoint, node, reader.wording)
    streaming = None
    try:
        streaming = _read_streaming(method, path, node, arguments, reader)
    except StreamMarkError as fault:
        reader.fault(method, path, str(fault))
    if streaming and not streaming.toggle:
        success = {}
    return Operation(
        name=python_name(str(endpoint.name), local=False),
        module=str(endpoint.name),
        method=method,
        path=path,
        docstring=write_docstring(endpoint, method, path, arguments),
        arguments=arguments,
        body=body,
        success=success,
        failure=failure,
        result=_result(success, streaming),
        streaming=streaming,
        deprecated=node.get("deprecated") is True,
    )


def _read_streaming(
    method: str, path: str, node: dict[str, Any], arguments: tuple[Argument, ...], reader: Reader
) -> Streaming | None:
    stream = find_stream(node)
    if stream is None:
        return None
    media_type, media = stream
    streaming = read_stream(media_type, media, reader.event_type(media), arguments)
    if has_plain_result(node) and not streaming.toggle:
        reader.warnings.append(
            f"{method} {path}: the response can be {media_type}, but no `x-stream` beside it names "
            "the toggle that asks for it; the method returns the other media type only"
        )
        return None
    return streaming


def _results(
    endpoint: Any, node: dict[str, Any], wording: Wording
) -> tuple[dict[str, str], dict[str, str]]:
    """The types by status pattern.

    `default` is a success only where no other success is declared.
    """
    success: dict[str, str] = {}
    failure: dict[str, str] = {}
    declared = any(str(code).startswith("2") for code in node.get("responses", {}))
    for response in endpoint.responses:
        pattern = response.status_code.pattern
        is_default = pattern == "default"
        is_success = pattern.startswith("2") or (is_default and not declared)
        content = node["responses"].get(pattern, {}).get("content") or {}
        text = _body_type(response, content, wording, is_success=is_success)
        if text:
            (success if is_success else failure)[pattern] = text
        if text and is_default:
            failure.setdefault(pattern, text)
    return success, failure


def _body_type(
    response: Any, content: dict[str, Any], wording: Wording, *, is_success: bool
) -> str:
    """The type of a response that is no stream; empty where it can only be one."""
    plain = [name for name, media in content.items() if not has_records(name, media)]
    if content and not plain:
        return ""
    text = _result_type(plain[0], response, wording) if plain else "None"
    if is_success and text not in _WHOLE and any(_is_words(n, content[n]) for n in plain[1:]):
        text += " | str"
    return text


def _result_type(media_type: str, response: Any, wording: Wording) -> str:
    essence = media_type.partition(";")[0].strip().lower()
    if essence.endswith(("/json", "+json")):
        return wording.received(response.prop)
    return "str" if essence.startswith("text/") else "bytes"


def _is_words(media_type: str, media: dict[str, Any]) -> bool:
    """Whether this is text for people, and not a document that some servers send as text."""
    return media_type.startswith("text/") and (media.get("schema") or {}).get("type") == "string"


def _result(success: dict[str, str], streaming: Streaming | None) -> str:
    if streaming and not success:
        return ""
    types = sorted(dict.fromkeys(success.values()), key=lambda text: text == "None")
    return " | ".join(types) or "None"


def _group(label: str, tag: str, operations: tuple[Operation, ...], taken: set[str]) -> Group:
    if tag == DEFAULT_TAG:
        return Group(tag=label, folder=tag, attribute="", class_name="", operations=operations)
    attribute = python_name(tag, local=False)
    if attribute in taken:
        attribute += "_operations"
    return Group(
        tag=label,
        folder=tag,
        attribute=attribute,
        class_name=class_name(label) + "Operations",
        operations=operations,
    )


def _check_parameters(
    method: str, path: str, node: dict[str, Any], arguments: tuple[Argument, ...], reader: Reader
) -> None:
    """A parameter without a schema is passed over in silence by the generator, but not by us."""
    known = {(argument.in_, argument.wire) for argument in arguments}
    for parameter in node.get("parameters", []):
        name = parameter.get("name")
        if (parameter.get("in"), name) in known:
            continue
        words = f"the parameter {name} has no schema, so the method does not have it"
        if parameter.get("required"):
            reader.fault(method, path, words)
        else:
            reader.warnings.append(f"{method} {path}: {words}")


def _check_responses(
    endpoint: Any, method: str, path: str, node: dict[str, Any], reader: Reader
) -> None:
    """A method must not return None because the generator left a response out."""
    known = {response.status_code.pattern for response in endpoint.responses}
    codes = [str(code) for code in node.get("responses", {})]
    lost = [code for code in codes if code not in known and not code.startswith("x-")]
    if lost:
        # The generator puts the address of an object where it means the status code.
        words = [_OBJECT.sub("...", error.detail) for error in endpoint.errors if error.detail]
        left_out = f"it was left without its response {', '.join(lost)}"
        reader.fault(method, path, "; ".join([left_out, *words]))


def _check_names(operations: list[Operation], reader: Reader) -> None:
    """Methods of one class have names of their own."""
    seen: dict[str, Operation] = {}
    for operation in operations:
        first = seen.setdefault(operation.name, operation)
        if first is not operation:
            words = (
                f"its operationId gives the same method, {operation.name}, as "
                f"{first.method} {first.path}"
            )
            reader.fault(operation.method, operation.path, words)


def _check_missing(
    unread: Mapping[Any, Listed], collections: Mapping[str, Any], reader: Reader
) -> None:
    errors = [error for collection in collections.values() for error in collection.parse_errors]
    for listed in unread.values():
        start = f"WARNING parsing {listed.method} {listed.path} "
        words = [error.detail or error.header for error in errors if error.header.startswith(start)]
        path, method = what_stands_for(listed)
        reader.fault(method, path, "; ".join(words))


def _key(listed: Listed) -> tuple[str, str, str]:
    """What an operation is known by in the generator's own records."""
    name = PythonIdentifier(listed.node["operationId"], prefix=FIELD_PREFIX)
    return listed.method.lower(), _shape(listed.path), str(name)


def _endpoint_key(endpoint: Any) -> tuple[str, str, str]:
    path = endpoint.path.get_untrusted_value()
    return endpoint.method.lower(), _shape(path), str(endpoint.name)


def _shape(path: str) -> str:
    # The generator gives the parameters of a path names of its own.
    return re.sub(r"\{[^}]*\}", "{}", path)
