"""Writes a version into a settings file, and leaves every other byte of it alone."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from dataclasses import replace
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from specmend.errors import Problem, RepositoryError
from specmend.settings.settings import SETTINGS_FILES, read_settings

_KEY: Final = "version"
_LONE: Final = re.compile(rb"(?<!\r)\n")


def with_version(content: bytes, name: str, api: str, version: str) -> bytes:
    """The settings with another version of an API; `name` is that of the settings file.

    Raises RepositoryError where the file is written in a way that only a person can edit.
    """
    before = read_settings(content, name)
    written = _edited(content, name, api, version)
    expected = {**before, api: replace(before[api], version=version)}
    if written is None or read_settings(written, name) != expected:
        message = "the version cannot be written here: this is laid out in a way of its own"
        advice = f'write it by hand, and commit it: version = "{version}"'
        raise RepositoryError(Problem(message=message, file=name, found=api, advice=advice))
    return written


def _edited(content: bytes, name: str, api: str, version: str) -> bytes | None:
    path = ["apis", api] if name == SETTINGS_FILES[0] else ["tool", "specmend", "apis", api]
    try:
        document = tomlkit.parse(content.decode())
        table: Any = document
        for key in path:
            table = table[key]
        if not isinstance(table, MutableMapping):
            return None
        table[_KEY] = version
    except (TOMLKitError, TypeError):
        return None
    written = tomlkit.dumps(document).encode()
    is_with_returns = b"\r\n" in content and not _LONE.search(content)
    return _LONE.sub(b"\r\n", written) if is_with_returns else written
