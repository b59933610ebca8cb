"""Whether upstream moved a prefix itself, or one end of it alone."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.renames import (
    ALREADY,
    APPLIES,
    BLOCKED,
    CONFLICT,
    GONE,
    Row,
    called,
    changed,
    check,
    edit,
    gone,
    prefix_moved,
    put,
)

PREFIX = edit("$", "move-path-prefix", prefix="/v1", **{"except": ["/health"]})
PREFIX_AFTER = [
    changed('$.paths["/pets"].get', {"deprecated": True}),
    changed('$.paths["/health"].get', {"deprecated": True}),
]
OWN = put([{"url": "https://api.example"}], "paths", "/health", "get", "servers")
NEWCOMER = {"get": {"operationId": "new", "responses": {}}}
TWO_SERVERS = [{"url": "https://eu.example/v1"}, {"url": "https://us.example/v1/"}]
SERVER = put("https://api.example/v1", "servers", 0, "url")
PREFIX_ROWS: list[Row] = [
    ([], [APPLIES, APPLIES, APPLIES], ""),
    ([PREFIX], [ALREADY, APPLIES, APPLIES], "already says this"),
    ([prefix_moved, OWN], [ALREADY, APPLIES, APPLIES], "already says this"),
    ([prefix_moved, gone("paths", "/health")], [ALREADY, APPLIES, GONE], ""),
    ([PREFIX, put(TWO_SERVERS, "servers")], [ALREADY, APPLIES, APPLIES], ""),
    ([PREFIX, gone("paths", "/owners")], [ALREADY, APPLIES, APPLIES], ""),
    ([PREFIX, put(NEWCOMER, "paths", "/new")], [ALREADY, APPLIES, APPLIES], ""),
    ([gone("paths", "/v1/owners")], [APPLIES, APPLIES, APPLIES], ""),
    ([put(NEWCOMER, "paths", "/v1/new")], [APPLIES, APPLIES, APPLIES], ""),
    # What was to stay has the prefix now; one end moved alone; one path of several.
    ([prefix_moved], [CONFLICT, APPLIES, APPLIES], "$.paths['/health'].get has it too"),
    ([SERVER], [CONFLICT, BLOCKED, APPLIES], "still starts with it"),
    (
        [prefix_moved, put("https://api.example", "servers", 0, "url")],
        [CONFLICT, APPLIES, APPLIES],
        "but no server has it",
    ),
    (
        [called("/owners", "paths", "/v1/owners")],
        [CONFLICT, BLOCKED, APPLIES],
        "the path /owners does not start with /v1/",
    ),
    ([PREFIX, put(NEWCOMER, "paths", "/v1/new")], [CONFLICT, APPLIES, APPLIES], "/v1/"),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), PREFIX_ROWS)
def test_a_prefix(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, PREFIX, PREFIX_AFTER, verdicts, told)
