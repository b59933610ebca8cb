"""Hostile files in a project, each refused by its name: too large, too deep, or no file at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, SETTINGS, STEP
from tests.hostile.measured import bomb, command, refused

UPSTREAM = "spec/pets/upstream.yaml"
STEP_FILE = "patches/pets/0001-move-the-prefix.yaml"
FILES = ("specmend.toml", "spec/pets/pin.toml", UPSTREAM, STEP_FILE)
FEW = "2000"
"""Bytes that are enough for every file of the project."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one API and one step, of small files."""
    for name, text in (("specmend.toml", SETTINGS), (STEP_FILE, STEP)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    pin(tmp_path, DOCUMENT)
    return tmp_path


def pin(project: Path, text: str) -> None:
    """Write the upstream document and its pin."""
    (project / "spec/pets").mkdir(parents=True, exist_ok=True)
    (project / UPSTREAM).write_text(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    (project / "spec/pets/pin.toml").write_text(
        f'origin = "pets"\ndate = 2025-02-01\nsha256 = "{digest}"\n'
    )


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_project_that_is_too_large_is_refused_unread(project: Path, name: str) -> None:
    assert command(project, "apply", SPECMEND_MAX_BYTES=FEW).code == 0
    with (project / name).open("r+b") as file:
        file.truncate(3_000)
    refused(command(project, "apply", SPECMEND_MAX_BYTES=FEW),
            f"{name}: error: the document exceeds the limit of 2,000 for bytes", "3,000 bytes",
            "set SPECMEND_MAX_BYTES to a larger number")  # fmt: skip
    with (project / name).open("r+b") as file:
        file.truncate(50_000_000_000)
    refused(
        command(project, "apply"),
        f"{name}: error: the document exceeds the limit of 100,000,000 for bytes",
    )


@pytest.mark.parametrize("name", ["spec/pets/sanitized.yaml", "generated/pets/manifest.json"])
def test_a_file_that_specmend_wrote_is_not_read_when_it_became_too_large(
    project: Path, name: str
) -> None:
    for made in ("spec/pets/sanitized.yaml", "generated/pets/manifest.json"):
        (project / made).parent.mkdir(parents=True, exist_ok=True)
        (project / made).write_text('{"sanitized": {}, "files": {}}')
    with (project / name).open("r+b") as file:
        file.truncate(3_000)
    refused(
        command(project, "apply", SPECMEND_MAX_BYTES=FEW),
        f"{name}: error:",
        "the limit of 2,000 for bytes",
    )


@pytest.mark.parametrize(
    "verb", [("learn", "pets", "a.yaml", "big.yaml"), ("import", "pets", "big.yaml")]
)
def test_a_file_that_a_command_takes_is_refused_when_it_is_too_large(
    project: Path, verb: tuple[str, ...]
) -> None:
    (project / "a.yaml").write_text(DOCUMENT)
    with (project / "big.yaml").open("wb") as file:
        file.truncate(50_000_000_000)
    refused(
        command(project, *verb),
        "big.yaml: error: the document exceeds the limit of 100,000,000 for bytes",
    )


def make_pipe(path: Path) -> None:
    """Make a named pipe; not every system has the function that this looks up when it is called."""
    os.mkfifo(path)


NO_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a folder": (Path.mkdir, "this is a folder and not a file"),
    "a pipe": (make_pipe, "this is a pipe and not a file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "this is a device and not a file"),
    "a link to itself": (
        lambda path: path.symlink_to(path.name),
        "Too many levels of symbolic links",
    ),
    "a link to nothing": (lambda path: path.symlink_to("nothing"), "No such file or directory"),
}


@pytest.mark.posix("named pipes and devices")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_refused_by_its_name(project: Path, name: str, kind: str) -> None:
    (project / name).unlink()
    make, message = NO_FILES[kind]
    make(project / name)
    ran = command(project, "apply")
    if name == STEP_FILE and kind == "a folder":
        assert ran.code == 0, "folders beside the steps hold other things"
    else:
        refused(ran, f"{name}: error: ", message)


@pytest.mark.posix("permissions to read")
@pytest.mark.parametrize("name", [*FILES, "spec/pets", "patches/pets"])
def test_what_may_not_be_read_is_refused_by_its_name(project: Path, name: str) -> None:
    (project / name).chmod(0)
    if os.access(project / name, os.R_OK):
        pytest.skip("permissions do not stop this user")
    ran = command(project, "apply")
    (project / name).chmod(0o755)
    refused(ran, name, "error: the file cannot be read: Permission denied")


def test_limits_of_depth_and_expansion_hold_in_a_project(project: Path) -> None:
    pin(project, bomb(9))
    (project / STEP_FILE).write_text(STEP + "x-deep: " + "[" * 30_000 + "]" * 30_000 + "\n")
    refused(command(project, "apply"), f"{UPSTREAM}:10:", "the limit of 10,000,000 for nodes",
            f"{STEP_FILE}:11:", "the limit of 200 for depth")  # fmt: skip


TOML = {
    "nested arrays": "x = " + "[" * 50_000 + "]" * 50_000,
    "nested tables": "x = " + "{a=" * 50_000 + "1" + "}" * 50_000,
    "dotted keys": ".".join("a" * 2_000) + " = 1",
    "a long number": "x = " + "1" * 100_000,
}


@pytest.mark.parametrize("text", TOML.values(), ids=TOML)
@pytest.mark.parametrize("name", ["specmend.toml", "spec/pets/pin.toml"])
def test_settings_and_pins_are_refused_and_not_a_bug(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text + "\n")
    refused(command(project, "apply"), f"{name}")


def test_records_of_ours_that_nest_too_deep_are_refused_or_forgotten(project: Path) -> None:
    for name in (".specmend/pets.json", "generated/pets/manifest.json", "spec/pets/sanitized.yaml"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("[" * 100_000)
    refused(
        command(project, "apply"),
        "generated/pets/manifest.json",
        "the manifest was edited or damaged",
    )
    assert command(project, "apply", "--overwrite").code == 0


PATCHES = {
    "a long number": "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n@@ -" + "1" * 5_000 + " +1 @@\n-a\n+b\n",
    "a long index": '[{"op": "remove", "path": "/servers/' + "1" * 5_000 + '"}]',
    "a deep pointer": '[{"op": "remove", "path": "' + "/a" * 100_000 + '"}]',
    "deep": '[{"op": "add", "path": "/x", "value": ' + "[" * 30_000 + "]" * 30_000 + "}]",
}


@pytest.mark.parametrize("text", PATCHES.values(), ids=PATCHES)
def test_patches_are_refused_and_not_a_bug(project: Path, text: str) -> None:
    (project / "x.patch").write_text(text)
    refused(command(project, "import", "pets", "x.patch"), "x.patch")
