"""The laws of normalization and of types, over random documents."""

from __future__ import annotations

import ast
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.properties.canonical_forms import misfit
from tests.strategies.documents import documents

from specmend.document.openapi.objects import objects
from specmend.generate.normalize.canonical.rule import write_canonical_schemas
from specmend.generate.normalize.table import RULES, normalize
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import Writer

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(documents())
def test_a_normalized_document_stays_as_it_is(tree: Any) -> None:
    once = normalize(tree)
    assert normalize(once) == once


@few
@given(documents())
def test_each_rule_leaves_its_document_alone_and_says_all_at_once(tree: Any) -> None:
    for rule in RULES:
        given_tree = deepcopy(tree)
        made = rule(tree)
        assert tree == given_tree, rule.__name__
        assert rule(made) == made, rule.__name__
        tree = made


@few
@given(documents())
def test_a_canonical_schema_has_one_of_a_few_forms(tree: Any) -> None:
    made = write_canonical_schemas(tree)
    assert not list(filter(None, (misfit(one, place) for place, one in objects(made, "schema"))))


@few
@given(documents())
def test_a_normalized_schema_has_one_of_a_few_forms(tree: Any) -> None:
    made = normalize(tree)
    assert not list(filter(None, (misfit(one, place) for place, one in objects(made, "schema"))))


@few
@given(documents())
def test_the_type_of_every_schema_is_code(tree: Any) -> None:
    made = normalize(tree)
    types = TypeReader(made)
    writers = [
        Writer(),
        Writer(checked=True),
        Writer(given=True, hidden={"list", "dict", "str"}),
        Writer(given=True, upload=True),
    ]
    for place, schema in objects(made, "schema"):
        for writer in writers:
            text = writer.write(types.read(schema))
            assert "\n" not in text, place
            ast.parse(text, mode="eval")


@few
@given(documents())
def test_the_fields_of_every_class_have_names_of_their_own(tree: Any) -> None:
    types = TypeReader(normalize(tree))
    fields = FieldReader(types)
    for name in types.classes:
        names = [field.name for field in fields.all(name)]
        assert len(names) == len(set(names)), name
        assert all(one.isidentifier() for one in names), name
