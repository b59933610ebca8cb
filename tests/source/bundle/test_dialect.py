"""Which kinds may be components in which version, and where these are kept."""

from __future__ import annotations

import pytest

from specmend.document.openapi.kinds import Spot
from specmend.source.bundle.dialect import OPENAPI, SWAGGER, dialect_of


@pytest.mark.parametrize(
    ("spot", "of_openapi", "of_swagger"),
    [
        (Spot("one", "schema"), ("components", "schemas"), ("definitions",)),
        (Spot("one", "parameter"), ("components", "parameters"), ("parameters",)),
        (Spot("one", "request body"), ("components", "requestBodies"), None),
        (Spot("one", "path item"), None, None),
        (Spot("one", "operation"), None, None),
        (Spot("map", "schema"), None, None),
        (Spot("list", "parameter"), None, None),
    ],
)
def test_a_component_has_a_section(
    spot: Spot, of_openapi: tuple[str, ...] | None, of_swagger: tuple[str, ...] | None
) -> None:
    assert OPENAPI.section_of(spot) == of_openapi
    assert SWAGGER.section_of(spot) == of_swagger


def test_the_document_says_which_dialect_it_is_written_in() -> None:
    assert dialect_of({"swagger": "2.0"}) is SWAGGER
    assert dialect_of({"openapi": "3.0.3"}) is OPENAPI
    assert dialect_of([]) is OPENAPI
