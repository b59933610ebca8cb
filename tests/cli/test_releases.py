"""One series for several releases of a document: steps that hold for some, and `check` on each."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT, STEP, Folder

from specmend.project.releases import release_documents, release_problems
from specmend.project.repository import Project

OLDER = DOCUMENT.replace('version: "1"', 'version: "0.5"').replace("minItems: 1", "minItems: 2")
MIN = """\
overlay: 1.1.0
info: {{title: {title}, version: 1.0.0, x-reason: r{more}}}
actions:
  - target: $.components.schemas.Pets.properties.pets.minItems
    update: 0
    x-expect: {{matches: 1, before: {before}}}
"""


@pytest.fixture
def releases(folder: Folder) -> Folder:
    """A project with the current release and an older one."""
    folder.write("spec/pets/releases/0.5.yaml", OLDER)
    return folder


def found(folder: Folder) -> list[str]:
    """What the series meets on the further documents, in words."""
    api = Project.find(folder.root).api("pets")
    return [
        problem.message
        for document in release_documents(api)
        for problem in release_problems(api.series(), document)
    ]


def test_a_series_that_fits_both_has_no_problems(releases: Folder) -> None:
    assert found(releases) == []


def test_without_further_documents_nothing_is_looked_at(folder: Folder) -> None:
    assert release_documents(Project.find(folder.root).api("pets")) == ()


def test_another_value_before_is_named_with_the_document(releases: Folder) -> None:
    releases.write("patches/pets/0002-min.yaml", MIN.format(title="Min", more="", before=1))
    assert found(releases) == [
        "on spec/pets/releases/0.5.yaml: the document is not what this action was written for"
    ]
    ran = releases.run("check")
    assert ran.code == 1
    assert "patches/pets/0002-min.yaml:6:5: error: on spec/pets/releases/0.5.yaml" in ran.err
    assert "limit the step with x-applies-to" in ran.err


def test_one_step_for_each_release_serves_both(releases: Folder) -> None:
    newer, older = ', x-applies-to: {versions: [">=1"]}', ', x-applies-to: {versions: ["<1"]}'
    releases.write("patches/pets/0002-min.yaml", MIN.format(title="Min", more=newer, before=1))
    releases.write("patches/pets/0003-old.yaml", MIN.format(title="Old", more=older, before=9))
    assert found(releases) == [
        "on spec/pets/releases/0.5.yaml: the document is not what this action was written for"
    ]
    ran = releases.run("refresh", "pets", "3")
    assert ran.code == 0, ran.err
    assert "action 1: 9 → 2" in ran.out
    assert found(releases) == []
    assert releases.run("apply").code == 0
    lines = releases.run("log").out.splitlines()
    assert any("Old" in line and "for <1 (not applicable)" in line for line in lines)
    assert any(
        "Min" in line and "for >=1" in line and "not applicable" not in line for line in lines
    )


def test_a_step_that_holds_nowhere_has_nothing_to_refresh(releases: Folder) -> None:
    releases.write(
        "patches/pets/0002-min.yaml",
        MIN.format(title="Min", more=', x-applies-to: {versions: ["9"]}', before=1),
    )
    ran = releases.run("refresh", "pets", "2")
    assert ran.code == 1
    assert "this step applies to none of the documents" in ran.err
    assert releases.run("refresh", "pets").code == 0


def test_a_rule_over_many_places_may_find_others(releases: Folder) -> None:
    releases.write(
        "spec/pets/releases/0.5.yaml", OLDER.replace("/v1/pets:", "/v1/dogs: {}\n  /v1/pets:")
    )
    assert "matches: 2" in STEP
    assert found(releases) == []


def test_a_further_document_that_cannot_be_read_is_named(releases: Folder) -> None:
    releases.write("spec/pets/releases/0.5.yaml", "a: [")
    ran = releases.run("check")
    assert ran.code == 1
    assert "spec/pets/releases/0.5.yaml:" in ran.err


def test_update_sets_aside_what_does_not_hold_for_the_new_release(releases: Folder) -> None:
    only = ', x-applies-to: {versions: ["==1"]}'
    releases.write("patches/pets/0002-min.yaml", MIN.format(title="Min", more=only, before=1))
    before = releases.read("patches/pets/0002-min.yaml")
    path = releases.root.parent / "next.yaml"
    path.write_text(DOCUMENT.replace('version: "1"', 'version: "2"'))
    ran = releases.run("update", "pets", "--to", str(path))
    assert ran.code == 0, ran.out + ran.err
    assert "0002 not applicable  Min: for ==1" in ran.out
    assert releases.read("patches/pets/0002-min.yaml") == before


@pytest.mark.parametrize(("before", "code"), [(1, 0), (7, 1)])
def test_update_takes_in_what_holds_for_the_new_release_only(
    releases: Folder, before: int, code: int
) -> None:
    only = ', x-applies-to: {versions: ["2"]}'
    releases.write("patches/pets/0002-min.yaml", MIN.format(title="Min", more=only, before=before))
    path = releases.root.parent / "next.yaml"
    path.write_text(DOCUMENT.replace('version: "1"', 'version: "2"'))
    ran = releases.run("update", "pets", "--to", str(path))
    assert ran.code == code, ran.out + ran.err
    assert ("x-conflict" in releases.read("patches/pets/0002-min.yaml")) == bool(code)
