"""The command `pages`: guesses, and commands that can be run."""

from __future__ import annotations

import json
import shlex

from tests.cli.project import DOCUMENT, Folder

PAGED = DOCUMENT.replace(
    "      operationId: listPets\n",
    "      operationId: listPets\n"
    "      parameters:\n"
    "        - {name: page, in: query, schema: {type: integer}}\n",
)


def test_a_document_without_such_lists_gives_no_step(folder: Folder) -> None:
    before = folder.files()
    ran = folder.run("pages", "pets")
    assert (ran.code, ran.out) == (
        0,
        "pets  no list seems to come in pages that no mark says so of\n",
    )
    assert folder.files() == before


def test_a_guess_is_a_command_that_records_the_step(folder: Folder) -> None:
    folder.pin(PAGED)
    ran = folder.run("pages", "pets")
    first, _, command = ran.out.strip().splitlines()
    assert first == "pets  1 list may come in pages"
    assert command.startswith('specmend new pets "Page through GET /pets" "$.paths[\'/pets\'].get"')
    assert folder.run(*shlex.split(command)[1:]).code == 0
    assert folder.run("apply", "pets").code == 0
    assert "x-pagination" in folder.read("spec/pets/sanitized.yaml")
    assert "no list seems to" in folder.run("pages", "pets").out


def test_a_program_reads_the_guesses(folder: Folder) -> None:
    folder.pin(PAGED)
    (found,) = json.loads(folder.run("pages", "pets", "--json").out)["pages"]
    assert (found["method"], found["path"]) == ("GET", "/pets")
    assert found["x-pagination"] == {"kind": "page", "argument": "page", "items": "pets"}
