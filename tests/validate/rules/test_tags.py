"""Tags are described once, and in OpenAPI 3.2 their parents are tags."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, rules_of, told

PLACE = "/tags/0/parent"


def tag(name: str, parent: str = "") -> Any:
    return {"name": name, **({"parent": parent, "kind": "nav"} if parent else {})}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_tag_that_is_there_twice_is_a_fault(version: str) -> None:
    assert told("tags", document(version, tags=[tag("a"), tag("b")])) == []
    found = told("tags", document(version, tags=[tag("a"), tag("b"), tag("a")]))
    assert found == [("/tags/2", "the tag 'a' is described twice")]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param([tag("a"), tag("b", "a"), tag("c", "b")], [], id="parents"),
        pytest.param([tag("b", "a"), tag("a")], [], id="a parent that follows"),
        pytest.param([tag("b", "a")], [(PLACE, "the parent 'a' of the tag 'b' is no tag")],
                     id="no tag"),
        pytest.param([tag("a", "a")], [(PLACE, "the parents of the tag 'a' lead back to it")],
                     id="itself"),
        pytest.param([tag("a", "b"), tag("b", "a"), tag("c", "a")],
                     [("/tags/0/parent", "the parents of the tag 'a' lead back to it"),
                      ("/tags/1/parent", "the parents of the tag 'b' lead back to it")],
                     id="a circle, and one that leads into it"),
    ],
)  # fmt: skip
def test_parents_of_tags(tags: list[Any], expected: list[tuple[str, str]]) -> None:
    tree = document("3.2.0", tags=tags)
    assert told("tags", tree) == expected
    assert set(rules_of(tree)) == {"tags" for _ in expected}


def test_parents_are_new_in_3_2() -> None:
    tree = document("3.1.0", tags=[tag("b", "a")])
    assert told("tags", tree) == []
    assert set(rules_of(tree)) == {"openapi"}
