"""Raw octets get one spelling; encoded text stays text."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_everywhere, check_schema_rule, thing

from specmend.generate.normalize.binary import spell_binary

ROWS: list[tuple[Any, Any]] = [
    ({"type": "string", "format": "binary"}, {"type": "string", "format": "binary"}),
    ({"type": "string", "format": "byte"}, STRING),
    (
        {
            "type": "string",
            "contentEncoding": "base64",
            "contentMediaType": "application/octet-stream",
        },
        STRING,
    ),
    ({"contentMediaType": "application/octet-stream"}, {"type": "string", "format": "binary"}),
    ({"type": "string", "contentMediaType": "text/html"}, STRING),
    (
        {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"type": "object", "properties": {"a": {}}},
        },
        STRING,
    ),
    (thing(contentMediaType=STRING), thing(contentMediaType=STRING)),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(spell_binary, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(spell_binary, ROWS)
