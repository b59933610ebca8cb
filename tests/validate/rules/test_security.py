"""Security requirements name schemes that the document has."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import VERSIONS, document, operation, told

SCHEMES = {"securitySchemes": {"key": {"type": "apiKey", "name": "k", "in": "query"}}}
NOPE = "no security scheme has the name 'nope'"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_scheme_must_be_there(version: str) -> None:
    good = document(version, components=SCHEMES, security=[{}, {"key": []}])
    assert told("security", good) == []
    everywhere = document(
        version,
        components=SCHEMES,
        security=[{"nope": []}],
        paths={"/a": {"get": operation(security=[{"key": [], "nope": []}])}},
    )
    assert sorted(told("security", everywhere)) == [
        ("/paths/~1a/get/security/0/nope", NOPE),
        ("/security/0/nope", NOPE),
    ]
    assert told("security", document(version, security=[{"nope": []}])) == [
        ("/security/0/nope", NOPE)
    ]


def test_from_3_2_on_it_may_be_a_uri_of_a_scheme() -> None:
    pointer = "#/components/securitySchemes/key"
    for version, faults in (("3.1.0", 1), ("3.2.0", 0)):
        tree = document(version, components=SCHEMES, security=[{pointer: []}])
        assert len(told("security", tree)) == faults
