"""Runs the claims about fields of the standard: a client of all of them for each version."""

from __future__ import annotations

import asyncio
import copy
import importlib
import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

import httpx2 as httpx
from tests.generate.conftest import write_parcel
from tests.wire.claims import MARK, Row, Seen
from tests.wire.loopback import Reply
from tests.wire.raw import Raw, raw_request

from specmend.document.text.document import parse_document
from specmend.errors import SpecmendError
from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

TOKEN: Final = Reply(
    headers={"Content-Type": "application/json"},
    body=b'{"access_token": "t", "token_type": "bearer"}',
)
"""What the token endpoint answers."""

FULL: Mapping[str, str] = {"3.0": "3.0.4", "3.1": "3.1.1", "3.2": "3.2.0"}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One of the two operations of a row: `w` is with the field, `o` without."""

    row: Row
    number: int
    variant: Literal["w", "o"]

    @property
    def tag(self) -> str:
        """What MARK becomes."""
        return f"z{self.number}{self.variant}z"

    @property
    def path(self) -> str:
        """The path of the operation."""
        return f"/{self.tag}{self.row.probe.path}"

    def parts(self) -> dict[str, Any]:
        """The operation and the components of this variant."""
        probe = self.row.probe
        held = {
            "operation": probe.operation,
            "components": probe.components,
            "variables": probe.variables,
        }
        made: dict[str, Any] = copy.deepcopy(held)
        if self.variant == "o":
            *above, last = probe.at
            place: Any = made
            for token in above:
                place = place[token]
            if probe.instead is ...:
                del place[last]
            else:
                place[last] = probe.instead
        return dict(self.marked(made))

    def marked(self, held: Any) -> Any:
        """A value with the tag in place of each mark."""
        if isinstance(held, str):
            return held.replace(MARK, self.tag)
        if isinstance(held, Mapping):
            return {self.marked(key): self.marked(value) for key, value in held.items()}
        if isinstance(held, list):
            return [self.marked(value) for value in held]
        return held


@dataclass(frozen=True, kw_only=True)
class Built:
    """The client of all rows that give one, and what was said when it was made."""

    text: str
    warnings: Sequence[str]
    module: Any


def trials(rows: Sequence[Row], version: str) -> list[Trial]:
    """Both operations of each row of a version."""
    return [
        Trial(row=row, number=number, variant=variant)
        for number, row in enumerate(rows)
        for variant in ("w", "o")
        if version in row.versions
    ]


def document(chosen: Sequence[Trial], version: str) -> str:
    """The text of a document of all operations."""
    tree: dict[str, Any] = {
        "openapi": FULL[version],
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://x.example"}],
        "paths": {},
        "components": {},
    }
    for trial in chosen:
        made = trial.parts()
        method = "post" if "requestBody" in made["operation"] else "get"
        responses = {"200": {"description": "d"}}
        node = {"operationId": trial.tag, "responses": responses, **made["operation"]}
        tree["paths"][trial.path] = {method: node}
        for name, variable in made["variables"].items():
            tree["servers"][0]["url"] += "{" + name + "}"
            tree["servers"][0].setdefault("variables", {})[name] = variable
        for kind, named in made["components"].items():
            tree["components"].setdefault(kind, {}).update(named)
    return json.dumps(tree, indent=1)


@contextmanager
def built(rows: Sequence[Row], version: str, folder: Path) -> Iterator[Built]:
    """The client of all rows that are not refused."""
    chosen = [one for one in trials(rows, version) if one.row.does != "refused"]
    text = document(chosen, version)
    name = f"probes_{version.replace('.', '_')}"
    plan = PackagePlan(
        api="api", package=name, version="1", description="d", license="MIT", header=""
    )
    made = generate(json.loads(text), plan, parse_document(text, "api.json"))
    write_parcel(made, folder)
    sys.path.insert(0, str(folder))
    yield Built(text=text, warnings=made.warnings, module=importlib.import_module(name))
    sys.path.remove(str(folder))


def refusals(rows: Sequence[Row], version: str) -> tuple[str, list[str]]:
    """The text of a document of all rows that are refused, and what is said about it."""
    chosen = [
        one for one in trials(rows, version) if one.row.does == "refused" and one.variant == "w"
    ]
    text = document(chosen, version)
    plan = PackagePlan(
        api="api", package="api", version="1", description="d", license="MIT", header=""
    )
    try:
        generate(json.loads(text), plan, parse_document(text, "api.json"))
    except SpecmendError as fault:
        said = [f"{one.file}:{one.line}:{one.column}: {one.message}" for one in fault.problems]
        return text, said
    return text, []


def is_said(trial: Trial, text: str, said: Sequence[str]) -> bool:
    """Whether one of several sentences has the words of a row, and the line of such a field.

    Of what is said of several places the sentence names the first.
    """
    probe = trial.row.probe
    name = next(token for token in reversed(probe.at) if isinstance(token, str))
    wanted = json.dumps(trial.marked(name)) + ":"
    lines = {at for at, line in enumerate(text.splitlines(), 1) if line.strip().startswith(wanted)}
    for one in said:
        place = re.match(r"[^:]*:(\d+):\d+", one)
        if place and int(place[1]) in lines and re.search(probe.words, one):
            return True
    return False


def seen(made: Built, trial: Trial) -> tuple[Seen, Seen]:
    """What comes of the call of an operation, of the synchronous client and of the other one."""
    kept: list[tuple[str, Raw]] = []
    probe = trial.row.probe

    def server(request: httpx.Request) -> httpx.Response:
        raw = raw_request(
            request.method, request.url.raw_path.decode(), request.headers.raw, request.content
        )
        kept.append((str(request.url), raw))
        reply = TOKEN if request.url.host == "auth.example" else probe.answer
        content = reply.body.replace(MARK.encode(), trial.tag.encode())
        return httpx.Response(reply.status, headers=dict(reply.headers), content=content)

    async def server_async(request: httpx.Request) -> httpx.Response:
        await request.aread()
        return server(request)

    options = probe.client(made.module) if callable(probe.client) else probe.client
    given = {"base_url": "https://x.example", **trial.marked(dict(options))}
    words = trial.marked(dict(probe.call))
    found = []
    for aio, kind in ((False, made.module.Client), (True, made.module.AsyncClient)):
        kept.clear()
        http: Any = (
            httpx.AsyncClient(transport=httpx.MockTransport(server_async))
            if aio
            else httpx.Client(transport=httpx.MockTransport(server))
        )
        result, error, signature = None, None, ""
        try:
            method = getattr(kind(http=http, retries=0, **given), trial.tag)
            signature = str(inspect.signature(method))
            call = partial(made.module.with_response, method) if probe.whole else method
            result = asyncio.run(_gathered(call(**words))) if aio else call(**words)
            result = list(result) if hasattr(result, "__next__") else result
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is looked at
            error = fault
        seen_now = Seen(
            urls=tuple(url for url, _ in kept),
            raw=kept[-1][1] if kept else None,
            result=result,
            error=error,
            signature=signature,
            declared=dict(result.declared) if probe.whole and result else {},
            links=dict(result.links) if probe.whole and result else {},
        )
        found.append(_plain(seen_now, trial.tag))
    return found[0], found[1]


async def _gathered(call: Any) -> Any:
    """What a coroutine gives, the records where that is a stream."""
    found = await call
    return [one async for one in found] if hasattr(found, "__anext__") else found


def _plain(found: Seen, tag: str) -> Seen:
    """What was seen, with the mark in place of the tag."""
    raw = found.raw
    if raw is not None:
        raw = Raw(
            method=raw.method,
            target=raw.target.replace(tag, MARK),
            headers=tuple(
                (name.replace(tag, MARK), text.replace(tag, MARK)) for name, text in raw.headers
            ),
            body=raw.body.replace(tag.encode(), MARK.encode()),
        )
    urls = tuple(url.replace(tag, MARK) for url in found.urls)
    return replace(found, urls=urls, raw=raw)
