"""A loopback server with a memory: models to pull, make and delete, and files by their digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar
from urllib.parse import unquote

from fake_server import DETAILS, MODEL, NOW, Handler, chunk, running_with, whole

LAYERS = [("sha256:" + "1" * 64, 1000), ("sha256:" + "2" * 64, 3000)]
SHOWN = {"details": DETAILS, "model_info": {"general.architecture": "llama"}, "modified_at": NOW}


class ModelHandler(Handler):
    """Answers as a server does that keeps what it is given; a request's model chooses the fault."""

    models: ClassVar[list[str]] = []
    blobs: ClassVar[dict[str, bytes]] = {}
    instructions: ClassVar[dict[str, str]] = {}
    refusals: ClassVar[int] = 0

    def do_HEAD(self) -> None:  # noqa: N802 - the name is the base class's
        digest = unquote(self.path).removeprefix("/api/blobs/")
        self.note(None)
        known = digest in self.blobs or not digest.startswith("sha256:")
        self.reply(200 if known else 404, "application/json", b"")

    def do_GET(self) -> None:  # noqa: N802 - the name is the base class's
        if self.path == "/api/version" and ModelHandler.refusals > 0:
            ModelHandler.refusals -= 1
            self.answer(503, {"error": "starting"})
        elif self.path == "/api/tags":
            self.answer(
                200, {"models": [MODEL | {"name": name, "model": name} for name in self.models]}
            )
        elif self.path == "/api/ps":
            loaded = {"expires_at": NOW, "size_vram": 0, "context_length": 4096}
            self.answer(
                200,
                {
                    "models": [
                        MODEL | loaded | {"name": name, "model": name} for name in self.models[:1]
                    ]
                },
            )
        elif self.path == "/":
            self.plain(200, "Ollama is running")
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802 - the name is the base class's
        if self.path.startswith("/api/blobs/"):
            self.keep(unquote(self.path).removeprefix("/api/blobs/"))
        else:
            self.apply_action()

    def apply_action(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length") or 0)) or b"{}")
        self.note(body)
        name = body.get("model") or body.get("source", "")
        if self.path in {"/api/pull", "/api/push", "/api/create"}:
            self.stream(
                [json.dumps(record).encode() for record in self.work(body)], cut=False, sse=False
            )
        elif self.path == "/api/embed":
            texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
            self.answer(
                200, {"model": name, "embeddings": [[float(len(text)), 0.5] for text in texts]}
            )
        elif with_tag(name) not in self.models:
            self.answer(404, {"error": f"model '{name}' not found"})
        elif self.path == "/api/delete":
            self.models.remove(with_tag(name))
            self.answer(200, None)
        elif self.path == "/api/copy":
            self.models.append(with_tag(body["destination"]))
            self.answer(200, None)
        elif self.path in {"/api/chat", "/api/generate", "/v1/chat/completions"}:
            self.talk(stream=bool(body.get("stream")))
        else:
            able = {} if name.startswith("old") else {"capabilities": ["completion", "tools"]}
            self.answer(200, SHOWN | able | {"system": self.instructions.get(with_tag(name), "")})

    def talk(self, *, stream: bool) -> None:
        """Say the same, whatever is asked, word by word or at once."""
        openai, said = self.path.startswith("/v1/"), "Because of the air."
        if not stream:
            self.answer(200, whole(self.path) if openai else part(self.path, said, done=True))
            return
        pieces = [
            chunk(word, done=False) if openai else part(self.path, word, done=False)
            for word in said.split(" ")
        ]
        last = chunk("", done=True) if openai else part(self.path, "", done=True)
        records = [json.dumps(piece).encode() for piece in [*pieces, last]]
        self.stream(records + ([b"[DONE]"] if openai else []), cut=False, sse=openai)

    def work(self, body: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The records of a pull, a push, or the making of a model."""
        name, verb = (
            body["model"],
            {"/api/pull": "pulling", "/api/push": "pushing"}.get(self.path, "creating"),
        )
        if verb == "creating":
            lost = [digest for digest in body.get("files", {}).values() if digest not in self.blobs]
            yield {"error": f"unknown blob {lost[0]}"} if lost else {"status": "parsing GGUF"}
        else:
            yield {"status": f"{verb} manifest"}
        if name == "unknown" or "no-such" in name:
            yield {"error": "pull model manifest: file does not exist"}
        elif name == "full":
            yield {"status": "pulling 1", "digest": LAYERS[0][0], "total": 1000, "completed": 500}
            yield {"error": "no space left on device"}
        else:
            yield from layers(verb)
            self.models.append(with_tag(name))
            self.instructions[with_tag(name)] = body.get("system", "")
            yield {"status": "success"}

    def keep(self, digest: str) -> None:
        data = self.rfile.read(int(self.headers["content-length"]))
        self.note({"bytes": len(data), "headers": dict(self.headers)})
        found = "sha256:" + hashlib.sha256(data).hexdigest()
        if digest != found:
            self.answer(400, {"error": f'digest mismatch, expected "{digest}", got "{found}"'})
        else:
            self.blobs[digest] = data
            self.reply(201, "application/json", b"")

    def note(self, body: dict[str, Any] | None) -> None:
        Handler.seen.append({"method": self.command, "path": unquote(self.path), "body": body})


def part(path: str, text: str, *, done: bool) -> dict[str, Any]:
    """An answer of the native API, or a piece of it."""
    said = (
        {"response": text}
        if path == "/api/generate"
        else {"message": {"role": "assistant", "content": text}}
    )
    return (
        {"model": "tiny", "created_at": NOW, "done": done}
        | said
        | ({"eval_count": 4} if done else {})
    )


def layers(verb: str) -> Iterator[dict[str, Any]]:
    for digest, total in LAYERS:
        begun = {"status": f"{verb} {digest[7:19]}", "digest": digest, "total": total}
        yield begun
        yield begun | {"completed": total // 2}
        yield begun | {"completed": total}


def with_tag(name: str) -> str:
    return name if ":" in name else f"{name}:latest"


@contextmanager
def model_server(port: int = 0) -> Iterator[str]:
    """The address of a server that has one model and no files."""
    ModelHandler.models = ["tiny:latest", "me/other:7b", "old:latest"]
    ModelHandler.blobs = {}
    ModelHandler.instructions = {}
    ModelHandler.refusals = 0
    Handler.seen.clear()
    with running_with(ModelHandler, port) as address:
        yield address
