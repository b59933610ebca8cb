"""The manifest: the same bytes for the same package, and a broken one is named."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from specmend.errors import RepositoryError
from specmend.generate.manifest import Manifest, digest_of, recorded, tool_versions

MANIFEST = Manifest(
    api="pets",
    generator="python",
    tools={"ruff": "1", "a": "2"},
    inputs={"z": "1", "b": "2"},
    normalized="n",
    sanitized={"spec/pets/sanitized.yaml": "s"},
    files={"z.py": "1", "a.py": "2"},
)


def test_the_tables_are_sorted_but_for_the_inputs_which_have_an_order() -> None:
    text = MANIFEST.encode().decode()
    data = json.loads(text)
    assert list(data["tools"]) == ["a", "ruff"]
    assert list(data["files"]) == ["a.py", "z.py"]
    assert list(data["inputs"]) == ["z", "b"]
    assert text.endswith("}\n")


def test_the_order_in_which_files_were_made_does_not_matter() -> None:
    assert replace(MANIFEST, files={"a.py": "2", "z.py": "1"}).encode() == MANIFEST.encode()


def test_a_digest_is_sha_256() -> None:
    assert digest_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_what_was_recorded_is_read_back() -> None:
    assert recorded(MANIFEST.encode(), "m.json") == {
        "sanitized": MANIFEST.sanitized,
        "files": MANIFEST.files,
    }


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"{\n  nothing", 2),
        (b"[]", 1),
        (b'{"sanitized": {}}', 1),
        (b"\xff", 1),
        (b"[" * 100_000, 1),
    ],
)
def test_a_broken_manifest_is_named_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(RepositoryError) as caught:
        recorded(data, "m.json")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("m.json", line)
    assert problem.message == "the manifest was edited or damaged"


def test_every_tool_has_a_version() -> None:
    versions = tool_versions()
    assert set(versions) == {
        "specmend",
        "openapi-python-client",
        "datamodel-code-generator",
        "ruff",
    }
    assert all(versions.values())
