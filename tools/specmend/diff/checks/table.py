"""The table of all checks, and which of them tells a difference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.diff.checks.answers import ANSWERS, HEADERS, LINKS
from specmend.diff.checks.bodies import BODIES, MEDIA_TYPES
from specmend.diff.checks.callbacks import CALLBACKS
from specmend.diff.checks.check import Check
from specmend.diff.checks.discriminators import DISCRIMINATORS
from specmend.diff.checks.lifecycle import LIFECYCLE
from specmend.diff.checks.parameters import DEFAULTS, IGNORED_HEADERS, PARAMETERS
from specmend.diff.checks.paths import OPERATIONS, PATHS
from specmend.diff.checks.schema_bounds import BOUNDS
from specmend.diff.checks.schema_properties import PROPERTIES
from specmend.diff.checks.schema_structure import STRUCTURE
from specmend.diff.checks.schema_texts import SCHEMA_TEXTS
from specmend.diff.checks.schema_types import TYPES
from specmend.diff.checks.schema_values import VALUES
from specmend.diff.checks.security import REQUIREMENTS, SCHEMES
from specmend.diff.checks.servers import SERVERS
from specmend.diff.checks.texts import TEXTS
from specmend.diff.delta import Delta

FAMILIES: Final[Mapping[str, tuple[Check, ...]]] = {
    "Paths and operations": (*PATHS, *OPERATIONS),
    "Parameters": (*PARAMETERS, *DEFAULTS, *IGNORED_HEADERS),
    "Bodies and media types": (*BODIES, *MEDIA_TYPES),
    "Answers, headers and links": (*ANSWERS, *HEADERS, *LINKS),
    "Types and formats": TYPES,
    "Bounds and patterns": BOUNDS,
    "Values, defaults and directions": VALUES,
    "Properties": PROPERTIES,
    "Schemas in schemas": STRUCTURE,
    "Discriminators": DISCRIMINATORS,
    "Security": (*REQUIREMENTS, *SCHEMES),
    "Servers": SERVERS,
    "Callbacks and webhooks": CALLBACKS,
    "Deprecation, sunset and stability": LIFECYCLE,
    "Texts, tags and examples": (*SCHEMA_TEXTS, *TEXTS),
}
"""All checks by family, in the order in which they are asked."""

CHECKS: Final[tuple[Check, ...]] = tuple(check for all_ in FAMILIES.values() for check in all_)

IDS: Final[tuple[str, ...]] = tuple(dict.fromkeys(check.id for check in CHECKS))
"""The ids of all checks, each once."""

ANY: Final = "*"
"""Stands for any field that no other check names."""

_EXTENSION: Final = "x-"

OTHER: Final = next(check for check in TEXTS if (check.kind, check.field) == ("document", ANY))
"""Tells what no other check does, so that nothing is hidden."""


def _by_field() -> dict[tuple[str, str], list[Check]]:
    found: dict[tuple[str, str], list[Check]] = {}
    for check in CHECKS:
        found.setdefault((check.kind, check.field), []).append(check)
    return found


_BY_FIELD: Final = _by_field()


def check_for(delta: Delta) -> Check:
    """The check that tells a difference: of its field, or else of any field of its kind."""
    is_default = (delta.kind, delta.key, delta.holder) == ("schema", "default", "parameter")
    kind = "parameter default" if is_default else delta.kind
    for field in _fields(delta.key):
        for check in _BY_FIELD.get((kind, field), ()):
            if check.when(delta):
                return check
    return OTHER


def _fields(key: str) -> list[str]:
    """The names under which a field is looked for, the most exact one first."""
    parts = key.split(".")
    names = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    if not key:
        return [key, ANY]
    extension = [f"{_EXTENSION}*"] if key.startswith(_EXTENSION) else []
    return [*names, *extension, ANY]
