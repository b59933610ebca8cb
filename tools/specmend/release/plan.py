"""The record of a release: what it will do, and what there is of it already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from packaging.utils import canonicalize_name
from packaging.version import Version

from specmend.release.changelog import Sections
from specmend.release.indexes import Index
from specmend.release.provenance import Stamp
from specmend.release.published import Published
from specmend.review.records import Bump, Notes
from specmend.settings.layout import ApiLayout

TAG: Final = "{api}-v{version}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A release: what is released, of which commit, and what there is of it already.

    `name` is what the index calls the package, and `package` what programs import. `folder` is
    where it is in the repository, seen from its root. `commit` is the last one that changed the
    package or its changelog, made at `seconds` since 1970: whoever runs this later, or somewhere
    else, finds the same. It is empty where the version is not written yet; then `files` are those
    of the package as it is. `last` is the tag of the release before, if there is one; then `bump`
    and `notes` say what changed since. `entry` is what the changelog says of the release, or will
    say. `is_tagged` says that the tag is there.
    """

    api: ApiLayout
    name: str
    package: str
    version: str
    index: Index
    commit: str
    seconds: int
    files: Mapping[str, bytes]
    served: Published
    tag: str
    is_tagged: bool
    folder: str = ""
    last: str = ""
    bump: Bump | None = None
    notes: Notes | None = None
    entry: Sections = field(default_factory=dict)

    @property
    def is_prepared(self) -> bool:
        """Whether there is a commit that has the version and its notes."""
        return bool(self.commit)

    @property
    def is_served(self) -> bool:
        """Whether the index has every file of this version."""
        return Version(self.version) in self.served.whole_versions

    @property
    def stamp(self) -> Stamp:
        """What the package says that it is made of."""
        return Stamp(
            package=self.package, commit=self.commit, seconds=self.seconds, folder=self.folder
        )

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there: the commit, the files on the index, and the tag."""
        return self.is_prepared and self.is_served and self.is_tagged

    @property
    def archives(self) -> tuple[str, str]:
        """The names of the files that the index gets: the source archive and the wheel."""
        name = canonicalize_name(self.name).replace("-", "_")
        version = Version(self.version)
        return f"{name}-{version}.tar.gz", f"{name}-{version}-py3-none-any.whl"
