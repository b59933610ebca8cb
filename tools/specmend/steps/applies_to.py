"""For which documents a step holds: all of them, or those of some versions or digests."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from specmend.document.text.document import Document
from specmend.document.tree.values import get

_OPERATOR = re.compile(r"\s*(?:[<>]=?|[=~!]=)")


@dataclass(frozen=True, kw_only=True, slots=True)
class AppliesTo:
    """The versions (of `info.version`: one as it is written, or a range) and digests of documents.

    A document is meant when one of them fits; without any, every document is.
    """

    versions: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """For what the step holds, in words; empty where it holds for all."""
        return " or ".join([*self.versions, *(digest[:19] + "…" for digest in self.digests)])

    def fits(self, document: Document) -> bool:
        """Whether a document, untouched by any step, is meant."""
        if not self.versions and not self.digests:
            return True
        version = version_of(document)
        if any(_in_range(version, entry) for entry in self.versions):
            return True
        return bool(self.digests) and digest_of(document) in self.digests


EVERY: Final = AppliesTo()
"""Every document."""


def version_of(document: Document) -> str:
    """The version that a document says it has; empty where it says none."""
    version = get(document.tree, ("info", "version"))
    return str(version) if isinstance(version, str | int | float) else ""


def digest_of(document: Document) -> str:
    """SHA-256 of a document's bytes, as `sha256:` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(document.encode()).hexdigest()


def is_range_or_text(entry: str) -> bool:
    """Whether a version of `x-applies-to` can be read.

    What looks like a range must be one (PEP 440).
    """
    return not _OPERATOR.match(entry) or _range(entry) is not None


def shown(documents: Iterable[Document]) -> str:
    """Documents by their file and version, for people."""
    return ", ".join(
        f"{document.name} ({version_of(document) or 'no version'})" for document in documents
    )


def _in_range(version: str, entry: str) -> bool:
    if version == entry.strip():
        return True
    try:
        known = Version(version)
        if _OPERATOR.match(entry):
            versions = _range(entry)
            return versions is not None and versions.contains(known, prereleases=True)
        return known == Version(entry)
    except InvalidVersion:
        return False


def _range(entry: str) -> SpecifierSet | None:
    try:
        return SpecifierSet(entry)
    except InvalidSpecifier:
        return None
