"""A link says the same by an id and by a reference to the operation."""

from __future__ import annotations

import pytest

from specmend.document.tree.values import Tree
from specmend.matching.linked import link_pairs, meant_by_link

TREE: Tree = {
    "paths": {"/pets": {"get": {"operationId": "list"}, "post": {"responses": {}}}},
}
LIST = "#/paths/~1pets/get"
POST = "#/paths/~1pets/post"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ({"operationId": "list"}, [("operationId", "list")]),
        ({"operationRef": LIST}, [("operationId", "list")]),
        ({"operationRef": POST}, [("operationRef", POST)]),
        ({"operationRef": "other.yaml#/paths"}, [("operationRef", "other.yaml#/paths")]),
        ({"parameters": {"id": "$url"}}, [("parameters", "id"), ("passed", ["id", "$url"])]),
        (
            {"parameters": {"path.id": "$url"}},
            [("parameters", "path.id"), ("passed", ["id", "$url"])],
        ),
        ({"parameters": {"a.b": 1}}, [("parameters", "a.b"), ("passed", ["a.b", 1])]),
    ],
)
def test_what_a_link_says(link: dict[str, Tree], said: list[tuple[str, Tree]]) -> None:
    assert [pair[:2] for pair in link_pairs(TREE, link)] == said


def test_a_link_by_a_reference_means_one_by_an_id() -> None:
    assert meant_by_link(TREE, {"operationRef": LIST, "x-a": 1}) == {
        "operationId": "list",
        "x-a": 1,
    }
    assert meant_by_link(TREE, {"operationRef": POST}) == {"operationRef": POST}
