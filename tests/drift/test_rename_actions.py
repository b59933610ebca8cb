"""The verdict of an edit that renames wherever it may, and of what builds on it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.renames import (
    ALREADY,
    APPLIES,
    BLOCKED,
    CONFLICT,
    GONE,
    PET,
    Row,
    called,
    changed,
    check,
    edit,
    gone,
    put,
)

FIELD = edit("$", "rename-extension", **{"from": "x-team", "to": "x-by"})
FIELD_AFTER = [changed("$.info['x-by']", "them")]
TEAM = ("info", "x-team")
PET_TEAM = (*PET, "x-team")
FIELD_ROWS: list[Row] = [
    ([], [APPLIES, APPLIES], ""),
    ([FIELD], [ALREADY, APPLIES], "already says this"),
    ([called("x-by", *TEAM)], [APPLIES, APPLIES], "already has a part"),
    ([called("x-by", *TEAM), gone(*PET_TEAM)], [ALREADY, APPLIES], "removed: $.components"),
    ([gone(*TEAM), gone(*PET_TEAM)], [GONE, GONE], "is gone"),
    ([put("others", "info", "x-by")], [CONFLICT, BLOCKED], "upstream has both"),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), FIELD_ROWS)
def test_an_extension(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, FIELD, FIELD_AFTER, verdicts, told)


def test_what_may_be_left_of_a_schema_is_named_rather_than_what_is_around_it() -> None:
    rename = edit("$.components.schemas.Pet", "rename-property", **{"from": "name", "to": "title"})
    schema = edit("$", "rename-schema", names={"Pet": "Animal"})
    prefix = edit("$", "move-path-prefix", prefix="/v1", **{"except": ["/health"]})
    check(
        [rename, FIELD, schema, prefix],
        rename,
        [],
        [GONE],
        "$.components.schemas.Pet is gone; it may be $.components.schemas.Animal",
    )
