"""Every example of docs/steps.md is what the code does: before, action and after, and the walk through a first step."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import sys
from pathlib import Path

import pytest
from tests.repository import ROOT
from tests.steps.series import after, make_document, make_step

from specmend.cli.main import main
from specmend.document.text.document import parse_document
from specmend.steps.apply import apply_steps
from specmend.steps.edits.table import EDITS
from specmend.update.records import StepUpdate

PAGE = (ROOT / "docs" / "steps.md").read_text("utf-8")
SECTIONS = {section.splitlines()[0]: section for section in PAGE.split("\n### ")[1:]}
EXAMPLE = re.compile(
    r"^(Before|The action|After):\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
WALK = PAGE.split("## The two kinds of steps")[0]
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", WALK, re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"^```console\n\$ specmend (.*?)\n(.*?)^```$", WALK, re.MULTILINE | re.DOTALL)
SETTINGS = '[apis.petstore]\npackage = "petstore"\ndescription = "Pets."\nheader = "Copyright {year} the pets"\n'


def test_every_named_edit_has_its_section_and_no_other_has_one() -> None:
    assert list(SECTIONS) == list(EDITS)


@pytest.mark.parametrize("name", EDITS)
def test_the_example_of_an_edit_is_what_it_does(name: str) -> None:
    labels, blocks = zip(*EXAMPLE.findall(SECTIONS[name]), strict=True)
    assert labels == ("Before", "The action", "After")
    before, action, meant = blocks
    assert [made.edit for made in make_step(action).actions] == [name]
    assert after(before, action) == meant
    assert before != meant


@pytest.mark.parametrize("name", EDITS)
def test_the_example_of_an_edit_goes_for_json_too(name: str) -> None:
    before, action, meant = (block for _, block in EXAMPLE.findall(SECTIONS[name]))
    text = json.dumps(make_document(before).tree, indent=2) + "\n"
    applied = apply_steps(
        parse_document(text, "spec/api/upstream.json"), [make_step(action)], enforce=False
    )
    assert not applied.problems
    assert applied.document.text == json.dumps(make_document(meant).tree, indent=2) + "\n"


@pytest.mark.parametrize("name", EDITS)
def test_every_parameter_of_an_edit_is_explained(name: str) -> None:
    lines = re.findall(r"^- (`.*?):", SECTIONS[name], re.MULTILINE)
    listed = {word for line in lines for word in re.findall(r"`(.*?)`", line)}
    assert listed == set(EDITS[name].parameters["properties"])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "specmend.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


def publish(project: Path, text: str) -> None:
    """Let the owner of the document publish a text."""
    folder = project / "spec" / "petstore"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "upstream.yaml").write_bytes(text.encode())
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "pin.toml").write_text(
        f'origin = "the owner"\ndate = 2025-02-01\nsha256 = "{digest}"\n', "utf-8"
    )


def ran(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """All that a command line prints."""
    monkeypatch.setattr(sys, "argv", ["specmend", *shlex.split(line)])
    with pytest.raises(SystemExit):
        main()
    printed = capsys.readouterr()
    return printed.out + printed.err


def test_the_walk_through_a_first_step_goes_as_it_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    upstream, step, line = BLOCKS
    required = re.findall(r"`(required: \[.*?\])`", WALK)
    texts = [
        upstream,
        upstream,
        *(upstream.replace("required: [id, name]", words) for words in required),
    ]
    texts.insert(3, texts[2])
    assert len(COMMANDS) == len(texts) == 5
    for number, ((command, told), text) in enumerate(zip(COMMANDS, texts, strict=True)):
        publish(project, text)
        assert ran(command, monkeypatch, capsys) == told
        if number == 0:
            assert (project / "patches/petstore/0001-let-a-pet-have-no-name.yaml").read_text(
                "utf-8"
            ) == step
        if number == 1:
            made = (
                (project / "spec/petstore/sanitized.yaml")
                .read_text("utf-8")
                .splitlines(keepends=True)
            )
            assert [
                new
                for old, new in zip(upstream.splitlines(keepends=True), made, strict=True)
                if old != new
            ] == [line]


MOVED = PAGE.split("## Taking a new document in")[1].split("## One series")[0]
PETS = """\
openapi: 3.0.3
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string, maxLength: 40}
        age: {type: integer, minimum: 1}
"""


def test_the_update_goes_as_it_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(project, PETS)
    pet = "$.components.schemas.Pet.properties"
    ran(
        f"new petstore 'Let a pet be new' {pet}.age.minimum --update 0 --reason seen",
        monkeypatch,
        capsys,
    )
    ran(
        f"new petstore 'Let names be long' {pet}.name.maxLength --update 80 --reason seen",
        monkeypatch,
        capsys,
    )
    newer = PETS.replace('"1"', '"2"').replace("40", "60").replace("minimum: 1", "minimum: 0")
    (project / "next.yaml").write_bytes(newer.encode())
    command, told = re.findall(
        r"^```console\n\$ specmend (.*?)\n(.*?)^```$", MOVED, re.MULTILINE | re.DOTALL
    )[0]
    assert ran(command, monkeypatch, capsys).replace("petstore: fetching next.yaml …\n", "") == told
    (conflict,) = re.findall(r"^```yaml\n(.*?)^```$", MOVED, re.MULTILINE | re.DOTALL)
    assert conflict in (project / "patches/petstore/0002-let-names-be-long.yaml").read_text("utf-8")


def test_the_fates_that_are_listed_are_those_that_there_are() -> None:
    assert set(re.findall(r"^\| ([a-z]+) \|", MOVED, re.MULTILINE)) - {"fate"} == set(
        map(str, StepUpdate)
    ) - {"dropped"}
