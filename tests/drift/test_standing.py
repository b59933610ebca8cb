"""What a failed step was to take away keeps alive what upstream wrote out there."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import edit
from tests.drift.test_as_made import step

from specmend.drift.judge import judge_trees
from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

TOY: dict[str, Any] = {
    "type": "object",
    "properties": {"color": {"type": "string", "maxLength": 4}},
}
REF = {"$ref": "#/components/schemas/Toy"}
BOX = {"type": "object", "properties": {"toy": REF}}
BOX_REF = {"$ref": "#/components/schemas/Box"}
OPERATION = "$.paths['/toys'].get"
SCHEMA = f"{OPERATION}.responses['200'].content['a/b'].schema"

COLOR: Fields = {"target": "$.components.schemas.Toy.properties.color", "remove": True}
GONE_OPERATION: Fields = {"target": OPERATION, "remove": True}
ANSWER: Fields = {"target": f"{OPERATION}.responses['200']", "remove": True}
OTHER: Fields = edit(f"{SCHEMA}['$ref']", "set-value", value="#/components/schemas/Other")
BRANCH: Fields = {"target": f"{SCHEMA}.allOf[?@['$ref']]", "remove": True}
TITLE: Fields = edit("$.info.title", "set-value", value="Ours")

APPLIES, UPSTREAM, CONFLICT = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT
GONE, BLOCKED = Verdict.GONE, Verdict.BLOCKED


def document(schema: Any, *, tag: str = "a", title: str = "T", **schemas: Any) -> Any:
    """A document with an operation that answers with a schema."""
    answer = {"description": "A toy.", "x-tag": tag, "content": {"a/b": {"schema": schema}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "paths": {"/toys": {"get": {"tags": [tag], "responses": {"200": answer}}}},
        "components": {"schemas": {**schemas, "Other": {"type": "integer", "minimum": 4}}},
    }


BRANCHES = [REF, {"required": ["color"]}]
CASES: list[tuple[str, Fields, Any, Any, tuple[Verdict, Verdict]]] = [
    (
        "the first step takes the operation away",
        GONE_OPERATION,
        document(REF, Toy=TOY),
        document(TOY),
        (APPLIES, UPSTREAM),
    ),
    (
        "it cannot, and the schema is written out there",
        GONE_OPERATION,
        document(REF, Toy=TOY),
        document(TOY, tag="b"),
        (CONFLICT, BLOCKED),
    ),
    (
        "it cannot take the answer away",
        ANSWER,
        document(REF, Toy=TOY),
        document(TOY, tag="b"),
        (CONFLICT, BLOCKED),
    ),
    (
        "what referred to the schema is written out, too",
        GONE_OPERATION,
        document(BOX_REF, Toy=TOY, Box=BOX),
        document({**BOX, "properties": {"toy": TOY}}, tag="b"),
        (CONFLICT, BLOCKED),
    ),
    (
        "it was to refer to another schema",
        OTHER,
        document(REF, Toy=TOY),
        document(TOY),
        (GONE, BLOCKED),
    ),
    (
        "it was to take a branch away",
        BRANCH,
        document({"allOf": BRANCHES}, Toy=TOY),
        document({"allOf": [{**TOY, "required": ["a"]}, *BRANCHES[1:]]}),
        (GONE, BLOCKED),
    ),
    (
        "it fails for another reason, and nothing is left of the schema",
        TITLE,
        document({}, Toy=TOY),
        document({}, title="Theirs"),
        (CONFLICT, UPSTREAM),
    ),
    (
        "it fails, and another schema stands in its place",
        GONE_OPERATION,
        document({"items": REF}, Toy=TOY),
        document({"type": "boolean"}, tag="b"),
        (CONFLICT, BLOCKED),
    ),
    (
        "it fails where the schema still is",
        GONE_OPERATION,
        document(REF, Toy=TOY),
        document(REF, tag="b", Toy=TOY),
        (CONFLICT, APPLIES),
    ),
]


def two(schema: Any, second: Any, *, tag: str = "a", **schemas: Any) -> Any:
    """The same with another path that answers with a schema, too."""
    made: Any = document(schema, tag=tag, **schemas)
    made["paths"]["/more"] = document(second)["paths"]["/toys"]
    return made


LONG: dict[str, Any] = {
    **TOY,
    "required": ["color"],
    "properties": {**TOY["properties"], "size": {}},
}
RENAMED = {**LONG, "properties": {"colour": TOY["properties"]["color"], "size": {}}}
FOLLOWED: list[tuple[str, Any, Any, tuple[Verdict, Verdict]]] = [
    ("it is made", two(REF, REF, Toy=LONG), two(LONG, LONG), (APPLIES, Verdict.MOVED)),
    ("it fails", two(REF, REF, Toy=LONG), two(RENAMED, LONG, tag="b"), (CONFLICT, BLOCKED)),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row[1:] for row in FOLLOWED], ids=[row[0] for row in FOLLOWED]
)
def test_a_schema_is_followed_where_no_failed_step_hides_a_copy(
    old: Any, new: Any, expected: tuple[Verdict, Verdict]
) -> None:
    verdicts = judge_trees(old, new, [step(1, GONE_OPERATION), step(2, COLOR)])
    assert tuple(one.actions[0].verdict for one in verdicts) == expected


@pytest.mark.parametrize(
    ("first", "old", "new", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_a_schema_that_only_a_failed_step_would_leave_without_users(
    first: Fields, old: Any, new: Any, expected: tuple[Verdict, Verdict]
) -> None:
    verdicts = judge_trees(old, new, [step(1, first), step(2, COLOR)])
    found = [one.actions[0] for one in verdicts]
    assert tuple(one.verdict for one in found) == expected
    assert found[1].blocked_by == (1 if expected[1] is BLOCKED else None)
