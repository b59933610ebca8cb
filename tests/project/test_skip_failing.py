"""A build that leaves out what cannot be generated, lists it, and records it as one step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import Folder
from tests.project.failing import (
    LEFT_OUT,
    MISSING,
    STEP,
    WRONG,
    document,
    failing,
    operation,
    pets,
    pin,
    write,
)
from tests.project.other_generator import PROGRAM, TABLE

from specmend.document.text.document import read_document
from specmend.errors import OutsideError, RepositoryError
from specmend.project.build import BuildReport
from specmend.project.repository import Project

FINE = {"get": operation("fine")}


def skipped(folder: Folder, **options: Any) -> BuildReport:
    return pets(folder).build(skip_failing=True, **options)


def recorded(folder: Folder) -> Any:
    """The named edit of the step that records what was left out."""
    step = read_document((folder.root / STEP).read_bytes(), STEP).tree
    (action,) = step["actions"]
    return action["x-edit"]


def methods(folder: Folder) -> int:
    """How many methods the client has: each is one module of `api`."""
    modules = (folder.root / "generated/pets/pets/api").rglob("*.py")
    return sum(module.name != "__init__.py" for module in modules)


def refused(folder: Folder, **options: Any) -> list[str]:
    """The messages of a build that is refused, and that writes nothing."""
    before = folder.files()
    with pytest.raises(RepositoryError) as caught:
        pets(folder).build(**options)
    assert folder.files() == before
    return [problem.message for problem in caught.value.problems]


def test_without_the_option_all_faults_come_together_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    folder = write(tmp_path, failing())
    before = folder.files()
    with pytest.raises(RepositoryError) as caught:
        pets(folder).build()
    assert folder.files() == before
    problems = caught.value.problems
    assert len(problems) == 5
    assert len({problem.kind for problem in problems}) == 3
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert all(problem.step.startswith("specmend new pets ") for problem in problems)


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_what_fails_is_left_out_listed_and_recorded(tmp_path: Path, form: str) -> None:
    folder = write(tmp_path, failing(), form)
    report = skipped(folder)
    assert recorded(folder) == {"name": "drop-operations", "operations": LEFT_OUT}
    assert methods(folder) == 40 - len(LEFT_OUT)
    assert report.step == STEP
    assert {len(cause.operations): len(cause.problems) for cause in report.left_out} == {3: 2, 1: 1}
    assert sorted(name for cause in report.left_out for name in cause.operations) == sorted(
        LEFT_OUT
    )
    places = [problem for cause in report.left_out for problem in cause.problems]
    assert {problem.file for problem in places} == {f"spec/pets/upstream.{form}"}
    text = folder.read(f"spec/pets/upstream.{form}").splitlines()
    lost = [problem for problem in places if problem.found == MISSING]
    assert len(lost) == 2
    assert all(MISSING in text[problem.line - 1] for problem in lost)
    assert any("Gone" not in warning and "Unused" not in warning for warning in report.warnings)
    assert pets(folder).check().problems == ()


@pytest.mark.posix("a program of the test")
def test_another_generator_keeps_what_the_client_leaves_out(tmp_path: Path) -> None:
    folder = write(tmp_path, failing(), settings=f'header = "Pets"\n{TABLE}')
    folder.write("gen.py", PROGRAM)
    report = skipped(folder)
    step = read_document((folder.root / STEP).read_bytes(), STEP).tree
    assert step["info"]["x-generator"] == "python"
    assert report.step == STEP
    assert methods(folder) == 40 - len(LEFT_OUT)
    theirs = json.loads(folder.read("generated/pets-fake/sub/document.txt"))
    assert {"get", "post"} <= theirs["paths"]["/p1"].keys()
    assert "get" not in json.loads(folder.read("spec/pets/sanitized.json"))["paths"]["/p1"]
    assert skipped(folder).is_current
    assert pets(folder).check().problems == ()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The project after a build that left out what fails; tests leave it in that state."""
    folder = write(tmp_path_factory.mktemp("failing"), failing())
    skipped(folder)
    return folder


def test_a_second_build_has_nothing_to_do_and_a_forced_one_changes_nothing(made: Folder) -> None:
    before = made.files()
    assert skipped(made).is_current
    assert pets(made).build().is_current
    report = skipped(made, force=True)
    assert report.changed == 0
    assert report.step == STEP
    assert made.files() == before


