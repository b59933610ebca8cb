"""Turns the endpoints that openapi-python-client parsed into the operations of the client."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from specmend.document.openapi.schemas import operations as document_operations
from specmend.errors import StreamMarkError
from specmend.generate.client.arguments import read_arguments, read_body
from specmend.generate.client.docstrings import write_docstring
from specmend.generate.client.records import Argument, Group, Operation, Streaming
from specmend.generate.client.server import sent_path
from specmend.generate.client.streams import find_stream, has_plain_result, read_stream
from specmend.generate.client.wording import Wording, python_name
from specmend.generate.normalize.media_order import is_stream
from specmend.generate.normalize.wording import class_name

DEFAULT_TAG = "default"

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
        self.faults.append({"method": method.upper(), "path": path, "words": words})


def read_groups(
    collections: Mapping[str, Any], document: dict[str, Any], reader: Reader, *, flat: bool = False
) -> list[Group]:
    """The operations by tag, untagged ones first; every operation that is missing is a fault.

    With `flat` the client inherits those of every tag.
    """
    nodes = {
        _key(method, path): (path, node) for path, method, node in document_operations(document)
    }
    untagged = collections[DEFAULT_TAG].endpoints if DEFAULT_TAG in collections else ()
    on_client = (
        [endpoint for one in collections.values() for endpoint in one.endpoints]
        if flat
        else untagged
    )
    names = {python_name(str(endpoint.name), local=False) for endpoint in on_client}
    groups = []
    for tag, collection in collections.items():
        operations = []
        for endpoint in collection.endpoints:
            path, node = nodes.pop(_key(endpoint.method, endpoint.path.get_untrusted_value()))
            operation = _read_operation(endpoint, path, node, reader)
            operations.append(
                replace(operation, sent=_read_sent_path(document, operation, node, reader))
            )
        label = str(node["tags"][0]) if operations and node.get("tags") else str(tag)
        groups.append(
            replace(
                _group(label, str(tag), tuple(operations), names),
                inherited=flat and tag != DEFAULT_TAG,
            )
        )
    for together in [groups] if flat else [[group] for group in groups]:
        _check_names([operation for group in together for operation in group.operations], reader)
    _check_missing(nodes, collections, reader)
    return sorted(
        (group for group in groups if group.operations), key=lambda group: group.attribute
    )


def _read_operation(endpoint: Any, path: str, node: dict[str, Any], reader: Reader) -> Operation:
    body = read_body(endpoint, reader.wording)
    arguments = read_arguments(endpoint, node, body, reader.wording)
    _check_parameters(endpoint.method, path, node, arguments, reader)
    _check_responses(endpoint, path, node, reader)
    success, failure = _results(endpoint, node, reader.wording)
    streaming = None
    try:
        streaming = _read_streaming(endpoint.method, path, node, arguments, reader)
    except StreamMarkError as fault:
        reader.fault(endpoint.method, path, str(fault))
    if streaming and not streaming.toggle:
        success = {}
    return Operation(
        name=python_name(str(endpoint.name), local=False),
        module=str(endpoint.name),
        method=endpoint.method.upper(),
        path=path,
        docstring=write_docstring(endpoint, endpoint.method, path, arguments),
        arguments=arguments,
        body=body,
        success=success,
        failure=failure,
        result=_result(success, streaming),
        streaming=streaming,
        deprecated=node.get("deprecated") is True,
    )


def _read_sent_path(
    document: dict[str, Any], operation: Operation, node: dict[str, Any], reader: Reader
) -> str:
    sent = sent_path(document, operation.path, node)
    if sent is None:
        reader.warnings.append(
            f"{operation.method} {operation.path}: its own server is not above that of the document; the method calls "
            "the base URL of the client like all others"
        )
    return sent or operation.path


def _read_streaming(
    method: str, path: str, node: dict[str, Any], arguments: tuple[Argument, ...], reader: Reader
) -> Streaming | None:
    found = find_stream(node)
    if found is None:
        return None
    media_type, media = found
    streaming = read_stream(media_type, media, reader.event_type(media), arguments)
    if has_plain_result(node) and not streaming.toggle:
        reader.warnings.append(
            f"{method.upper()} {path}: the response can be {media_type}, but no `x-stream` beside it names the toggle "
            "that asks for it; the method returns the other media type only"
        )
        return None
    return streaming


def _results(
    endpoint: Any, node: dict[str, Any], wording: Wording
) -> tuple[dict[str, str], dict[str, str]]:
    """The types by status pattern; `default` is a success only where no other success is declared."""
    success: dict[str, str] = {}
    failure: dict[str, str] = {}
    declared = any(str(code).startswith("2") for code in node.get("responses", {}))
    for response in endpoint.responses:
        pattern = response.status_code.pattern
        is_success = pattern.startswith("2") or (pattern == "default" and not declared)
        content = node["responses"].get(pattern, {}).get("content") or {}
        plain = [
            name
            for name, media in content.items()
            if not is_stream(name) and "x-stream" not in media
        ]
        if content and not plain:
            continue
        text = _result_type(plain[0], response, wording) if plain else "None"
        if (
            is_success
            and text not in _WHOLE
            and any(_is_words(name, content[name]) for name in plain[1:])
        ):
            text += " | str"
        (success if is_success else failure)[pattern] = text
        if pattern == "default":
            failure.setdefault(pattern, text)
    return success, failure


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
    return (
        " | ".join(sorted(dict.fromkeys(success.values()), key=lambda text: text == "None"))
        or "None"
    )


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
    found = {(argument.in_, argument.wire) for argument in arguments}
    for parameter in node.get("parameters", []):
        if (parameter.get("in"), parameter.get("name")) in found:
            continue
        words = (
            f"the parameter {parameter.get('name')!r} has no schema, so the method does not have it"
        )
        if parameter.get("required"):
            reader.fault(method, path, words)
        else:
            reader.warnings.append(f"{method.upper()} {path}: {words}")


def _check_responses(endpoint: Any, path: str, node: dict[str, Any], reader: Reader) -> None:
    """A method must not return None because the generator left a response out."""
    found = {response.status_code.pattern for response in endpoint.responses}
    lost = [
        str(code)
        for code in node.get("responses", {})
        if str(code) not in found and not str(code).startswith("x-")
    ]
    if lost:
        # The generator puts the address of an object where it means the status code.
        words = [_OBJECT.sub("...", error.detail) for error in endpoint.errors if error.detail]
        reader.fault(
            endpoint.method,
            path,
            "; ".join([f"it was left without its response {', '.join(lost)}", *words]),
        )


def _check_names(operations: list[Operation], reader: Reader) -> None:
    """Methods of one class have names of their own."""
    seen: dict[str, Operation] = {}
    for operation in operations:
        first = seen.setdefault(operation.name, operation)
        if first is not operation:
            words = f"its operationId gives the same method, {operation.name!r}, as {first.method} {first.path}"
            reader.fault(operation.method, operation.path, words)


def _check_missing(
    nodes: Mapping[Any, Any], collections: Mapping[str, Any], reader: Reader
) -> None:
    errors = [error for collection in collections.values() for error in collection.parse_errors]
    for (method, _), (path, _) in nodes.items():
        start = f"WARNING parsing {method.upper()} {path} "
        words = [error.detail or error.header for error in errors if error.header.startswith(start)]
        reader.fault(method, path, "; ".join(words))


def _key(method: str, path: str) -> tuple[str, str]:
    return method.lower(), re.sub(r"\{[^}]*\}", "{}", path)
