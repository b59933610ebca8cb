"""The values of discriminators lead to schemas."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, told


def tree(version: str, *, default: str = "", schema: Any = None, **mapping: str) -> Any:
    discriminator: Any = {"propertyName": "kind", "mapping": mapping}
    if default:
        discriminator["defaultMapping"] = default
    schemas = {"A": {"discriminator": discriminator}, "B": schema or {"type": "object"}}
    return document(version, components={"schemas": schemas})


@pytest.mark.parametrize("version", VERSIONS)
def test_a_value_leads_to_a_schema(version: str) -> None:
    assert told("mappings", tree(version, b="#/components/schemas/B")) == []
    assert told("mappings", tree(version, b="B")) == []
    assert told("mappings", tree(version, b="B", x="#/components/schemas/Nope", y="Nope")) == [
        (f"/components/schemas/A/discriminator/mapping/{key}",
         f"the discriminator leads to {target}, which is no schema here")
        for key, target in (("x", "#/components/schemas/Nope"), ("y", "Nope"))
    ]  # fmt: skip


def test_so_does_the_default_of_3_2_and_a_name_that_a_schema_gives_itself() -> None:
    assert told("mappings", tree("3.2.0", default="B")) == []
    assert len(told("mappings", tree("3.2.0", default="C"))) == 1
    assert told("mappings", tree("3.1.0", schema={"$anchor": "bee"}, x="#bee")) == []
