"""What of the work for an API needs no generator: done ahead, while the generators are loaded."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from specmend.errors import OutsideError, RepositoryError
from specmend.progress import SILENT, Progress
from specmend.project.cache import inputs_digest
from specmend.project.pipeline import Sanitized, refuse_invalid, sanitize_with
from specmend.project.skip_failing import without_record
from specmend.settings.layout import ApiLayout
from specmend.steps.series import Series, read_series
from specmend.validate.finding import Finding

_ENDING: Final = ".begun"

_FOLDER: Final[ContextVar[Path | None]] = ContextVar("_FOLDER", default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Begun:
    """The series of an API as it is written, and the sanitized document.

    `findings` are its faults, None where it was not validated yet.
    """

    series: Series
    sanitized: Sanitized
    findings: tuple[Finding, ...] | None = None


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Keep what is begun ahead in a folder, which no other user may write to, and find it there."""
    token = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(token)


def begin_ahead(api: ApiLayout, generator: str, *, skip: bool = False) -> None:
    """Do and keep what needs no generator; nothing where that fails: who does the rest tells it.

    With `skip`, the step that leaves out operations is not applied.
    """
    folder = _FOLDER.get()
    if folder is None:
        return
    with suppress(RepositoryError, OutsideError, OSError):
        # What changes while it is read is read again: the name is that of what was there before.
        place = _place(folder, inputs_digest(api, generator), skip=skip)
        begun = _begun(api, generator, SILENT, skip=skip)
        whole = replace(begun, findings=refuse_invalid(begun.sanitized))
        unfinished = place.with_suffix(".part")
        unfinished.write_bytes(pickle.dumps(whole, pickle.HIGHEST_PROTOCOL))
        unfinished.replace(place)


def begin(
    api: ApiLayout,
    generator: str | None,
    progress: Progress = SILENT,
    *,
    skip: bool = False,
    inputs: str = "",
) -> Begun:
    """What was begun ahead with the very same inputs, or else the same done now.

    `inputs` is their digest where it is known. With `skip`, the step that leaves out operations is
    not applied. Raises RepositoryError with every fault of the pin, the document and the steps.
    """
    return _found(api, generator, inputs, skip=skip) or _begun(api, generator, progress, skip=skip)


def begun_in(folder: Path) -> int:
    """How many APIs were begun ahead, of those that are kept in a folder."""
    return sum(1 for _ in folder.glob(f"*{_ENDING}"))


def _found(api: ApiLayout, generator: str | None, inputs: str, *, skip: bool) -> Begun | None:
    folder = _FOLDER.get()
    if folder is None:
        return None
    named = generator or api.settings.generator
    place = _place(folder, inputs or inputs_digest(api, named), skip=skip)
    try:
        begun: Begun = pickle.loads(place.read_bytes())  # noqa: S301 - our own process wrote it
        place.unlink()
    except FileNotFoundError:
        return None
    return begun


def _place(folder: Path, inputs: str, *, skip: bool) -> Path:
    return folder / f"{inputs}{'-whole' if skip else ''}{_ENDING}"


def _begun(api: ApiLayout, generator: str | None, progress: Progress, *, skip: bool) -> Begun:
    series = read_series(api, generator, progress=progress)
    wanted = without_record(series) if skip else series
    return Begun(series=series, sanitized=sanitize_with(api, wanted, progress=progress))
