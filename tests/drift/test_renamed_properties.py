"""What became of a property that an edit renames, and of what builds on it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.renames import (
    ALREADY,
    APPLIES,
    BLOCKED,
    CONFLICT,
    GONE,
    MOVED,
    PET,
    PROPERTIES,
    Row,
    alias,
    called,
    changed,
    check,
    edit,
    gone,
    put,
    split,
)

PROPERTY = edit("$.components.schemas.Pet", "rename-property", **{"from": "name", "to": "title"})
PROPERTY_AFTER = [
    changed("$.components.schemas.Pet.properties.title", {"minLength": 1}),
    changed("$.components.schemas.Pet.properties.kind", {"description": "What it is."}),
]
LABEL = edit("$.components.schemas.Pet", "rename-property", **{"from": "name", "to": "label"})
CREATURE = edit("$", "rename-schema", names={"Pet": "Creature"})
WITHOUT_NAME = [gone(*PROPERTIES, "name"), put(["id"], *PET, "required")]
PROPERTY_ROWS: list[Row] = [
    ([], [APPLIES, APPLIES, APPLIES], ""),
    ([PROPERTY], [ALREADY, APPLIES, APPLIES], "already says this"),
    ([PROPERTY, put(True, *PROPERTIES, "title", "nullable")], [ALREADY, APPLIES, APPLIES], ""),
    (
        [PROPERTY, put({"type": ["string", "null"]}, *PROPERTIES, "title")],
        [ALREADY, APPLIES, APPLIES],
        "",
    ),
    ([PROPERTY, CREATURE], [ALREADY, MOVED, MOVED], "Creature.properties.title"),
    ([PROPERTY, split], [ALREADY, MOVED, MOVED], "Base.properties.title"),
    ([PROPERTY, alias], [ALREADY, MOVED, MOVED], "Creature.properties.title"),
    ([CREATURE], [MOVED, MOVED, MOVED], "it is now $.components.schemas.Creature"),
    ([split], [MOVED, MOVED, MOVED], "it is now $.components.schemas.Base.properties.name"),
    ([alias], [MOVED, MOVED, MOVED], "it is now $.components.schemas.Creature"),
    ([LABEL], [CONFLICT, BLOCKED, APPLIES], "upstream calls it label now"),
    # Half of it, both names, or another thing.
    ([called("title", *PROPERTIES, "name")], [CONFLICT, APPLIES, APPLIES], "still says name"),
    (
        [put({"type": "string"}, *PROPERTIES, "title")],
        [CONFLICT, APPLIES, APPLIES],
        "upstream has both",
    ),
    (
        [PROPERTY, put({"type": "integer"}, *PROPERTIES, "title")],
        [CONFLICT, CONFLICT, APPLIES],
        "taken by something else",
    ),
    (WITHOUT_NAME, [GONE, GONE, APPLIES], "$.components.schemas.Pet.properties.name is gone"),
    ([gone(*PET)], [GONE, GONE, GONE], "$.components.schemas.Pet is gone"),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), PROPERTY_ROWS)
def test_a_property(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, PROPERTY, PROPERTY_AFTER, verdicts, told)
