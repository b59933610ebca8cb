"""TOML files as text and as data at once, so that faults have their line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from specmend.errors import Problem, RepositoryError
from specmend.storage.read import read_file

_HEADER: Final = re.compile(r"\s*\[([^\]]+)\]")
_PLACE: Final = re.compile(
    r" \((?:at line (?P<line>\d+), column (?P<column>\d+)|at end of document)\)$"
)
_TUPLE: Final = re.compile(r"\('.*'\)|\('.*',\)")
_QUOTED: Final = re.compile(r"'([^']*)'")
_PAIR: Final = re.compile(r"(\s*)[\"']?([^\s\"'=]+)[\"']?\s*=")


def read_toml(file: Path, shown: str) -> tuple[str, dict[str, Any]]:
    """The text and the data of a TOML file, which messages call `shown`.

    Raises RepositoryError when it is not one.
    """
    return parse_toml(read_file(file, shown), shown)


def parse_toml(data: bytes, shown: str) -> tuple[str, dict[str, Any]]:
    """The text and the data of TOML; raises RepositoryError for other data, naming it `shown`."""
    text = _decode(data, shown)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RepositoryError(_fault(text, shown, error)) from error
    except RecursionError as error:
        raise RepositoryError(_unreadable("it nests too deep", shown)) from error
    except ValueError as error:
        raise RepositoryError(_unreadable(str(error), shown)) from error


def locate_key(text: str, key: str, table: str = "") -> tuple[int, int]:
    """Line and column (from 1) of a key, of its table's header, or of the first line.

    A table is named by the end of its name; without one the key may stand anywhere.
    """
    best = (1, 1)
    inside = not table
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            name = "." + re.sub(r"[\s\"']", "", header[1])
            inside = not table or name.endswith(f".{table}")
            if _is_better_header(name, key, table, best):
                best = (number, 1)
        pair = _PAIR.match(line)
        if inside and pair and pair[2] == key:
            return number, len(pair[1]) + 1
    return best


def _is_better_header(name: str, key: str, table: str, best: tuple[int, int]) -> bool:
    """Whether a header is the best place so far.

    A table may be known by its own header, or by that of a table inside it.
    """
    if table and name.endswith(f".{table}"):
        return True
    wanted = f".{table}.{key}." if table else f".{key}."
    return bool(key) and best == (1, 1) and wanted in f"{name}."


def _decode(data: bytes, shown: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message, advice = "the file is not UTF-8", "save it as UTF-8"
        problem = Problem(message=message, file=shown, line=line, advice=advice)
        raise RepositoryError(problem) from error


def _fault(text: str, shown: str, error: tomllib.TOMLDecodeError) -> Problem:
    line, column = _place_of_fault(text, error)
    words = _TUPLE.sub(lambda name: ".".join(_QUOTED.findall(name[0])), _PLACE.sub("", str(error)))
    return Problem(
        message=f"this is not TOML: {words}",
        file=shown,
        line=line,
        column=column,
        advice="mend the syntax at this place",
    )


def _place_of_fault(text: str, error: tomllib.TOMLDecodeError) -> tuple[int, int]:
    """Line and column (from 1) at which text stops being TOML; the last line for its end.

    tomllib has them as numbers from Python 3.14 on, and before that in its words only.
    """
    place = _PLACE.search(str(error))
    if place and place["line"]:
        return int(place["line"]), int(place["column"])
    return max(len(text.splitlines()), 1), 1


def _unreadable(reason: str, shown: str) -> Problem:
    return Problem(message=f"this cannot be read as TOML: {reason}", file=shown)
