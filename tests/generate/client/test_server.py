"""The base URL comes from the first server; some paths count from above it."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.client.server import default_server, sent_path


@pytest.mark.parametrize(
    ("servers", "url"),
    [
        ([], ""),
        (None, ""),
        ([{"url": "http://localhost:11434"}], "http://localhost:11434"),
        ([{"url": "https://a.test/v1/"}, {"url": "https://b.test"}], "https://a.test/v1"),
        ([{"url": "/v1"}], ""),
        ([{"url": "//a.test"}], ""),
        (
            [
                {
                    "url": "https://{r}.a.test/{v}",
                    "variables": {"r": {"default": "eu"}, "v": {"default": 2}},
                }
            ],
            "https://eu.a.test/2",
        ),
    ],
)
def test_default_server(servers: Any, url: str) -> None:
    assert default_server({"servers": servers}) == url


@pytest.mark.parametrize(
    ("base", "own", "sent"),
    [
        ("https://a.test/v1", "", "/health"),
        ("https://a.test/v1", "https://a.test/v1/", "/health"),
        ("https://a.test/v1", "https://a.test", "/../health"),
        ("https://a.test/x/v1", "https://a.test", "/../../health"),
        ("https://a.test/x/v1", "https://a.test/x", "/../health"),
        ("https://a.test/v1", "https://b.test", None),
        ("https://a.test/v1", "https://a.test/v", None),
        ("https://a.test/v1", "/", None),
        ("", "https://a.test", None),
    ],
)
def test_sent_path(base: str, own: str, sent: str | None) -> None:
    document: dict[str, Any] = {"servers": [{"url": base}], "paths": {"/health": {"get": {}}}}
    assert sent_path(document, "/health", {"servers": [{"url": own}]} if own else {}) == sent
    if own:
        document["paths"]["/health"]["servers"] = [{"url": own}]
        assert sent_path(document, "/health", {}) == sent
