"""A document that the steps of an API were not recorded on yet, and what becomes of them there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document, read_document
from specmend.document.tree.values import MISSING, get
from specmend.drift.judge import judge_series
from specmend.project.releases import ENDINGS
from specmend.settings.layout import ApiLayout
from specmend.source.pin import read_upstream
from specmend.source.stated_version import stated_version
from specmend.source.store import read_base
from specmend.steps.series import read_series
from specmend.steps.step import Verdict
from specmend.storage.read import is_there, list_files, read_file

if TYPE_CHECKING:
    from packaging.version import Version

_FOR_A_PERSON: Final = frozenset(
    {Verdict.CONFLICT, Verdict.GONE, Verdict.NEVER_MATCHED, Verdict.BLOCKED}
)
"""What `update` asks about; it follows a place that moved by itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Newer:
    """A newer document: `is_release` says that it is one of spec/API/releases."""

    document: Document
    is_release: bool = False

    @property
    def version(self) -> str:
        """What it states for its version."""
        stated = get(self.document.tree, ("info", "version"))
        return "" if stated is MISSING else str(stated)


@dataclass(frozen=True, kw_only=True, slots=True)
class Outlook:
    """The numbers of the steps that a newer document makes unnecessary, or asks a person about."""

    not_needed: tuple[int, ...]
    waiting: tuple[int, ...]


def newer_document(api: ApiLayout, fetched: Document | None = None) -> Newer | None:
    """The newest document at hand, if there is one.

    That is the one that was just `fetched`, or the pinned one if the steps were not brought along
    yet, or the release with the highest version, if it is higher than that of the pinned one.
    """
    if fetched is not None:
        return Newer(document=fetched)
    if read_base(api) is not None:
        return Newer(document=read_upstream(api)[1])
    return _highest_release(api)


def outlook_on(api: ApiLayout, newer: Newer) -> Outlook:
    """What becomes of the steps on a newer document.

    Of a release nobody is asked: the steps that are not for it say so.
    """
    series, base = read_series(api), read_base(api)
    series = series if base is None else series.on(base)
    with collector_paused():
        verdicts = judge_series(series.document, newer.document, series.active())
    found = {verdict.step.number: verdict.verdict for verdict in verdicts}
    return Outlook(
        not_needed=tuple(n for n, one in found.items() if one is Verdict.ALREADY_UPSTREAM),
        waiting=()
        if newer.is_release
        else tuple(n for n, one in found.items() if one in _FOR_A_PERSON),
    )


def _highest_release(api: ApiLayout) -> Newer | None:
    """The release with the highest version above that of the pinned document (PEP 440).

    One of many files is read as it is: what is elsewhere is not asked for.
    """
    files = [path for path in list_files(api.releases, api.show(api.releases)) if _may_be(path)]
    if not files or not is_there(api.upstream):
        return None
    best, newest = _order(api, api.upstream), None
    for path in files:
        order = _order(api, path)
        if best is not None and order is not None and order > best:
            best, newest = order, path
    if newest is None:
        return None
    name = api.show(newest)
    document = read_document(read_file(newest, name), name)
    is_openapi = get(document.tree, ("openapi",)) is not MISSING
    return Newer(document=document, is_release=True) if is_openapi else None


def _may_be(path: Path) -> bool:
    return path.suffix in ENDINGS


def _order(api: ApiLayout, path: Path) -> Version | None:
    """The version of a document, to be compared; None where it is none of PEP 440."""
    from packaging.version import InvalidVersion, Version

    try:
        return Version(stated_version(read_file(path, api.show(path)), path.suffix))
    except InvalidVersion:
        return None
