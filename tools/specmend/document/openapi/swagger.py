"""What each object of Swagger 2.0 holds: the kinds of OpenAPI at the places of 2.0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.document.openapi.kinds import DATA, PARTS, UNKNOWN, Spot, spot_below
from specmend.document.openapi.operations import METHODS

_ONE_SCHEMA: Final = Spot("one", "schema")
_PARAMETERS: Final = {"parameters": Spot("list", "parameter")}
_SECURITY: Final = {"security": Spot("list", "security requirement")}

PARTS_20: Final[Mapping[str, Mapping[str, Spot]]] = {
    "document": {
        "paths": Spot("patterned", "path item"),
        "definitions": Spot("map", "schema"),
        "parameters": Spot("map", "parameter"),
        "responses": Spot("map", "response"),
        "securityDefinitions": Spot("map", "security scheme"),
        **_SECURITY,
        "tags": Spot("list", "tag"),
    },
    "path item": {**dict.fromkeys(METHODS, Spot("one", "operation")), **_PARAMETERS},
    "operation": {**_PARAMETERS, "responses": Spot("patterned", "response"), **_SECURITY},
    "parameter": {"schema": _ONE_SCHEMA, "default": DATA, "enum": DATA},
    "response": {"schema": _ONE_SCHEMA, "headers": Spot("map", "header"), "examples": DATA},
    "header": {"default": DATA, "enum": DATA},
    "security scheme": {"scopes": Spot("map", "data")},
    "schema": {
        key: spot for key, spot in PARTS["schema"].items() if key not in ("discriminator", "$defs")
    },
}
"""The objects of the Swagger 2.0 specification, section "Schema"."""


def spot_below_20(spot: Spot, token: str | int) -> Spot:
    """What stands under a key, or under an index, of what stands at a spot of Swagger 2.0."""
    is_field = isinstance(token, str) and not token.startswith("x-")
    if is_field and spot.shape == "one" and spot.kind in PARTS_20:
        return PARTS_20[spot.kind].get(str(token), UNKNOWN)
    return spot_below(spot, token)
