"""What the misbehaving server does, a function a way: bytes to send, numbers of seconds to wait."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

NOW = "2025-03-01T10:00:00.123456789Z"
WORDS = ["The ", "sky\u2028 is\u0085 ", "blue. "]
HUGE = "x" * 3_000_000

Steps = Iterator[Any]


def encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def is_openai(request: Any) -> bool:
    return "/v1/" in request.path


def record(request: Any, word: str, *, done: bool = False) -> bytes:
    """One record of the stream, in the words of the API that was asked."""
    if is_openai(request):
        choice = {
            "index": 0,
            "delta": {"role": "assistant", "content": word},
            "finish_reason": "stop" if done else None,
        }
        common = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "tiny",
        }
        return encode(common | {"system_fingerprint": "fp_ollama", "choices": [choice]})
    message = {"role": "assistant", "content": word}
    end = {"done_reason": "stop", "total_duration": 5} if done else {}
    return encode({"model": "tiny", "created_at": NOW, "message": message, "done": done} | end)


def framed(request: Any, *records: bytes) -> bytes:
    if is_openai(request):
        return b"".join(b"data: " + one + b"\n\n" for one in records)
    return b"".join(one + b"\n" for one in records)


def first(request: Any) -> bytes:
    """The first two records."""
    return framed(request, *(record(request, word) for word in WORDS[:2]))


def last(request: Any) -> bytes:
    """The last record, and the sentinel where there is one."""
    return framed(
        request, record(request, WORDS[2], done=True), *([b"[DONE]"] if is_openai(request) else [])
    )


def head(status: str, media: str = "", length: int | None = None, *more: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {media}"] if media else []), *more]
    lines.append("Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def answer(
    status: str, body: bytes, media: str = "application/json; charset=utf-8", *more: str
) -> bytes:
    return head(status, media, len(body), *more) + body


def piece(content: bytes) -> bytes:
    return f"{len(content):x}\r\n".encode() + content + b"\r\n" if content else b""


def begun(request: Any) -> bytes:
    return head("200 OK", "text/event-stream" if is_openai(request) else "application/x-ndjson")


def streamed(request: Any, pieces: Iterable[bytes]) -> Steps:
    yield begun(request) + b"".join(piece(one) for one in pieces) + b"0\r\n\r\n"


def whole(request: Any) -> Steps:
    yield from streamed(request, [first(request), last(request)])


def split(request: Any) -> Steps:
    content = first(request) + last(request)
    yield begun(request)
    for start in range(0, len(content), 7):
        yield piece(content[start : start + 7])
    yield b"0\r\n\r\n"


def no_final_newline(request: Any) -> Steps:
    yield from streamed(request, [first(request), last(request).rstrip(b"\n")])


def crlf(request: Any) -> Steps:
    content = (first(request) + b"\n" + last(request)).replace(b"\n", b"\r\n")
    yield from streamed(
        request, [content[start : start + 11] for start in range(0, len(content), 11)]
    )


def blank(request: Any) -> Steps:
    note = b": keep alive\n\nevent: token\nid: 7\n" if is_openai(request) else b"\n  \n"
    yield from streamed(request, [note, first(request), note, last(request)])


def bom(request: Any) -> Steps:
    yield from streamed(
        request, [b"\xef\xbb\xbf" if is_openai(request) else b"", first(request) + last(request)]
    )


def several_lines(request: Any) -> Steps:
    """One record in several lines of data, where the framing has such a thing."""
    content = first(request) + last(request)
    if is_openai(request):
        content = content.replace(b', "choices"', b',\ndata: "choices"')
    yield from streamed(request, [content])


def error_inside(request: Any) -> Steps:
    yield from streamed(
        request, [first(request), framed(request, encode({"error": "the model crashed"}))]
    )


def nested_error_inside(request: Any) -> Steps:
    error = {
        "error": {"message": "the model crashed", "type": "api_error", "param": None, "code": None}
    }
    yield from streamed(request, [first(request), framed(request, encode(error))])


def error_outside(request: Any) -> Steps:
    """An error that a proxy writes as a bare line, whatever the framing is."""
    yield from streamed(request, [first(request), encode({"error": "the model crashed"}) + b"\n"])


def malformed(request: Any) -> Steps:
    yield from streamed(request, [first(request), framed(request, b'{"model": '), last(request)])


def cut(request: Any) -> Steps:
    yield begun(request) + piece(first(request)) + piece(b'{"mod')
    yield "close"


def reset(request: Any) -> Steps:
    yield begun(request) + piece(first(request))
    yield 0.05
    yield "reset"


def half_closed(request: Any) -> Steps:
    yield begun(request) + piece(first(request))
    yield "half"


def ends_early(request: Any) -> Steps:
    yield from streamed(request, [first(request)])


def lost_error(request: Any) -> Steps:
    """E10: the error was decoded as an empty answer."""
    empty = record(request, "").replace(b'"tiny"', b'""')
    yield from streamed(request, [first(request), framed(request, empty)])


def nothing(request: Any) -> Steps:
    yield from streamed(request, [])


def stalls(request: Any) -> Steps:
    yield begun(request) + piece(first(request))
    yield 5.0
    yield "close"


def slow(_: Any) -> Steps:
    yield 5.0
    yield "close"


def forever(request: Any) -> Steps:
    yield begun(request)
    while True:
        yield piece(framed(request, record(request, WORDS[0])))
        yield 0.001


def gigantic(request: Any) -> Steps:
    """One record of three megabytes in small pieces."""
    content = framed(request, record(request, HUGE))
    yield begun(request)
    for start in range(0, len(content), 1000):
        yield piece(content[start : start + 1000])
    yield piece(last(request)) + b"0\r\n\r\n"


def crowd(request: Any) -> Steps:
    yield begun(request) + piece(first(request))
    yield "crowd"
    yield piece(last(request)) + b"0\r\n\r\n"


def single(request: Any) -> Steps:
    """One document although a stream was asked for, without a line end: how a model is loaded."""
    yield answer("200 OK", record(request, "", done=True))


def page(_: Any) -> Steps:
    yield answer("200 OK", b"<html><body>Welcome</body></html>", "text/html; charset=utf-8")


def running(_: Any) -> Steps:
    yield answer("200 OK", b"Ollama is running", "text/plain; charset=utf-8")


def garbage(_: Any) -> Steps:
    yield b"this is no HTTP\r\n\r\n"
    yield "close"


def hangs_up(_: Any) -> Steps:
    yield "close"


def short_body(_: Any) -> Steps:
    yield head("200 OK", "application/json", 500) + b'{"models": ['
    yield "close"


def flat(_: Any) -> Steps:
    """E1, and E9 where /v1 is asked."""
    yield answer("404 Not Found", encode({"error": "model 'tiny' not found"}))


def sign_in(_: Any) -> Steps:
    yield answer(
        "401 Unauthorized",
        encode({"error": "unauthorized", "signin_url": "https://example.com/connect"}),
    )


def go_fields(_: Any) -> Steps:
    yield answer(
        "404 Not Found",
        encode({"StatusCode": 404, "Status": "404 Not Found", "error": "no such model"}),
    )


def nested(_: Any) -> Steps:
    error = {
        "message": "model is required",
        "type": "invalid_request_error",
        "param": None,
        "code": None,
    }
    yield answer("400 Bad Request", encode({"error": error}))


def typed(_: Any) -> Steps:
    error = {"type": "overloaded_error", "message": "come back later"}
    yield answer(
        "503 Service Unavailable", encode({"type": "error", "error": error, "request_id": "r1"})
    )


def no_page(_: Any) -> Steps:
    yield answer("404 Not Found", b"404 page not found", "text/plain")


def no_method(_: Any) -> Steps:
    yield answer("405 Method Not Allowed", b"405 method not allowed", "text/plain")


def refused_host(_: Any) -> Steps:
    yield answer("403 Forbidden", b"", "")


def panic(_: Any) -> Steps:
    yield answer("500 Internal Server Error", b"", "")


def busy(_: Any) -> Steps:
    body = encode({"error": "server busy, please try again.  maximum pending requests exceeded"})
    yield answer("503 Service Unavailable", body, "application/json", "Retry-After: 7")


def moved(_: Any) -> Steps:
    yield answer("307 Temporary Redirect", b"", "", "Location: http://127.0.0.1:9/elsewhere")


def busy_twice(request: Any) -> Steps:
    """Refuses two requests, then answers."""
    if request.number > 2:
        yield answer(
            "200 OK", encode({"version": "1.2.3", "object": "list", "data": [], "models": []})
        )
    else:
        yield answer(
            "503 Service Unavailable",
            encode({"error": "busy"}),
            "application/json",
            "Retry-After: 0",
        )


def limited_once(request: Any) -> Steps:
    if request.number > 1:
        yield from whole(request)
    else:
        yield answer(
            "429 Too Many Requests",
            encode({"error": "slow down"}),
            "application/json",
            "Retry-After: 0",
        )


def hangs_up_once(request: Any) -> Steps:
    if request.number == 1:
        yield "close"
    else:
        yield answer(
            "200 OK", encode({"version": "1.2.3", "object": "list", "data": [], "models": []})
        )
