"""Guesses at shared names: schemas by content and references, operations and tags by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.document.tree.values import Tree
from specmend.steps.learn.renames import renamed_operations, renamed_schemas, renamed_tags
from specmend.steps.proposal import Proposal

Recognizer = Callable[[Tree, Tree], Iterable[Proposal]]


def edit(name: str, **names: str) -> list[dict[str, Any]]:
    return [{"target": "$", "x-edit": {"name": name, "names": names}}]


SCHEMAS = "components: {schemas: {A: {type: string, title: a}, B: {enum: [1]}}}"
VOTED = """
    paths: {{/a: {{get: {{x: {{$ref: '#/components/schemas/{0}'}}}}}}}}
    components: {{schemas: {{{0}: {1}}}}}
"""
TWO = "paths: {{/a: {{get: {{{0}}}, put: {{{1}}}}}, /b: {{get: {{{2}}}}}}}"
CASES: dict[str, tuple[Recognizer, str, str, list[tuple[str, list[dict[str, Any]]]]]] = {
    "schemas that stay": (renamed_schemas, SCHEMAS, SCHEMAS, []),
    "a schema of another name": (
        renamed_schemas,
        SCHEMAS,
        SCHEMAS.replace("A:", "C:"),
        [("Rename schema A to C", edit("rename-schema", A="C"))],
    ),
    "two of them are a table first": (
        renamed_schemas,
        SCHEMAS,
        SCHEMAS.replace("A:", "C:").replace("B:", "D:"),
        [
            ("Rename 2 schemas", edit("rename-schema", A="C", B="D")),
            ("Rename schema A to C", edit("rename-schema", A="C")),
            ("Rename schema B to D", edit("rename-schema", B="D")),
        ],
    ),
    "nothing in common and no reference": (
        renamed_schemas,
        "components: {schemas: {A: {type: string}}}",
        "components: {schemas: {B: {enum: [1]}}}",
        [],
    ),
    "nothing in common, but the references moved": (
        renamed_schemas,
        VOTED.format("A", "{type: string}"),
        VOTED.format("B", "{enum: [1]}"),
        [("Rename schema A to B", edit("rename-schema", A="B"))],
    ),
    "operations that stay": (
        renamed_operations,
        TWO.format("operationId: a", "operationId: b", ""),
        TWO.format("operationId: a", "operationId: b", ""),
        [],
    ),
    "an operation of another id": (
        renamed_operations,
        TWO.format("operationId: a", "operationId: b", ""),
        TWO.format("operationId: c", "operationId: b", ""),
        [("Rename operation a to c", edit("rename-operation", a="c"))],
    ),
    "an id that came or went is no rename": (
        renamed_operations,
        TWO.format("operationId: a", "", ""),
        TWO.format("", "operationId: b", ""),
        [],
    ),
    "tags that stay": (
        renamed_tags,
        TWO.format("tags: [a]", "tags: [b]", ""),
        TWO.format("tags: [a]", "tags: [b]", ""),
        [],
    ),
    "a tag of another name in two operations": (
        renamed_tags,
        TWO.format("tags: [a, x]", "tags: [a]", ""),
        TWO.format("tags: [b, x]", "tags: [b]", ""),
        [("Rename tag a to b", edit("rename-tag", a="b"))],
    ),
    "most operations decide": (
        renamed_tags,
        TWO.format("tags: [a]", "tags: [a]", "tags: [a]"),
        TWO.format("tags: [b]", "tags: [c]", "tags: [c]"),
        [("Rename tag a to c", edit("rename-tag", a="c"))],
    ),
    "two tags do not become one": (
        renamed_tags,
        TWO.format("tags: [a]", "tags: [a]", "tags: [b]"),
        TWO.format("tags: [c]", "tags: [c]", "tags: [c]"),
        [("Rename tag a to c", edit("rename-tag", a="c"))],
    ),
    "two tags for two others say nothing": (
        renamed_tags,
        TWO.format("tags: [a, b]", "", ""),
        TWO.format("tags: [c, d]", "", ""),
        [],
    ),
    "tags that are no list of texts": (
        renamed_tags,
        TWO.format("tags: a", "tags: [1]", ""),
        TWO.format("tags: b", "tags: [2]", ""),
        [],
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_a_guess_at_a_shared_name(case: str, form: str) -> None:
    recognize, old, new, expected = CASES[case]
    assert steps(recognize(tree_of(old, form), tree_of(new, form))) == expected


def shop(names: list[str]) -> dict[str, Any]:
    """Operations with these ids and tags, and a schema of each name that its operation names."""
    reference = "#/components/schemas/"
    paths = {
        f"/{number}": {
            "get": {"operationId": name, "tags": [name], "x": {"$ref": reference + name}}
        }
        for number, name in enumerate(names)
    }
    schemas = {name: {"type": "object", "title": str(at)} for at, name in enumerate(names)}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}


unique = st.lists(
    st.from_regex(r"[a-z]{2,6}", fullmatch=True), min_size=2, max_size=8, unique=True
).filter(lambda words: len(words) % 2 == 0)


@given(unique)
def test_the_first_guesses_together_make_the_edited_document(words: list[str]) -> None:
    half = len(words) // 2
    tree, new = shop(words[:half]), shop(words[half:])
    for recognize in (renamed_schemas, renamed_operations, renamed_tags):
        tree = after(tree, [next(iter(recognize(tree, new)))])
    assert tree == new
