"""File names that not every system can hold, alone or beside each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

# "Naming Files, Paths, and Namespaces" of Windows: these names, with any extension.
_DEVICES: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)
_UNKNOWN: Final = re.compile(r'[<>:"|?*]')


def fault_of_name(name: str) -> str:
    """Why a system cannot hold a file or folder of this name; empty where all can."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "a name that is not UTF-8"
    if not name.isprintable() or "\\" in name:
        return "a name with a control character or a backslash"
    if found := _UNKNOWN.search(name):
        return f"a name with {found[0]}, which Windows does not allow"
    if _DEVICES.fullmatch(name.rstrip(" ")):
        return "a name that Windows keeps for a device"
    if name.endswith((" ", ".")):
        return "a name with a space or a dot at its end, which Windows does not keep"
    return ""


def clashes(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Files and folders that have the place of an earlier one on some systems, and that one.

    macOS and Windows do not tell capitals from small letters, and macOS not the normal forms of
    Unicode.
    """
    known: dict[str, str] = {}
    for path in paths:
        pure = PurePosixPath(path)
        for part in (*list(pure.parents)[-2::-1], pure):
            first = known.setdefault(place_of(str(part)), str(part))
            if first != str(part):
                yield str(part), first
                break


def place_of(path: str) -> str:
    """What is equal for paths that have one place on some systems."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
