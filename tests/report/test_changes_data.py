"""Changes as JSON: what the schema asks for, and nothing that has no value."""

from __future__ import annotations

import json

import jsonschema
from tests.diff.pairs import api, entries, json_of

from specmend.report.changes_data import change_data, changes_data
from specmend.report.changes_schema import CHANGES_SCHEMA

OLD = api({"parameters": [{"name": "q", "in": "query"}]})
NEW = api({"requestBody": {**json_of({"type": "string", "default": None}), "required": True}})
FOUND = entries(OLD, NEW)


def test_the_schema_holds() -> None:
    written = json.loads(json.dumps(changes_data("a", "b", FOUND, ok=False)))
    jsonschema.Draft202012Validator(CHANGES_SCHEMA).validate(written)
    assert written["counts"] == {"breaking": 1, "warning": 1, "info": 0}
    assert [change["id"] for change in written["changes"]] == [
        "request-body-added-required",
        "request-parameter-removed",
    ]


def test_what_was_not_there_is_left_out() -> None:
    body, parameter = map(change_data, FOUND)
    assert "before" not in body
    assert "after" not in parameter
    assert "reason" not in parameter
    assert parameter["old"] == {"file": "old.json", "line": 16, "column": 6}
    assert (parameter["affects"], parameter["affected"]) == (["POST /pets"], 1)
    assert parameter["place"] == "/paths/~1pets/post/parameters/query:q"


def test_null_is_a_value() -> None:
    (change,) = entries(api({"x-a": 1}), api({"x-a": None}))
    data = change_data(change)
    assert (data["before"], data["after"]) == (1, None)
