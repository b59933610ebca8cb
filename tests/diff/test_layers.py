"""The schemas that together describe one value."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import document, refer

from specmend.diff.layers import layers_of
from specmend.diff.side import side_of

STRING = {"type": "string"}
NULL = {"allOf": [{"type": "null"}]}
S = ("components", "schemas", "S")

CASES: list[tuple[Any, list[Any]]] = [
    # A schema, and where its layers stand: inside it, or the name of another component.
    (STRING, [()]),
    (False, [()]),
    (refer("Pet"), [(), "Pet"]),
    ({"allOf": [STRING, refer("Pet")]}, [(), ("allOf", 0), ("allOf", 1), "Pet"]),
    ({"anyOf": [NULL, STRING]}, [(), ("anyOf", 1)]),
    ({"anyOf": [STRING, refer("Pet")]}, [()]),
    ({"allOf": [refer("S")]}, [(), ("allOf", 0)]),
    (refer("Nowhere"), [()]),
]


@pytest.mark.parametrize(("schema", "places"), CASES)
def test_where_layers_stand(schema: Any, places: list[Any]) -> None:
    side = side_of("new", document({"S": schema, "Pet": {"type": "object"}}))
    expected = [(*S[:2], one) if isinstance(one, str) else (*S, *one) for one in places]
    assert [layer.address for layer in layers_of(side, [S])] == expected


def test_a_layer_knows_its_component() -> None:
    side = side_of("new", document({"S": refer("Pet"), "Pet": STRING}))
    own, pet = layers_of(side, [S])
    assert (own.component, pet.component) == (None, (*S[:2], "Pet"))
    assert (*S[:2], "Pet") in side.met
