"""Thirteen ways in which upstream moves under two fixes; other tools stop or err at these."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from tests.drift.trials import as_json, judged

from specmend.steps.step import Verdict

Tree = dict[str, Any]
PET: Tree = {
    "type": "object",
    "required": ["id", "note"],
    "properties": {
        "id": {"type": "integer", "format": "int64", "description": "Its number."},
        "note": {"type": "string", "description": "Words about it.", "maxLength": 200},
    },
}
LIST: Tree = {
    "operationId": "listPets",
    "parameters": [
        {"name": "page", "in": "query", "schema": {"type": "string"}},
        {"name": "limit", "in": "query", "schema": {"type": "string"}},
    ],
    "responses": {
        "200": {
            "description": "ok",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
        }
    },
}
BASE: Tree = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets": {"get": LIST}},
    "components": {"schemas": {"Pet": PET, "Owner": {"type": "object"}}},
}
NULLABLE = {"target": "$.components.schemas.Pet.properties.note", "update": {"nullable": True}}
INTEGER = {
    "target": "$.paths['/pets'].get.parameters[?@.name == 'limit'].schema.type",
    "update": "integer",
}


def note(tree: Tree) -> Tree:
    found: Tree = tree["components"]["schemas"]["Pet"]["properties"]["note"]
    return found


def parameters(tree: Tree) -> list[Tree]:
    found: list[Tree] = tree["paths"]["/pets"]["get"]["parameters"]
    return found


def far(tree: Tree) -> None:
    tree["info"]["version"] = "2"


def neighbor(tree: Tree) -> None:
    note(tree)["description"] = "Other words."


def same_fix(tree: Tree) -> None:
    note(tree)["nullable"] = True


def same_fix_reordered(tree: Tree) -> None:
    tree["components"]["schemas"]["Pet"]["properties"]["note"] = {
        "nullable": True,
        **dict(reversed(note(tree).items())),
    }


def other_spelling(tree: Tree) -> None:
    note(tree)["type"] = ["string", "null"]


def opposite(tree: Tree) -> None:
    note(tree)["nullable"] = False


def target_removed(tree: Tree) -> None:
    del tree["components"]["schemas"]["Pet"]["properties"]["note"]


def renamed(tree: Tree) -> None:
    tree["components"]["schemas"]["Animal"] = tree["components"]["schemas"].pop("Pet")
    response = tree["paths"]["/pets"]["get"]["responses"]["200"]
    response["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/Animal"


def extracted(tree: Tree) -> None:
    tree["components"]["schemas"]["Note"] = dict(note(tree))
    tree["components"]["schemas"]["Pet"]["properties"]["note"] = {
        "$ref": "#/components/schemas/Note"
    }


def parameter_fixed(tree: Tree) -> None:
    parameters(tree)[1]["schema"]["type"] = "integer"


def parameter_inserted(tree: Tree) -> None:
    parameters(tree).insert(0, {"name": "sort", "in": "query", "schema": {"type": "string"}})


def parameter_other(tree: Tree) -> None:
    parameters(tree)[1]["schema"]["type"] = "number"


def parameter_removed(tree: Tree) -> None:
    del parameters(tree)[1]


@pytest.mark.parametrize(
    ("change", "fields", "expected"),
    [
        (far, NULLABLE, Verdict.APPLIES),
        (neighbor, NULLABLE, Verdict.APPLIES),
        (same_fix, NULLABLE, Verdict.ALREADY_UPSTREAM),
        (same_fix_reordered, NULLABLE, Verdict.ALREADY_UPSTREAM),
        (other_spelling, NULLABLE, Verdict.ALREADY_UPSTREAM),
        (opposite, NULLABLE, Verdict.CONFLICT),
        (target_removed, NULLABLE, Verdict.GONE),
        (renamed, NULLABLE, Verdict.MOVED),
        (extracted, NULLABLE, Verdict.MOVED),
        (parameter_fixed, INTEGER, Verdict.ALREADY_UPSTREAM),
        (parameter_inserted, INTEGER, Verdict.APPLIES),
        (parameter_other, INTEGER, Verdict.CONFLICT),
        (parameter_removed, INTEGER, Verdict.GONE),
    ],
)
def test_each_change_has_its_verdict(
    change: Callable[[Tree], None], fields: dict[str, Any], expected: Verdict
) -> None:
    new = copy.deepcopy(BASE)
    change(new)
    verdict = judged(as_json(BASE), as_json(new), fields)
    assert verdict.verdict is expected, verdict.message
    assert verdict.needs_person == (expected not in {Verdict.APPLIES, Verdict.ALREADY_UPSTREAM})


def test_a_conflict_has_the_three_values() -> None:
    new = copy.deepcopy(BASE)
    parameter_other(new)
    (place,) = judged(as_json(BASE), as_json(new), INTEGER).places
    assert (place.recorded, place.now, place.ours) == ("string", "number", "integer")


def test_a_moved_target_comes_with_its_place_its_evidence_and_the_action_to_record() -> None:
    new = copy.deepcopy(BASE)
    renamed(new)
    verdict = judged(as_json(BASE), as_json(new), NULLABLE)
    assert verdict.moved_to == ("components", "schemas", "Animal", "properties", "note")
    assert "same shape" in verdict.evidence
    assert verdict.remaining[0].target == "$.components.schemas.Animal.properties.note"
