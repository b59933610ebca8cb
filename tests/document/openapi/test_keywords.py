"""The table of keywords: complete beside the metaschemas of the standards."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator, validators
from openapi_spec_validator.schemas import schema_v30

from specmend.document.openapi import keywords
from specmend.document.openapi.keywords import KEYWORDS, NEW_IN_31

# What OpenAPI adds to JSON Schema 2020-12 (OpenAPI 3.1 section 4.8.24).
OF_OPENAPI = {"discriminator", "xml", "externalDocs", "example"}

# Kept by the metaschema of 2020-12 for older schemas; only the first one has a meaning.
DEPRECATED = {"definitions", "dependencies", "$recursiveAnchor", "$recursiveRef"}


def of_json_schema() -> set[str]:
    """The keywords that the metaschema and its vocabularies describe."""
    metaschema: Any = Draft202012Validator.META_SCHEMA
    registry: Any = vars(validators)["SPECIFICATIONS"]
    names = set(metaschema["properties"])
    for part in metaschema["allOf"]:
        uri = f"https://json-schema.org/draft/2020-12/{part['$ref']}"
        names |= set(registry.contents(uri)["properties"])
    return names


def test_every_keyword_of_json_schema_is_in_the_table() -> None:
    known = {*KEYWORDS, "$ref"}
    assert of_json_schema() - DEPRECATED <= known
    assert known - of_json_schema() == OF_OPENAPI | {"nullable"}


def test_every_keyword_of_openapi_30_is_in_the_table_and_no_new_one() -> None:
    of_30 = set(schema_v30["definitions"]["Schema"]["properties"])
    assert set(KEYWORDS) - NEW_IN_31 - {"definitions"} == of_30


@pytest.mark.parametrize(
    ("keyword", "holds"),
    [
        ("items", "schema"),
        ("unevaluatedProperties", "schema"),
        ("unevaluatedItems", "schema"),
        ("contentSchema", "schema"),
        ("prefixItems", "list"),
        ("oneOf", "list"),
        ("properties", "map"),
        ("dependentSchemas", "map"),
        ("$defs", "map"),
        ("default", "data"),
        ("const", "data"),
        ("required", "value"),
        ("dependentRequired", "value"),
        ("discriminator", "object"),
    ],
)
def test_what_a_keyword_holds(keyword: str, holds: str) -> None:
    assert KEYWORDS[keyword] == holds


@pytest.mark.parametrize(
    "group",
    [
        "COMPOSITIONS",
        "UNIONS",
        "APPLICATORS",
        "VALUES",
        "OBJECT_KEYWORDS",
        "EXAMPLES",
        "OF_THE_PLACE",
        "ANNOTATIONS",
        "SETS",
        "NEUTRAL",
        "NEW_IN_31",
    ],
)
def test_a_group_of_keywords_has_only_keywords(group: str) -> None:
    assert set(getattr(keywords, group)) <= set(KEYWORDS)


def test_no_annotation_allows_or_forbids_a_value() -> None:
    assert keywords.ANNOTATIONS.isdisjoint({*keywords.APPLICATORS, *keywords.VALUES, "type"})
    assert keywords.PROSE_KEYWORDS - {"summary"} <= keywords.ANNOTATIONS
