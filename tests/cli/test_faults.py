"""What a person can get wrong, on this repository itself: each fault has its own error, and no file is touched."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Folder, Ran
from tests.repository import ROOT

STEP = "patches/ollama-native/0004-allow-an-empty-list-of-messages.yaml"
NATIVE = "generated/ollama-native/ollama_native"


@pytest.fixture
def repository(tmp_path: Path, run: Callable[..., Ran]) -> Folder:
    """A copy of this repository as it is committed, without the toolchain."""
    for name in ("spec", "patches", "generated"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return Folder(tmp_path, lambda *words: run(*words, "--project", str(tmp_path)))


Change = Callable[[Folder], None]


def replace(name: str, old: str, new: str) -> Change:
    def change(folder: Folder) -> None:
        text = folder.read(name)
        assert old in text
        folder.write(name, text.replace(old, new, 1))

    return change


def copy(name: str, to: str) -> Change:
    def change(folder: Folder) -> None:
        folder.write(to, folder.read(name))

    return change


FAULTS: dict[str, tuple[Change, str, str]] = {
    "one byte of upstream": (
        replace("spec/ollama-native/upstream.yaml", "11434", "11435"),
        r"spec/ollama-native/upstream\.yaml:1:1: error: the upstream document is not the one that was pinned",
        r"spec/ollama-native/pin\.toml:4:1",
    ),
    "sanitized document edited by hand": (
        replace("spec/ollama-native/sanitized.yaml", "minItems: 0", "minItems: 7"),
        r"spec/ollama-native/sanitized\.yaml:\d+:\d+: error: this file ",
        r"found: +minItems: 7 .*\n +expected: +minItems: 0",
    ),
    "generated file edited by hand": (
        replace(f"{NATIVE}/errors.py", "class APIError", "class ApiError"),
        rf"{NATIVE}/errors\.py:\d+:\d+: error: this file ",
        r"found: +class ApiError",
    ),
    "step without a reason": (
        replace(STEP, "  x-reason: >-\n    A chat request", "  x-until: >-\n    A chat request"),
        rf"{re.escape(STEP)}:2:1: error: x-reason is missing in info",
        r"do: +say in a sentence why",
    ),
    "step that points at nothing": (
        replace(STEP, "messages.minItems", "massages.minItems"),
        rf"{re.escape(STEP)}:\d+:5: error: the target .*massages\.minItems selects nothing",
        r"expected: +1\n",
    ),
    "step that expects something else": (
        replace(STEP, "before: 1", "before: 2"),
        rf"{re.escape(STEP)}:\d+:5: error: the document is not what this action was written for",
        r"found: +1 at spec/ollama-native/upstream\.yaml:\d+:\d+\n +expected: +2",
    ),
    "YAML of a step is broken": (
        replace(STEP, "title: Allow", 'title: "Allow'),
        rf"{re.escape(STEP)}:\d+:\d+: error: this is not YAML",
        r"do: +mend the syntax",
    ),
    "unknown key": (
        replace(STEP, "    update: 0", "    updaet: 0"),
        rf"{re.escape(STEP)}:\d+:5: error: unknown key 'updaet'",
        r"did you mean 'update'\?",
    ),
    "number twice": (
        copy(STEP, "patches/ollama-native/0005-again.yaml"),
        r"patches/ollama-native/0005-\S+:1:1: error: the number 0005 is taken",
        r"rename one of the two files",
    ),
    "unknown setting": (
        replace("pyproject.toml", 'package = "ollama_native"', 'pakage = "ollama_native"'),
        r"pyproject\.toml:\d+:1: error: unknown key 'pakage' in the settings",
        r"did you mean 'package'\?",
    ),
    "a step makes the result invalid": (
        replace(STEP, "    update: 0", "    update: none"),
        r"spec/ollama-native/sanitized\.yaml:\d+:\d+: error: the result is not valid",
        r"this is the work of patches/ollama-native/0004-",
    ),
}


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_has_its_own_error_with_a_place_and_touches_nothing(
    repository: Folder, name: str, command: str
) -> None:
    change, message, more = FAULTS[name]
    change(repository)
    before = repository.files()
    ran = repository.run(command)
    assert ran.code == 1
    assert re.search(message, ran.err), ran.err
    assert re.search(more, ran.err), ran.err
    assert "Traceback" not in ran.err
    assert repository.files() == before


def test_several_faults_are_reported_together(repository: Folder) -> None:
    for name in ("one byte of upstream", "unknown key", "number twice"):
        FAULTS[name][0](repository)
    replace(
        "patches/ollama-openai/0006-let-a-tool-call-come-without-its-index.yaml", "'index'", "'idx'"
    )(repository)
    ran = repository.run("build")
    assert ran.err.count(": error: ") == 4
    assert "4 problems; nothing was written" in ran.err


def test_as_it_is_committed_everything_is_what_specmend_makes(repository: Folder) -> None:
    ran = repository.run("check")
    assert ran.code == 0, ran.err


def test_a_file_that_specmend_does_not_make_and_a_missing_one_are_found(repository: Folder) -> None:
    repository.write(f"{NATIVE}/stray.py", "")
    (repository.root / NATIVE / "py.typed").unlink()
    ran = repository.run("check")
    assert ran.code == 1
    assert "stray.py: error: this file is not one that specmend makes" in ran.err
    assert "py.typed: error: this file is missing" in ran.err


def test_overwrite_lets_a_hand_edit_go(repository: Folder) -> None:
    FAULTS["generated file edited by hand"][0](repository)
    assert repository.run("build").code == 1
    assert repository.run("build", "--overwrite").code == 0
    assert repository.run("check").code == 0
