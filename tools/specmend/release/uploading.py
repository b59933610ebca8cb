"""Brings the archives of a release onto an index: what it has is left, what it lacks is sent."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive
from specmend.release.attestations import attest, takes_attestations
from specmend.release.indexes import Index
from specmend.release.published import Standing, published, standing
from specmend.release.refusals import refused, taken
from specmend.release.upload import Sent, Uploader
from specmend.source.web import PASSING

ATTEMPTS: Final = 4
"""How often a file is sent where the failure may pass."""

PAUSE: Final = 1.0
"""Seconds before the second attempt; each further pause is twice as long."""

LONGEST_WAIT: Final = 60.0
"""Seconds that an index may ask to wait; for more, a person is told."""

_NO_ANSWER: Final = 0


def upload_archives(
    archives: Sequence[Archive], index: Index, name: str, *, attests: bool = False
) -> tuple[Archive, ...]:
    """Send what an index does not serve of a release, in this order; gives what was sent.

    With `attests`, each file is sent with its attestation where the index takes them.

    After each answer that is no success, the index is asked what it serves now: a file may be there
    though the answer was lost. Raises OutsideError where a file cannot be brought there, or where
    the index serves other bytes under its name.
    """
    lacking = _lacking(archives, index, name)
    if lacking:
        attested = attest(lacking) if attests and takes_attestations(index) else {}
        with closing(Uploader(index)) as uploader:
            for archive in lacking:
                _bring(archive, index, name, uploader, attested.get(archive.name, b""))
    return lacking


def refuse_unready(index: Index) -> None:
    """Raise OutsideError where nothing could be uploaded: without credentials, or an address."""
    with closing(Uploader(index)) as uploader:
        answer = uploader.reach()
    if answer.status == _NO_ANSWER:
        message = f"nobody answers where {index.shown} takes uploads"
        advice = f"look at {index.upload}, which is `publish-url`, and at the network"
        raise OutsideError(Problem(message=message, found=answer.reason, advice=advice))


def _lacking(archives: Sequence[Archive], index: Index, name: str) -> tuple[Archive, ...]:
    """The archives that are not there; raises OutsideError where any is there with other bytes."""
    served = published(index, name)
    standings = {archive: standing(served, archive) for archive in archives}
    for archive, how in standings.items():
        if how is Standing.OTHER:
            raise taken(archive, index, meanwhile=False)
    return tuple(archive for archive, how in standings.items() if how is Standing.ABSENT)


def _bring(
    archive: Archive, index: Index, name: str, uploader: Uploader, attestation: bytes
) -> None:
    for attempt in range(ATTEMPTS):
        sent = uploader.send(archive, attestation)
        if sent.is_taken or _is_there(archive, index, name):
            return
        if not _may_pass(sent) or attempt == ATTEMPTS - 1:
            raise refused(sent, archive, index)
        time.sleep(max(sent.wait, PAUSE * 2**attempt))


def _is_there(archive: Archive, index: Index, name: str) -> bool:
    """Whether an index serves a file by now; raises OutsideError for other bytes."""
    how = standing(published(index, name), archive)
    if how is Standing.OTHER:
        raise taken(archive, index, meanwhile=True)
    return how is Standing.SAME


def _may_pass(sent: Sent) -> bool:
    return sent.status in {_NO_ANSWER, *PASSING} and sent.wait <= LONGEST_WAIT
