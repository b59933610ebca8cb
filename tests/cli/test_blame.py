"""The command `blame`: every line back to upstream."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.cli.project import DOCUMENT, Folder, Ran
from tests.repository import ROOT

REMOVING = """\
overlay: 1.1.0
info: {title: Say no least, version: 1.0.0, x-reason: There is none.}
actions:
  - target: $.components.schemas.Pets.properties.pets.minItems
    remove: true
    x-expect: {matches: 1, before: 1}
"""


def test_the_whole_document_has_a_line_for_each_line(folder: Folder) -> None:
    lines = folder.run("blame", "pets").out.splitlines()
    assert len(lines) == DOCUMENT.count("\n")
    assert lines[0] == "upstream:1        1) # A small interface"
    assert lines[4] == "upstream:5 0001   5)   - url: http://localhost/v1"
    assert lines[6] == "upstream:7 0001   7)   /pets:"


@pytest.mark.parametrize("place", ["5", "/servers/0/url", "$.servers[0].url", "$.servers[*].url"])
def test_a_place_is_a_line_a_pointer_or_a_path(place: str, folder: Folder) -> None:
    ran = folder.run("blame", "pets", place)
    assert ran.code == 0
    assert "upstream:5 0001  5)   - url: http://localhost/v1\n" in ran.out
    assert "0001  Move the prefix (patches/pets/0001-move-the-prefix.yaml)" in ran.out
    assert len(ran.out.splitlines()) == 3


def test_a_mapping_has_all_its_lines_and_none_of_its_neighbor(folder: Folder) -> None:
    lines = json.loads(folder.run("blame", "pets", "/paths", "--json").out)["lines"]
    assert [line["line"] for line in lines] == list(range(6, 17))
    assert [line["line"] for line in lines if line["steps"]] == [7]
    assert all(line["upstream"] == line["line"] for line in lines)


def test_removed_lines_of_upstream_are_shown_where_they_stood(folder: Folder) -> None:
    folder.write("patches/pets/0002-say-no-least.yaml", REMOVING)
    least = next(
        number for number, line in enumerate(DOCUMENT.splitlines(), 1) if "minItems" in line
    )
    plain = json.loads(folder.run("blame", "pets", "--json").out)["lines"]
    assert not any(line["removed"] for line in plain)
    lines = json.loads(folder.run("blame", "pets", "--removed", "--json").out)["lines"]
    index, gone = next((index, line) for index, line in enumerate(lines) if line["removed"])
    assert gone["upstream"] == least
    assert gone["steps"] == [2]
    assert gone["line"] is None
    assert lines[index - 1]["upstream"] == least - 1
    assert lines[index + 1]["upstream"] == least + 1
    assert len(lines) == DOCUMENT.count("\n")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("99", "there is no line 99"),
        ("/nope", "/nope selects nothing"),
        ("$.nope", "$.nope selects nothing"),
        ("nope", "nope is no place: a JSON Pointer starts with a slash"),
        ("$[", "$[ is no place"),
    ],
)
def test_a_place_that_is_not_there_is_said_so(place: str, words: str, folder: Folder) -> None:
    ran = folder.run("blame", "pets", place)
    assert ran.code == 1
    assert words in ran.err


@pytest.mark.parametrize("api", ["ollama-native", "ollama-openai"])
def test_every_line_of_this_repository_is_upstreams_own_or_a_steps(
    api: str, run: Callable[..., Ran]
) -> None:
    upstream = (ROOT / "spec" / api / "upstream.yaml").read_text("utf-8").splitlines()
    sanitized = (ROOT / "spec" / api / "sanitized.yaml").read_text("utf-8").splitlines()
    blamed = json.loads(run("blame", api, "--json", "--project", str(ROOT)).out)["lines"]
    assert [line["text"] for line in blamed] == sanitized
    written = [line for line in blamed if line["steps"]]
    assert written
    for line in blamed:
        own = line["upstream"] and upstream[line["upstream"] - 1] == line["text"]
        assert own or line["steps"], f"line {line['line']} has no step"
        assert not (own and line["steps"]), f"line {line['line']} is upstream's own"
