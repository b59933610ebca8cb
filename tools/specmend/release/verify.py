"""Compares what an index serves of a release with what its commit makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from specmend.release.archives import Archive
from specmend.release.compare import MemberChange, member_changes

State = Literal["same", "changed", "missing", "strange"]
"""How a file stands: the very bytes, other bytes, not served, or nothing that the commit makes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VerifiedFile:
    """A file of a release: `served` and `built` are its SHA-256, empty where there is none.

    `is_as_listed` says that the file has the digest that the page of the index lists, if it lists
    one. `members` are the files in it that are not as they were built.
    """

    name: str
    state: State
    served: str = ""
    built: str = ""
    is_as_listed: bool = True
    members: tuple[MemberChange, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Verified:
    """What came of the comparison of a release with its commit.

    `tag` is the one that names the commit, if there is one. `is_told` says that the package itself
    tells the commit. `is_yanked` says that the index advises against the release (PEP 592), and
    `why_yanked` why, if it says so. `strayed` are the documents and steps that the manifest says
    the package was made of, and that the commit has not, or with another digest.
    """

    name: str
    version: str
    index: str
    commit: str
    tag: str
    is_told: bool
    is_yanked: bool
    why_yanked: str
    files: tuple[VerifiedFile, ...]
    strayed: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the index serves the very files that the commit makes, and no other ones.

        The commit also has each document and step that its package says it was made of.
        """
        is_whole = all(file.state == "same" and file.is_as_listed for file in self.files)
        return is_whole and not self.strayed


def compare_files(
    served: Mapping[str, bytes], built: Sequence[Archive], misnamed: frozenset[str] = frozenset()
) -> tuple[VerifiedFile, ...]:
    """What became of each file, those that were built first.

    `served` are the bytes by the names of the files. `misnamed` are the names of those with another
    digest than the index lists.
    """
    ours = {archive.name: archive for archive in built}
    return tuple(
        _verified(name, served.get(name), ours.get(name), is_as_listed=name not in misnamed)
        for name in [*ours, *sorted(served.keys() - ours.keys())]
    )


def _verified(
    name: str, served: bytes | None, built: Archive | None, *, is_as_listed: bool
) -> VerifiedFile:
    if served is None:
        return VerifiedFile(name=name, state="missing", built=built.digest if built else "")
    there = Archive(name=name, data=served)
    if built is None:
        return VerifiedFile(
            name=name, state="strange", served=there.digest, is_as_listed=is_as_listed
        )
    changes = member_changes(there, built)
    return VerifiedFile(
        name=name,
        state="changed" if changes else "same",
        served=there.digest,
        built=built.digest,
        is_as_listed=is_as_listed,
        members=changes,
    )
