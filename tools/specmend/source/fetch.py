"""The upstream document as its source has it now, beside what is pinned; nothing is written here."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from specmend.document.text.document import Document
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.source.address import (
    Address,
    FileAddress,
    GitAddress,
    WebAddress,
    is_remote,
    read_address,
)
from specmend.source.answer import Answer
from specmend.source.pin import Pin, read_pin
from specmend.source.recognize import recognize
from specmend.storage.read import is_there, read_file


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """What a fetch found: the pin that was, if any, the one that is new, and the document.

    `document` is None where the source says that nothing changed. `moved` says that the content is another one than
    that of the pin, and `torn` that upstream file and pin do not belong together, which writing heals.
    """

    old: Pin | None
    new: Pin
    document: Document | None
    moved: bool
    torn: bool
    hops: tuple[str, ...] = ()

    @property
    def due(self) -> bool:
        """Whether there is anything to write: other bytes or another source, but no new ETag alone."""
        if self.old is None or self.moved or self.torn:
            return True
        learnt = bool(self.new.etag or self.new.modified) and not (
            self.old.etag or self.old.modified
        )
        return self.document is not None and (self.old.origin != self.new.origin or learnt)


def find_source(api: ApiLayout, given: str | None, folder: Path) -> Address:
    """Where to look: what is given (a file is looked for from `folder`), else the setting, else the pin's address.

    Raises RepositoryError where nothing says it, and OutsideError where it cannot be asked.
    """
    if given is not None:
        return read_address(given, api.root, folder)
    if api.settings.source:
        return read_address(api.settings.source, api.root, api.root)
    pin = _pin(api)
    if pin and is_remote(pin.origin):
        return read_address(pin.origin, api.root, api.root)
    raise RepositoryError(
        Problem(
            message=f"nothing says where the document of {api.name} comes from",
            expected="`source` in the settings, or --from",
            advice=f"specmend fetch {api.name} --from ADDRESS, or set `source` in the table of {api.name}",
        )
    )


def has_source(api: ApiLayout) -> bool:
    """Whether the settings or the pin say where the document comes from."""
    pin = _pin(api)
    return bool(api.settings.source or (pin and is_remote(pin.origin)))


def utc_today() -> dt.date:
    """The date that a pin gets: that of UTC, the same on every machine."""
    return dt.datetime.now(tz=dt.UTC).date()


def fetch(api: ApiLayout, address: Address, today: dt.date | None = None) -> Fetched:
    """Read the document of a source and compare it with the pin; `today` is the date of a new pin.

    Raises OutsideError when the source does not give a document.
    """
    old = _pin(api)
    torn = old is not None and _is_torn(api, old)
    brought = bring(address, None if torn else old)
    if old and brought.data is None:
        return Fetched(old=old, new=old, document=None, moved=False, torn=False, hops=brought.hops)
    data = brought.data or b""
    document = recognize(data, address.origin, measured=brought.measured)
    digest = hashlib.sha256(data).hexdigest()
    moved = old is None or old.sha256 != digest
    new = Pin(
        origin=brought.origin, date=(today or utc_today()) if old is None or moved else old.date, sha256=digest,
        etag=brought.etag, modified=brought.modified, commit=brought.commit,
    )  # fmt: skip
    return Fetched(old=old, new=new, document=document, moved=moved, torn=torn, hops=brought.hops)


def bring(address: Address, known: Pin | None = None) -> Answer:
    """The bytes of a source; with a pin of the same source, a server may say that nothing changed.

    Raises OutsideError for whatever stands in the way.
    """
    match address:
        case WebAddress():
            from specmend.source.web import ask

            same = known is not None and known.origin == address.origin
            return ask(
                address.origin, etag=known.etag if known and same else "",
                modified=known.modified if known and same else "",
            )  # fmt: skip
        case GitAddress():
            from specmend.source.git import read_from_git

            return read_from_git(address)
        case FileAddress():
            return _read(address)
    assert_never(address)


def _read(address: FileAddress) -> Answer:
    try:
        return Answer(
            origin=address.origin, data=read_file(address.path, address.origin, pipes=True)
        )
    except RepositoryError as error:
        raise OutsideError(*error.problems) from error


def _pin(api: ApiLayout) -> Pin | None:
    """The pin; None where there is none yet, or where one is to be made anew because it cannot be read."""
    try:
        return read_pin(api) if is_there(api.pin) else None
    except RepositoryError:
        return None


def _is_torn(api: ApiLayout, pin: Pin) -> bool:
    """Whether the upstream file is not the one that was pinned, or not the only one."""
    if len([path for path in api.upstreams if is_there(path)]) != 1:
        return True
    try:
        return (
            hashlib.sha256(read_file(api.upstream, api.show(api.upstream))).hexdigest()
            != pin.sha256
        )
    except RepositoryError:
        return True
