"""References into the inside of a document become references to components."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_rule, of_schemas, ref, thing

from specmend.generate.normalize.deep_references import lift_deep_references

ROWS: list[tuple[Any, Any]] = [
    (of_schemas(A=thing(b=ref("B")), B=STRING), of_schemas(A=thing(b=ref("B")), B=STRING)),
    (of_schemas(A=ref("A/properties/lost")), of_schemas(A=ref("A/properties/lost"))),
    (
        of_schemas(A=thing(b=thing(c=STRING)), B=ref("A/properties/b")),
        of_schemas(A=thing(b=ref("AB")), B=ref("AB"), AB=thing(c=STRING)),
    ),
    (
        of_schemas(A={"items": thing(a=ref("A/items"))}),
        of_schemas(A={"items": ref("AItem")}, AItem=thing(a=ref("AItem"))),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(lift_deep_references, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
