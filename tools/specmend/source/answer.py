"""What a source gave: bytes, and what is worth remembering of the answer."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.errors import OutsideError, RepositoryError
from specmend.limits import MAX_BYTES
from specmend.storage.read import refuse_large


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a source gave; `data` is None where it says that nothing changed.

    `hops` are the addresses that redirects led to, as they may be shown, and `landed` is the last
    one as it is. `measured` says that the bytes are known to be all: a server may end its answer by
    closing the connection, and then nobody knows. `media_type` is what a server calls the bytes.
    """

    origin: str
    data: bytes | None
    etag: str = ""
    modified: str = ""
    commit: str = ""
    hops: tuple[str, ...] = ()
    measured: bool = True
    landed: str = ""
    media_type: str = ""


def refuse_too_large(size: int, where: str) -> None:
    """Raise OutsideError for more bytes than a file may have."""
    try:
        refuse_large(size, where, MAX_BYTES)
    except RepositoryError as error:
        raise OutsideError(*error.problems) from error
