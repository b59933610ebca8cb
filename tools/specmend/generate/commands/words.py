"""The last words of a program, as a message may quote them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_MOST_LINES: Final = 12
_MOST_CHARACTERS: Final = 160
_SHORTEST_SECRET: Final = 4
# ECMA-48: sequences that color text or move the cursor.
_CONTROL: Final = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")


def last_words(
    text: str, folder: Path, secret_names: Iterable[str] = (), *, whole: bool = False
) -> str:
    """The last lines that are not empty, without colors, temporary paths and secrets.

    `secret_names` are environment variables whose values are nobody's business. With `whole`, no
    line is left out.
    """
    for value in _secrets(secret_names):
        text = text.replace(value, "***")
    plain = _CONTROL.sub("", text)
    for part in ("run/output", "run/inputs", ""):
        path = str(folder / part)
        plain = plain.replace(path + os.sep, "").replace(path, ".")
    lines = [line.rstrip() for line in plain.replace("\r", "\n").split("\n") if line.strip()]
    return "\n".join(_cut(line.expandtabs(4)) for line in lines[0 if whole else -_MOST_LINES :])


def _secrets(names: Iterable[str]) -> list[str]:
    values = {os.environ.get(name, "") for name in names}
    return sorted((v for v in values if len(v) >= _SHORTEST_SECRET), key=len, reverse=True)


def _cut(line: str) -> str:
    return line if len(line) <= _MOST_CHARACTERS else f"{line[: _MOST_CHARACTERS - 2]} …"
