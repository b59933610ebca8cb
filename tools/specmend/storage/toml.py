"""TOML files as text and as data at once, so that faults have their line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from specmend.errors import Problem, RepositoryError
from specmend.storage.read import read_file


def read_toml(file: Path, shown: str) -> tuple[str, dict[str, Any]]:
    """The text and the data of a TOML file; raises RepositoryError, naming it as `shown`, when it is not one."""
    return parse_toml(read_file(file, shown), shown)


def parse_toml(data: bytes, shown: str) -> tuple[str, dict[str, Any]]:
    """The text and the data of TOML; raises RepositoryError, naming it as `shown`, where it is none."""
    try:
        text = data.decode()
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = Problem(
            message="the file is not UTF-8", file=shown, line=line, advice="save it as UTF-8"
        )
        raise RepositoryError(problem) from error
    except tomllib.TOMLDecodeError as error:
        raise RepositoryError(_toml_problem(error, shown)) from error
    except (RecursionError, ValueError) as error:
        words = "it nests too deep" if isinstance(error, RecursionError) else str(error)
        raise RepositoryError(
            Problem(message=f"this cannot be read as TOML: {words}", file=shown)
        ) from error


def locate_key(text: str, key: str, table: str = "") -> tuple[int, int]:
    """Line and column (from 1) of a key of a TOML table, of the table's header, or of the first line.

    A table is named by the end of its name; without one the key may stand anywhere.
    """
    best = (1, 1)
    inside = not table
    wanted = f".{table}.{key}." if table else f".{key}."
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[([^\]]+)\]", line)
        if header:
            name = "." + re.sub(r"[\s\"']", "", header[1])
            inside = not table or name.endswith(f".{table}")
            # A table may be known by its own header, or by that of a table inside it.
            if (table and inside) or (key and best == (1, 1) and wanted in f"{name}."):
                best = (number, 1)
        found = re.match(r"(\s*)[\"']?([^\s\"'=]+)[\"']?\s*=", line)
        if inside and found and found[2] == key:
            return number, len(found[1]) + 1
    return best


def _toml_problem(error: tomllib.TOMLDecodeError, file: str) -> Problem:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    message = f"this is not TOML: {str(error).split(' (at ')[0]}"
    return Problem(
        message=message, file=file, line=line, column=column, advice="mend the syntax at this place"
    )
