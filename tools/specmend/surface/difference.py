"""A difference between two surfaces at one place, before those of one cause are put together."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.surface.change import Direction


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One difference.

    `check` is an id of the checks. `owner` is the path of the thing, or of its method; `name` the
    argument, field or member of it, or "". `is_new` where the owner is one of the new package.
    `root` is the path of what all places of one edit have it from, where the check does not tell.
    """

    check: str
    owner: str
    name: str = ""
    before: str = ""
    after: str = ""
    direction: Direction = "none"
    is_new: bool = False
    root: str = ""
