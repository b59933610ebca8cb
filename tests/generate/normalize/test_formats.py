"""Only formats that both generators read alike stay."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_everywhere, check_schema_rule, thing

from specmend.generate.normalize.formats import drop_unshared_formats

ROWS: list[tuple[Any, Any]] = [
    (
        {"type": ["string", "null"], "format": "date-time"},
        {"type": ["string", "null"], "format": "date-time"},
    ),
    (thing(format=STRING), thing(format=STRING)),
    ({"type": "string", "format": "email"}, STRING),
    ({"type": "integer", "format": "int64"}, {"type": "integer"}),
    ({"type": "number", "format": "date-time"}, {"type": "number"}),
    ({"format": "uuid"}, {"format": "uuid"}),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(drop_unshared_formats, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(drop_unshared_formats, ROWS)
