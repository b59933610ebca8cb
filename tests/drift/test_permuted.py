"""Names that a step exchanges, and upstream exchanged as well, or some of them, or none."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.document.tree.values import Tree
from specmend.drift.permuted import exchanges_names
from specmend.steps.proposal import Fields, as_action
from specmend.steps.step import Verdict

APPLIES, UPSTREAM, CONFLICT = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT

CAT: Fields = {
    "type": "object",
    "required": ["lives"],
    "properties": {"lives": {"type": "integer"}},
}
DOG: Fields = {"type": "object", "properties": {"bark": {"type": "string"}, "age": {}}}
FISH: Fields = {"type": "string", "enum": ["cod", "carp"]}
LONGER: Fields = {**CAT, "required": ["lives"], "description": "Nine."}


def rename(kind: str, **names: str) -> Fields:
    return {"target": "$", "x-edit": {"name": f"rename-{kind}", "names": names}}


def schemas(first: str, **made: Any) -> Tree:
    """A document that answers with one of its schemas."""
    schema = {"$ref": f"#/components/schemas/{first}"}
    content = {"application/json": {"schema": schema}}
    operation = {"responses": {"200": {"description": "ok", "content": content}}}
    return {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": made},
    }


SWAP = rename("schema", A="B", B="A")
CHAIN = rename("schema", A="B", B="C")
ROUND = rename("schema", A="B", B="C", C="A")
SCHEMAS: list[tuple[Fields, Tree, Tree, Verdict]] = [
    # A step, the old document, the new one, and the verdict.
    (SWAP, schemas("A", A=CAT, B=DOG), schemas("A", A=CAT, B=DOG), APPLIES),
    (SWAP, schemas("A", A=CAT, B=DOG), schemas("A", A=LONGER, B=DOG), APPLIES),
    (SWAP, schemas("A", A=CAT, B=DOG), schemas("B", A=DOG, B=CAT), UPSTREAM),
    (SWAP, schemas("A", A=CAT, B=DOG), schemas("B", A=DOG, B=LONGER), UPSTREAM),
    # Only one of them is under its new name: the other one is something else.
    (SWAP, schemas("A", A=CAT, B=DOG), schemas("B", A=CAT, B=CAT), CONFLICT),
    (CHAIN, schemas("A", A=CAT, B=DOG), schemas("A", A=CAT, B=DOG), APPLIES),
    (CHAIN, schemas("A", A=CAT, B=DOG), schemas("B", B=CAT, C=DOG), UPSTREAM),
    (ROUND, schemas("A", A=CAT, B=DOG, C=FISH), schemas("A", A=CAT, B=DOG, C=FISH), APPLIES),
    (ROUND, schemas("A", A=CAT, B=DOG, C=FISH), schemas("B", A=FISH, B=CAT, C=DOG), UPSTREAM),
    (ROUND, schemas("A", A=CAT, B=DOG, C=FISH), schemas("B", A=DOG, B=CAT, C=FISH), CONFLICT),
]


@pytest.mark.parametrize(("fields", "old", "new", "verdict"), SCHEMAS)
def test_schemas(fields: Fields, old: Tree, new: Tree, verdict: Verdict) -> None:
    found = judged(old, new, fields)
    assert found.verdict is verdict, found.message


def operations(one: str, two: str, paths: tuple[str, str] = ("/one", "/two")) -> Tree:
    items = {
        paths[0]: {"get": {"operationId": one, "tags": [one]}},
        paths[1]: {"post": {"operationId": two, "tags": [two]}},
    }
    return {"openapi": "3.0.4", "tags": [{"name": one}, {"name": two}], "paths": items}


OLD = operations("a", "b")
TURNED = operations("a", "b", ("/two", "/one"))
OTHERS: list[tuple[Fields, Tree, Verdict]] = [
    # A step, the new document, and the verdict.
    (rename("operation", a="b", b="a"), OLD, APPLIES),
    (rename("operation", a="b", b="a"), operations("b", "a"), UPSTREAM),
    (rename("operation", a="b", b="a"), operations("b", "b"), CONFLICT),
    (rename("tag", a="b", b="a"), OLD, APPLIES),
    (rename("tag", a="b", b="a"), operations("b", "a"), UPSTREAM),
    (rename("path", **{"/one": "/two", "/two": "/one"}), OLD, APPLIES),
    (rename("path", **{"/one": "/two", "/two": "/one"}), TURNED, UPSTREAM),
]


@pytest.mark.parametrize(("fields", "new", "verdict"), OTHERS)
def test_operations_tags_and_paths(fields: Fields, new: Tree, verdict: Verdict) -> None:
    found = judged(OLD, new, fields)
    assert found.verdict is verdict, found.message


TABLES: list[tuple[Fields, bool]] = [
    (SWAP, True),
    (CHAIN, True),
    (rename("schema", A="B"), False),
    (rename("schema", A="C", B="D"), False),
    ({"target": "$", "update": {"names": {"A": "A"}}}, False),
]


@pytest.mark.parametrize(("fields", "expected"), TABLES)
def test_a_table_that_exchanges_names(fields: Fields, expected: bool) -> None:
    assert exchanges_names(as_action(fields)) is expected
