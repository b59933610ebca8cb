"""How the next version is chosen: the table `[apis.NAME.bump]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from specmend.settings.faults import Faults, shown

BREAKING: Final = ("minor", "major")
"""What a break may raise below 1.0.0; the first one is the default."""

NEW: Final = ("patch", "minor")
"""What anything new may raise below 1.0.0; the first one is the default."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BumpSettings:
    """How the next version is chosen: the table `[apis.NAME.bump]`."""

    breaking_below_1: str = BREAKING[0]
    """What a break raises in a version below 1.0.0: `minor` or `major`."""

    new_below_1: str = NEW[0]
    """What anything new raises in a version below 1.0.0: `patch` or `minor`."""

    lower: Mapping[str, str] = field(default_factory=dict)
    """Versions that may be lower than the changes ask for: the version, and the reason for it."""


def read_bump(api: str, table: Any, faults: Faults) -> BumpSettings:
    """How the next version of an API is chosen; what is wrong is recorded."""
    name = f"{api}.bump"
    found = faults.table(table, name)
    faults.add_unknown(found, ("breaking-below-1", "new-below-1", "lower"), name)
    lower = faults.table(found.get("lower", {}), f"{name}.lower")
    for version, reason in lower.items():
        if not isinstance(reason, str) or not reason.strip():
            message = "a version that is lower than it should be needs a reason"
            faults.add(version, message, table=f"{name}.lower", expected="a sentence")
    return BumpSettings(
        breaking_below_1=_part(found, "breaking-below-1", BREAKING, name, faults),
        new_below_1=_part(found, "new-below-1", NEW, name, faults),
        lower={version: str(reason) for version, reason in lower.items()},
    )


def _part(
    found: Mapping[str, Any], key: str, parts: tuple[str, str], name: str, faults: Faults
) -> str:
    value = found.get(key, parts[0])
    if value not in parts:
        message = "this is no part of a version that may be raised here"
        expected = " or ".join(parts)
        faults.add(key, message, table=name, found=shown(value), expected=expected)
        return parts[0]
    return str(value)