def test_words_that_a_person_adds_to_the_record_stay(made: Folder) -> None:
    text = made.read(STEP)
    made.write(STEP, "# looked at in May\n" + text)
    skipped(made)
    assert made.read(STEP) == "# looked at in May\n" + text
    made.write(STEP, text)
    skipped(made)


def test_the_record_names_the_causes_and_how_many_operations_have_each(made: Folder) -> None:
    reason = pets(made).series().steps[0].reason
    assert reason.startswith("No client can be generated for these operations: ")
    assert "a reference points to nothing (3 operations)" in reason
    assert "Link /p7 cannot be generated (Link /p7)" in reason


def test_a_new_step_comes_before_the_record_and_brings_operations_back(
    tmp_path: Path,
) -> None:
    folder = write(tmp_path, failing())
    skipped(folder)
    step = pets(folder).new_step(
        "Add a schema",
        "$.components.schemas",
        reason="It is missing.",
        action={"update": {"Missing": {}}},
    )
    assert step.file == "patches/pets/0001-add-a-schema.yaml"
    report = skipped(folder)
    left = ["GET /p3", "GET /p4", "GET /p5", "Link /p7"]
    assert recorded(folder)["operations"] == left
    assert report.steps == 2
    assert pets(folder).check().problems == ()
    assert pets(folder).renumber(10) == {"0001-add-a-schema.yaml": "0010-add-a-schema.yaml"}


