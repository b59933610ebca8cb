"""What webhooks send becomes a component; the webhooks themselves stay as they are."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, json_body, ref, thing

from specmend.generate.normalize.webhooks import RECEIVED, keep_webhook_payloads

PET = thing(name=STRING)
HOOK = {"post": {"requestBody": json_body(PET)}}

ROWS: dict[str, tuple[Any, Any, list[str]]] = {
    "no webhooks": ({}, {}, []),
    "a webhook without a body": ({"new": {"post": {}}}, {}, []),
    "a shared schema": ({"new": {"post": {"requestBody": json_body(ref("Pet"))}}}, {}, []),
    "an inline schema": ({"new": HOOK}, {}, ["NewPayload"]),
    "awkward names": (
        {"pet.new-born": HOOK, "pet new": HOOK},
        {},
        ["PetNewBornPayload", "PetNewPayload"],
    ),
    "a shared path item": (
        {"new": {"$ref": "#/components/pathItems/New"}},
        {"pathItems": {"New": HOOK}},
        ["NewPayload"],
    ),
    "a shared body": (
        {"new": {"post": {"requestBody": {"$ref": "#/components/requestBodies/New"}}}},
        {"requestBodies": {"New": json_body(PET)}},
        ["NewPayload"],
    ),
    "a reference to nothing": ({"new": {"$ref": "#/components/pathItems/New"}}, {}, []),
    "a schema of that name": ({"new": HOOK}, {"schemas": {"NewPayload": STRING}}, ["NewPayload"]),
}


@pytest.mark.parametrize("name", ROWS)
def test_before_and_after(name: str) -> None:
    webhooks, components, names = ROWS[name]
    tree = {"openapi": "3.1.0", "webhooks": webhooks, "components": components}
    given = deepcopy(tree)
    made = keep_webhook_payloads(tree)
    assert list(made["components"].get("schemas", {})) == names
    assert made["webhooks"] == webhooks
    assert tree == given
    assert keep_webhook_payloads(made) == made


def test_what_a_webhook_sends_is_marked_as_received() -> None:
    webhooks = {"new": {"post": {"requestBody": json_body(ref("Pet"))}}, "other": HOOK}
    schemas = {"Pet": PET, "Owner": PET}
    tree = {"openapi": "3.1.0", "webhooks": webhooks, "components": {"schemas": schemas}}
    made = keep_webhook_payloads(tree)["components"]["schemas"]
    assert {name: RECEIVED in schema for name, schema in made.items()} == {
        "Pet": True,
        "Owner": False,
        "OtherPayload": True,
    }


def test_a_document_of_paths_stays_as_it_is() -> None:
    tree = {"openapi": "3.0.3", "paths": {}}
    assert keep_webhook_payloads(tree) is tree
