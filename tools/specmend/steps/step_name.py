"""The names of step files: four digits for the number, which gives the order, and words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

HIGHEST: Final = 9999
"""The highest number that four digits hold."""

LEFT_OUT: Final = "Leave out operations that cannot be generated"
"""The title of the step that `build --skip-failing` records; a step with it is that step."""

_DIGITS: Final = 4
_MOST_WORDS: Final = 8
_NAME: Final = re.compile(r"([0-9]{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:yaml|yml|json)")


def number_of(name: str) -> int | None:
    """The number that the name of a step file starts with, or None where it is no such name."""
    match = _NAME.fullmatch(name)
    return int(match[1]) if match else None


def digits_of(number: int) -> str:
    """A number as messages and names of files have it: with four digits."""
    return f"{number:0{_DIGITS}}"


def name_of(number: int, title: str) -> str:
    """The name of a new step file: its number, and the first words of its title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)[:_MOST_WORDS] or ["step"]
    return f"{digits_of(number)}-{'-'.join(words)}.yaml"


def is_of(name: str, title: str) -> bool:
    """Whether the name of a step file is one that this title gives, under any number."""
    return number_of(name) is not None and name[_DIGITS:] == name_of(0, title)[_DIGITS:]


def with_number(name: str, number: int) -> str:
    """The name of a step file under another number."""
    return digits_of(number) + name[_DIGITS:]
