# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What a client takes from the environment: OLLAMA_HOST and OLLAMA_API_KEY."""

from __future__ import annotations

import os

from ._host import api_key_of, base_url_of

SUFFIX = "/api"


def base_url() -> str:
    """The base URL for the server that OLLAMA_HOST names, else for the one on this machine."""
    return base_url_of(os.environ.get("OLLAMA_HOST", ""), SUFFIX)


def unknown_path(path: str) -> str:
    """Every path of the API came with some release of the server."""
    return "it is older than this client"


def api_key(base_url: str) -> str | None:
    """The key in OLLAMA_API_KEY, for https://ollama.com only; for any other server, give a key to the client."""
    return api_key_of(base_url, os.environ.get("OLLAMA_API_KEY"))
