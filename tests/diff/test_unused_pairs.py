"""Components that nobody uses are known under new names, with all that they refer to."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.api_changes import api_diff

STRING, INTEGER = {"type": "string"}, {"type": "integer"}


def document(**schemas: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}}


def refer(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def holds(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


SHOP, OWNER = holds(a=STRING, b=INTEGER), holds(c=STRING, d=INTEGER)
CASES: list[tuple[Any, Any, list[str], list[str]]] = [
    (document(A=SHOP), document(A=SHOP), [], []),
    (document(A=SHOP), document(B=SHOP), [], ["schema A: was renamed to B"]),
    (document(A=SHOP), document(B=OWNER), ["schema B: is new", "schema A: is gone"], []),
    # What it refers to was renamed as well.
    (
        document(Pet=holds(o=refer("Owner"), s=refer("Shop")), Owner=OWNER, Shop=SHOP),
        document(Pet2=holds(o=refer("Owner2"), s=refer("Shop2")), Owner2=OWNER, Shop2=SHOP),
        [],
        ["Owner: was renamed to Owner2", "Shop: was renamed to Shop2",
         "Pet: was renamed to Pet2"],
    ),
    (
        document(A={"oneOf": [refer("B")], "discriminator": {"propertyName": "k", "mapping": {
            "b": "#/components/schemas/B"}}}, B=SHOP),
        document(A2={"oneOf": [refer("B2")], "discriminator": {"propertyName": "k", "mapping": {
            "b": "#/components/schemas/B2"}}}, B2=SHOP),
        [],
        ["B: was renamed to B2", "A: was renamed to A2"],
    ),
    # Two that look alike are told apart by what they refer to.
    (
        document(L1={"items": refer("A")}, L2={"items": refer("B")}, A=SHOP, B=OWNER),
        document(M2={"items": refer("B2")}, M1={"items": refer("A2")}, A2=SHOP, B2=OWNER),
        [],
        ["A: was renamed to A2", "B: was renamed to B2", "L2: was renamed to M2",
         "L1: was renamed to M1"],
    ),
    # In a circle none is first.
    (
        document(A=holds(b=refer("B")), B=holds(a=refer("A"), n=STRING)),
        document(X=holds(b=refer("Y")), Y=holds(a=refer("X"), n=STRING)),
        [],
        ["B: was renamed to Y", "A: was renamed to X"],
    ),
    # And what changed in it is told.
    (
        document(Pet=holds(o=refer("Owner"), n=STRING, m=STRING), Owner=OWNER),
        document(Pet2=holds(o=refer("Owner2"), n=STRING, m=INTEGER), Owner2=OWNER),
        ["schema Pet2: `m` is now integer, was string"],
        ["Owner: was renamed to Owner2", "Pet: was renamed to Pet2"],
    ),
    # Where nothing tells which is which, nobody guesses.
    (
        document(A={"items": refer("B")}, B={"items": refer("A")}),
        document(X={"items": refer("Y")}, Y={"items": refer("X")}),
        ["schema X: is new", "schema Y: is new", "schema A: is gone", "schema B: is gone"],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "changes", "unseen"), CASES)
def test_a_name_is_no_change(old: Any, new: Any, changes: list[str], unseen: list[str]) -> None:
    found = api_diff(old, new)
    assert [change.line for change in found.changes] == changes
    names = sorted(change.line.removeprefix("schema ") for change in found.unseen)
    assert names == sorted(line.removeprefix("schema ") for line in unseen)
