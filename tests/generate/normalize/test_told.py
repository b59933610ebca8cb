"""A property by which classes are told apart has no direction."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_rule, of_schemas, ref, thing

from specmend.generate.normalize.told import keep_told_properties

READ: dict[str, Any] = {"type": "string", "readOnly": True}
TOLD: dict[str, Any] = {"type": "string", "readOnly": False, "writeOnly": False}
BY_KIND = {"discriminator": {"propertyName": "kind"}}

ROWS: dict[str, tuple[Any, Any]] = {
    "no discriminator": (of_schemas(A=thing(kind=READ)), of_schemas(A=thing(kind=READ))),
    "no direction": (
        of_schemas(A={**BY_KIND, **thing(kind=STRING)}),
        of_schemas(A={**BY_KIND, **thing(kind=STRING)}),
    ),
    "branches of a union": (
        of_schemas(
            Pet={"oneOf": [ref("Cat"), thing(kind=READ)], **BY_KIND},
            Cat=thing(kind=READ, id=READ),
            Dog=thing(kind=READ),
        ),
        of_schemas(
            Pet={"oneOf": [ref("Cat"), thing(kind=TOLD)], **BY_KIND},
            Cat=thing(kind=TOLD, id=READ),
            Dog=thing(kind=READ),
        ),
    ),
    "inside of allOf": (
        of_schemas(
            Pet={"anyOf": [ref("Cat")], **BY_KIND},
            Cat={"allOf": [ref("Base"), thing(a=STRING)]},
            Base=thing(kind=READ),
        ),
        of_schemas(
            Pet={"anyOf": [ref("Cat")], **BY_KIND},
            Cat={"allOf": [ref("Base"), thing(a=STRING)]},
            Base=thing(kind=TOLD),
        ),
    ),
    "children of a class": (
        of_schemas(
            Pet={**BY_KIND, **thing(kind=READ)},
            Cat={"allOf": [ref("Pet"), thing(kind={**READ, "enum": ["cat"]})]},
            Lion={"allOf": [ref("Cat"), thing(kind=ref("Kind"))]},
            Kind=READ,
        ),
        of_schemas(
            Pet={**BY_KIND, **thing(kind=TOLD)},
            Cat={"allOf": [ref("Pet"), thing(kind={**TOLD, "enum": ["cat"]})]},
            Lion={"allOf": [ref("Cat"), thing(kind=ref("Kind", readOnly=False, writeOnly=False))]},
            Kind=READ,
        ),
    ),
    "a class that refers to itself": (
        of_schemas(Pet={**BY_KIND, "allOf": [ref("Pet"), thing(kind=READ)]}),
        of_schemas(Pet={**BY_KIND, "allOf": [ref("Pet"), thing(kind=TOLD)]}),
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_before_and_after(name: str) -> None:
    check_rule(keep_told_properties, *ROWS[name])
