"""A difference as a change of the API: of which subject, in which direction."""

from __future__ import annotations

from specmend.diff.api_change import ApiChange
from specmend.diff.delta import Delta, Direction


def told(delta: Delta, subject: str, direction: Direction = "") -> ApiChange:
    """A difference that was found in a subject."""
    return ApiChange(
        subject=subject,
        direction=delta.direction or direction,
        message=delta.message,
        address=delta.address,
        also=delta.also,
        member=delta.member,
        delta=delta,
    )
