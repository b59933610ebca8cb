"""The documents and steps that made a package are those of its commit, or they are named."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests.project.in_git import Repository

from specmend.project.history import open_history
from specmend.project.verify_inputs import strayed_inputs

FILES = {"spec/pets/upstream.yaml": "a", "patches/pets/0001-a.yaml": "b", "beside.txt": "c"}


def manifest(**changed: str) -> bytes:
    texts = {**FILES, **changed}
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    sanitized = {"beside.txt": digests.pop("beside.txt")}
    return json.dumps({"inputs": digests, "sanitized": sanitized}).encode()


@pytest.mark.parametrize("folder", ["", "project"])
@pytest.mark.parametrize(
    ("told", "strayed"),
    [
        (manifest(), ()),
        (manifest(**{"spec/pets/upstream.yaml": "z"}), ("spec/pets/upstream.yaml",)),
        (manifest(**{"spec/pets/pin.toml": "d"}), ("spec/pets/pin.toml",)),
        (manifest(**{"beside.txt": "z"}), ("beside.txt",)),
        (b"{", ("manifest.json",)),
        (b"[]", ("manifest.json",)),
    ],
)
def test_each_input_is_looked_for_at_the_commit(
    tmp_path: Path, told: bytes, strayed: tuple[str, ...], folder: str
) -> None:
    made = Repository(tmp_path, tmp_path / folder)
    made.project.mkdir(exist_ok=True)
    made.git("init", "--quiet", "--template=")
    for name, text in FILES.items():
        made.write(name, text)
    commit = made.commit()
    made.write("spec/pets/upstream.yaml", "not committed")
    assert strayed_inputs(open_history(made.project), commit, told) == strayed
