"""The unusual routes of the native API: above the prefix, without a body, or of raw octets."""

from __future__ import annotations

import httpx2 as httpx
import pytest
from ollama_native import Client, errors

DIGEST = "sha256:" + "ab" * 32


def serve(status: int, **answer: object) -> tuple[Client, list[httpx.Request]]:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        request.read()
        seen.append(request)
        return httpx.Response(status, **answer)  # type: ignore[arg-type]

    http = httpx.Client(transport=httpx.MockTransport(handle))
    return Client("http://test:1/ollama/api", http=http), seen


def test_the_greeting_is_above_the_prefix() -> None:
    client, seen = serve(200, text="Ollama is running")
    assert client.get_greeting() == "Ollama is running"
    assert str(seen[0].url) == "http://test:1/ollama/"


def test_head_answers_nothing_or_raises() -> None:
    client, seen = serve(200)
    for ask in (client.ping_server, client.check_version, client.check_models):
        ask()
    client.check_blob(DIGEST)
    assert [(call.method, call.url.path) for call in seen] == [
        ("HEAD", "/ollama/"),
        ("HEAD", "/ollama/api/version"),
        ("HEAD", "/ollama/api/tags"),
        ("HEAD", f"/ollama/api/blobs/{DIGEST}"),
    ]
    client, _ = serve(404)
    with pytest.raises(errors.NotFoundError):
        client.check_blob(DIGEST)


def test_a_file_is_sent_as_it_is() -> None:
    client, seen = serve(201)
    client.upload_blob(DIGEST, body=b"GGUF\x00")
    assert (seen[0].method, seen[0].content) == ("POST", b"GGUF\x00")
    assert seen[0].headers["content-type"] == "application/octet-stream"


def test_a_null_says_nothing() -> None:
    client, _ = serve(200, json=None)
    client.sign_out()


def test_who_is_not_signed_in_is_told_where() -> None:
    client, _ = serve(
        401, json={"error": "unauthorized", "signin_url": "https://ollama.com/connect"}
    )
    with pytest.raises(errors.UnauthorizedError) as caught:
        client.show_user()
    assert caught.value.body.signin_url == "https://ollama.com/connect"
