"""What all rules know of a document."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import VERSIONS, document

from specmend.validate.rules.scope import Scope


@pytest.mark.parametrize("version", VERSIONS)
def test_it_knows_the_version(version: str) -> None:
    scope = Scope(tree=document(version))
    assert (scope.version, scope.is_30, scope.is_32) == (
        version[:3], version == "3.0.3", version == "3.2.0",
    )  # fmt: skip


def test_it_follows_references() -> None:
    tree = document(components={"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {}}})
    scope = Scope(tree=tree)
    assert scope.follow(("components", "schemas", "A")) == (("components", "schemas", "B"), {})
    assert scope.resolve("#/components/schemas/C", ()) is None


def test_it_finds_the_objects_of_a_kind_once() -> None:
    scope = Scope(tree=document(servers=[{"url": "/"}]))
    assert scope.found("server") == [(("servers", 0), {"url": "/"})]
    assert scope.found("server") is scope.found("server")


def test_references_stay_where_they_are_plain() -> None:
    scope = Scope(tree=document())
    assert scope.plain is scope.tree
