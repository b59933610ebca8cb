"""A small server on the loopback interface that answers as Ollama does, faults included."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

NOW = "2025-03-01T10:00:00.123456789Z"
DETAILS = {
    "parent_model": "",
    "format": "gguf",
    "family": "llama",
    "families": None,
    "parameter_size": "1B",
    "quantization_level": "Q4_K_M",
}
MODEL = {
    "name": "tiny:latest",
    "model": "tiny:latest",
    "modified_at": "2025-03-01T11:00:00.5+01:00",
    "size": 5_000_000_000,
    "digest": "ab" * 32,
    "details": DETAILS,
    "capabilities": ["completion"],
}
WORDS = ["The ", "sky\u2028 is\u0085 ", "blue. "]


class Handler(BaseHTTPRequestHandler):
    """Answers by path; the model's name in the request chooses the fault."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[dict[str, Any]]] = []

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        answers: dict[str, Any] = {
            "/api/tags": {"models": [MODEL]},
            "/api/version": {"version": "0.5.7"},
            "/api/ps": {"models": []},
            "/v1/models": {"object": "list", "data": None},
        }
        if self.path in answers:
            self.answer(200, answers[self.path])
        else:
            self.plain(404, "404 page not found")

    def do_POST(self) -> None:
        self.apply_action()

    def do_DELETE(self) -> None:
        self.apply_action()

    def apply_action(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        Handler.seen.append({"method": self.command, "path": self.path, "body": body})
        model = body.get("model", "")
        openai = self.path.startswith("/v1/")
        if model == "missing":
            message = f"model '{model}' not found"
            error: Any = {
                "message": message,
                "type": "not_found_error",
                "param": None,
                "code": None,
            }
            self.answer(404, {"error": error if openai else message})
        elif model == "busy":
            self.plain(503, "server busy")
        elif body.get("stream"):
            self.stream(list(events(self.path, model)), cut=model == "cut", sse=openai)
        elif self.path in {"/api/copy", "/api/delete"}:
            self.answer(200, None)
        else:
            self.answer(200, whole(self.path))

    def answer(self, status: int, value: Any) -> None:
        data = b"" if value is None else json.dumps(value).encode()
        self.reply(status, "application/json; charset=utf-8", data)

    def plain(self, status: int, text: str) -> None:
        self.reply(status, "text/plain", text.encode())

    def reply(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def stream(self, records: list[bytes], *, cut: bool, sse: bool) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream" if sse else "application/x-ndjson")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        framed = b"".join(b"data: " + r + b"\n\n" if sse else r + b"\n" for r in records)
        for start in range(
            0, len(framed), 7
        ):  # pieces that cut lines, and characters, in the middle
            piece = framed[start : start + 7]
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        if cut:
            self.close_connection = True
        else:
            self.wfile.write(b"0\r\n\r\n")


def events(path: str, model: str) -> Iterator[bytes]:
    """The records of a stream; `breaks` puts an error after two, `garbled` what is no JSON."""
    make = {"/api/chat": chat_event, "/v1/chat/completions": chunk}.get(path, progress)
    for word in WORDS[:2]:
        yield encode(make(word, done=False))
    if model == "breaks":
        yield encode({"error": "the model crashed"})
    elif model == "garbled":
        yield b'{"model": '
    elif model not in {"cut", "stops"}:
        yield encode(make(WORDS[2], done=True))
        if path.startswith("/v1/"):
            yield b"[DONE]"


def encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def chat_event(word: str, *, done: bool) -> dict[str, Any]:
    event: dict[str, Any] = {
        "model": "tiny",
        "created_at": NOW,
        "message": {"role": "assistant", "content": word},
    }
    return (
        event
        | {"done": done}
        | ({"done_reason": "stop", "total_duration": 5_000_000_000} if done else {})
    )


def progress(word: str, *, done: bool) -> dict[str, Any]:
    return {"status": "success" if done else f"pulling {word.strip()}"}


def chunk(word: str, *, done: bool) -> dict[str, Any]:
    delta = {} if done else {"role": "assistant", "content": word}
    choice = {"index": 0, "delta": delta, "finish_reason": "stop" if done else None}
    common = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "tiny"}
    return common | {"system_fingerprint": "fp_ollama", "choices": [choice]}


def whole(path: str) -> dict[str, Any]:
    """The answer in one piece."""
    message = {"role": "assistant", "content": "".join(WORDS)}
    if path == "/api/chat":
        return chat_event("".join(WORDS), done=True)
    if path == "/v1/embeddings":
        item = {"object": "embedding", "embedding": [0.5, -0.25], "index": 0}
        return {
            "object": "list",
            "data": [item],
            "model": "tiny",
            "usage": {"prompt_tokens": 2, "total_tokens": 2},
        }
    if path == "/v1/chat/completions":
        usage = {"prompt_tokens": 1, "completion_tokens": 3, "total_tokens": 4}
        common = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "tiny",
            "usage": usage,
        }
        choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
        return common | {"system_fingerprint": "fp_ollama", "choices": choices}
    return {"status": "success"}


class QuietServer(ThreadingHTTPServer):
    """A server that takes it calmly when a client leaves early."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: tests that leave in the middle of a stream mean to."""


def running() -> AbstractContextManager[str]:
    """The server's address, as long as it runs."""
    return running_with(Handler)


@contextmanager
def running_with(handler: type[BaseHTTPRequestHandler], port: int = 0) -> Iterator[str]:
    """The address of a server whose requests go to a handler of one's own."""
    server = QuietServer(("127.0.0.1", port), handler)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
