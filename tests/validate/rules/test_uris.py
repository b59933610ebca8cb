"""Fields that are URIs, and the address of email."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import document, told

INFO = {"title": "T", "version": "1"}


@pytest.mark.parametrize("url", ["https://example.com/a?b#c", "terms.html", "", "mailto:a@b.c"])
def test_uris_and_relative_ones(url: str) -> None:
    assert told("uris", document(info={**INFO, "termsOfService": url})) == []


def test_others() -> None:
    flow = {"authorizationUrl": "https://a b", "scopes": {}}
    schemes = {"o": {"type": "oauth2", "flows": {"implicit": flow}}}
    tree = document(
        info={**INFO, "contact": {"url": "https://<host>/", "email": "at home"}},
        tags=[{"name": "t", "externalDocs": {"url": "no uri"}}],
        components={"securitySchemes": schemes},
    )
    assert told("uris", tree) == [
        ("/info/contact/url", "'url' is \"https://<host>/\" and not a URI"),
        ("/info/contact/email", "'email' is \"at home\" and not an address of email"),
        ("/tags/0/externalDocs/url", "'url' is \"no uri\" and not a URI"),
        ("/components/securitySchemes/o/flows/implicit/authorizationUrl",
         "'authorizationUrl' is \"https://a b\" and not a URI"),
    ]  # fmt: skip


def test_fields_of_later_versions_are_not_read_before() -> None:
    for version, count in (("3.0.3", 0), ("3.1.0", 1), ("3.2.0", 2)):
        found = told("uris", document(version, **{"$self": "a b", "jsonSchemaDialect": "a b"}))
        assert len(found) == count


def test_examples_and_schemas_elsewhere() -> None:
    for version, schemas in (("3.0.3", 0), ("3.1.0", 2), ("3.2.0", 2)):
        parts = {
            "schemas": {"A": {"$id": "a b", "$schema": "c d"}, "B": {"$id": "b.json"}},
            "examples": {"E": {"externalValue": "e f"}, "F": {"externalValue": "f.json"}},
        }
        found = [place for place, _ in told("uris", document(version, components=parts))]
        assert found.count("/components/examples/E/externalValue") == 1
        assert len(found) == 1 + schemas
