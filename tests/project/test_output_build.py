"""The outputs of other generators, built with the rest of their API."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cli.project import Folder
from tests.project.other_generator import (
    FILES,
    FOLDER,
    PROGRAM,
    SETTINGS,
    TABLE,
    pets,
    write_other,
)

from specmend.errors import OutsideError, RepositoryError
from specmend.project.build import BuildReport, build_apis
from specmend.project.check import check_apis
from specmend.project.repository import Project

SECOND = TABLE.replace("generators.fake", "generators.second")


@pytest.fixture
def files(tmp_path: Path) -> Folder:
    return write_other(tmp_path)


def build(files: Folder, generator: str | None = None, *, force: bool = False) -> BuildReport:
    (report,) = build_apis([pets(files)], generator, force=force)
    return report


def test_without_a_package_there_are_the_document_and_the_outputs(files: Folder) -> None:
    report = build(files)
    assert (report.files, report.with_client) == (2, True)
    (output,) = report.outputs
    assert (output.tool, output.files, output.changed) == ("fake 1.0", 3, 3)
    made = [name for name in files.files() if name.startswith("generated/")]
    assert set(made) == {"generated/pets/manifest.json", *(f"{FOLDER}/{name}" for name in FILES)}
    assert "minItems: 1" in files.read("spec/pets/sanitized.yaml")
    report = build(files)
    assert report.is_current
    assert [output.is_current for output in report.outputs] == [True]


def test_without_any_generator_there_is_the_document(files: Folder) -> None:
    files.write("specmend.toml", "[apis.pets]\n")
    assert build(files).changed == 2
    assert build(files).is_current
    files.write("patches/pets/0001-move-the-prefix.yaml", "")
    (files.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    (files.root / ".specmend/pets.json").unlink()
    # The manifest still knows that nobody edited the document.
    assert build(files).changed == 2
    (report,) = check_apis([pets(files)])
    assert (report.problems, report.outputs) == ((), ())


def test_only_what_changed_is_built(files: Folder) -> None:
    files.write("specmend.toml", SETTINGS + SECOND)
    build(files)
    files.write("specmend.toml", SETTINGS + SECOND + 'inputs = ["gen.py", "specmend.toml"]\n')
    report = build(files)
    assert report.is_current
    assert [(output.generator, output.is_current) for output in report.outputs] == [
        ("fake", True),
        ("second", False),
    ]


def test_one_generator_is_built_alone(files: Folder) -> None:
    report = build(files, "fake")
    assert not report.with_client
    assert [output.generator for output in report.outputs] == ["fake"]
    assert not (files.root / "spec/pets/sanitized.yaml").exists()
    assert build(files, "fake").outputs[0].is_current
    assert build(files, "python").outputs == ()
    assert not build(files, "fake", force=True).outputs[0].is_current


def test_if_one_generator_fails_nothing_is_written(files: Folder) -> None:
    failing = SECOND.replace("gen.py", "bad.py")
    files.write("specmend.toml", SETTINGS + failing + failing.replace("second", "third"))
    files.write("bad.py", "import sys\nprint('1')\nsys.exit('--version' not in sys.argv)\n")
    before = files.files()
    with pytest.raises(OutsideError) as caught:
        build(files)
    assert [problem.message for problem in caught.value.problems] == [
        "the command of second for pets ended with exit code 1",
        "the command of third for pets ended with exit code 1",
    ]
    assert files.files() == before


def test_edited_files_of_all_outputs_are_told_together(files: Folder) -> None:
    files.write("specmend.toml", SETTINGS + SECOND)
    build(files)
    for name in (FOLDER, "generated/pets-second"):
        files.write(f"{name}/client.txt", "mine\n")
    files.write("spec/pets/sanitized.yaml", "mine\n")
    with pytest.raises(RepositoryError) as caught:
        build(files)
    assert [problem.file for problem in caught.value.problems] == [
        "spec/pets/sanitized.yaml",
        f"{FOLDER}/client.txt",
        "generated/pets-second/client.txt",
    ]


@pytest.mark.posix("modes of files")
def test_programs_stay_programs(files: Folder) -> None:
    files.write("gen.py", PROGRAM + "import os\nos.chmod('client.txt', 0o755)\n")
    build(files)
    assert os.access(files.root / FOLDER / "client.txt", os.X_OK)
    assert not os.access(files.root / FOLDER / "sub/document.txt", os.X_OK)


def test_several_apis_are_built_and_checked_in_processes_of_their_own(files: Folder) -> None:
    files.write("specmend.toml", SETTINGS + SETTINGS.replace("apis.pets", "apis.cats"))
    for name in ("spec/pets/upstream.yaml", "spec/pets/pin.toml"):
        files.write(name.replace("pets", "cats"), files.read(name))
    project = Project.find(files.root)
    reports = project.build(jobs=2)
    assert [report.outputs[0].changed for report in reports] == [3, 3]
    files.write("generated/cats-fake/client.txt", "mine\n")
    checked = project.check(jobs=2)
    assert [len(report.problems) for report in checked] == [0, 1]
    assert [output.ran for report in checked for output in report.outputs] == [True, True]
    # One generator alone, of all APIs that have it.
    assert [r.with_client for r in project.check(generator="fake", commands=False)] == [False] * 2


def test_what_no_setting_names_any_more_is_told(files: Folder) -> None:
    files.write("specmend.toml", SETTINGS + SECOND)
    build(files)
    files.write("specmend.toml", SETTINGS)
    told = "no setting names the generator second of pets any more"
    report = build(files, force=True)
    assert report.warnings == (f"generated/pets-second: {told}",)
    (checked,) = check_apis([pets(files)])
    assert [problem.message for problem in checked.problems] == [told]
