"""References in bad faith: each is refused in words, and nothing is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.messages import raw_words
from tests.source.bundle.files import faults, root, take

HIDDEN = "root:x:0:0"
REFERENCES = [
    "/etc/passwd",
    "///etc/passwd",
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    "file:../secret",
    "../secret",
    "..%2fsecret",
    "%2e%2e/secret",
    "a/../../secret",
    "..\\secret",
    "\\\\server\\share\\secret",
    "C:\\secret",
    "c:secret",
    "link",
    "folder/secret",
    ".hidden",
    "/dev/zero",
    "/proc/self/environ",
    "pipe",
    ".",
    "..",
    "folder",
    " ",
    "\0",
    "a\0b",
    "%00",
    "a" * 5_000,
    "a/" * 3_000,
    "?a=b",
    "#/nowhere",
    "own.yaml#/%ff",
    "own.yaml#/~2",
    "own.yaml##",
    "own.yaml#x y",
    "own.yaml#/a/0/1/2",
    "http://",
    "https://",
    "https://[",
    "https://a:b@localhost/",
    "http://169.254.169.254/latest/meta-data",
    "//169.254.169.254/",
    "https://localhost:99999/",
    "data:,a",
    "javascript:a",
    "urn:a",
    "git+file:///etc@HEAD:passwd",
    "\u202egpj.exe",
    "\ud800",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with ways that lead out of it, beside a secret."""
    (tmp_path / "secret").write_text(HIDDEN)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / ".hidden").write_text(HIDDEN)
    (inner / "own.yaml").write_text("a: [1]\n")
    return inner


@pytest.mark.posix("links and pipes")
@pytest.mark.parametrize("place", ["schema", "text"])
@pytest.mark.parametrize("reference", REFERENCES, ids=lambda text: ascii(text[:40]))
def test_a_reference_in_bad_faith_is_refused(folder: Path, reference: str, place: str) -> None:
    import os

    (folder / "link").symlink_to(folder.parent / "secret")
    (folder / "folder").symlink_to(folder.parent)
    os.mkfifo(folder / "pipe")
    target = {"$ref": reference}
    document: dict[str, Any] = (
        root(components={"schemas": {"A": {"$ref": "B.yaml"}}})
        if place == "schema"
        else root(info={"title": "P", "version": "1", "description": {"$ref": "B.yaml#/a"}})
    )
    content = {"a": target, "items": target}
    problems = faults(folder, {"root.json": document, "B.yaml": json.dumps(content)})
    assert problems
    for problem in problems:
        assert problem.line
        words = f"{problem.message} {problem.found} {problem.expected} {problem.advice}"
        assert HIDDEN not in words
        assert list(raw_words(problem.message)) == []


def test_files_that_hold_each_other_many_times_are_read_once(folder: Path) -> None:
    count = 60
    files: dict[str, Any] = {"root.yaml": root(components={"schemas": {"A": {"$ref": "0.yaml"}}})}
    for number in range(count):
        references = [{"$ref": f"{other}.yaml"} for other in range(count)]
        files[f"{number}.yaml"] = {"anyOf": references}
    made = take(folder, files)
    assert len(made.sources) == count + 1
    assert len(made.document.tree["components"]["schemas"]) == count
