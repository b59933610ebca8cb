"""What changed in a folder while a command ran."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from specmend.generate.commands import snapshot as module
from specmend.generate.commands.snapshot import changed, snapshot


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("src/a.ts", "spec/pets/upstream.yaml", "node_modules/x/y.js", "generated/p/z"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("1", "utf-8")
    return tmp_path


def test_what_is_new_gone_or_other_is_found(project: Path) -> None:
    before = snapshot(project)
    assert changed(before, snapshot(project)) == []
    (project / "src/a.ts").write_text("2", "utf-8")
    (project / "src/new.ts").write_text("", "utf-8")
    shutil.rmtree(project / "spec")
    assert changed(before, snapshot(project)) == [
        "spec/pets/upstream.yaml",
        "src/a.ts",
        "src/new.ts",
    ]


def test_a_link_is_looked_at_and_not_followed(project: Path) -> None:
    before = snapshot(project)
    (project / "src/up").symlink_to(project, target_is_directory=True)
    assert changed(before, snapshot(project)) == ["src/up"]


@pytest.mark.parametrize(
    "name",
    [
        "node_modules/.cache/x",
        ".git/index",
        "a/__pycache__/x",
        "generated/.p.new/x",
        ".specmend/lock",
        ".specmend/staging-x/y",
    ],
)
def test_what_others_write_meanwhile_does_not_count(project: Path, name: str) -> None:
    before = snapshot(project)
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("new", "utf-8")
    assert changed(before, snapshot(project)) == []


@pytest.mark.parametrize("name", ["pets.json", "new.txt", "more/lock"])
def test_what_is_remembered_of_builds_counts(project: Path, name: str) -> None:
    (project / ".specmend").mkdir()
    (project / ".specmend/pets.json").write_text("1", "utf-8")
    before = snapshot(project)
    (project / ".specmend" / name).parent.mkdir(exist_ok=True)
    (project / ".specmend" / name).write_text("22", "utf-8")
    assert changed(before, snapshot(project)) == [f".specmend/{name}"]


def test_of_too_many_files_some_are_looked_at(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_COMMAND_FILES", 2)
    assert len(snapshot(project)) == 2
