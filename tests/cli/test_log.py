"""The command `log`: the record as a table, as a page, as JSON."""

from __future__ import annotations

import json

from tests.cli.project import Folder


def test_the_table_shows_each_step_with_its_first_change(folder: Folder) -> None:
    ran = folder.run("log")
    assert ran.code == 0
    assert "0001" in ran.out
    assert '"http://localhost" → "http://localhost/v1"' in ran.out
    assert "\x1b[" not in ran.out


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
