"""Components that are only another name give way to what they stand for."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    FREE,
    STRING,
    check_rule,
    mapped,
    of_schemas,
    ref,
    thing,
)

from specmend.generate.normalize.aliases import resolve_aliases

ROWS: list[tuple[Any, Any]] = [
    (
        of_schemas(A=thing(b=ref("B")), B=thing(c=STRING)),
        of_schemas(A=thing(b=ref("B")), B=thing(c=STRING)),
    ),
    (of_schemas(A=ref("B"), B=ref("A")), of_schemas(A=ref("B"), B=ref("A"))),
    (
        of_schemas(A=thing(b=ref("B", description="d")), B=ref("C"), C=ref("D"), D=thing(c=STRING)),
        of_schemas(A=thing(b=ref("D", description="d")), D=thing(c=STRING)),
    ),
    (
        of_schemas(
            A=thing(b=ref("B")), B={"allOf": [ref("C")], "description": "d"}, C=thing(c=STRING)
        ),
        of_schemas(A=thing(b=ref("C")), C=thing(c=STRING)),
    ),
    (
        of_schemas(A=thing(b=ref("B", description="mine")), B={**FREE, "description": "theirs"}),
        of_schemas(A=thing(b={**FREE, "description": "mine"})),
    ),
    (
        of_schemas(P=mapped("B", b="#/components/schemas/B"), B=ref("C"), C=thing(c=STRING)),
        of_schemas(P=mapped("C", b="#/components/schemas/C"), C=thing(c=STRING)),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(resolve_aliases, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
