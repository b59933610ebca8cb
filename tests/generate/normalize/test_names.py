"""Component schemas get names that can be classes."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    NULL,
    STRING,
    check_rule,
    of_schemas,
    ref,
)

from specmend.generate.normalize.names import unique_names

ROWS: list[tuple[Any, Any]] = [
    (
        of_schemas(PetStore=STRING, HTTPError=ref("PetStore")),
        of_schemas(PetStore=STRING, HTTPError=ref("PetStore")),
    ),
    (
        of_schemas(**{"pet.store": STRING, "A": ref("pet.store")}),
        of_schemas(PetStore=STRING, A=ref("PetStore")),
    ),
    (
        of_schemas(Client=STRING, A=ref("Client")),
        of_schemas(ClientModel=STRING, A=ref("ClientModel")),
    ),
    (
        of_schemas(Client=STRING, ClientModel=STRING),
        of_schemas(ClientModel2=STRING, ClientModel=STRING),
    ),
    (of_schemas(pet=STRING, Pet=STRING), of_schemas(Pet2=STRING, Pet=STRING)),
    (of_schemas(TimeoutError=STRING), of_schemas(TimeoutErrorModel=STRING)),
    (of_schemas(**{"1st": STRING, "é": STRING}), of_schemas(Model1St=STRING, Model=STRING)),
    (
        of_schemas(cat=STRING, P={"anyOf": [ref("cat", **{"x-tags": ["cat"]}), NULL]}),
        of_schemas(Cat=STRING, P={"anyOf": [ref("Cat", **{"x-tags": ["cat"]}), NULL]}),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(unique_names, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
