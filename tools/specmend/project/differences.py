"""How files on disk differ from what specmend makes, with the place of the first difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from specmend.document.text.document import read_document
from specmend.errors import Problem, SpecmendError
from specmend.generate.manifest import digest_of, recorded
from specmend.project.pipeline import Built
from specmend.project.value_differences import value_differences
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there, read_file
from specmend.storage.write import read_folder

_MOST_DETAILS = 5
_MOST_CHARACTERS = 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """A file that is not what specmend makes: its path, what is there, and what is meant.

    None is for no file. `is_document` is true of the sanitized document.
    """

    file: str
    found: bytes | None
    meant: bytes | None
    is_document: bool = False


def changed_files(api: ApiLayout, built: Built) -> list[Changed]:
    """Every file that is changed, missing or not made by specmend; the sanitized document first."""
    name = api.show(api.sanitized)
    sanitized = read_file(api.sanitized, name) if is_there(api.sanitized) else None
    document = Changed(file=name, found=sanitized, meant=built.sanitized, is_document=True)
    files = [document, *_package_files(api, built)]
    return [file for file in files if file.found != file.meant]


def differences(api: ApiLayout, built: Built) -> list[Problem]:
    """A problem for every file that is not what specmend makes."""
    return [difference(changed) for changed in changed_files(api, built)]


def hand_edits(api: ApiLayout, built: Built, last_written: str) -> list[Problem]:
    """The differences that a person made since specmend last wrote, and that a build would undo.

    `last_written` is the digest of the sanitized document that specmend wrote last, if any.
    """
    problems = sanitized_edit(api, built.sanitized, last_written)
    if is_there(api.manifest):
        problems += _edited_files(api, built, _manifest(api)["files"])
    return problems


def difference(changed: Changed) -> Problem:
    """What is wrong with a file that is not what is meant, at the first byte that differs."""
    found, meant = changed.found, changed.meant
    if found is None:
        advice = "run specmend build"
        return Problem(message="this file is missing", file=changed.file, advice=advice)
    if meant is None:
        message = "this file is not one that specmend makes"
        advice = "remove it, or keep it elsewhere"
        return Problem(message=message, file=changed.file, advice=advice)
    line, column = _first_difference(found, meant)
    details = _details(changed) if changed.is_document else ""
    return Problem(
        message="this file is not what specmend makes of its inputs",
        file=changed.file,
        line=line,
        column=column,
        found=_line(found, line) + details,
        expected=_line(meant, line),
        advice="run specmend build; to keep a change, record it as a step (specmend new)",
    )


def sanitized_edit(api: ApiLayout, meant: bytes, last_written: str) -> list[Problem]:
    """The problem that a person edited the sanitized document, or nothing.

    Before the first build, a document that nobody knows to be ours counts as edited.
    """
    if not is_there(api.sanitized):
        return []
    name = api.show(api.sanitized)
    data = read_file(api.sanitized, name)
    built = _manifest(api)["sanitized"].get(name) if is_there(api.manifest) else ""
    if digest_of(data) in {built, last_written, digest_of(meant)}:
        return []
    return [_hand_edit(Changed(file=name, found=data, meant=meant, is_document=True))]


def _manifest(api: ApiLayout) -> Mapping[str, Any]:
    """What the manifest on disk records."""
    name = api.show(api.manifest)
    return recorded(read_file(api.manifest, name), name)


def _package_files(api: ApiLayout, built: Built) -> Iterator[Changed]:
    present = read_folder(api.generated)
    folder = api.show(api.generated)
    for name in sorted({*present, *built.files}):
        found, meant = present.get(name), built.files.get(name)
        yield Changed(file=f"{folder}/{name}", found=found, meant=meant)


def _edited_files(api: ApiLayout, built: Built, recorded: Mapping[str, str]) -> list[Problem]:
    folder = f"{api.show(api.generated)}/"
    edited = []
    for changed in _package_files(api, built):
        name = changed.file.removeprefix(folder)
        if name == api.manifest.name or changed.found in {None, changed.meant}:
            continue
        if digest_of(changed.found or b"") != recorded.get(name):
            edited.append(_hand_edit(changed))
    return edited


def _hand_edit(changed: Changed) -> Problem:
    return replace(
        difference(changed),
        message="this file was edited by hand, and a build would overwrite it",
        advice="record the change as a step (specmend new),"
        " or let it go: specmend build --overwrite",
    )


def _first_difference(found: bytes, meant: bytes) -> tuple[int, int]:
    """Line and column of the first byte that differs, from 1."""
    length = min(len(found), len(meant))
    at = next((i for i in range(length) if found[i] != meant[i]), length)
    return found.count(b"\n", 0, at) + 1, at - found.rfind(b"\n", 0, at)


def _line(data: bytes, number: int) -> str:
    lines = data.splitlines()
    if number > len(lines):
        return "the end of the file"
    return lines[number - 1].decode(errors="replace").strip()[:_MOST_CHARACTERS]


def _details(changed: Changed) -> str:
    """The difference of two documents, a few words for each value, in parentheses."""
    try:
        found = read_document(changed.found or b"", changed.file).tree
        meant = read_document(changed.meant or b"", changed.file).tree
    except SpecmendError:
        return ""
    details = value_differences(meant, found)
    if len(details) > _MOST_DETAILS:
        details[_MOST_DETAILS:] = [f"and {len(details) - _MOST_DETAILS} more"]
    return f" ({'; '.join(details)})" if details else ""
