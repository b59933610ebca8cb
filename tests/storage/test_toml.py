"""TOML files are read with the line of each key, and refused with the line of each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.errors import RepositoryError
from specmend.storage.toml import locate_key, parse_toml, read_toml

TEXT = """\
# The settings.
[tool.specmend.apis.pets]
package = "pets"
"version" = "1.0.0"

[tool.specmend.apis."big-pets"]
  http = "httpx"
"""


@pytest.mark.parametrize(
    ("key", "table", "place"),
    [("package", "pets", (3, 1)), ("version", "", (4, 1)), ("http", "big-pets", (7, 3)),
     ("http", "pets", (2, 1)),
     ("big-pets", "", (6, 1)), ("", "pets", (2, 1)), ("nowhere", "", (1, 1))],
)  # fmt: skip
def test_a_key_is_located_in_its_own_table(key: str, table: str, place: tuple[int, int]) -> None:
    assert locate_key(TEXT, key, table) == place


def test_a_file_is_read_as_text_and_as_data(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(TEXT, "utf-8")
    text, data = read_toml(file, "a.toml")
    assert text == TEXT
    assert data["tool"]["specmend"]["apis"]["big-pets"] == {"http": "httpx"}


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"a = 1\nb = ]\n", "a.toml:2:5", "this is not TOML"),
        (b"a = 1\n# \xff\n", "a.toml:2:1", "the file is not UTF-8"),
        (b"[a.b]\n[a.b]\n", "a.toml:2:5", "this is not TOML: Cannot declare a.b twice"),
        (b"[a]\n[a]\n", "a.toml:2:3", "this is not TOML: Cannot declare a twice"),
        (b"a = 1\na = 2\n", "a.toml:2:6", "this is not TOML: Cannot overwrite a value"),
        (b"a.b = 1\na.b.c = 2\n", "a.toml:2:10", "this is not TOML: Cannot overwrite a value"),
        (b"[a.b]\n[a]\nb.c = 2", "a.toml:3:1", "this is not TOML: Cannot redefine namespace a.b"),
        (b"a = {b = 1, b = 2}\n", "a.toml:1:", "this is not TOML: Duplicate inline table key"),
        (b"a = [1,\n", "a.toml:1:1", "this is not TOML: Invalid value"),
        (b"a = " + b"[" * 200_000, "a.toml", "this cannot be read as TOML: it nests too deep"),
    ],
)
def test_what_is_no_toml_is_refused_at_its_place(data: bytes, place: str, message: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        parse_toml(data, "a.toml")
    (problem,) = caught.value.problems
    assert problem.location.startswith(place)
    assert message in problem.message
    assert "at line" not in problem.message
