"""APIs built together: what changed is written, and nothing while anything is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.project import SETTINGS, STEP, Folder, Ran
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.errors import RepositoryError
from specmend.progress import Event, EventKind
from specmend.project.api import Api
from specmend.project.build import build_apis
from specmend.project.repository import Project

OTHER = SETTINGS + SETTINGS.replace("pets", "cats")


PHASES = (
    "reading the document",
    "applying steps",
    "validating",
    "looking for what cannot be generated",
    "normalizing",
    "reading types",
    "making models",
    "making the client",
    "checking the package",
)


class Heard:
    """A Progress that keeps what it hears."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, str]] = []

    def hear(self, event: Event) -> None:
        if event.kind is EventKind.BEGUN:
            self.steps.append((event.api, event.phase))


def writer(api: Api) -> Folder:
    return Folder(api.root, lambda *_: Ran(0, "", ""))


def test_what_did_not_change_is_not_built_again_unless_that_is_wanted(built: Api) -> None:
    heard = Heard()
    (report,) = build_apis([built], progress=heard)
    assert report.is_current
    assert (report.generator, report.steps, heard.steps) == ("python", 0, [])
    (report,) = build_apis([built], force=True, progress=heard)
    assert (report.is_current, report.steps, report.places, report.changed) == (False, 1, 2, 0)
    assert heard.steps == [("", "building"), *(("pets", phase) for phase in PHASES)]


def test_a_new_step_changes_the_document_and_the_package(built: Api) -> None:
    writer(built).write(SECOND, ALLOW_NO_PETS)
    (report,) = build_apis([built])
    assert (report.steps, report.places) == (2, 3)
    assert 1 < report.changed < report.files
    assert "minItems: 0" in built.sanitized.read_text("utf-8")


@pytest.mark.parametrize("name", ["sanitized.yaml", "client.py"])
def test_what_a_person_edited_is_refused_before_anything_is_written(built: Api, name: str) -> None:
    file = built.sanitized if name == "sanitized.yaml" else built.generated / "pets" / name
    edited = file.read_bytes() + b"\n# mine\n"
    file.write_bytes(edited)
    with pytest.raises(RepositoryError) as caught:
        build_apis([built])
    (problem,) = caught.value.problems
    assert problem.message == "this file was edited by hand, and a build would overwrite it"
    assert file.read_bytes() == edited
    (report,) = build_apis([built], overwrite=True)
    assert report.changed == 1
    assert file.read_bytes() != edited


def test_one_api_that_is_wrong_keeps_all_of_them_from_being_written(files: Folder) -> None:
    files.write("specmend.toml", OTHER)
    for name in ("spec/pets/upstream.yaml", "spec/pets/pin.toml"):
        files.write(name.replace("pets", "cats"), files.read(name))
    files.write("patches/pets/0001-move-the-prefix.yaml", STEP.replace("matches: 2", "matches: 3"))
    files.write("patches/cats/0001-move-the-prefix.yaml", STEP.replace("matches: 2", "matches: 4"))
    before = files.files()
    with pytest.raises(RepositoryError) as caught:
        Project.find(files.root).build()
    folders = [Path(problem.file).parent.name for problem in caught.value.problems]
    assert folders == ["pets", "cats"]
    assert files.files() == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_several_apis_give_the_same_files_together_as_one_by_one(files: Folder, jobs: int) -> None:
    names = ("pets", "cats", "dogs")
    files.write("specmend.toml", "".join(SETTINGS.replace("pets", name) for name in names))
    for name in names[1:]:
        for file in ("spec/pets/upstream.yaml", "spec/pets/pin.toml"):
            files.write(file.replace("pets", name), files.read(file))
    before = files.files()
    reports = Project.find(files.root).build(jobs=jobs)
    assert [(report.api.name, report.steps) for report in reports] == [
        ("pets", 1),
        ("cats", 0),
        ("dogs", 0),
    ]
    together = files.files()
    assert all(report.is_current for report in Project.find(files.root).build())
    shutil.rmtree(files.root / "generated")
    for name in names:
        (files.root / f"spec/{name}/sanitized.yaml").unlink()
    assert files.files() == before
    for name in names:
        Project.find(files.root).build(name)
    assert files.files() == together
