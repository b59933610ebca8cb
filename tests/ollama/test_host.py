"""Where the clients look for a server, and what they send it, by the environment alone."""

from __future__ import annotations

import inspect
import logging
from pathlib import Path

import httpx2 as httpx
import ollama_native
import ollama_openai
import pytest
from fake_server import Handler
from ollama_native import _defaults, _host
from ollama_openai import _defaults as _openai_defaults
from ollama_openai import _host as _openai_host

HERE = "http://127.0.0.1:11434/api"

# The rows of the server's own client; where it leaves the host empty, it means this machine.
ROWS = [
    ("", HERE),
    ("1.2.3.4", "http://1.2.3.4:11434/api"),
    (":1234", "http://127.0.0.1:1234/api"),
    ("example.com", "http://example.com:11434/api"),
    (":0", "http://127.0.0.1:0/api"),
    ("[::1]", "http://[::1]:11434/api"),
    ("::1", "http://[::1]:11434/api"),
    ("[::1]:1337", "http://[::1]:1337/api"),
    (" 1.2.3.4 ", "http://1.2.3.4:11434/api"),
    ('"1.2.3.4"', "http://1.2.3.4:11434/api"),
    ("' 1.2.3.4 '", "http://1.2.3.4:11434/api"),
    ("http://1.2.3.4", "http://1.2.3.4/api"),
    ("https://1.2.3.4", "https://1.2.3.4/api"),
    ("https://example.com/ollama", "https://example.com/ollama/api"),
    ("ollama.com", "https://ollama.com/api"),
    ("0.0.0.0", HERE),  # noqa: S104 - a setting to be read
    ("https://user:pw@h/", "https://user:pw@h/api"),
]
MORE = [
    ("::", "http://[::1]:11434/api"),
    ("[::]:99", "http://[::1]:99/api"),
    ("http://0.0.0.0:99/", "http://127.0.0.1:99/api"),
    ("example.com:56789", "http://example.com:56789/api"),
    ("example.com:80", "http://example.com/api"),
    ("example.com/a/b/", "http://example.com:11434/a/b/api"),
    ("HTTPS://example.com:8443", "https://example.com:8443/api"),
    ("[0001:002:003:0004::1]:01337", "http://[1:2:3:4::1]:1337/api"),
    ("user:p#w@1.2.3.4:5", "http://user:p%23w@1.2.3.4:5/api"),
    ("http://h:99", "http://h:99/api"),
]
BAD_PORTS = [
    (":66000", HERE),
    (":-1", HERE),
    (":", HERE),
    ("1.2.3.4:http", "http://1.2.3.4:11434/api"),
    ("https://1.2.3.4:x", "https://1.2.3.4/api"),
    ("[::1]x", "http://[::1]:11434/api"),
]


@pytest.mark.parametrize(("value", "url"), [*ROWS, *MORE])
def test_every_form_of_the_setting_is_read(
    value: str, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert _host.base_url_of(value, "/api") == url
    assert not caplog.records
    ollama_native.Client(url, api_key_over_http=True).close()  # and it is one that a client takes


@pytest.mark.parametrize(("value", "url"), BAD_PORTS)
def test_a_port_that_is_none_gives_way_with_a_warning(
    value: str, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert _host.base_url_of(value, "/api") == url
    (record,) = caplog.records
    assert (record.levelno, record.name) == (logging.WARNING, "ollama_native")


@pytest.mark.parametrize(
    "value", ["tcp://1.2.3.4", "a b", "a:b:c", "[::1", "http://user:p/w@h", "http://h?x"]
)
def test_what_is_no_address_is_told(value: str) -> None:
    with pytest.raises(ValueError, match="OLLAMA_HOST") as caught:
        _host.base_url_of(value, "/api")
    assert "p/w" not in str(caught.value)


def test_user_and_password_are_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("OLLAMA_HOST", "http://me:hidden@127.0.0.1:x")
    with ollama_native.Client(
        transport=httpx.MockTransport(lambda _: httpx.Response(200, json={"version": "1"}))
    ) as c:
        assert c.base_url == "http://127.0.0.1/api"
        c.get_version()
    assert len(caplog.records) > 1
    assert "hidden" not in caplog.text


def test_both_clients_take_their_server_from_the_environment(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OLLAMA_HOST", server.removeprefix("http://"))
    with ollama_native.Client() as client:
        assert client.base_url == f"{server}/api"
        assert client.list_models().models
    with ollama_openai.Client() as other:
        assert other.base_url == f"{server}/v1"


def test_the_key_of_the_environment_goes_to_the_cloud_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_API_KEY", " secret ")
    for defaults, suffix in ((_defaults, "/api"), (_openai_defaults, "/v1")):
        assert defaults.api_key(f"https://ollama.com{suffix}") == "secret"
        assert defaults.api_key(f"https://ollama.com:443{suffix}") == "secret"
        for other in (
            "http://ollama.com",
            "https://ollama.com:8443",
            "https://ollama.com.example",
            "https://ollama.com@example.com",
            "https://example.com/ollama.com",
            "https://sub.ollama.com",
            "http://localhost:11434",
            "https://h:x",
            "nonsense",
        ):
            assert defaults.api_key(other + suffix) is None
    monkeypatch.setenv("OLLAMA_API_KEY", " ")
    assert _defaults.api_key("https://ollama.com/api") is None


def test_a_key_that_is_given_goes_to_the_server_that_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("authorization"))
        return httpx.Response(200, json={"version": "1"})

    monkeypatch.setenv("OLLAMA_API_KEY", "of-the-environment")
    for host, key in (
        ("https://example.com", None),
        ("https://example.com", "mine"),
        ("ollama.com", None),
    ):
        monkeypatch.setenv("OLLAMA_HOST", host)
        with ollama_native.Client(api_key=key, transport=httpx.MockTransport(answer)) as client:
            client.get_version()
    assert seen == [None, "Bearer mine", "Bearer of-the-environment"]


def test_a_suffix_of_the_other_api_is_told(server: str) -> None:
    Handler.seen.clear()
    with (
        ollama_native.Client(f"{server}/v1") as native,
        pytest.raises(ollama_native.errors.BaseURLError, match=f"try {server}/api") as caught,
    ):
        native.get_version()
    assert caught.value.base_url == f"{server}/v1"
    with (
        ollama_openai.Client(f"{server}/api") as openai,
        pytest.raises(ollama_openai.errors.BaseURLError, match=f"try {server}/v1"),
    ):
        openai.models.list_models()
    with (
        ollama_native.Client(server) as bare,
        pytest.raises(
            ollama_native.errors.BaseURLError, match=f"lacks the suffix /api; try {server}/api"
        ),
    ):
        bare.list_models()


def test_an_answer_in_the_shape_of_the_other_api_is_told(server: str) -> None:
    # The two APIs have a route of the same name here, which answers, but with something else.
    with ollama_openai.Client(f"{server}/api") as client:
        with pytest.raises(
            ollama_openai.errors.DecodeError, match=f"ends in /api, not in /v1; try {server}/v1"
        ):
            client.embeddings.create_embedding(model="tiny", input="x")


def test_both_packages_read_the_setting_with_the_same_module() -> None:
    same = [Path(inspect.getfile(module)).read_bytes() for module in (_host, _openai_host)]
    assert same[0] == same[1]
    settings = (
        inspect.getsource(getattr(module, name))
        for name in ("base_url", "api_key")
        for module in (_defaults, _openai_defaults)
    )
    first, second, *keys = settings
    assert first == second
    assert keys[0] == keys[1]
    assert (_defaults.SUFFIX, _openai_defaults.SUFFIX) == ("/api", "/v1")
