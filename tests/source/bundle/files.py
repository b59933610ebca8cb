"""Documents of many files for the tests, written to a folder and brought into one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from specmend.document.tree.values import Tree
from specmend.errors import OutsideError, Problem
from specmend.source.address import FileAddress
from specmend.source.answer import Answer
from specmend.source.prepare import Prepared, prepare
from specmend.source.reach import Reach
from specmend.source.recognize import recognize

Files = Mapping[str, Any]
"""What the files hold by their paths, text or data; the first one is the root document."""

HEAD = {"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths": {}}


def root(version: str = "3.1.0", **parts: Any) -> dict[str, Any]:
    """A root document with these parts."""
    return {**HEAD, "openapi": version, **parts}


def write(folder: Path, files: Files) -> FileAddress:
    """Write files below a folder, and give the address of the first one."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(name, content), "utf-8", newline="")
    first = next(iter(files))
    return FileAddress(origin=first, path=folder / first)


def text_of(name: str, content: Any) -> str:
    """The content of a file: text as it is, and data in the format that the name says."""
    if isinstance(content, str) and not name.endswith(".json"):
        return content
    if name.endswith(".json"):
        return content if isinstance(content, str) else json.dumps(content, indent=2)
    dumped: str = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
    return dumped


def take(folder: Path, files: Files, reach: Reach | None = None) -> Prepared:
    """Write files, and bring them into one document."""
    address = write(folder, files)
    data = address.path.read_bytes()
    document = recognize(data, address.origin)
    answer = Answer(origin=address.origin, data=data)
    return prepare(document, address, answer, reach or Reach(folder=folder))


def bundled(folder: Path, files: Files) -> Tree:
    """The tree of the one document."""
    return take(folder, files).document.tree


def faults(folder: Path, files: Files, reach: Reach | None = None) -> tuple[Problem, ...]:
    """What is wrong with files that cannot become one document."""
    with pytest.raises(OutsideError) as caught:
        take(folder, files, reach)
    return caught.value.problems
