"""What `init` writes: settings, pinned document, and a line for git, all of them or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.settings.layout import SETTINGS_FILES, Api, read_settings
from specmend.source.address import read_address
from specmend.source.fetch import fetch
from specmend.source.pin import Pin
from specmend.source.recognize import title_of
from specmend.source.store import toml_string, upstream_files
from specmend.storage.read import is_there, read_file
from specmend.storage.transaction import write_files

_IGNORED = "/.specmend/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Initialized:
    """An API that joined a project: the title of its document, its pin, and the files that were written."""

    api: Api
    title: str
    pin: Pin
    hops: tuple[str, ...]
    wrote: tuple[str, ...]


def init_api(folder: Path, name: str, where: str, package: str | None) -> Initialized:
    """Fetch a document and make it an API of the project in a folder; raises before anything is written."""
    file = next(
        (folder / known for known in SETTINGS_FILES if is_there(folder / known)),
        folder / SETTINGS_FILES[0],
    )
    old = read_file(file, file.name) if is_there(file) else b""
    # Faults of name and package are told before the document is asked for.
    _api(file, old, name, package, where)
    address = read_address(where, folder, Path.cwd())
    new, api = _api(file, old, name, package, address.origin)
    _refuse_leftovers(api)
    fetched = fetch(api, address)
    if fetched.document is None:
        raise ValueError("a first fetch brings a document")
    documents, _ = upstream_files(api, fetched.document, fetched.new)
    # The settings come first: with them alone, every command says what is missing, and a fetch brings it.
    files = {file: new, **_git_line(folder), **documents}
    try:
        write_files(files)
        api.steps.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = Problem(
            message=f"this cannot be written: {error.strerror}", file=str(error.filename or folder)
        )
        raise OutsideError(problem) from error
    wrote = tuple(api.show(path) for path in files)
    return Initialized(
        api=api, title=title_of(fetched.document), pin=fetched.new, hops=fetched.hops, wrote=wrote
    )


def _api(file: Path, old: bytes, name: str, package: str | None, source: str) -> tuple[bytes, Api]:
    """The settings with one more table, and the API that it makes; raises RepositoryError with their faults."""
    known = read_settings(file, old).apis if b"apis" in old else {}
    if name in known:
        raise RepositoryError(
            Problem(message=f"there is an API named {name!r} already", file=file.name,
                    advice=f"specmend fetch {name} brings its document in; or choose another name")
        )  # fmt: skip
    chosen = package or name.replace("-", "_").replace(".", "_")
    prefix = "" if file.name == SETTINGS_FILES[0] else "tool.specmend."
    key = (
        name
        if name.replace("-", "").replace("_", "").isalnum() and name.isascii()
        else toml_string(name)
    )
    table = (
        f"[{prefix}apis.{key}]\npackage = {toml_string(chosen)}\nsource = {toml_string(source)}\n"
    )
    break_before = b"" if not old else b"\n" if old.endswith(b"\n") else b"\n\n"
    new = old + break_before + table.encode()
    return new, read_settings(file, new).apis[name]


def _refuse_leftovers(api: Api) -> None:
    """Raise RepositoryError where the API's folder has a document already: it is somebody's work."""
    left = [path for path in (*api.upstreams, api.pin) if is_there(path)]
    if left:
        raise RepositoryError(
            *(
                Problem(message="this is there already, and init would overwrite it", file=api.show(path),
                        advice="remove it, or write its settings by hand and run specmend fetch")
                for path in left
            )
        )  # fmt: skip


def _git_line(folder: Path) -> dict[Path, bytes]:
    """The .gitignore with the line for what is never committed; nothing where it has it."""
    file = folder / ".gitignore"
    old = read_file(file, file.name) if is_there(file) else b""
    if {line.strip().strip(b"/") for line in old.splitlines()} & {_IGNORED.strip("/").encode()}:
        return {}
    return {
        file: old + (b"\n" if old and not old.endswith(b"\n") else b"") + _IGNORED.encode() + b"\n"
    }
