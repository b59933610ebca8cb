"""How files on disk differ from what specmend makes, each with the place of its first difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from specmend.document.text.document import read_document
from specmend.errors import Problem, SpecmendError
from specmend.generate.manifest import digest_of, recorded
from specmend.project.pipeline import Built
from specmend.settings.layout import Api
from specmend.storage.read import is_there, read_file
from specmend.storage.write import read_folder

_MOST_WORDS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """A file that is not what specmend makes: its path, what is there and what is meant (None for nothing)."""

    file: str
    found: bytes | None
    meant: bytes | None


def changed_files(api: Api, built: Built) -> list[Changed]:
    """Every file that is changed, missing, or not made by specmend at all; the sanitized document first."""
    sanitized = (
        read_file(api.sanitized, api.show(api.sanitized)) if is_there(api.sanitized) else None
    )
    present = read_folder(api.generated)
    pairs = [Changed(file=api.show(api.sanitized), found=sanitized, meant=built.sanitized)]
    for name in sorted({*present, *built.files}):
        shown = f"{api.show(api.generated)}/{name}"
        pairs.append(Changed(file=shown, found=present.get(name), meant=built.files.get(name)))
    return [pair for pair in pairs if pair.found != pair.meant]


def differences(api: Api, built: Built) -> list[Problem]:
    """Every file that is not what specmend makes, in words."""
    document = api.show(api.sanitized)
    return [
        _difference(c.file, c.found, c.meant, tree=c.file == document)
        for c in changed_files(api, built)
    ]


def hand_edits(api: Api, built: Built, last_written: str) -> list[Problem]:
    """The differences that a person made since specmend last wrote: overwriting them would lose work."""
    edited = sanitized_edit(api, built.sanitized, last_written)
    if is_there(api.manifest):
        edited += _edited_files(api, built, _record(api)["files"])
    return edited


def sanitized_edit(api: Api, meant: bytes, last_written: str) -> list[Problem]:
    """The problem that a person edited the sanitized document, or nothing."""
    if not (is_there(api.sanitized) and is_there(api.manifest)):
        return []
    shown = api.show(api.sanitized)
    data = read_file(api.sanitized, shown)
    if digest_of(data) in {_record(api)["sanitized"].get(shown), last_written, digest_of(meant)}:
        return []
    return [_edited(_difference(shown, data, meant, tree=True))]


def _record(api: Api) -> Mapping[str, Any]:
    """What the manifest on disk records."""
    shown = api.show(api.manifest)
    return recorded(read_file(api.manifest, shown), shown)


def _edited_files(api: Api, built: Built, record: Mapping[str, str]) -> list[Problem]:
    return [
        _edited(_difference(f"{api.show(api.generated)}/{name}", data, built.files.get(name)))
        for name, data in read_folder(api.generated).items()
        if name != api.manifest.name
        and data != built.files.get(name)
        and digest_of(data) != record.get(name)
    ]


def _edited(problem: Problem) -> Problem:
    return Problem(
        message="this file was edited by hand, and a build would overwrite it",
        file=problem.file, line=problem.line, column=problem.column, found=problem.found, expected=problem.expected,
        advice="record the change as a step (specmend new), or let it go: specmend build --overwrite",
    )  # fmt: skip


def _difference(
    file: str, found: bytes | None, meant: bytes | None, *, tree: bool = False
) -> Problem:
    if found is None or meant is None:
        message = (
            "this file is missing" if found is None else "this file is not one that specmend makes"
        )
        advice = "run specmend build" if found is None else "remove it, or keep it elsewhere"
        return Problem(message=message, file=file, advice=advice)
    line, column = _first(found, meant)
    words = "; ".join(_words(file, found, meant)) if tree else ""
    return Problem(
        message="this file is not what specmend makes of its inputs",
        file=file,
        line=line,
        column=column,
        found=_line(found, line) + (f" ({words})" if words else ""),
        expected=_line(meant, line),
        advice="run specmend build; to keep a change, record it as a step (specmend new)",
    )


def _first(one: bytes, other: bytes) -> tuple[int, int]:
    """Line and column of the first byte that differs."""
    most = min(len(one), len(other))
    at = next((i for i in range(most) if one[i] != other[i]), most)
    return one.count(b"\n", 0, at) + 1, at - one.rfind(b"\n", 0, at)


def _line(data: bytes, number: int) -> str:
    lines = data.splitlines()
    return (
        lines[number - 1].decode(errors="replace").strip()[:120]
        if number <= len(lines)
        else "the end of the file"
    )


def _words(file: str, found: bytes, meant: bytes) -> list[str]:
    """The difference of two documents in words, by deepdiff."""
    from deepdiff import DeepDiff

    try:
        one, other = read_document(found, file).tree, read_document(meant, file).tree
    except SpecmendError:
        return []
    words = str(DeepDiff(other, one).pretty()).splitlines()
    return words[:_MOST_WORDS] + (
        [f"and {len(words) - _MOST_WORDS} more"] if len(words) > _MOST_WORDS else []
    )
