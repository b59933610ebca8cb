"""The record of a release: what it will do, and what there is of it already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from packaging.version import Version

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
    where it is in the repository, seen from its root. `commit` is the
    last one that changed the package, made at `seconds` since 1970: whoever runs this later, or
    somewhere else, finds the same. `last` is the tag of the release before, if there is one; then
    `bump` and `notes` say what changed since. `is_tagged` says that the tag is there.
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
