"""One operation as the client has it, of what the document and the generator say about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from specmend.document.openapi.operations import Operation as Listed
from specmend.errors import StreamMarkError
from specmend.generate.client.arguments import read_arguments, read_body
from specmend.generate.client.docstrings import write_docstring
from specmend.generate.client.omissions import check_parameters, check_responses
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument, Operation, Streaming
from specmend.generate.client.results import read_results, result_type
from specmend.generate.client.server import sent_path
from specmend.generate.client.streams import find_stream, has_plain_result, read_stream
from specmend.generate.client.wording import python_name
from specmend.generate.normalize.stand_ins import what_stands_for


def read_operation(
    document: dict[str, Any], endpoint: Any, listed: Listed, reader: Reader
) -> Operation:
    """One operation with the path that it is sent to, where its own server says another one."""
    operation = _read(endpoint, listed, reader)
    sent = sent_path(document, operation.path, listed.node)
    if sent is None:
        reader.warnings.append(
            f"{operation.method} {operation.path}: its own server is not above that of the "
            "document; the method calls the base URL of the client like all others"
        )
    return replace(operation, sent=sent or operation.path)


def _read(endpoint: Any, listed: Listed, reader: Reader) -> Operation:
    node = listed.node
    path, method = what_stands_for(listed)
    body = read_body(endpoint, reader.wording)
    arguments = read_arguments(endpoint, node, body, reader.wording)
    check_parameters(method, path, node, arguments, reader)
    check_responses(endpoint, method, path, node, reader)
    success, failure = read_results(endpoint, node, reader.wording)
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
        result=result_type(success, streaming),
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
