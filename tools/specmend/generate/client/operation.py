"""One operation as the client has it, of what the document says about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from specmend.document.openapi.operations import Operation as Listed
from specmend.errors import MarkError
from specmend.generate.client.alternatives import read_bodies
from specmend.generate.client.answer_parts import read_headers, read_links
from specmend.generate.client.arguments import read_arguments
from specmend.generate.client.docstrings import answer_words, write_docstring
from specmend.generate.client.idempotency import MARK, key_header, with_optional_key
from specmend.generate.client.key_notes import needs_of
from specmend.generate.client.pagination import Marked, read_paging
from specmend.generate.client.paging import Paging
from specmend.generate.client.paths import sent_template
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument, Operation
from specmend.generate.client.results import Results, read_results, result_type, written
from specmend.generate.client.server import Route, left_out, route
from specmend.generate.client.streaming import Streaming
from specmend.generate.client.streams import (
    Found,
    choice_by_accept,
    find_stream,
    has_plain_result,
    read_stream,
)
from specmend.generate.names import free_name
from specmend.generate.types.kinds import ANY, Type


def read_operation(
    document: dict[str, Any], listed: Listed, name: str, module: str, reader: Reader
) -> Operation:
    """One operation under the name of its method and that of its own module."""
    method, path, node = listed.method, listed.path, listed.node
    _check_path(method, path, reader)
    way = _route(document, listed, reader)
    needs = needs_of(reader.security, document, node)
    bodies = read_bodies(method, path, node, reader)
    arguments = read_arguments(method, path, node, bodies.arguments, reader)
    key = _key_header(listed, arguments, reader)
    arguments = with_optional_key(arguments, key)
    results = read_results(method, path, node, reader)
    found = find_stream(node)
    event = _event(found, reader)
    streaming, arguments = _read_streaming(listed, found, event, arguments, reader)
    arguments = tuple(_always_sent(one, streaming) for one in arguments)
    if streaming and not streaming.toggle:
        results = replace(results, success={})
    inner = replace(reader, hidden={*reader.hidden, *(one.name for one in arguments)})
    body = bodies.all[0] if bodies.all else None
    return Operation(
        name=name,
        module=module,
        method=method,
        path=path,
        docstring=write_docstring(node, method, path, arguments, body, needs),
        told=answer_words(node),
        arguments=arguments,
        body=body,
        others=bodies.all[1:],
        ways=bodies.ways(arguments),
        success=written(results.success, reader),
        failure=written(results.failure, reader),
        accept=results.accept,
        headers=read_headers(node, reader),
        links=read_links(method, path, node, reader),
        result=result_type(results, streaming, reader),
        streaming=streaming,
        deprecated=node.get("deprecated") is True,
        security=reader.security.own(document, node),
        sent=sent_template(way.sent, _declared(node)),
        server=way.server,
        inner_result=result_type(results, streaming, inner),
        inner_event=inner.received(event),
        extra=free_name("extra", [one.name for one in arguments]) if reader.extras else "",
        idempotency=key,
        paging=_paging(listed, arguments, results, streaming, reader),
    )


def _check_path(method: str, path: str, reader: Reader) -> None:
    if "#" in path:
        words = "what follows '#' in a path is not sent; a step can move it to a query or a header"
        reader.warn(method, path, words)


def _always_sent(argument: Argument, streaming: Streaming | None) -> Argument:
    """An argument without the server's default, where the method has one of its own."""
    is_toggle = streaming is not None and argument.wire == streaming.toggle
    return replace(argument, usual="") if is_toggle else argument


def _paging(
    listed: Listed,
    arguments: tuple[Argument, ...],
    results: Results,
    streaming: Streaming | None,
    reader: Reader,
) -> Paging | None:
    marked = Marked(
        method=listed.method,
        path=listed.path,
        node=listed.node,
        arguments=arguments,
        results=results,
        streams=streaming is not None,
    )
    return read_paging(marked, reader)


def _key_header(listed: Listed, arguments: tuple[Argument, ...], reader: Reader) -> str:
    try:
        return key_header(listed.node, arguments)
    except MarkError as fault:
        reader.fault(listed.method, listed.path, str(fault), MARK)
        return ""


def _route(document: dict[str, Any], listed: Listed, reader: Reader) -> Route:
    """Where the request is sent to, where the operation or its path has servers of its own."""
    method, path, node = listed.method, listed.path, listed.node
    found = route(document, path, node)
    if found is None:
        words = "its own server is none of HTTP; the method calls the base URL of the client"
        reader.warn(method, path, words, "servers", 0, "url")
        return Route(sent=path)
    for words in left_out(document, path, node):
        reader.warn(method, path, words, "servers")
    return found


def _declared(node: dict[str, Any]) -> set[tuple[str, str]]:
    """The places and names of the parameters of an operation."""
    parameters = [one for one in node.get("parameters") or () if isinstance(one, dict)]
    return {(str(one.get("in")), str(one.get("name"))) for one in parameters}


def _event(found: Found | None, reader: Reader) -> Type:
    """The type of a record of the stream that an operation answers with."""
    return reader.types.answer(found.media.get("schema")) if found else ANY


def _read_streaming(
    listed: Listed,
    found: Found | None,
    event: Type,
    arguments: tuple[Argument, ...],
    reader: Reader,
) -> tuple[Streaming | None, tuple[Argument, ...]]:
    """How the answer streams, and the arguments with the one that asks for it."""
    if found is None:
        return None, arguments
    method, path = listed.method, listed.path
    try:
        streaming = read_stream(found.media_type, found.media, event, arguments, reader)
    except MarkError as fault:
        reader.fault(method, path, str(fault), *found.at, "x-stream")
        return None, arguments
    if found.others:
        words = f"the method reads {found.media_type}; it does not ask for"
        reader.warn(method, path, f"{words} {', '.join(found.others)}", *found.at)
    if streaming.toggle or not has_plain_result(listed.node):
        return streaming, arguments
    choice = choice_by_accept(found, arguments)
    if choice is not None:
        return replace(streaming, toggle=choice.wire), (*arguments, choice)
    words = (
        f"the response can be {found.media_type}, but no `x-stream` beside it names the toggle "
        "that asks for it; the method returns the other media type only"
    )
    reader.warn(method, path, words, *found.at)
    return None, arguments
