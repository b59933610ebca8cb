"""What each kind of action is judged: parts, rules over many places, renames, what is blocked."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.drift.trials import as_json, judged

from specmend.document.tree.values import MISSING
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import ActionVerdict, StepVerdict
from specmend.steps.proposal import as_action
from specmend.steps.step import Step, Verdict

Tree = dict[str, Any]
BASE: Tree = {
    "openapi": "3.0.3",
    "info": {"title": "T", "version": "1"},
    "servers": [{"url": "http://localhost"}],
    "paths": {
        "/v1/a": {"get": {"operationId": "a", "tags": ["x"], "responses": {}}},
        "/v1/b": {"get": {"operationId": "b", "tags": ["x"], "responses": {}}},
    },
    "components": {
        "schemas": {
            "One": {
                "type": "object",
                "properties": {"at": {"type": "string", "format": "date-time"}},
            },
            "Two": {
                "type": "object",
                "properties": {
                    "on": {"type": "string", "format": "date-time"},
                    "kind": {"type": "string", "enum": ["a", "b"]},
                },
            },
        }
    },
}
RULE = {
    "target": "$..[?@.format == 'date-time'].format",
    "x-edit": {"name": "set-value", "value": "datetime"},
}
ENUM = {"target": "$.components.schemas.Two.properties.kind.enum", "update": ["c", "d"]}


def schemas(tree: Tree) -> Tree:
    found: Tree = tree["components"]["schemas"]
    return found


def moved(old: Tree = BASE) -> Tree:
    return copy.deepcopy(old)


def series(new: Tree, *steps: list[dict[str, Any]], old: Tree = BASE) -> tuple[StepVerdict, ...]:
    source = as_json(old)
    made = [
        Step(
            number=number,
            title="S",
            reason="R",
            source=source,
            actions=tuple(as_action(f) for f in fields),
        )
        for number, fields in enumerate(steps, 1)
    ]
    return judge_series(source, as_json(new), made)


def test_a_rule_says_which_places_joined_and_which_left() -> None:
    new = moved()
    schemas(new)["One"]["properties"]["at"]["format"] = "time"
    schemas(new)["New"] = {"properties": {"since": {"type": "string", "format": "date-time"}}}
    verdict = judged(as_json(BASE), as_json(new), RULE)
    assert verdict.verdict is Verdict.APPLIES
    assert verdict.joined == (("components", "schemas", "New", "properties", "since", "format"),)
    assert verdict.left == (("components", "schemas", "One", "properties", "at", "format"),)


def test_a_rule_of_which_all_places_are_mended_is_upstream() -> None:
    new = moved()
    schemas(new)["One"]["properties"]["at"]["format"] = schemas(new)["Two"]["properties"]["on"][
        "format"
    ] = "datetime"
    assert judged(as_json(BASE), as_json(new), RULE).verdict is Verdict.ALREADY_UPSTREAM


def test_a_list_that_has_a_part_is_given_the_rest_and_no_member_twice() -> None:
    new = moved()
    schemas(new)["Two"]["properties"]["kind"]["enum"] += ["c", "theirs"]
    verdict = judged(as_json(BASE), as_json(new), ENUM)
    assert verdict.verdict is Verdict.APPLIES
    assert verdict.already == (("components", "schemas", "Two", "properties", "kind", "enum"),)
    assert [action.update for action in verdict.remaining] == [["d"]]


def test_a_member_that_upstream_added_is_no_duplicate() -> None:
    new = moved()
    schemas(new)["Two"]["properties"]["kind"]["enum"] = ["d", "c", "b", "a"]
    verdict = judged(as_json(BASE), as_json(new), ENUM)
    assert (verdict.verdict, verdict.remaining) == (Verdict.ALREADY_UPSTREAM, ())


def test_a_mapping_of_which_a_part_is_there_says_which() -> None:
    new = moved()
    schemas(new)["One"]["properties"]["size"] = {"type": "integer"}
    fields = {
        "target": "$.components.schemas.One.properties",
        "update": {"size": {"type": "integer", "minimum": 1}, "age": {"type": "integer"}},
    }
    verdict = judged(as_json(BASE), as_json(new), fields)
    assert verdict.verdict is Verdict.APPLIES
    assert ("components", "schemas", "One", "properties", "size", "type") in verdict.already
    states = {place.address[4:]: place.verdict for place in verdict.places}
    assert states["size", "minimum"] is Verdict.APPLIES


def rename(**names: str) -> dict[str, Any]:
    return {"target": "$", "x-edit": {"name": "rename-schema", "names": names}}


def test_a_rename_that_upstream_made() -> None:
    new = moved()
    schemas(new)["Uno"] = schemas(new).pop("One")
    assert (
        judged(as_json(BASE), as_json(new), rename(One="Uno")).verdict is Verdict.ALREADY_UPSTREAM
    )


def test_a_rename_of_which_upstream_made_a_part() -> None:
    new = moved()
    schemas(new)["Uno"] = schemas(new).pop("One")
    verdict = judged(as_json(BASE), as_json(new), rename(One="Uno", Two="Due"))
    assert verdict.verdict is Verdict.APPLIES
    assert [action.parameters for action in verdict.remaining] == [{"names": {"Two": "Due"}}]


def test_a_new_name_that_is_taken_is_a_conflict() -> None:
    new = moved()
    schemas(new)["Uno"] = {"type": "string"}
    assert judged(as_json(BASE), as_json(new), rename(One="Uno")).verdict is Verdict.CONFLICT


def test_a_removal_whose_target_is_gone_is_upstream() -> None:
    new = moved()
    del schemas(new)["One"]["properties"]["at"]
    fields = {"target": "$.components.schemas.One.properties.at", "remove": True}
    assert judged(as_json(BASE), as_json(new), fields).verdict is Verdict.ALREADY_UPSTREAM


def test_a_prefix_that_upstream_moved_itself() -> None:
    new = moved()
    new["servers"] = [{"url": "http://localhost/v1"}]
    new["paths"] = {path.removeprefix("/v1"): item for path, item in new["paths"].items()}
    fields = {"target": "$", "x-edit": {"name": "move-path-prefix", "prefix": "/v1"}}
    assert judged(as_json(BASE), as_json(new), fields).verdict is Verdict.ALREADY_UPSTREAM


def test_what_a_failed_step_makes_is_missing_for_the_next_one() -> None:
    new = moved()
    del schemas(new)["One"]["properties"]
    add = {"target": "$.components.schemas.One.properties", "update": {"size": {"type": "integer"}}}
    change = {"target": "$.components.schemas.One.properties.size.type", "update": "string"}
    gone, blocked = series(new, [add], [change])
    assert (gone.verdict, blocked.verdict) == (Verdict.GONE, Verdict.BLOCKED)
    assert blocked.actions[0].blocked_by == 1


def test_a_reference_to_what_a_failed_step_makes_is_blocked() -> None:
    new = moved()
    schemas(new)["Size"] = {"type": "string"}
    make = {
        "target": "$.components.schemas",
        "update": {"Size": {"type": "integer"}, "Sizes": {"type": "array"}},
    }
    refer = {
        "target": "$.components.schemas.One.properties",
        "update": {"sizes": {"$ref": "#/components/schemas/Sizes"}},
    }
    conflict, blocked = series(new, [make], [refer])
    assert (conflict.verdict, blocked.verdict) == (Verdict.CONFLICT, Verdict.BLOCKED)


def test_a_step_after_one_that_moved_finds_its_place() -> None:
    first = {
        "target": "$.components.schemas.One.properties",
        "update": {"size": {"type": "integer"}},
    }
    second = {"target": "$.components.schemas.One.properties.size.type", "update": "string"}
    old = telling()
    now = moved(old)
    schemas(now)["Uno"] = schemas(now).pop("One")
    assert [step.verdict for step in series(now, [first], [second], old=old)] == [Verdict.MOVED] * 2


def telling() -> Tree:
    """A document in which the schema is large enough to be known by its shape."""
    tree = copy.deepcopy(BASE)
    for number in range(5):
        schemas(tree)["One"]["properties"][f"p{number}"] = {
            "type": "string",
            "description": f"The {number}th.",
        }
    return tree


def test_a_target_that_never_was_there() -> None:
    fields = {"target": "$.components.schemas.Nobody.type", "update": "object"}
    assert judged(as_json(BASE), as_json(moved()), fields).verdict is Verdict.NEVER_MATCHED


def test_values_that_are_absent_are_told_as_such() -> None:
    new = moved()
    del schemas(new)["One"]["properties"]["at"]["format"]
    fields = {"target": "$.components.schemas.One.properties.at.format", "update": "time"}
    (place,) = judged(as_json(BASE), as_json(new), fields).places
    assert (place.verdict, place.now_at, place.now) == (Verdict.GONE, None, MISSING)


def parameters() -> Tree:
    """A document in which two operations have the same parameter, written out."""
    tree = copy.deepcopy(BASE)
    for item in tree["paths"].values():
        item["get"]["parameters"] = [{"name": "limit", "in": "query", "schema": {"type": "string"}}]
    return tree


def shared() -> Tree:
    """The same with one of them shared."""
    tree = parameters()
    tree["components"]["parameters"] = {"limit": tree["paths"]["/v1/a"]["get"]["parameters"][0]}
    tree["paths"]["/v1/a"]["get"]["parameters"] = [{"$ref": "#/components/parameters/limit"}]
    return tree


def test_a_rule_by_a_filter_stays_and_follows_a_place_that_moved() -> None:
    fields = {
        "target": "$.paths.*.get.parameters[?@.name == 'limit'].schema",
        "update": {"type": "integer"},
    }
    verdict = judged(as_json(parameters()), as_json(shared()), fields)
    assert verdict.verdict is Verdict.MOVED
    assert [action.target for action in verdict.remaining] == [
        fields["target"],
        "$.components.parameters.limit.schema",
    ]
    assert verdict.left == (("paths", "/v1/a", "get", "parameters", 0, "schema"),)


def test_a_rule_that_names_its_places_follows_one_that_moved() -> None:
    new = moved()
    new["paths"]["/v2/a"] = new["paths"].pop("/v1/a")
    fields = {"target": "$.paths['/v1/a', '/v1/b'].get", "update": {"deprecated": True}}
    verdict = judged(as_json(BASE), as_json(new), fields)
    assert verdict.verdict is Verdict.MOVED
    assert {action.target for action in verdict.remaining} == {
        "$.paths['/v2/a'].get",
        "$.paths['/v1/b'].get",
    }


def action_verdict(verdict: Verdict) -> ActionVerdict:
    action = as_action({"target": "$", "update": {"x": 1}})
    return ActionVerdict(step=1, action=action, verdict=verdict, message="so")


STEPS: list[tuple[list[Verdict], Verdict, bool]] = [
    # The verdicts of the actions, that of the step, and whether it needs a person.
    ([Verdict.APPLIES], Verdict.APPLIES, False),
    ([], Verdict.APPLIES, False),
    ([Verdict.ALREADY_UPSTREAM, Verdict.ALREADY_UPSTREAM], Verdict.ALREADY_UPSTREAM, False),
    ([Verdict.ALREADY_UPSTREAM, Verdict.APPLIES], Verdict.APPLIES, False),
    ([Verdict.APPLIES, Verdict.MOVED], Verdict.MOVED, True),
    ([Verdict.MOVED, Verdict.BLOCKED, Verdict.GONE], Verdict.GONE, True),
    ([Verdict.NEVER_MATCHED, Verdict.CONFLICT], Verdict.CONFLICT, True),
]


@pytest.mark.parametrize(("verdicts", "verdict", "needs_person"), STEPS)
def test_the_verdict_of_a_step_is_the_most_serious_one(
    verdicts: list[Verdict], verdict: Verdict, needs_person: bool
) -> None:
    step = Step(number=1, title="S", reason="R", source=as_json(BASE), actions=())
    record = StepVerdict(step=step, actions=tuple(map(action_verdict, verdicts)))
    assert (record.verdict, record.needs_person) == (verdict, needs_person)
    assert any(one.needs_person for one in record.actions) is needs_person


def test_an_action_has_the_number_that_it_has_in_its_step() -> None:
    assert action_verdict(Verdict.APPLIES).index == 0
