"""A small loopback server that answers chats as Ollama does; the model's name says how."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = list[dict[str, Any]]
"""The records of a streamed answer; the whole answer is made of the same."""

COUNTS = {
    "total_duration": 5,
    "load_duration": 1,
    "prompt_eval_count": 26,
    "eval_count": 12,
    "eval_duration": 3,
}


@dataclass
class ChatServer:
    """Answers by model or after tool results; the bodies that came; whether the reader left."""

    answers: dict[str, Answer]
    after_tools: Answer | None = None
    show: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: list[dict[str, Any]] = field(default_factory=list)
    left: threading.Event = field(default_factory=threading.Event)
    url: str = ""


def said(content: str = "", **message: Any) -> dict[str, Any]:
    """A record in the middle of an answer."""
    return {"message": {"role": "assistant", "content": content, **message}, "done": False}


def last(content: str = "", *, reason: str = "stop", **message: Any) -> dict[str, Any]:
    """The last record of an answer."""
    counts = {} if reason in {"load", "unload"} else COUNTS
    return said(content, **message) | {"done": True, "done_reason": reason} | counts


def called(
    name: str, arguments: Mapping[str, Any], index: int, call_id: str | None = None
) -> dict[str, Any]:
    """A tool call of an answer."""
    call = {"function": {"index": index, "name": name, "arguments": arguments}}
    return call | ({"id": call_id} if call_id else {})


def whole(records: Answer) -> dict[str, Any]:
    """The answer in one piece, joined as the server joins it."""
    messages = [record["message"] for record in records]
    message: dict[str, Any] = {
        "role": "assistant",
        "content": "".join(part["content"] for part in messages),
    }
    thinking = "".join(part.get("thinking", "") for part in messages)
    calls = [call for part in messages for call in part.get("tool_calls", [])]
    message |= ({"thinking": thinking} if thinking else {}) | (
        {"tool_calls": calls} if calls else {}
    )
    return records[-1] | {"message": message}


class Handler(BaseHTTPRequestHandler):
    """Answers the routes that chats need."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = (
        True  # otherwise each answer waits for the acknowledgment of its headers
    )
    state: ChatServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        self.reply(200, {"version": "0.32.15"})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.state.seen.append(body)
        model = body["model"]
        if self.path == "/api/show" and model in self.state.show:
            self.reply(200, self.state.show[model])
        elif model == "endless":
            self.endless()
        elif model == "full":
            self.reply(400, {"error": "prompt too long; exceeded max context length by 7 tokens"})
        elif model not in self.state.answers:
            self.reply(404, {"error": f"model '{model}' not found"})
        elif not body.get("messages"):
            reason = "unload" if body.get("keep_alive") == 0 else "load"
            self.reply(
                200, named(last(reason=reason), model)
            )  # one object, even where a stream was asked for
        elif body["stream"]:
            self.stream([named(record, model) for record in self.records(body)])
        else:
            self.reply(200, named(whole(self.records(body)), model))

    def records(self, body: dict[str, Any]) -> Answer:
        if self.state.after_tools is not None and body["messages"][-1]["role"] == "tool":
            return self.state.after_tools
        return self.state.answers[body["model"]]

    def reply(self, status: int, value: Any) -> None:
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def stream(self, records: Answer) -> None:
        self.begin()
        for record in records:
            self.piece(record)
        self.wfile.write(b"0\r\n\r\n")

    def endless(self) -> None:
        """Write until the reader has left."""
        self.begin()
        try:
            while True:
                self.piece(named(said("more "), "endless"))
                time.sleep(0.001)
        except OSError:
            self.state.left.set()
            self.close_connection = True

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/x-ndjson")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()

    def piece(self, record: dict[str, Any]) -> None:
        line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
        self.wfile.write(f"{len(line):x}\r\n".encode() + line + b"\r\n")


def named(record: dict[str, Any], model: str) -> dict[str, Any]:
    return {"model": model, "created_at": "2025-03-01T10:00:00.123456789Z", **record}


class QuietServer(ThreadingHTTPServer):
    """A server that takes it calmly when a client leaves early."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: tests that leave in the middle of a stream mean to."""


@contextmanager
def chatting(answers: dict[str, Answer], **state: Any) -> Iterator[ChatServer]:
    """A server with these answers, as long as it runs."""
    chat = ChatServer(answers, **state)
    server = QuietServer(("127.0.0.1", 0), type("Bound", (Handler,), {"state": chat}))
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    chat.url = f"http://127.0.0.1:{server.server_address[1]}/api"
    try:
        yield chat
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
