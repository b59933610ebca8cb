"""Files on disk beside what specmend makes of its inputs."""

from __future__ import annotations

import hashlib

import pytest

from specmend.generate.manifest import digest_of
from specmend.project.api import Api
from specmend.project.candidate import build_candidate
from specmend.project.differences import changed_files, differences, hand_edits, sanitized_edit
from specmend.project.pipeline import Built


@pytest.fixture
def made(built: Api) -> Built:
    """What specmend makes of the project's files, read back from a build."""
    files = {
        path.relative_to(built.generated).as_posix(): path.read_bytes()
        for path in built.generated.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return Built(sanitized=built.sanitized.read_bytes(), files=files, warnings=())


def test_what_specmend_made_differs_in_nothing(built: Api, made: Built) -> None:
    assert changed_files(built, made) == []
    assert hand_edits(built, made, "") == []
    assert build_candidate(built, overwrite=True).built.files == made.files


def test_a_document_that_differs_is_described_by_its_first_line_and_its_values(
    built: Api, made: Built
) -> None:
    text = built.sanitized.read_text("utf-8")
    built.sanitized.write_text(text.replace("minItems: 1 #", "minItems: 5 #"), "utf-8")
    (problem,) = differences(built, made)
    assert (problem.file, problem.column) == ("spec/pets/sanitized.yaml", 21)
    assert problem.found.startswith("minItems: 5 # at least one (/")
    assert problem.found.endswith("/minItems: 1 → 5)")
    assert problem.expected == "minItems: 1 # at least one"


def test_a_document_that_is_none_is_described_by_its_line_alone(built: Api, made: Built) -> None:
    built.sanitized.write_text("a: [\n", "utf-8")
    (problem,) = differences(built, made)
    assert (problem.line, problem.found) == (1, "a: [")


def test_many_differences_are_cut(built: Api, made: Built) -> None:
    text = built.sanitized.read_text("utf-8")
    built.sanitized.write_text(text + "".join(f"x-{n}: 1\n" for n in range(7)), "utf-8")
    (problem,) = differences(built, made)
    assert problem.found.endswith("; and 2 more)")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("extra.py", b"x", "this file is not one that specmend makes"),
        ("README.md", None, "this file is missing"),
        ("README.md", b"", "this file is not what specmend makes of its inputs"),
    ],
)
def test_a_file_of_the_package_may_be_changed_missing_or_too_many(
    built: Api, made: Built, name: str, data: bytes | None, message: str
) -> None:
    file = built.generated / name
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)
    (problem,) = differences(built, made)
    assert (problem.file, problem.message) == (f"generated/pets/{name}", message)
    assert problem.advice


def test_a_shorter_file_ends_too_early(built: Api, made: Built) -> None:
    file = built.generated / "README.md"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-1]))
    (problem,) = differences(built, made)
    assert problem.found == "the end of the file"
    assert problem.expected == lines[-1].decode().strip()


def test_hand_edits_are_what_neither_specmend_wrote_nor_would_write(
    built: Api, made: Built
) -> None:
    (built.generated / "README.md").write_bytes(b"mine")
    (built.generated / "new.py").write_bytes(b"mine, too")
    assert [problem.file for problem in hand_edits(built, made, "")] == [
        "generated/pets/README.md",
        "generated/pets/new.py",
    ]


def test_a_document_that_specmend_wrote_last_is_no_hand_edit(built: Api, made: Built) -> None:
    built.sanitized.write_bytes(b"openapi: 3.0.3\n")
    (problem,) = sanitized_edit(built, made.sanitized, "")
    assert problem.message.startswith("this file was edited by hand")
    digest = hashlib.sha256(b"openapi: 3.0.3\n").hexdigest()
    assert sanitized_edit(built, made.sanitized, digest) == []
    assert sanitized_edit(built, b"openapi: 3.0.3\n", "") == []


BEFORE_A_BUILD = [
    # What is there, what specmend wrote last, and whether a person must be asked.
    (None, "", False),
    (b"ours", "", False),
    (b"ours", digest_of(b"other"), False),
    (b"mine", digest_of(b"mine"), False),
    (b"mine", "", True),
    (b"mine", digest_of(b"other"), True),
]


@pytest.mark.parametrize(("found", "last_written", "is_edited"), BEFORE_A_BUILD)
def test_before_the_first_build_a_document_of_a_person_is_known_too(
    api: Api, found: bytes | None, last_written: str, *, is_edited: bool
) -> None:
    if found is not None:
        api.sanitized.write_bytes(found)
    assert bool(sanitized_edit(api, b"ours", last_written)) is is_edited
