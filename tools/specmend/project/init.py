"""What `init` writes: settings, pinned document, and a line for git; all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Table

from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError
from specmend.progress import SILENT, Progress, phase
from specmend.project.init_ci import CiService, ci_files, seen_from
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import SETTINGS_FILES, package_name, read_settings
from specmend.source.address import read_address
from specmend.source.fetch import Fetched, fetch
from specmend.source.pin import Pin
from specmend.source.recognize import title_of
from specmend.source.store import upstream_files
from specmend.storage.read import is_there, read_file
from specmend.storage.transaction import write_files
from specmend.storage.write import faults_of
from specmend.validate.check import validate_document
from specmend.validate.summary import in_words, summarized

_IGNORED = "/.specmend/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Initialized:
    """An API that joined a project: the title of its document, its pin, and the files written.

    `hops` are the addresses that redirects led to. `remarks` say what a person should know of a
    document that was made of what was published, and what is not valid in it.
    """

    api: ApiLayout
    title: str
    pin: Pin
    hops: tuple[str, ...]
    wrote: tuple[str, ...]
    remarks: tuple[Problem, ...] = ()


def init_api(
    folder: Path,
    name: str,
    source: str,
    package: str | None = None,
    *,
    reference_hosts: Sequence[str] = (),
    reference_folder: str = "",
    keep_broken_references: bool = False,
    ci: CiService | None = None,
    progress: Progress = SILENT,
) -> Initialized:
    """Fetch a document and make it an API of the project in a folder, or of a new project there.

    `source` is an address or a file. `reference_hosts` and `reference_folder` are what a document
    of many files may refer to; the folder is seen from the current one. With
    `keep_broken_references`, a reference that cannot be followed stays. `ci` adds the workflows of
    that service. Raises RepositoryError or OutsideError, and then nothing is written.
    """
    file = _settings_file(folder)
    before = read_file(file, file.name) if is_there(file) else b""
    # Faults of name and package are raised before the source is asked for the document.
    reached = reference_folder and seen_from(folder, Path(reference_folder).expanduser())
    references = {
        "reference-hosts": list(reference_hosts),
        "reference-folder": reached,
        "keep-broken-references": keep_broken_references,
    }
    content = _content(name, package, source, references)
    _with_api(file, before, name, content)
    address = read_address(source, folder, Path.cwd())
    settings, api = _with_api(file, before, name, {**content, "source": address.origin})
    _refuse_leftovers(api)
    workflows = ci_files(folder) if ci else {}
    with phase(progress, name, "fetching the document"):
        fetched = fetch(api, address)
    if fetched.document is None:
        raise ValueError("a first fetch brings a document")
    wrote = _write(api, {file: settings, **_git_line(folder), **workflows}, fetched)
    title = title_of(fetched.document)
    return Initialized(
        api=api,
        title=title,
        pin=fetched.new,
        hops=fetched.hops,
        wrote=wrote,
        remarks=(*fetched.remarks, *_findings(api, fetched.document)),
    )


def _findings(api: ApiLayout, document: Document) -> list[Problem]:
    """What is not valid in a document, each kind once; what a step can mend stops no init."""
    named = replace(document, name=api.show(api.upstream))
    return [
        Problem(
            message=in_words(finding, others),
            file=finding.file,
            line=finding.line,
            column=finding.column,
        )
        for finding, others in summarized(validate_document(named))
    ]


def _content(
    name: str, package: str | None, source: str, references: Mapping[str, Any]
) -> dict[str, Any]:
    """The settings of a new API; what is not given has no line."""
    content = {"package": package or package_name(name), "source": source}
    return content | {key: value for key, value in references.items() if value}


def _settings_file(folder: Path) -> Path:
    """The settings file of a folder; where there is none, the name of a new one."""
    files = [folder / name for name in SETTINGS_FILES]
    return next((file for file in files if is_there(file)), files[0])


def _with_api(
    file: Path, before: bytes, name: str, content: Mapping[str, Any]
) -> tuple[bytes, ApiLayout]:
    """The settings with one more table, and the API that it makes.

    Raises RepositoryError with their faults.
    """
    known = read_settings(before, file.name) if b"apis" in before else {}
    if name in known:
        raise RepositoryError(
            Problem(
                message=f"there is an API named '{name}' already",
                file=file.name,
                advice=f"specmend fetch {name} brings its document in; or choose another name",
            )
        )
    table = _table(file, name, content)
    _refuse_unfit(table, file.name)
    separator = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
    settings = before + separator + table
    api = read_settings(settings, file.name)[name]
    return settings, ApiLayout(name=name, root=file.parent, settings=api)


def _refuse_unfit(table: bytes, name: str) -> None:
    """Raise RepositoryError for a name or a package that cannot be, under the argument's name.

    No settings file has the table yet: its lines are nowhere to be looked at.
    """
    try:
        read_settings(table, name)
    except RepositoryError as error:
        lines = table.decode().splitlines()
        raise RepositoryError(
            *(_of_argument(problem, lines[problem.line - 1]) for problem in error.problems)
        ) from error


def _of_argument(problem: Problem, line: str) -> Problem:
    argument = "API" if line.startswith("[") else "--package"
    return replace(problem, file=argument, line=0, column=0)


def _table(file: Path, name: str, values: Mapping[str, Any]) -> bytes:
    """The table of one API, as text to be added to a settings file."""
    content = tomlkit.table()
    content.update(values)
    path = ["apis"] if file.name == SETTINGS_FILES[0] else ["tool", "specmend", "apis"]
    for key in reversed([*path, name]):
        outer = tomlkit.table(is_super_table=True)
        outer.append(key, content)
        content = outer
    return tomlkit.dumps(_document(content)).encode()


def _document(table: Table) -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    for key, value in table.items():
        document.append(key, value)
    return document


def _write(api: ApiLayout, files: dict[Path, bytes], fetched: Fetched) -> tuple[str, ...]:
    """Write all files; the settings come first, because every command says what else is missing."""
    document = fetched.document
    if document is not None:
        files |= upstream_files(api, document, fetched.new, fetched.original)[0]
    write_files(files)
    with faults_of(api.steps):
        api.steps.mkdir(parents=True, exist_ok=True)
    return tuple(seen_from(api.root, path) for path in files)


def _refuse_leftovers(api: ApiLayout) -> None:
    """Raise RepositoryError when the API's folder has a document already: it is somebody's work."""
    left = [path for path in (*api.upstreams, *api.originals, api.pin) if is_there(path)]
    if left:
        raise RepositoryError(*(_leftover(api.show(path)) for path in left))


def _leftover(file: str) -> Problem:
    return Problem(
        message="this is there already, and init would overwrite it",
        file=file,
        advice="remove it, or write its settings by hand and run specmend fetch",
    )


def _git_line(folder: Path) -> dict[Path, bytes]:
    """The .gitignore with the line for what is never committed; nothing when it has the line."""
    file = folder / ".gitignore"
    before = read_file(file, file.name) if is_there(file) else b""
    lines = {line.strip().strip(b"/") for line in before.splitlines()}
    if _IGNORED.strip("/").encode() in lines:
        return {}
    newline = b"\n" if before and not before.endswith(b"\n") else b""
    return {file: before + newline + _IGNORED.encode() + b"\n"}
