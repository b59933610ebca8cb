"""What named edits refuse, with the place that stands in their way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.errors import ActionFailed
from specmend.steps.edits import checks

OPERATIONS: Any = {
    "paths": {
        "/a": {
            "query": {"operationId": "ask", "tags": ["t"], "responses": {}},
            "additionalOperations": {"LINK": {"operationId": "link", "tags": ["t"]}},
        }
    }
}


def linked(name: str, *, alone: bool = False) -> Any:
    """A document with a link to an operation; alone, the operation is not there."""
    links = {"components": {"links": {"l": {"operationId": name}}}}
    return links if alone else {**OPERATIONS, **links}


REF: Any = {"a": {"$ref": "#/b"}, "b": 1}

FINE: list[Callable[[], object]] = [
    lambda: checks.check_whole(((),)),
    lambda: checks.check_names({"a": "b"}, {"a": ()}, "thing", ()),
    lambda: checks.check_names({"a": "b", "b": "a"}, {"a": (), "b": ()}, "thing", ()),
    lambda: checks.check_apart((("a",), ("b", "a"))),
    lambda: checks.mapping_at({"a": {}}, ("a",)),
    lambda: checks.check_version({"openapi": "3.1.2"}, "3.1"),
    lambda: checks.check_references(REF, REF),
    lambda: checks.check_references({"a": {"$ref": "#/no"}}, {"a": {"$ref": "#/no"}}),
    lambda: checks.check_links(linked("ask"), linked("ask")),
    lambda: checks.check_links(linked("never"), linked("never")),
]


@pytest.mark.parametrize("check", FINE)
def test_what_is_well_passes(check: Callable[[], object]) -> None:
    check()


REFUSED: list[tuple[Callable[[], object], str, Address]] = [
    (lambda: checks.check_whole((("a",),)), "this edit concerns the whole document", ("a",)),
    (lambda: checks.check_names({"a": "b"}, {}, "tag", ("tags",)), "there is no tag a", ("tags",)),
    (
        lambda: checks.check_names({"a": "b"}, {"a": ("x",), "b": ()}, "tag", ()),
        "a would become b, which is taken",
        ("x",),
    ),
    (
        lambda: checks.check_names({"a": "c", "b": "c"}, {"a": ("x",), "b": ()}, "tag", ()),
        "a would become c, which is taken",
        ("x",),
    ),
    (
        lambda: checks.check_apart((("a", 0), ("a",))),
        "the rule selects a place inside another place that it selects",
        ("a", 0),
    ),
    (lambda: checks.mapping_at({"a": 1}, ("a",)), "this is not a schema", ("a",)),
    (lambda: checks.mapping_at({}, ("a",), "link"), "this is not a link", ("a",)),
    (
        lambda: checks.check_version({"openapi": "3.0.3"}, "3.1"),
        "this is not a document of OpenAPI 3.1",
        ("openapi",),
    ),
    (lambda: checks.check_version({}, "3.1"), "this is not a document of OpenAPI 3.1", ()),
    (
        lambda: checks.check_references(REF, {"a": {"$ref": "#/b"}}),
        "references would lead nowhere: #/b at $.a",
        ("a", "$ref"),
    ),
    (
        lambda: checks.check_links(linked("ask"), linked("ask", alone=True)),
        "links would name operations that are gone: ask at $.components.links.l",
        ("components", "links", "l"),
    ),
]


@pytest.mark.parametrize(("check", "message", "address"), REFUSED)
def test_what_stands_in_the_way_is_named(
    check: Callable[[], object], message: str, address: Address
) -> None:
    with pytest.raises(ActionFailed) as caught:
        check()
    assert (str(caught.value), caught.value.address) == (message, address)


@pytest.mark.parametrize(
    ("version", "answer"), [("3.0.3", True), ("3.0", True), ("3.1.0", False), (None, False)]
)
def test_a_document_of_30_is_known(version: Any, answer: bool) -> None:
    assert checks.is_30({"openapi": version}) is answer
