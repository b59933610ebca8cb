"""What stands at each place of a document of Swagger 2.0."""

from __future__ import annotations

from functools import reduce

import pytest

from specmend.document.openapi.kinds import DOCUMENT, Spot
from specmend.document.openapi.swagger import spot_below_20
from specmend.document.tree.pointer import Address

GET: Address = ("paths", "/pets", "get")


@pytest.mark.parametrize(
    ("address", "spot"),
    [
        (("definitions", "Pet"), ("one", "schema")),
        (("definitions", "Pet", "properties", "a"), ("one", "schema")),
        (("definitions", "Pet", "discriminator"), ("one", "unknown")),
        (("parameters", "limit"), ("one", "parameter")),
        (("responses", "Fine"), ("one", "response")),
        (GET, ("one", "operation")),
        ((*GET, "parameters", 0, "schema"), ("one", "schema")),
        ((*GET, "parameters", 0, "default"), ("one", "data")),
        ((*GET, "responses", "200", "schema", "items"), ("one", "schema")),
        ((*GET, "responses", "200", "examples", "application/json"), ("one", "data")),
        ((*GET, "responses", "x-a"), ("one", "data")),
        (("x-a",), ("one", "data")),
        (("info", "title"), ("one", "unknown")),
    ],
)
def test_a_place_has_its_kind(address: Address, spot: tuple[str, str]) -> None:
    found: Spot = reduce(spot_below_20, address, DOCUMENT)
    assert found == spot
