"""Reading step files: good ones as records, faults of bad ones with place and remedy."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from tests.steps.series import make_document

from specmend.document.tree.values import MISSING
from specmend.errors import Problem, RepositoryError
from specmend.steps.apply import apply_steps
from specmend.steps.read import read_steps

HEAD = "overlay: 1.1.0\ninfo:\n  title: A step\n  version: 1.0.0\n  x-reason: It is needed.\n"
GOOD = (
    HEAD + "actions:\n  - target: $.info.title\n    update: Cats\n"
    "    x-expect: {matches: 1, before: Pets}\n"
)


def faults(tmp_path: Path, **files: str) -> list[Problem]:
    """The faults of a folder with the files given by number and text."""
    for name, text in files.items():
        (tmp_path / f"{name[1:]}-a-step.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RepositoryError) as caught:
        read_steps(tmp_path, "patches/api")
    return list(caught.value.problems)


def fault(tmp_path: Path, text: str) -> Problem:
    """The one fault of a folder with one step file."""
    found = faults(tmp_path, _0001=text)
    assert len(found) == 1, [problem.message for problem in found]
    assert found[0].file == "patches/api/0001-a-step.yaml"
    return found[0]


def test_a_folder_that_is_not_there_holds_no_steps(tmp_path: Path) -> None:
    assert read_steps(tmp_path / "nowhere", "patches/api") == ()


def test_steps_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 9, 100):
        (tmp_path / f"{number:04}-a-step.yaml").write_text(GOOD)
    assert [step.number for step in read_steps(tmp_path, "patches/api")] == [9, 10, 100]


def test_hidden_files_and_folders_are_not_steps(tmp_path: Path) -> None:
    (tmp_path / "0001-a-step.yaml").write_text(GOOD)
    (tmp_path / ".gitkeep").write_text("")
    (tmp_path / "client").mkdir()
    (tmp_path / "client" / "more.py").write_text("")
    assert len(read_steps(tmp_path, "patches/api")) == 1


def test_everything_that_a_step_file_says_is_in_the_record(tmp_path: Path) -> None:
    info = "  x-generator: ballerina\n  x-link: https://example.com\n  x-until: never\n"
    (tmp_path / "0007-a-step.yaml").write_text(GOOD.replace("actions:", info + "actions:"))
    (step,) = read_steps(tmp_path, "patches/api")
    assert (step.number, step.title, step.reason) == (7, "A step", "It is needed.")
    assert (step.generator, step.link, step.until) == (
        "ballerina",
        "https://example.com",
        "never",
    )
    (action,) = step.actions
    assert (action.target, action.update, action.verb) == ("$.info.title", "Cats", "update")
    assert action.expect is not None
    assert (action.expect.matches, action.expect.before) == (1, "Pets")
    assert step.is_active("ballerina")
    assert not step.is_active("python")


def test_a_step_file_may_be_json(tmp_path: Path) -> None:
    text = """
        {"overlay": "1.1.0", "info": {"title": "t", "version": "1", "x-reason": "r"},
         "actions": [{"target": "$.info", "x-edit": {"name": "set-value", "value": null}}]}
    """
    (tmp_path / "0001-a-step.json").write_text(text)
    (step,) = read_steps(tmp_path, "patches/api")
    assert (step.actions[0].verb, step.actions[0].parameters) == ("set-value", {"value": None})
    assert step.actions[0].update is MISSING
    (tmp_path / "0001-a-step.json").write_text(text.replace('"x-reason": "r"', '"x-reson": "r"'))
    with pytest.raises(RepositoryError) as caught:
        read_steps(tmp_path, "patches/api")
    assert {(p.message, p.line) for p in caught.value.problems} == {
        ("x-reason is missing in info", 2),
        ("unknown key 'x-reson'", 2),
    }


def test_a_foreign_overlay_needs_nothing_but_a_reason(tmp_path: Path) -> None:
    text = """
        overlay: 1.0.0
        x-speakeasy-jsonpath: rfc9535
        extends: https://example.com/openapi.yaml
        info:
          title: Fix names
          version: 0.0.1
          x-codegen: {any: thing}
        actions:
          - target: $.info
            description: Another title.
            x-internal: true
            update:
              title: Cats
              x-logo: {url: a.png}
          - target: $.paths['/old']
            remove: true
    """
    assert fault(tmp_path, dedent(text)).message == "x-reason is missing in info"
    (tmp_path / "0001-a-step.yaml").write_text(
        dedent(text).replace("  x-codegen", "  x-reason: Names.\n  x-codegen")
    )
    document = make_document("info: {title: Pets}\npaths: {/old: {}, /new: {}}\n")
    applied = apply_steps(document, read_steps(tmp_path, "patches/api"), enforce=False)
    assert applied.document.tree == {
        "info": {"title": "Cats", "x-logo": {"url": "a.png"}},
        "paths": {"/new": {}},
    }


def test_a_number_that_is_taken_names_both_files(tmp_path: Path) -> None:
    (tmp_path / "0001-another.yaml").write_text(GOOD)
    (problem,) = faults(tmp_path, _0001=GOOD)
    assert problem.message == "the number 0001 is taken"
    assert {problem.file, problem.found} == {
        "patches/api/0001-a-step.yaml",
        "patches/api/0001-another.yaml",
    }


@pytest.mark.parametrize(
    "name",
    [
        "1-a.yaml",
        "0001.yaml",
        "0001-A.yaml",
        "0001-a.txt",
        "README.md",
        "0001_a.yaml",
        "0001-a-.yaml",
        "00001-a.yml",
    ],
)
def test_a_name_that_is_not_a_step_files_is_a_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(GOOD)
    (problem,) = faults(tmp_path)
    assert problem.message == "this is not the name of a step file"
    assert problem.file == f"patches/api/{name}"
    assert "0001-move-api-prefix.yaml" in problem.expected


def test_a_file_that_is_not_utf_8_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "0001-a-step.yaml").write_bytes(GOOD.encode().replace(b"A step", b"A \xff step"))
    (problem,) = faults(tmp_path)
    assert (problem.message, problem.line) == ("the file is not UTF-8", 3)


@pytest.mark.parametrize("text", ["", "[]\n", "just words\n", "null\n"])
def test_a_file_that_holds_no_mapping_is_a_fault(tmp_path: Path, text: str) -> None:
    (problem,) = faults(tmp_path, _0001=text)
    assert problem.file == "patches/api/0001-a-step.yaml"


def test_the_faults_of_all_files_are_told_at_once_in_order(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        _0001=GOOD.replace("It is needed.", "''").replace("update: Cats", "updat: Cats"),
        _0002="overlay: [\n",
        _0003=GOOD.replace("$.info.title", "$.["),
    )
    assert [(problem.file[12:16], problem.line) for problem in found] == [
        ("0001", 5), ("0001", 8), ("0002", found[2].line), ("0003", 7),
    ]  # fmt: skip


def test_update_with_the_value_false_is_an_update(tmp_path: Path) -> None:
    (tmp_path / "0001-a-step.yaml").write_text(GOOD.replace("update: Cats", "update: false"))
    (step,) = read_steps(tmp_path, "patches/api")
    assert step.actions[0].update is False
    assert step.actions[0].verb == "update"


def test_update_with_the_value_null_is_an_update(tmp_path: Path) -> None:
    (tmp_path / "0001-a-step.yaml").write_text(GOOD.replace("update: Cats", "update: null"))
    (step,) = read_steps(tmp_path, "patches/api")
    assert step.actions[0].update is None
