"""What a step mends, and upstream says at another place as well: a person is asked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.document.tree.values import Tree
from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

APPLIES, CONFLICT = Verdict.APPLIES, Verdict.CONFLICT

PET = "$.components.schemas.Pet"
TAG: Fields = {"type": "string", "maxLength": 9}
OLD: Fields = {"type": "object", "required": ["tag", "id"], "properties": {"tag": TAG, "id": {}}}
OPTIONAL: Fields = {"target": f"{PET}.required[?@=='tag']", "remove": True}
LONGER: Fields = {"target": f"{PET}.properties.tag.maxLength", "remove": True}
GONE: Fields = {"target": f"{PET}.properties.tag", "remove": True}
LONG: Fields = {"target": f"{PET}.properties.tag", "update": {"maxLength": 80}}
RENAMED: Fields = {
    "target": PET,
    "x-edit": {"name": "rename-property", "from": "tag", "to": "label"},
}
BASE: Fields = {"$ref": "#/components/schemas/Base"}
REQUIRED: Fields = {"required": ["tag"]}
SAYS_TAG: Fields = {"properties": {"tag": {"maxLength": 9}}}
OTHER: Fields = {"properties": {"size": TAG}, "required": ["size"]}

CASES: list[tuple[Fields, Fields, Fields, Verdict]] = [
    # A step, what joined in the schema, the base that upstream has now, and the verdict.
    (OPTIONAL, {}, {}, APPLIES),
    (OPTIONAL, {"title": "x"}, {}, APPLIES),
    (OPTIONAL, {"allOf": [OTHER]}, {}, APPLIES),
    (OPTIONAL, {"allOf": [REQUIRED]}, {}, CONFLICT),
    (OPTIONAL, {"allOf": [{"allOf": [REQUIRED]}]}, {}, CONFLICT),
    (OPTIONAL, {"allOf": [BASE]}, REQUIRED, CONFLICT),
    (OPTIONAL, {"allOf": [BASE]}, OTHER, APPLIES),
    # It holds for some values only: these were to be told apart by it.
    (OPTIONAL, {"anyOf": [REQUIRED, OTHER]}, {}, APPLIES),
    (OPTIONAL, {"anyOf": [REQUIRED]}, {}, CONFLICT),
    (LONGER, {"allOf": [OTHER]}, {}, APPLIES),
    (LONGER, {"allOf": [SAYS_TAG]}, {}, CONFLICT),
    (LONGER, {"allOf": [BASE]}, SAYS_TAG, CONFLICT),
    (LONG, {"allOf": [SAYS_TAG]}, {}, CONFLICT),
    (GONE, {"allOf": [SAYS_TAG]}, {}, CONFLICT),
    (GONE, {"allOf": [BASE]}, SAYS_TAG, CONFLICT),
    (GONE, {"allOf": [BASE]}, OTHER, APPLIES),
    (RENAMED, {"allOf": [OTHER]}, {}, APPLIES),
    (RENAMED, {"allOf": [SAYS_TAG]}, {}, CONFLICT),
    (RENAMED, {"allOf": [BASE]}, SAYS_TAG, CONFLICT),
    (RENAMED, {"allOf": [REQUIRED]}, {}, CONFLICT),
    (RENAMED, {"anyOf": [SAYS_TAG, OTHER]}, {}, APPLIES),
]


@pytest.mark.parametrize(("fields", "joined", "base", "verdict"), CASES)
@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
def test_what_a_schema_says_twice(
    version: str, fields: Fields, joined: Fields, base: Fields, verdict: Verdict
) -> None:
    old, new = document(OLD, version), document({**OLD, **joined}, version)
    new["components"]["schemas"]["Base"] = base
    found = judged(old, new, fields)
    assert found.verdict is verdict, found.message


def document(pet: Any, version: str) -> Tree:
    return {"openapi": version, "components": {"schemas": {"Pet": pet}}}


def test_what_the_old_document_says_twice_is_as_it_was() -> None:
    old = document({**OLD, "allOf": [REQUIRED]}, "3.1.1")
    assert judged(old, old, OPTIONAL).verdict is APPLIES


ID: Fields = {"name": "id", "in": "path", "required": True}
LIMIT: Fields = {"name": "limit", "in": "query"}
PARAMETERS: list[tuple[list[Any], Verdict]] = [
    # The parameters that one operation of the path has for itself now, and the verdict.
    ([], APPLIES),
    ([LIMIT], APPLIES),
    ([ID], CONFLICT),
    ([LIMIT, {**ID, "description": "The number."}], CONFLICT),
    ([{**ID, "in": "query"}], APPLIES),
]


@pytest.mark.parametrize(("own", "verdict"), PARAMETERS)
def test_a_parameter_of_the_path_that_an_operation_declares_too(
    own: list[Any], verdict: Verdict
) -> None:
    item: Fields = {"parameters": [ID], "get": {}, "put": {"parameters": []}}
    old = {"openapi": "3.1.0", "paths": {"/pets/{id}": item}}
    now = {**item, "put": {"parameters": own}}
    new = {"openapi": "3.1.0", "paths": {"/pets/{id}": now}}
    fields = {"target": "$.paths['/pets/{id}'].parameters[?@.name=='id']", "remove": True}
    found = judged(old, new, fields)
    assert found.verdict is verdict, found.message
