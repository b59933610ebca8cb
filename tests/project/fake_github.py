"""A program `gh` that keeps comments and statuses in a folder, as GitHub keeps them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TOKEN = "given to the last step alone"  # noqa: S105 - a stand-in
OPTIONS = ("--field", "--raw-field", "--method", "--jq")


def install_gh(folder: Path) -> Path:
    """Put the program into a folder of programs; gives its store."""
    folder.mkdir()
    store = folder / "store.json"
    store.write_text(json.dumps({"comments": [], "statuses": []}), "utf-8")
    program = folder / "gh"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} {__file__} "{store}" "$@"\n', "utf-8")
    program.chmod(0o755)
    return store


def main(store: Path, arguments: list[str]) -> str:
    """Do what `gh api` is asked for, and give what it prints."""
    assert arguments.pop(0) == "api"
    assert os.environ["GH_TOKEN"] == TOKEN
    path, fields, others = _parsed(arguments)
    data = json.loads(store.read_bytes())
    said = _answer(data, path, fields, others)
    store.write_text(json.dumps(data), "utf-8")
    return said


def _answer(data: Any, path: str, fields: dict[str, str], others: dict[str, str]) -> str:
    comments: list[Any] = data["comments"]
    if path.startswith("repos/o/r/statuses/"):
        data["statuses"].append({"sha": path.rpartition("/")[2], **fields})
    elif path == "repos/o/r/issues/7/comments" and not fields:
        return _filtered(comments, others["--jq"])
    elif path == "repos/o/r/issues/7/comments":
        comments.append({"id": len(comments) + 1, "user": {"type": "Bot"}, **fields})
    else:
        assert (path.rpartition("/")[0], others["--method"]) == (
            "repos/o/r/issues/comments",
            "PATCH",
        )
        comments[int(path.rpartition("/")[2]) - 1] |= fields
    return ""


def _parsed(arguments: list[str]) -> tuple[str, dict[str, str], dict[str, str]]:
    fields: dict[str, str] = {}
    others: dict[str, str] = {}
    paths = []
    words = iter(arguments)
    for word in words:
        if word in {"--field", "--raw-field"}:
            name, _, value = next(words).partition("=")
            is_file = word == "--field" and value.startswith("@")
            fields[name] = Path(value[1:]).read_text("utf-8") if is_file else value
        elif word in OPTIONS:
            others[word] = next(words)
        elif not word.startswith("--"):
            paths.append(word)
    [path] = paths
    return path, fields, others


def _filtered(values: Any, expression: str) -> str:
    done = subprocess.run(
        ["jq", "--raw-output", expression],  # noqa: S607 - the jq of whoever runs the tests
        input=json.dumps(values),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), sys.argv[2:]))
