"""The command `learn`: from a document edited by hand to step files."""

from __future__ import annotations

from tests.cli.project import DOCUMENT, Folder

EDIT = ("          minItems: 1 # at least one\n", "          minItems: 0 # at least one\n")


def edit(folder: Folder) -> None:
    """Apply, and edit the result by hand."""
    assert folder.run("apply").code == 0
    folder.write("spec/pets/sanitized.yaml", folder.read("spec/pets/sanitized.yaml").replace(*EDIT))


def test_a_hand_edit_becomes_a_step_that_waits_for_its_reason(folder: Folder) -> None:
    edit(folder)
    meant = folder.read("spec/pets/sanitized.yaml")
    ran = folder.run("learn", "pets")
    assert ran.code == 0, ran.err
    assert "Set minItems of schema Pets" in ran.out
    assert "wrote 1 step to patches/pets" in ran.out
    assert "another layout" not in ran.out
    name = "patches/pets/0002-set-minitems-of-schema-pets.yaml"
    refused = folder.run("apply", "--overwrite")
    assert refused.code == 1
    assert f"{name}:5:3: error: the reason is still a gap" in refused.err
    folder.write(name, folder.read(name).replace("TODO", "A shop may be empty."))
    assert folder.run("apply").code == 0
    assert folder.read("spec/pets/sanitized.yaml") == meant


def test_an_edit_of_which_the_layout_is_not_learnt_is_said_to_be_so(folder: Folder) -> None:
    folder.run("apply")
    text = folder.read("spec/pets/sanitized.yaml")
    folder.write(
        "spec/pets/sanitized.yaml", text.replace("    Pets:\n", "    Pets: # all\n      title: P\n")
    )
    ran = folder.run("learn", "pets")
    assert "Add title to schema Pets" in ran.out
    assert "in another layout or order: specmend apply --overwrite" in ran.out


def test_a_dry_run_writes_nothing(folder: Folder) -> None:
    edit(folder)
    before = folder.files()
    ran = folder.run("learn", "pets", "--dry-run")
    assert "1 step proposed, nothing written" in ran.out
    assert "update $.components.schemas.Pets.properties.pets.minItems" in ran.out
    assert folder.files() == before


def test_two_documents_are_learnt_from_into_a_folder(folder: Folder) -> None:
    old = folder.write("old.yaml", DOCUMENT)
    new = folder.write(
        "new.yaml",
        DOCUMENT.replace("schemas/Pets", "schemas/Animals").replace("    Pets:", "    Animals:"),
    )
    into = folder.root / "out"
    ran = folder.run("learn", "pets", str(old), str(new), "--output", str(into))
    assert ran.code == 0, ran.err
    assert [path.name for path in into.iterdir()] == ["0001-rename-schema-pets-to-animals.yaml"]
    again = folder.run("learn", "pets", str(old), str(new), "--output", str(into))
    assert again.code == 1
    assert (
        "out/0001-rename-schema-pets-to-animals.yaml: error: this file is there already"
        in again.err
    )


def test_a_document_that_says_the_same_teaches_nothing(folder: Folder) -> None:
    folder.run("apply")
    folder.write(
        "spec/pets/sanitized.yaml", "# another comment\n" + folder.read("spec/pets/sanitized.yaml")
    )
    ran = folder.run("learn", "pets")
    assert ran.code == 0
    assert "nothing to learn" in ran.out


def test_one_document_is_not_enough_and_one_that_is_not_there_is_named(folder: Folder) -> None:
    old = folder.write("old.yaml", DOCUMENT)
    assert "two documents or none" in folder.run("learn", "pets", str(old)).err
    ran = folder.run("learn", "pets")
    assert ran.code == 1
    assert "spec/pets/sanitized.yaml: error: there is no such document" in ran.err


def test_while_a_reason_is_a_gap_more_can_be_learnt_and_imported(folder: Folder) -> None:
    """Only learn and import go on: whatever else needs the steps says that a reason is missing."""
    edit(folder)
    assert folder.run("learn", "pets").code == 0
    text = folder.read("spec/pets/sanitized.yaml")
    folder.write("spec/pets/sanitized.yaml", text.replace("title: Pets", "title: Dogs"))
    ran = folder.run("learn", "pets")
    assert ran.code == 0, ran.err
    assert len(folder.steps()) == 3
    assert "wrote 1 step" in ran.out
    patch = folder.write("p.json", '[{"op": "replace", "path": "/info/version", "value": "2"}]')
    ran = folder.run("import", "pets", str(patch))
    assert ran.code == 0, ran.err
    names = folder.steps()
    assert [name[:4] for name in names] == ["0001", "0002", "0003", "0004"]
    for words in (("apply", "--overwrite"), ("check",), ("drift", "pets", "--to", "p.json")):
        assert "the reason is still a gap" in folder.run(*words).err
    for name in names[1:]:
        path = f"patches/pets/{name}"
        folder.write(path, folder.read(path).replace("TODO", "It was seen."))
    assert folder.run("apply", "--overwrite").code == 0
    made = folder.read("spec/pets/sanitized.yaml")
    assert all(part in made for part in ("minItems: 0", "title: Dogs", 'version: "2"'))
