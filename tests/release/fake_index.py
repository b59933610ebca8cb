"""A package index on this machine that keeps what it is sent, and misbehaves as it is told to."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import html
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

TOKEN = "pypi-AgEIcHlwaS5vcmc"  # noqa: S105 - what this index takes for a token
JSON = "application/vnd.pypi.simple.v1+json"
PIECE = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What goes wrong with one upload; it is stored all the same where `stores` says so.

    With `cut_after`, the connection is closed after that many bytes of the body. With a `status`,
    that is the answer. With neither, the connection is closed where the answer would come. A
    `pause` comes before that. `on_cut` is called when so much of the body is there.
    """

    status: int = 0
    cut_after: int | None = None
    stores: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    pause: float = 0.0
    on_cut: Callable[[], object] = lambda: None


@dataclass(slots=True)
class FakeIndex:
    """The files of the index by their names, and how it behaves.

    `digest` is the algorithm that its pages tell, if any. `json` lets it answer with JSON.
    `stranger` is the status for a wrong token, and `again` are those for a file name that is there:
    with these bytes, and with others. `attestations` came with files (PEP 740). `faults` are for
    the uploads to come, and `page_faults` for the pages. `yanked`
    says why files are. `late` is how often a page does not yet
    have what was uploaded. `on_upload` is called after each file that was stored.
    """

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    token: str = TOKEN
    stranger: int = 403
    digest: str = "sha256"
    json: bool = False
    again: tuple[int, int] = (200, 400)
    faults: list[Fault] = field(default_factory=list)
    page_faults: list[int] = field(default_factory=list)
    projects: set[str] | None = None
    late: int = 0
    readers: set[str] = field(default_factory=set)
    locked: int = 401
    read: list[str] = field(default_factory=list)
    yanked: dict[str, str] = field(default_factory=dict)
    uploads: list[str] = field(default_factory=list)
    attestations: dict[str, str] = field(default_factory=dict)
    attempts: int = 0
    on_upload: Callable[[str], None] = lambda _: None

    @property
    def simple(self) -> str:
        return f"{self.url}/simple/"

    @property
    def upload_url(self) -> str:
        return f"{self.url}/legacy/"

    def store(self, name: str, data: bytes) -> int:
        """Keep a file; gives the status of the answer."""
        if name in self.files:
            return self.again[self.files[name] != data]
        self.files[name] = data
        self.uploads.append(name)
        self.on_upload(name)
        return 200

    def page(self, project: str, *, as_json: bool) -> bytes:
        found = {
            name: data
            for name, data in self.files.items()
            if name.partition("-")[0].replace("_", "-").lower() == project
        }
        if self.late and found:
            self.late -= 1
            found.popitem()
        files = [self._entry(name, data) for name, data in found.items()]
        if as_json:
            listed = [
                {
                    "filename": name,
                    "url": f"../../files/{name}",
                    "hashes": digests,
                    "yanked": self.yanked.get(name, False),
                }
                for name, digests in files
            ]
            return json.dumps({"meta": {"api-version": "1.0"}, "files": listed}).encode()
        links = (
            f'<a href="../../files/{name}{"".join(f"#{k}={v}" for k, v in digests.items())}"'
            f"{self._mark(name)}>"
            f"{html.escape(name)}</a><br>"
            for name, digests in files
        )
        return f"<!doctype html><body>{''.join(links)}</body>".encode()

    def _mark(self, name: str) -> str:
        why = self.yanked.get(name)
        return "" if why is None else f' data-yanked="{html.escape(why)}"'

    def _entry(self, name: str, data: bytes) -> tuple[str, dict[str, str]]:
        digests = {self.digest: hashlib.new(self.digest, data).hexdigest()} if self.digest else {}
        return name, digests


@contextmanager
def fake_index() -> Iterator[FakeIndex]:
    """An index that runs meanwhile."""
    index = FakeIndex()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"index": index}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    index.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield index
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    index: FakeIndex
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = [unquote(part) for part in self.path.strip("/").split("/")]
        if not self._may_read():
            self._say(self.index.locked, b"who are you?")
        elif self.index.page_faults:
            self._say(self.index.page_faults.pop(0), b"not now")
        elif parts[0] == "files" and parts[-1] in self.index.files:
            # As devpi-server does: who can read JSON is told of the file, and does not get it.
            wants_json = "application/json" in self.headers.get("Accept", "")
            self._say(200, b"{}" if wants_json else self.index.files[parts[-1]])
        elif parts[0] == "simple" and self._knows(parts[-1]):
            as_json = self.index.json and JSON in self.headers.get("Accept", "")
            page = self.index.page(parts[-1], as_json=as_json)
            self._say(200, page, ("Content-Type", JSON if as_json else "text/html"))
        else:
            self._say(404, b"nothing here")

    def _may_read(self) -> bool:
        word = self.headers.get("Authorization", "").removeprefix("Basic ")
        self.index.read.append(base64.b64decode(word).decode())
        return not self.index.readers or self.index.read[-1] in self.index.readers

    def _knows(self, project: str) -> bool:
        return b"<a " in self.index.page(project, as_json=False) or project in (
            self.index.projects or ()
        )

    def do_POST(self) -> None:
        self.index.attempts += 1
        fault = self.index.faults.pop(0) if self.index.faults else None
        body = self._body(fault)
        if body is None:
            return
        status = self._answer(body) if fault is None or fault.stores else 0
        if fault is None:
            self._say(status, b"")
            return
        time.sleep(fault.pause)
        if fault.status:
            self._say(fault.status, b"no", *fault.headers)
        else:
            self._hang_up()

    def _answer(self, body: bytes) -> int:
        given = base64.b64encode(f"__token__:{self.index.token}".encode()).decode()
        if self.index.token and self.headers.get("Authorization") != f"Basic {given}":
            return self.index.stranger
        fields = _fields(body, self.headers["Content-Type"].partition("boundary=")[2])
        if (
            self.index.projects is not None
            and fields["name"][1].decode() not in self.index.projects
        ):
            return 404
        name, data = fields["content"]
        if hashlib.sha256(data).hexdigest() != fields["sha256_digest"][1].decode():
            return 400
        if "attestations" in fields:
            self.index.attestations[name] = fields["attestations"][1].decode()
        return self.index.store(name, data)

    def _body(self, fault: Fault | None) -> bytes | None:
        left = int(self.headers["Content-Length"])
        if fault is not None and fault.cut_after is not None:
            self.rfile.read(min(fault.cut_after, left))
            fault.on_cut()
            self._hang_up()
            return None
        return self.rfile.read(left)

    def _hang_up(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(2)

    def _say(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.close_connection = True
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            for name, value in (*headers, ("Content-Length", str(len(body)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _fields(body: bytes, boundary: str) -> dict[str, tuple[str, bytes]]:
    """The fields of a form by name: the name of the file in it, if it is one, and the value."""
    found = {}
    for part in body.split(f"--{boundary}".encode())[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        words = {
            key.strip(): told.strip('"')
            for key, _, told in (word.partition("=") for word in head.decode().split(";"))
        }
        words = {key: told.partition('"')[0] for key, told in words.items()}
        found[words["name"]] = (words.get("filename", ""), value.removesuffix(b"\r\n"))
    return found
