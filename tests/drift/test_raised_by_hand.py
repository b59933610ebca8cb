"""Upstream raises its document to OpenAPI 3.1: what becomes of fixes of what has other words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.trials import as_json, judged

from specmend.steps.step import Verdict

Tree = dict[str, Any]

APPLIES, THERE = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM
CONFLICT, GONE = Verdict.CONFLICT, Verdict.GONE

TEXT: Tree = {"type": "string"}
NULLABLE: Tree = {"type": "string", "nullable": True}
OR_NULL: Tree = {"type": ["string", "null"]}
ABOVE: Tree = {"type": "integer", "minimum": 1, "exclusiveMinimum": True}


def document(version: str, schema: Tree) -> Tree:
    info = {"title": "T", "version": "1"}
    return {"openapi": version, "info": info, "paths": {}, "components": {"schemas": {"A": schema}}}


def edit(name: str, key: str = "", **parameters: Any) -> Tree:
    return {"target": f"$.components.schemas.A{key}", "x-edit": {"name": name, **parameters}}


def update(value: Any, key: str = "") -> Tree:
    return {"target": f"$.components.schemas.A{key}", "update": value}


def removal(key: str) -> Tree:
    return {"target": f"$.components.schemas.A.{key}", "remove": True}


CASES: list[tuple[str, Tree, Tree, Tree, Verdict]] = [
    ("a text stays one", TEXT, TEXT, edit("make-nullable"), APPLIES),
    ("an example is still allowed", TEXT, TEXT, update({"example": "a"}), APPLIES),
    # Null.
    ("null is said", TEXT, OR_NULL, edit("make-nullable"), THERE),
    ("null is said, by a key", TEXT, OR_NULL, update({"nullable": True}), THERE),
    ("the key is no more", TEXT, TEXT, update({"nullable": True}), CONFLICT),
    ("null is kept", NULLABLE, OR_NULL, removal("nullable"), GONE),
    ("null is gone", NULLABLE, TEXT, removal("nullable"), THERE),
    ("type is kept", NULLABLE, OR_NULL, edit("set-value", ".type", value="integer"), CONFLICT),
    ("type is mended", NULLABLE, {"type": ["integer", "null"]},
     edit("set-value", ".type", value="integer"), THERE),
    ("type is kept, by its edit", NULLABLE, OR_NULL, edit("change-type", type="integer"), CONFLICT),
    ("null is listed", {**NULLABLE, "enum": ["a"]}, {**OR_NULL, "enum": ["a", None]},
     update(["b"], ".enum"), APPLIES),
    # Bounds.
    ("a bound is kept", ABOVE, {"type": "integer", "exclusiveMinimum": 1},
     edit("set-value", ".minimum", value=0), GONE),
    ("a flag is kept", ABOVE, {"type": "integer", "exclusiveMinimum": 1},
     removal("exclusiveMinimum"), CONFLICT),
    ("a flag is gone", ABOVE, {"type": "integer", "minimum": 1}, removal("exclusiveMinimum"),
     THERE),
    ("a flag is no more", {"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 1},
     update({"exclusiveMinimum": True}), CONFLICT),
    # Examples.
    ("an example is kept", {**TEXT, "example": "a"}, {**TEXT, "examples": ["a"]},
     edit("set-value", ".example", value="b"), GONE),
    ("an example is mended", {**TEXT, "example": "a"}, {**TEXT, "examples": ["b"]},
     edit("set-value", ".example", value="b"), THERE),
    # Bytes.
    ("bytes are kept", {**TEXT, "format": "byte"}, {**TEXT, "contentEncoding": "base64"},
     removal("format"), GONE),
    ("bytes are mended", TEXT, {**TEXT, "contentMediaType": "application/octet-stream"},
     update({"format": "binary"}), THERE),
    ("bytes say nothing", {**TEXT, "format": "binary"}, {},
     edit("set-value", ".format", value="uuid"), GONE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "fields", "verdict"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES],
)
def test_no_fix_is_lost_by_the_raise(old: Tree, new: Tree, fields: Tree, verdict: Verdict) -> None:
    before, after = as_json(document("3.0.3", old)), as_json(document("3.1.0", new))
    assert judged(before, after, fields).verdict is verdict
