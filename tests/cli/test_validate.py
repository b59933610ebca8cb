"""The command `validate`: whose fault is it."""

from __future__ import annotations

import json

from tests.cli.project import DOCUMENT, Folder

BROKEN = DOCUMENT.replace("'#/components/schemas/Pets'", "'#/components/schemas/Cats'")


def test_a_sound_document_is_said_to_be_valid(folder: Folder) -> None:
    ran = folder.run("validate")
    assert (ran.code, ran.out) == (0, "pets  upstream: valid; after the steps: valid\n")


def test_a_fault_of_upstream_is_named_and_does_not_fail(folder: Folder) -> None:
    folder.pin(BROKEN)
    ran = folder.run("validate")
    assert ran.code == 0
    assert (
        "spec/pets/upstream.yaml:16:17: the reference #/components/schemas/Cats leads nowhere"
        in ran.out
    )
    assert "upstream has it too" in ran.out


def test_a_fault_that_a_step_made_fails_and_names_the_step(folder: Folder) -> None:
    words = (
        "new",
        "pets",
        "Drop the schema",
        "$.components.schemas.Pets",
        "--reason",
        "r",
        "--remove",
    )
    assert folder.run(*words).code == 0
    ran = folder.run("validate", "--json")
    assert ran.code == 1
    finding = json.loads(ran.out)["apis"][0]["result"][0]
    assert (finding["origin"], finding["step"], finding["line"]) == ("step", 2, 16)
    assert finding["file"] == "spec/pets/sanitized.yaml"