def test_when_upstream_mends_all_the_record_goes(tmp_path: Path) -> None:
    folder = write(tmp_path, document({"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE}))
    skipped(folder)
    assert recorded(folder)["operations"] == ["GET /a"]
    pin(folder, document({"/a": {"get": operation("a")}, "/b": FINE}))
    report = skipped(folder)
    assert (report.step, report.mended, report.left_out) == ("", STEP, ())
    assert not (folder.root / STEP).exists()
    assert methods(folder) == 2
    assert pets(folder).check().problems == ()


def test_after_a_build_without_the_option_one_with_it_looks_again(tmp_path: Path) -> None:
    folder = write(tmp_path, document({"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE}))
    skipped(folder)
    pets(folder).build(force=True)
    assert methods(folder) == 1
    assert not skipped(folder).is_current
    assert skipped(folder).is_current


def test_a_record_that_no_longer_fits_says_what_finds_out_again(tmp_path: Path) -> None:
    folder = write(tmp_path, document({"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE}))
    skipped(folder)
    pin(folder, document({"/a": {"get": operation("a")}, "/b": FINE}))
    with pytest.raises(RepositoryError) as caught:
        pets(folder).build()
    (problem,) = caught.value.problems
    assert problem.file == STEP
    assert problem.step == "specmend build pets --skip-failing"


def test_where_nothing_fails_nothing_is_recorded(tmp_path: Path) -> None:
    folder = write(tmp_path, document({"/a": FINE}), settings="skip-failing = true\n")
    report = pets(folder).build()
    assert (report.step, report.mended, report.left_out) == ("", "", ())
    assert not (folder.root / "patches").exists()


def test_a_fault_that_only_the_generators_find_is_left_out_at_its_place_upstream(
    tmp_path: Path,
) -> None:
    media = {"application/x-ndjson": {"schema": {}, "x-stream": {"framing": "xml"}}}
    marked = {"responses": {"200": {"description": "ok", "content": media}}}
    paths = {"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE, "/c": {"get": marked}}
    folder = write(tmp_path, document(paths))
    report = skipped(folder)
    assert recorded(folder)["operations"] == ["GET /a", "GET /c"]
    lines = folder.read("spec/pets/upstream.json").splitlines()
    places = [cause.problems[0] for cause in report.left_out]
    assert [lines[place.line - 1].strip() for place in places] == [
        '"required": "maybe",',
        '"get": {',
    ]
    assert places[1].line > lines.index('  "/c": {')


ITEM = "#/components/pathItems/Item"
RESPONSE = "#/paths/~1a/get/responses/200"
LINKING = {"description": "ok", "links": {"l": {"operationId": "a"}}}
TREES: list[Any] = [
    pytest.param(
        document(
            {"/a": {"$ref": ITEM}, "/b": {"$ref": ITEM}, "/c": FINE},
            pathItems={"Item": {"get": operation("one"), "post": {"parameters": [WRONG]}}},
        ),
        {"operations": ["POST /a", "POST /b"]},
        3,
        id="an operation that two paths refer to",
    ),
    pytest.param(
        document({"/a": {"$ref": "#/nowhere"}, "/b": {"$ref": "#/paths/~1a"}, "/c": FINE}),
        {"paths": ["/a", "/b"]},
        1,
        id="paths that lead nowhere",
    ),
    pytest.param(
        document({"/a": None, "/b": {"parameters": [5], **FINE}, "/c": {"get": operation("c")}}),
        {"paths": ["/a", "/b"]},
        1,
        id="whole paths",
    ),
    pytest.param(
        document(
            {
                "/a": {"get": {**operation("a"), "parameters": [WRONG]}},
                "/b": {"get": operation("b", responses={"200": {"$ref": RESPONSE}})},
                "/c": FINE,
            }
        ),
        {"operations": ["GET /a", "GET /b"]},
        1,
        id="an operation that refers into one that fails",
    ),
    pytest.param(
        document(
            {
                "/a": {"query": {**operation("a"), "parameters": [WRONG]}},
                "/b": {"get": operation("b", responses={"200": LINKING})},
            }
        ),
        {"operations": ["QUERY /a"], "links": True},
        1,
        id="an operation that others link to",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "fields", "count"), TREES)
def test_operations_are_left_out_wherever_they_stand(
    tmp_path: Path, tree: Any, fields: Any, count: int
) -> None:
    folder = write(tmp_path, tree)
    skipped(folder)
    assert recorded(folder) == {"name": "drop-operations", **fields}
    assert methods(folder) == count
    assert pets(folder).check().problems == ()


def test_not_every_operation_can_be_left_out(tmp_path: Path) -> None:
    folder = write(tmp_path, document({"/a": {"get": {"parameters": [WRONG]}}, "/b": None}))
    messages = refused(folder, skip_failing=True)
    assert messages[:2] == [
        "required is not a boolean",
        "/b is not an object",
    ]
    assert messages[2].startswith("no operation of pets can be generated")


BROKEN = "overlay: 1.1.0\ninfo: {title: t, version: 1.0.0, x-reason: r}\nactions: []\n"
OTHERS: list[Any] = [
    ("patches/pets/client/own.py", "def\n"),
    ("patches/pets/0001-broken.yaml", BROKEN),
]


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_a_fault_that_is_none_of_operations_is_refused(
    tmp_path: Path, name: str, text: str
) -> None:
    folder = write(tmp_path, document({"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE}))
    folder.write(name, text)
    assert refused(folder, skip_failing=True)


def test_a_fault_of_the_document_as_a_whole_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path, {**document({"/a": FINE}), "servers": 5})
    assert refused(folder, skip_failing=True) == ["servers is not a list"]


def test_the_last_number_is_for_the_record(tmp_path: Path) -> None:
    folder = write(tmp_path, document({"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE}))
    pets(folder).new_step(
        "Own", "$.info.title", reason="It is ours.", action={"update": "Own"}, number=9999
    )
    (message,) = refused(folder, skip_failing=True)
    assert message == "the number 9999 is taken, and the step of --skip-failing needs it"


def test_when_the_package_cannot_be_written_the_record_is_not_either(tmp_path: Path) -> None:
    folder = write(tmp_path, document({"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE}))
    folder.write("generated", "a file in the way\n")
    before = folder.files()
    with pytest.raises(OutsideError):
        skipped(folder)
    assert folder.files() == before


def test_the_record_does_not_depend_on_the_order_of_sets(tmp_path: Path) -> None:
    said = set()
    for seed in ("1", "4242"):
        folder = write(tmp_path / seed, failing())
        command = [sys.executable, "-m", "specmend", "build", "--skip-failing"]
        ran = subprocess.run(
            command,
            cwd=folder.root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        said.add((ran.stdout, ran.stderr, folder.read(STEP)))
    assert len(said) == 1


def test_of_several_apis_each_has_its_own_record(tmp_path: Path) -> None:
    tree = document({"/a": {"get": {"parameters": [WRONG]}}, "/b": FINE})
    settings = 'skip-failing = true\n[apis.other]\npackage = "other"\n'
    folder = write(tmp_path, tree, settings=settings)
    for name in ("upstream.json", "pin.toml"):
        folder.write(f"spec/other/{name}", folder.read(f"spec/pets/{name}"))
    project, before = Project.find(folder.root), folder.files()
    with pytest.raises(RepositoryError):
        project.build()
    assert folder.files() == before, "the settings of one API do not let the other one pass"
    reports = project.build(skip_failing=True)
    assert [report.step for report in reports] == [STEP, STEP.replace("pets", "other")]
