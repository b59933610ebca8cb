"""What is asked often of large trees: the leaves of a value, and what refers to a schema."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import references
from specmend.document.tree.remembered import remembering
from specmend.document.tree.values import Tree, remove, replace
from specmend.matching.index import leaves_in, parts_of, referrers, uses_of, votes


def document(*names: str) -> dict[str, Any]:
    """A document whose operations refer to schemas."""
    paths = {}
    for number, name in enumerate(names):
        schema = {"$ref": f"#/components/schemas/{name}"}
        media = {"application/json": {"schema": schema}}
        paths[f"/{number}"] = {"get": {"responses": {"200": {"content": media}}}}
    return {"openapi": "3.1.0", "paths": paths}


OLD = document("Pet", "Pet", "Pet", "Pet", "Error")
CASES: list[tuple[dict[str, Any], str, str, float]] = [
    (document("Pet", "Pet", "Pet", "Pet", "Error"), "Pet", "Pet", 1.0),
    (document("Animal", "Animal", "Animal", "Pet", "Error"), "Pet", "Animal", 0.75),
    (document("Animal"), "Pet", "Animal", 0.25),
    (document("Animal"), "Pet", "Error", 0.0),
    (document("Animal"), "Nobody", "Animal", 0.0),
    (document("a~1b", "x"), "Pet", "a/b", 0.25),
]


@pytest.mark.parametrize(("new", "before", "after", "share"), CASES)
def test_the_share_of_references_that_lead_to_another_schema_now(
    new: dict[str, Any], before: str, after: str, share: float
) -> None:
    assert votes(OLD, new, before, after) == share


def test_the_leaves_of_equal_values_are_equal() -> None:
    one, other = {"a": [1, {"b": 2}]}, {"a": [{"b": 2}, 1]}
    assert leaves_in(one) == leaves_in(other)
    assert len(leaves_in(one)) == 2
    with remembering():
        assert leaves_in(one) is leaves_in(one)


def refer(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


REFERRING: Tree = {
    "paths": {
        "/shared": {"$ref": "#/components/pathItems/Shared"},
        "/pets": {"parameters": [{"schema": refer("Pet")}], "get": {"x-data": refer("Pet")}},
        **document("Pet", "Pet~1b", "Error")["paths"],
    },
    "components": {
        "pathItems": {"Shared": {"get": {"responses": {"200": {"$ref": "#/components/none"}}}}},
        "schemas": {
            "Pet": {"properties": {"mate": refer("Pet"), "zoo": refer("Zoo")}},
            "Zoo": {"items": refer("Pet/properties/mate"), "example": refer("Pet")},
            "Error": refer("Nobody"),
        },
    },
    "webhooks": {"new": {"post": {"requestBody": {"content": {"a/b": {"schema": refer("Pet")}}}}}},
}
PET = ("components", "schemas", "Pet")


@pytest.mark.parametrize(
    "tree",
    [
        REFERRING,
        remove(REFERRING, [("paths", "/pets", "parameters")]),
        replace(REFERRING, (*PET, "properties", "more"), refer("Error")),
        refer("Pet"),
        {},
    ],
    ids=["all", "one less", "one more", "a reference", "nothing"],
)
def test_the_references_of_a_tree_that_shares_parts_are_its_own(tree: Tree) -> None:
    plain: dict[str, list[Any]] = {}
    for address, reference in references(tree):
        plain.setdefault(schema_named(reference), []).append(address)
    with remembering():
        assert referrers(REFERRING, "Pet")
        for name in ("", "Pet", "Pet/b", "Zoo", "Error", "Nobody", "Other"):
            assert list(referrers(tree, name)) == plain.get(name, [])


@pytest.mark.parametrize(
    ("component", "uses"),
    [
        # One operation, one parameter, one webhook, and the list of another schema.
        (PET, 4),
        (("components", "schemas", "Zoo"), 1),
        (("components", "schemas", "Error"), 1),
        (("components", "pathItems", "Shared"), 1),
        (("components", "schemas", "Nobody"), 0),
    ],
)
def test_what_is_outside_of_a_component_uses_it(component: Any, uses: int) -> None:
    assert uses_of(REFERRING, component) == uses


def test_the_parts_of_a_document_are_those_of_its_parts() -> None:
    paths = REFERRING["paths"]
    spot = spot_at(("paths",))
    assert [at for at, _ in parts_of((), REFERRING) if at[0] == "paths"] == [
        at for at, _ in parts_of(("paths",), paths, spot)
    ]
    pets = ("paths", "/pets", "parameters")
    ((at, found),) = parts_of(pets, paths["/pets"]["parameters"], spot_at(pets))
    assert at == pets
    assert list(found.places) == ["#/components/schemas/Pet"]
