"""The base URL comes from the first server, where that says where it is."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.facade.server import default_server


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
            [{"url": "https://{r}.a.test/{v}", "variables": {"r": {"default": "eu"}, "v": {"default": 2}}}],
            "https://eu.a.test/2",
        ),
    ],
)
def test_default_server(servers: Any, url: str) -> None:
    assert default_server({"servers": servers}) == url
