"""The command `log`: the record as a table, as a page, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.cli.project import Folder, Ran
from tests.repository import ROOT


def test_the_table_shows_each_step_with_its_first_change(folder: Folder) -> None:
    ran = folder.run("log")
    assert ran.code == 0
    assert "0001" in ran.out
    assert '"http://localhost" → "http://localhost/v1"' in ran.out
    assert "\x1b[" not in ran.out


def test_a_title_of_two_lines_keeps_the_layout(folder: Folder) -> None:
    step = "patches/pets/0001-move-the-prefix.yaml"
    title = '"Move\\nthe prefix"'
    folder.write(step, folder.read(step).replace("Move the prefix", title))
    assert "0001  Move the prefix  all" in folder.run("log").out


def test_the_page_has_original_updated_and_reason(folder: Folder) -> None:
    page = folder.run("log", "--markdown").out
    assert "## 1. Move the prefix" in page
    assert '| `$.servers[0].url` | `"http://localhost"` | `"http://localhost/v1"` |' in page
    assert '| `$.paths` | `"/v1/pets"` | `"/pets"` |' in page
    assert "**Reason:** The version belongs to the server." in page


def test_json_has_the_values_themselves(folder: Folder) -> None:
    step = json.loads(folder.run("log", "--json").out)["apis"][0]["steps"][0]
    assert step["places"][0] == {
        "path": "$.servers[0].url",
        "before": "http://localhost",
        "after": "http://localhost/v1",
    }


def test_a_step_that_does_not_apply_is_marked(folder: Folder) -> None:
    step = "patches/pets/0001-move-the-prefix.yaml"
    folder.write(step, folder.read(step).replace("matches: 2", "matches: 9"))
    assert "conflict" in folder.run("log").out


def test_the_record_of_the_sanitations_is_rendered_with_values_from_the_documents(
    run: Callable[..., Ran],
) -> None:
    page = run("log", "ollama-native", "--markdown", "--project", str(ROOT)).out
    sections = page.split("\n## ")[1:]
    assert [section.split(".")[0] for section in sections] == [
        str(number) for number in range(1, 36)
    ]
    for section in sections:
        assert "**Reason:** " in section
        assert "Original" in section
        assert "Updated" in section
    assert (
        '| `$.servers[0].url` | `"http://localhost:11434"` | `"http://localhost:11434/api"` |'
        in sections[0]
    )
    assert sections[0].count('| `"/api/') == 12
    assert "- For: the generator ballerina only\n" in sections[1]
    assert sections[1].count('| `"date-time"` | `"datetime"` |') == 7
    assert (
        '| `["system", "user", "assistant"]` | `["system", "user", "assistant", "tool"]` |'
        in sections[2]
    )
    assert "minItems` | `1` | `0` |" in sections[3]
    for section in sections[4:8]:
        assert "**Original:** absent" in section
    assert "enum:\n      - function" in sections[5]
    assert "Does not apply" not in page
