"""Edits that select operations, some of which upstream took away, renamed or moved itself."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.document.tree.values import Tree
from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

APPLIES, UPSTREAM, CONFLICT = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT
GONE = Verdict.GONE

LIST: Fields = {"operationId": "list", "tags": ["pets"], "summary": "All of them."}
MAKE: Fields = {"operationId": "make", "tags": ["pets"], "description": "One more, with a name."}
SEND: Fields = {"operationId": "send", "tags": ["mail"], "responses": {"202": {"description": "x"}}}
PING: Fields = {"operationId": "ping", "responses": {"204": {"description": "y"}}}


def document(**operations: Any) -> Tree:
    """A document of named operations: `get_pets` is GET /pets."""
    paths: dict[str, Any] = {}
    for name, operation in operations.items():
        method, path = name.split("_")
        paths.setdefault(f"/{path}", {})[method] = operation
    return {"openapi": "3.1.0", "paths": paths}


OLD = document(get_pets=LIST, post_pets=MAKE, post_mail=SEND, get_ping=PING)
WITHOUT_MAKE = document(get_pets=LIST, post_mail=SEND, get_ping=PING)
WITHOUT_PETS = document(post_mail=SEND, get_ping=PING)
BOTH = ["GET /pets", "POST /pets"]


def drop(**entries: Any) -> Fields:
    return {"target": "$", "x-edit": {"name": "drop-operations", **entries}}


def keep(**entries: list[str]) -> Fields:
    return {"target": "$", "x-edit": {"name": "keep-operations", **entries}}


CASES: list[tuple[Fields, Tree, Verdict, dict[str, Any] | None]] = [
    # A step, the new document, the verdict, and the entries that are left.
    (drop(operations=BOTH), OLD, APPLIES, None),
    (drop(operations=BOTH), WITHOUT_MAKE, APPLIES, {"operations": ["GET /pets"]}),
    (drop(ids=["list", "make"]), WITHOUT_MAKE, APPLIES, {"ids": ["list"]}),
    (drop(paths=["/pets", "/mail"]), WITHOUT_PETS, APPLIES, {"paths": ["/mail"]}),
    (drop(tags=["pets"], ids=["send"]), WITHOUT_PETS, APPLIES, {"ids": ["send"]}),
    (drop(operations=BOTH), WITHOUT_PETS, UPSTREAM, None),
    (drop(tags=["pets"]), WITHOUT_PETS, UPSTREAM, None),
    (drop(ids=["list", "make"], links=True), WITHOUT_MAKE, APPLIES,
     {"ids": ["list"], "links": True}),
    # A tag or a component that only the operation needed may stay.
    (drop(tags=["pets"]), {**WITHOUT_PETS, "tags": [{"name": "pets"}]}, UPSTREAM, None),
    # What has another path, id or tag is not gone.
    (drop(operations=BOTH), {**WITHOUT_PETS, "webhooks": {"new": {"post": MAKE}}}, GONE, None),
    (drop(operations=BOTH), document(get_pets=LIST, post_animals=MAKE, get_ping=PING), CONFLICT,
     None),
    (drop(ids=["list", "make"]),
     document(get_pets=LIST, post_pets={**MAKE, "operationId": "add"}, get_ping=PING), CONFLICT,
     None),
    (drop(tags=["mail", "pets"]),
     document(get_pets=LIST, post_mail={**SEND, "tags": ["post"]}, get_ping=PING), CONFLICT, None),
    (keep(ids=["list", "make"]), WITHOUT_MAKE, APPLIES, {"ids": ["list"]}),
    # A client without operations is nobody's wish.
    (keep(ids=["list", "make"]), WITHOUT_PETS, CONFLICT, None),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "new", "verdict", "left"), CASES)
def test_what_is_surely_gone_is_left_out(
    fields: Fields, new: Tree, verdict: Verdict, left: dict[str, Any] | None
) -> None:
    found = judged(OLD, new, fields)
    assert found.verdict is verdict, found.message
    assert [dict(action.parameters) for action in found.remaining] == ([left] if left else [])
