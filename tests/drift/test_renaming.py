"""What became of each name in the table of an edit, and of what builds on it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.object_faults import frame
from tests.drift.renames import (
    ALREADY,
    APPLIES,
    BLOCKED,
    CONFLICT,
    GONE,
    MOVED,
    OLD,
    PATH,
    PET,
    SCHEMAS,
    Row,
    called,
    changed,
    check,
    edit,
    gone,
    inlined,
    prefix_moved,
    put,
    split,
    texts,
    to,
)
from tests.drift.test_proof import SOURCE

from specmend.drift.judge import judge_trees
from specmend.steps.proposal import as_action
from specmend.steps.step import Step, Verdict

CREATURE = edit("$", "rename-schema", names={"Pet": "Creature"})
SCHEMA = edit("$", "rename-schema", names={"Pet": "Animal", "Fault": "Problem"})
SCHEMA_AFTER = [
    changed("$.components.schemas.Animal.properties.name", {"minLength": 1}),
    changed("$.components.schemas.Problem.properties.code", {"minimum": 1}),
]
ANIMAL = edit("$", "rename-schema", names={"Pet": "Animal"})
PROBLEM = edit("$", "rename-schema", names={"Fault": "Problem"})
NO_FAULT = gone(*SCHEMAS, "Fault")
USERS_GONE = [gone("paths", "/v1/pets"), gone(*PATH)]
SCHEMA_ROWS: list[Row] = [
    ([], [APPLIES, APPLIES, APPLIES], ""),
    ([SCHEMA], [ALREADY, APPLIES, APPLIES], "already says this"),
    ([SCHEMA, split], [ALREADY, MOVED, APPLIES], ""),
    ([SCHEMA, texts("It listens to it.", "Its name.")], [ALREADY, APPLIES, APPLIES], ""),
    ([ANIMAL], [APPLIES, APPLIES, APPLIES], "upstream already has a part: Pet"),
    ([split], [APPLIES, MOVED, APPLIES], ""),
    ([CREATURE], [MOVED, APPLIES, APPLIES], "it is now $.components.schemas.Creature"),
    ([CREATURE, PROBLEM], [MOVED, APPLIES, APPLIES], "it is now $.components.schemas.Creature"),
    # What is surely gone is left out, and blocks nothing.
    ([NO_FAULT], [APPLIES, APPLIES, GONE], "removed: $.components.schemas.Fault"),
    ([ANIMAL, NO_FAULT], [ALREADY, APPLIES, GONE], "removed: $.components.schemas.Fault"),
    ([*USERS_GONE, gone(*PET), NO_FAULT], [GONE, GONE, GONE], "is gone"),
    # Something refers to it, or says the same in its place.
    ([gone(*PET)], [GONE, GONE, BLOCKED], "$.components.schemas.Pet is gone"),
    ([inlined], [GONE, GONE, BLOCKED], "$.components.schemas.Pet is gone; it may be $.paths"),
    ([put(to("Pet"), *SCHEMAS, "Animal")], [CONFLICT, BLOCKED, BLOCKED], "upstream has both"),
    (
        [put(OLD["components"]["schemas"]["Pet"], *SCHEMAS, "Animal")],
        [CONFLICT, APPLIES, BLOCKED],
        "upstream has both",
    ),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), SCHEMA_ROWS)
def test_schemas(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, SCHEMA, SCHEMA_AFTER, verdicts, told)


ROUTES = edit("$", "rename-path", names={"/v1/pets": "/v1/animals", "/v1/owners": "/v1/people"})
ROUTES_AFTER = [
    changed('$.paths["/v1/animals"].get', {"deprecated": True}),
    changed('$.paths["/v1/people"].get', {"deprecated": True}),
]
ANIMAL_ROUTE = edit("$", "rename-path", names={"/v1/pets": "/v1/animals"})
NO_OWNERS = gone("paths", "/v1/owners")
ROUTE_ROWS: list[Row] = [
    ([], [APPLIES, APPLIES, APPLIES], ""),
    ([ROUTES], [ALREADY, APPLIES, APPLIES], "already says this"),
    ([ROUTES, gone("paths", "/v1/animals", "post")], [ALREADY, APPLIES, APPLIES], ""),
    ([ANIMAL_ROUTE], [APPLIES, APPLIES, APPLIES], "upstream already has a part: /v1/pets"),
    ([called("/v1/creatures", "paths", "/v1/pets")], [MOVED, APPLIES, APPLIES], "creatures"),
    ([NO_OWNERS], [APPLIES, APPLIES, GONE], "removed: $.paths['/v1/owners']"),
    ([ANIMAL_ROUTE, NO_OWNERS], [ALREADY, APPLIES, GONE], "removed: $.paths['/v1/owners']"),
    # The servers changed too: what is called may be the same.
    ([prefix_moved], [CONFLICT, BLOCKED, BLOCKED], "upstream calls it /pets now"),
    # One method of two: both names are there.
    (
        [
            put({"get": OLD["paths"]["/v1/pets"]["get"]}, "paths", "/v1/animals"),
            gone("paths", "/v1/pets", "get"),
        ],
        [CONFLICT, APPLIES, BLOCKED],
        "upstream has both",
    ),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), ROUTE_ROWS)
def test_paths(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, ROUTES, ROUTES_AFTER, verdicts, told)


IDS = edit("$", "rename-operation", names={"listPets": "pets", "getPet": "pet"})
IDS_AFTER = [changed('$.paths.*[?@.operationId=="pets"]', {"deprecated": True})]
LIST = ("paths", "/v1/pets", "get")
MOVED_LIST = {"put": {**OLD["paths"]["/v1/pets"]["get"], "operationId": "pets"}}
ID_ROWS: list[Row] = [
    ([], [APPLIES, APPLIES], ""),
    ([IDS], [ALREADY, APPLIES], "already says this"),
    (
        [IDS, called("/v1/animals", "paths", "/v1/pets")],
        [ALREADY, MOVED],
        "",
    ),
    # The operation with the new id stands elsewhere: no two have one id.
    ([IDS, gone("paths", "/v1/pets"), put(MOVED_LIST, "paths", "/x")], [ALREADY, MOVED], ""),
    ([put("pets", *LIST, "operationId")], [APPLIES, APPLIES], "already has a part: listPets"),
    ([put("all", *LIST, "operationId")], [CONFLICT, GONE], 'upstream now "all", ours "pets"'),
    ([put("pets", "paths", "/health", "get", "operationId")], [CONFLICT, APPLIES], "still says"),
    ([gone("paths", "/v1/pets")], [APPLIES, GONE], "removed: $.paths['/v1/pets']"),
    ([gone(*LIST, "operationId")], [GONE, GONE], "it may be $.paths['/v1/pets'].get"),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), ID_ROWS)
def test_ids_of_operations(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, IDS, IDS_AFTER, verdicts, told)


TAGS = edit("$", "rename-tag", names={"pets": "Pets", "owners": "Owners"})
TAGS_AFTER = [changed('$.tags[?@.name=="Pets"]', {"description": "x"})]
PETS_TAG = edit("$", "rename-tag", names={"pets": "Pets"})
THIRD_TAG = edit("$", "rename-tag", names={"owners": "people"})
TAG_ROWS: list[Row] = [
    ([], [APPLIES, APPLIES], ""),
    ([TAGS], [ALREADY, APPLIES], "already says this"),
    ([PETS_TAG], [APPLIES, APPLIES], "already has a part: pets"),
    ([TAGS, gone("tags")], [ALREADY, GONE], ""),
    ([TAGS, NO_OWNERS], [ALREADY, APPLIES], ""),
    ([gone("tags", 1), NO_OWNERS], [APPLIES, APPLIES], "removed:"),
    ([PETS_TAG, THIRD_TAG], [GONE, APPLIES], "is gone; it may be $.tags[0].name, $.tags[1].name"),
    ([put("Pets", "tags", 0, "name")], [CONFLICT, APPLIES], "get.tags[0] still says pets"),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), TAG_ROWS)
def test_tags(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, TAGS, TAGS_AFTER, verdicts, told)


NEXT_TAG = edit("$", "rename-tag", names={"Pets": "Animals"})
CHAINS: list[tuple[str, list[Verdict]]] = [
    # Upstream did both renames, the first one, a third one, or none.
    ("Animals", [Verdict.ALREADY_UPSTREAM, Verdict.ALREADY_UPSTREAM]),
    ("Pets", [Verdict.ALREADY_UPSTREAM, Verdict.APPLIES]),
    ("creatures", [Verdict.GONE, Verdict.BLOCKED]),
    ("pets", [Verdict.APPLIES, Verdict.APPLIES]),
]


@pytest.mark.parametrize(("name", "expected"), CHAINS)
def test_a_tag_that_two_steps_rename(name: str, expected: list[Verdict]) -> None:
    old, new = (
        frame(get={"tags": [tag]}, root={"tags": [{"name": tag}]}) for tag in ("pets", name)
    )
    steps = [
        Step(number=number, title="S", reason="R", actions=(as_action(fields),), source=SOURCE)
        for number, fields in enumerate((PETS_TAG, NEXT_TAG), 1)
    ]
    assert [one.verdict for one in judge_trees(old, new, steps)] == expected
