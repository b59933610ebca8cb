"""The files beside a document in a git repository, all of one revision."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from specmend.errors import OutsideError, Problem
from specmend.source.address import GitAddress
from specmend.source.git import GitTree
from specmend.source.location import Location, no_file, not_had
from specmend.source.reach import outside, refuse_rooted


@dataclass(frozen=True, kw_only=True, slots=True)
class RevisionFiles:
    """The files of a repository at one commit, brought in when the first one is read."""

    address: GitAddress
    tree: GitTree

    def locate(self, reference: str, base: Location) -> Location | Problem:
        """Where the file of a reference is, inside of the repository."""
        refused = refuse_rooted(reference)
        if refused:
            return refused
        above = posixpath.dirname(base.place)
        place = posixpath.normpath(posixpath.join(above, unquote(reference)))
        if place == ".." or place.startswith("../"):
            return outside(reference, "the repository")
        path = posixpath.relpath(place, posixpath.dirname(self.address.path) or ".")
        return Location(place=place, path=path, name=_named(self.address, place))

    def read(self, location: Location) -> bytes | Problem:
        """The bytes of a file, or why there are none."""
        try:
            found = self.tree.read(location.place, location.name)
        except OutsideError as error:
            (problem,) = error.problems
            return not_had(f"{location.name}: {problem.message}", problem)
        return no_file(location.name) if found is None else found


def revision_files(address: GitAddress, tree: GitTree) -> tuple[RevisionFiles, Location]:
    """The files beside a document, and where that itself is."""
    path = posixpath.normpath(address.path)
    root = Location(place=path, path=posixpath.basename(path), name=address.origin)
    return RevisionFiles(address=address, tree=tree), root


def _named(address: GitAddress, place: str) -> str:
    return f"{address.origin.removesuffix(address.path).removesuffix('/')}{place}"
