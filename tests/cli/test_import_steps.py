"""The command `import`: foreign files as steps."""

from __future__ import annotations

from difflib import unified_diff

import pytest
from tests.cli.project import Folder

OVERLAY = """\
overlay: 1.0.0
info: {title: Theirs, version: '1'}
actions:
  - target: $.info
    description: Say who
    update: {contact: {name: Pets}}
  - target: $.nope
    remove: true
"""
PATCH = (
    '[{"op": "test", "path": "/info/version", "value": "1"},'
    ' {"op": "replace", "path": "/info/version", "value": "2"}]'
)


def names(folder: Folder) -> list[str]:
    return sorted(path.name for path in (folder.root / "patches/pets").iterdir())[1:]


def fill(folder: Folder) -> None:
    for name in names(folder):
        folder.write(
            f"patches/pets/{name}",
            folder.read(f"patches/pets/{name}").replace("TODO", "They say so."),
        )


def test_an_overlay_becomes_steps_and_what_does_nothing_is_warned_of(folder: Folder) -> None:
    file = folder.write("overlay.yaml", OVERLAY)
    ran = folder.run("import", "pets", str(file))
    assert ran.code == 0, ran.err
    assert names(folder) == ["0002-say-who.yaml"]
    assert "overlay.yaml:7:5: the target $.nope selects nothing; it becomes no step" in ran.err
    fill(folder)
    assert folder.run("apply").code == 0
    assert "contact:\n" in folder.read("spec/pets/sanitized.yaml") or "contact:" in folder.read(
        "spec/pets/sanitized.yaml"
    )


def test_a_json_patch_becomes_steps_with_expectations(folder: Folder) -> None:
    file = folder.write("patch.json", PATCH)
    assert folder.run("import", "pets", str(file)).code == 0
    step = folder.read("patches/pets/0002-replace-info-version.yaml")
    assert (
        'target: $.info.version\n    update: "2"\n'
        '    x-expect:\n      matches: 1\n      before: "1"\n' in step
    )
    fill(folder)
    assert folder.run("apply").code == 0


def test_a_diff_of_the_sanitized_document_is_learnt_from(folder: Folder) -> None:
    assert folder.run("apply").code == 0
    old = folder.read("spec/pets/sanitized.yaml")
    new = old.replace("listPets", "allPets").replace("The pets.", "All pets.")
    lines = unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), "a/s.yaml", "b/s.yaml"
    )
    file = folder.write("my.patch", "".join(lines))
    ran = folder.run("import", "pets", str(file))
    assert ran.code == 0, ran.err
    assert names(folder) == [
        "0002-rename-operation-listpets-to-allpets.yaml",
        "0003-set-description-of-get-pets.yaml",
    ]
    fill(folder)
    assert folder.run("apply").code == 0
    assert folder.read("spec/pets/sanitized.yaml") == new


def test_together_is_one_step_and_a_dry_run_writes_none(folder: Folder) -> None:
    file = folder.write("patch.json", PATCH.replace("]", ', {"op": "remove", "path": "/servers"}]'))
    before = folder.files()
    ran = folder.run("import", "pets", str(file), "--together", "--dry-run")
    assert ran.code == 0
    assert "1 step proposed, nothing written" in ran.out
    assert folder.files() == before
    assert folder.run("import", "pets", str(file), "--together").code == 0
    assert names(folder) == ["0002-import-patch.yaml"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\n", "pets cannot import this"),
        ("a: [\n", "this is not YAML"),
        ('[{"op": "remove", "path": "/nope"}]', "/nope is not there"),
        ("overlay: 1.1.0\n", "info is missing"),
        ("--- a\n+++ b\n@@ -1 +1 @@\n-no such line\n+x\n", "this hunk does not apply"),
        ("--- a\n+++ b\n@@ -1 +1 @@\n-# A small interface\n+a: b: c\n", "this is not YAML"),
    ],
)
def test_what_cannot_be_imported_is_refused_and_nothing_is_written(
    text: str, words: str, folder: Folder
) -> None:
    file = folder.write("theirs", text)
    before = folder.files()
    ran = folder.run("import", "pets", str(file))
    assert ran.code == 1
    assert words in ran.err
    assert folder.files() == before


def test_a_file_that_is_not_there_is_named(folder: Folder) -> None:
    assert "no-such: error: there is no such file" in folder.run("import", "pets", "no-such").err


def test_what_the_document_says_already_is_no_step(folder: Folder) -> None:
    file = folder.write("patch.json", '[{"op": "test", "path": "/openapi", "value": "3.0.3"}]')
    ran = folder.run("import", "pets", str(file))
    assert ran.code == 0
    assert "nothing to import" in ran.out
