"""The upstream document as its source has it now, beside the pinned one; writes nothing."""

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
from specmend.source.original import holds_original
from specmend.source.pin import Pin, read_pin
from specmend.source.prepare import Prepared, prepare
from specmend.source.reach import Reach
from specmend.source.recognize import recognize, refuse_other_documents
from specmend.source.source_changes import SourceChanges, source_changes
from specmend.storage.read import is_there, read_file


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """What a fetch found: the pin that was, if any, the one that is new, and the document.

    `document` is None where the source says that nothing changed. `moved` says that the content is
    another one than that of the pin, in any of the files that it is made of. `torn` says that
    upstream file and pin do not belong together, which writing heals. `remarks` say what a person
    should know of a document that was made of what was published. `original` is what was converted
    to it.
    """

    old: Pin | None
    new: Pin
    document: Document | None
    moved: bool
    torn: bool
    hops: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()
    original: Document | None = None

    @property
    def is_same_document(self) -> bool:
        """Whether the pinned document stays, whatever changed in the files that it is made of."""
        return self.old is not None and self.old.sha256 == self.new.sha256

    @property
    def changed_sources(self) -> SourceChanges:
        """What changed among the files that the document is made of."""
        return source_changes(self.old.sources if self.old else (), self.new.sources)

    @property
    def due(self) -> bool:
        """Whether there is anything to write: other bytes or another source.

        Another ETag alone is no reason, but the first one is.
        """
        if self.old is None or self.moved or self.torn:
            return True
        is_first_stamp = _has_stamp(self.new) and not _has_stamp(self.old)
        is_other_source = self.old.origin != self.new.origin
        return self.document is not None and (is_other_source or is_first_stamp)


def find_source(api: ApiLayout, given: str | None, folder: Path) -> Address:
    """Where to look: what is given, else the setting, else the pin's address.

    A given file is looked for from `folder`. Raises RepositoryError where nothing says where to
    look, and OutsideError where it cannot be asked.
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
            advice=f"specmend fetch {api.name} --from ADDRESS,"
            f" or set `source` in the table of {api.name}",
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

    Raises OutsideError when the source does not give a document, or lacks one of its files.
    """
    old = _pin(api)
    torn = old is not None and _is_torn(api, old)
    # The root may be the same while another file changed, or the rule that makes the document.
    known = None if torn or (old and old.made_by) else old
    answer = bring(address, known)
    if old and answer.data is None:
        return Fetched(old=old, new=old, document=None, moved=False, torn=False, hops=answer.hops)
    document = recognize(answer.data or b"", address.origin, measured=answer.measured)
    kept_as = api.show(api.originals[0].with_suffix(f".{document.format}"))
    prepared = prepare(document, address, answer, reach_of(api), kept_as=kept_as)
    kept_date = old.date if old is not None and _is_same(old, prepared) else None
    new = Pin(
        origin=answer.origin,
        date=kept_date or today or utc_today(),
        sha256=digest_of(prepared.document),
        etag=answer.etag,
        modified=answer.modified,
        commit=answer.commit,
        made_by=prepared.made_by,
        original=digest_of(prepared.original) if prepared.original else "",
        sources=prepared.sources,
    )
    return Fetched(
        old=old,
        new=new,
        document=prepared.document,
        moved=kept_date is None,
        torn=torn,
        hops=answer.hops,
        remarks=prepared.remarks,
        original=prepared.original,
    )


def as_pinned(api: ApiLayout, document: Document, path: Path) -> Document:
    """The document of a file as it would be pinned. Raises OutsideError, for any other file too."""
    refuse_other_documents(document.tree, document.name)
    address = read_address(str(path), api.root, Path.cwd())
    answer = Answer(origin=address.origin, data=document.encode())
    return prepare(document, address, answer, reach_of(api)).document


def read_as_pinned(api: ApiLayout, path: Path, name: str) -> Document:
    """Read a file as it would be pinned; messages call it `name`. Raises OutsideError."""
    answer = _read(FileAddress(origin=name, path=path))
    return as_pinned(api, recognize(answer.data or b"", name), path)


def reach_of(api: ApiLayout) -> Reach:
    """What the settings of an API let its document refer to."""
    folder = api.settings.reference_folder
    return Reach(
        hosts=api.settings.reference_hosts,
        folder=api.root / folder if folder else None,
        project=api.root,
        keeps_broken=api.settings.keep_broken_references,
    )


def digest_of(document: Document) -> str:
    """The SHA-256 of a document that is to be pinned, in hexadecimal."""
    return hashlib.sha256(document.encode()).hexdigest()


def bring(address: Address, known: Pin | None = None) -> Answer:
    """The bytes of a source; with a pin of the same source, a server may say that nothing changed.

    Raises OutsideError for whatever stands in the way.
    """
    match address:
        case WebAddress():
            return _ask(address, known)
        case GitAddress():
            from specmend.source.git import read_from_git

            return read_from_git(address)
        case FileAddress():
            return _read(address)
    assert_never(address)


def _is_same(pin: Pin, prepared: Prepared) -> bool:
    """Whether a document is the pinned one, and made of the same files."""
    original = digest_of(prepared.original) if prepared.original else ""
    digests = digest_of(prepared.document), original
    return (pin.sha256, pin.original) == digests and pin.sources == prepared.sources


def _has_stamp(pin: Pin) -> bool:
    return bool(pin.etag or pin.modified)


def _ask(address: WebAddress, known: Pin | None) -> Answer:
    from specmend.source.web import ask

    if known is None or known.origin != address.origin:
        return ask(address.origin)
    return ask(address.origin, etag=known.etag, modified=known.modified)


def _read(address: FileAddress) -> Answer:
    try:
        data = read_file(address.path, address.origin, pipes=True)
    except RepositoryError as error:
        raise OutsideError(*error.problems) from error
    return Answer(origin=address.origin, data=data)


def _pin(api: ApiLayout) -> Pin | None:
    """The pin; None where there is none yet, or none that can be read: then it is made anew."""
    try:
        return read_pin(api) if is_there(api.pin) else None
    except RepositoryError:
        return None


def _is_torn(api: ApiLayout, pin: Pin) -> bool:
    """Whether the upstream file or its original is not the pinned one, or not the only one."""
    if len([path for path in api.upstreams if is_there(path)]) != 1:
        return True
    try:
        data = read_file(api.upstream, api.show(api.upstream))
    except RepositoryError:
        return True
    return hashlib.sha256(data).hexdigest() != pin.sha256 or not holds_original(api, pin)
