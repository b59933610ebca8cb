"""The command line that records a step, as text for a shell."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping
from typing import Any, Final

_OPTIONS: Final = {"update": "--update", "copy": "--copy", "x-edit": "--edit"}
_PLAIN_IN_QUOTES: Final = re.compile(r"""(?:[^"`\\!$]|\$\.)*""")
"""Text that a POSIX shell leaves alone between double quotes."""


def new_step_command(
    api: str, title: str, target: str, action: Mapping[str, Any], reason: str
) -> str:
    """The `specmend new` for a step with one action, which can be pasted into a POSIX shell.

    `action` has the one field that says what is done: `update`, `copy`, `remove` or `x-edit`.
    """
    words = ["specmend new", quoted(api), _in_quotes(title), _in_quotes(target)]
    for field, value in action.items():
        if field == "remove":
            words.append("--remove")
        else:
            text = value if field == "copy" else json.dumps(value, ensure_ascii=False)
            words += [_OPTIONS[field], quoted(text)]
    return " ".join([*words, "--reason", _in_quotes(reason)])


def quoted(word: str) -> str:
    """A word as a POSIX shell reads it; in double quotes where that is easier to read."""
    is_plain = "'" in word and _PLAIN_IN_QUOTES.fullmatch(word)
    return f'"{word}"' if is_plain else shlex.quote(word)


def _in_quotes(word: str) -> str:
    """A word in double quotes, as people write titles and targets, wherever that is safe."""
    return f'"{word}"' if _PLAIN_IN_QUOTES.fullmatch(word) else quoted(word)
