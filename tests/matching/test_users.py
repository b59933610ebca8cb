"""What refers to a place as a whole, in a tree and in those that share most of its parts."""

from __future__ import annotations

import pytest
from tests.matching.test_index import PET, REFERRING, document, refer

from specmend.document.openapi.references import address_of, references
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import remembering
from specmend.document.tree.values import Tree, get, remove, replace
from specmend.matching.users import users_of

MORE = replace(REFERRING, (*PET, "properties", "more"), refer("Zoo"))
TREES: list[tuple[str, Tree]] = [
    ("the first one", REFERRING),
    ("one less", remove(REFERRING, [("paths", "/pets", "parameters")])),
    ("one more", MORE),
    ("one more after it", replace(MORE, ("paths", "/more"), REFERRING["paths"]["/pets"])),
    ("a component less", remove(MORE, [("components", "schemas", "Zoo")])),
    ("all components less", remove(REFERRING, [("components",)])),
    ("a path that is a reference", replace(REFERRING, ("paths", "/pets"), refer("Pet"))),
    ("a path that is none", replace(REFERRING, ("paths", "/shared"), REFERRING["paths"]["/0"])),
    ("a value that is a list", replace(REFERRING, ("paths",), [REFERRING["paths"]["/pets"]])),
    ("another document", {"paths": document("Pet", "Zoo")["paths"]}),
    ("a reference", refer("Pet")),
    ("nothing", {}),
    ("the first one again", REFERRING),
]
PLACES: list[Address] = [
    PET,
    ("components", "schemas", "Zoo"),
    ("components", "schemas", "Pet/b"),
    (*PET, "properties", "mate"),
    ("components", "pathItems", "Shared"),
    ("components", "schemas"),
]


def plain(tree: Tree, place: Address) -> list[Address]:
    """The same, found by looking at every reference of the tree."""
    return [at[:-1] for at, name in references(tree) if address_of(name) == place]


def test_each_tree_of_a_run_has_its_own_users() -> None:
    with remembering():
        for name, tree in TREES:
            for place in PLACES:
                assert list(users_of(tree, place)) == plain(tree, place), name


@pytest.mark.parametrize("tree", [tree for _, tree in TREES], ids=[name for name, _ in TREES])
def test_without_a_run_they_are_the_same(tree: Tree) -> None:
    for place in PLACES:
        assert list(users_of(tree, place)) == plain(tree, place)


def test_the_objects_that_refer_to_a_place_as_a_whole() -> None:
    users = users_of(REFERRING, PET)
    assert len(users) > 3
    for user in users:
        assert get(REFERRING, user)["$ref"] == "#/components/schemas/Pet"
