"""The command `validate`: whose fault is it."""

from __future__ import annotations

import json

from tests.cli.project import DOCUMENT, Folder

BROKEN = DOCUMENT.replace("'#/components/schemas/Pets'", "'#/components/schemas/Cats'")


def test_a_sound_document_is_said_to_be_valid(folder: Folder) -> None:
    ran = folder.run("validate")
    assert (ran.code, ran.out) == (0, "pets  upstream: valid; after the steps: valid\n")


def test_a_fault_of_upstream_is_told_once_and_does_not_fail(folder: Folder) -> None:
    folder.pin(BROKEN)
    ran = folder.run("validate")
    assert ran.code == 0
    place = "spec/pets/sanitized.yaml:16:17: the reference #/components/schemas/Cats leads nowhere"
    assert place in ran.out
    assert "upstream has it too" in ran.out
    assert ran.out.count("leads nowhere") == 1


def test_a_fault_of_upstream_that_a_step_mends_is_told_as_such(folder: Folder) -> None:
    folder.pin(BROKEN)
    schemas = "#/components/schemas"
    edit = {"name": "retarget-references", "from": f"{schemas}/Cats", "to": f"{schemas}/Pets"}
    words = ("new", "pets", "Mend", "$", "--reason", "r", "--edit", json.dumps(edit))
    assert folder.run(*words).code == 0
    ran = folder.run("validate")
    assert ran.code == 0
    assert "spec/pets/upstream.yaml:16:17: the reference" in ran.out
    assert "upstream's, which the steps mend" in ran.out
    assert ran.out.endswith("pets  upstream: 1 fault; after the steps: valid\n")
    told = json.loads(folder.run("validate", "--json").out)["apis"][0]
    assert (len(told["upstream"]), told["result"]) == (1, [])


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


def test_what_is_read_as_it_is_meant_is_a_warning_with_the_step_that_mends_it(
    folder: Folder,
) -> None:
    folder.pin(DOCUMENT.replace('"200":', '"2xx":'))
    ran = folder.run("validate")
    assert ran.code == 0
    assert "warning: the response '2xx' is read as '2XX'" in ran.out
    assert (
        '    step: specmend new pets "Write the responses 2xx as 2XX" '
        '"$.paths.*.*.responses[\'2xx\']" --edit \'{"name": "rename-key", "to": "2XX"}\' '
        in ran.out
    )
    finding = json.loads(folder.run("validate", "--json").out)["apis"][0]["result"][0]
    assert finding["level"] == "warning"
    assert finding["mend"]["action"] == {"x-edit": {"name": "rename-key", "to": "2XX"}}
