"""Components that make no class and that nothing refers to go."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    CHOICE,
    STRING,
    check_rule,
    of_schemas,
    ref,
    thing,
)

from specmend.generate.normalize.unused import drop_unused

ROWS: list[tuple[Any, Any]] = [
    (of_schemas(A=thing(b=ref("B")), B=CHOICE), of_schemas(A=thing(b=ref("B")), B=CHOICE)),
    (
        of_schemas(
            A=thing(b=STRING),
            B={"oneOf": [ref("C"), STRING]},
            C=CHOICE,
            D={"type": "array", "items": {}},
        ),
        of_schemas(A=thing(b=STRING)),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(drop_unused, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
