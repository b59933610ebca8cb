"""A value of a wrong type is refused at its place before anything is generated, all at once."""

from __future__ import annotations

import pytest

from specmend.document.text.document import parse_document
from specmend.errors import RepositoryError
from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan
from specmend.generate.shapes import check_shapes
from specmend.generate.source import Source

FINE = "openapi: 3.1.0\npaths:\n  /a:\n    get: {responses: {'200': {$ref: '#/x'}}}\n"

WRONG = """openapi: 3.1.0
tags: 5
paths:
  /a:
  /b:
    get:
      operationId: 5
      parameters: [5]
      responses: &r
        '200':
    put:
      responses: *r
components:
  schemas: {$ref: schemas.yaml, A: true}
"""

PROBLEMS = [
    ("a.yaml:2:1", "tags is not a list", "5"),
    ("a.yaml:4:3", "/a is not an object", "null"),
    ("a.yaml:7:7", "operationId is not a string", "5"),
    ("a.yaml:8:20", "parameters[0] is not an object", "5"),
    ("a.yaml:10:9", "200 is not an object", "null"),
    ("a.yaml:12:7", "200 is not an object", "null"),
    ("a.yaml:14:13", "$ref is not an object or a boolean", '"schemas.yaml"'),
]


def test_a_document_of_the_right_types_is_refused_by_nobody() -> None:
    document = parse_document(FINE, "a.yaml")
    check_shapes(Source(tree=document.tree, document=document))


def test_every_value_of_a_wrong_type_is_refused_at_its_place(plan: PackagePlan) -> None:
    document = parse_document(WRONG, "a.yaml")
    with pytest.raises(RepositoryError) as caught:
        generate(document.tree, plan, document)
    problems = caught.value.problems
    assert [(p.location, p.message, p.found) for p in problems] == PROBLEMS
    assert all(problem.expected and problem.advice for problem in problems)


def test_a_document_that_is_no_object_is_refused_as_a_whole() -> None:
    document = parse_document("- 1\n", "a.yaml")
    with pytest.raises(RepositoryError) as caught:
        check_shapes(Source(tree=document.tree, document=document))
    (problem,) = caught.value.problems
    assert (problem.location, problem.message) == ("a.yaml:1:1", "the document is not an object")
