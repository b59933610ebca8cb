"""What the records of a review say of themselves."""

from __future__ import annotations

import pytest

from specmend.review.records import Bump


@pytest.mark.parametrize(
    ("given", "is_enough", "excuse", "allowed", "version"),
    [
        ("", True, "", True, "1.1.0"),
        ("1.1.0", True, "", True, "1.1.0"),
        ("2.0.0", True, "", True, "2.0.0"),
        ("1.0.1", False, "", False, "1.1.0"),
        ("1.0.1", False, "Nobody has this release.", True, "1.0.1"),
    ],
)
def test_a_lower_version_needs_a_written_reason(
    given: str, is_enough: bool, excuse: str, allowed: bool, version: str
) -> None:
    bump = Bump(
        part="minor", old="1.0.0", new="1.1.0", given=given, is_enough=is_enough, excuse=excuse
    )
    assert bump.is_allowed is allowed
    assert bump.version == version
