"""Requirements name components, and components are schemes themselves."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import check_rule

from specmend.generate.normalize.security import name_security_schemes
from specmend.generate.normalize.table import normalize

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
LOGIN = {"type": "http", "scheme": "basic"}


def document(version: str, security: Any, schemes: Any, **more: Any) -> dict[str, Any]:
    return {
        "openapi": version,
        "security": security,
        "paths": {"/a": {"get": {"security": security}}},
        "components": {"securitySchemes": schemes},
        **more,
    }


ROWS: list[tuple[Any, Any]] = [
    (document("3.0.4", [{"k": []}], {"k": KEY}), document("3.0.4", [{"k": []}], {"k": KEY})),
    (
        document(
            "3.1.1", [{"k": ["x"]}], {"k": {"$ref": "#/components/securitySchemes/b"}, "b": LOGIN}
        ),
        document("3.1.1", [{"k": ["x"]}], {"k": LOGIN, "b": LOGIN}),
    ),
    (
        document("3.2.0", [{"#/components/securitySchemes/k": []}], {"k": KEY}),
        document("3.2.0", [{"k": []}], {"k": KEY}),
    ),
    (
        document(
            "3.2.0",
            [{"https://a.test/x#/x-all/k": ["s"], "k": []}],
            {"k": KEY},
            **{"$self": "https://a.test/x", "x-all": {"k": LOGIN}},
        ),
        document(
            "3.2.0",
            [{"k_": ["s"], "k": []}],
            {"k": KEY, "k_": LOGIN},
            **{"$self": "https://a.test/x", "x-all": {"k": LOGIN}},
        ),
    ),
    (
        document("3.2.0", [{"lost": []}], {"k": KEY}),
        document("3.2.0", [{"lost": []}], {"k": KEY}),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_rule(before: Any, after: Any) -> None:
    check_rule(name_security_schemes, before, after)


def test_the_rule_comes_before_the_uri_of_the_document_goes() -> None:
    name = "https://a.test/x#/components/securitySchemes/k"
    made = normalize(document("3.2.0", [{name: []}], {"k": KEY}, **{"$self": "https://a.test/x"}))
    assert (made["security"], "$self" in made) == ([{"k": []}], False)
