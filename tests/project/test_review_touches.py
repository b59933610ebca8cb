"""Steps that made a part of a change together are told apart by the places that they touch."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.steps.series import make_document, make_series, make_step

from specmend.diff.changes import changes_between
from specmend.project.review_touches import told_apart
from specmend.review.step_pairs import step_pairs
from specmend.steps.apply import Applied
from specmend.steps.step import Step

DOCUMENT = """\
    openapi: 3.1.0
    info: {title: Pets, version: 1.0.0}
    paths:
      /api/pets:
        get:
          operationId: listPets
          parameters:
            - {name: limit, in: query, schema: {type: integer}}
            - {name: page, in: query, schema: {type: integer}}
          responses:
            '200':
              description: Pets
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Pet'}
    components:
      schemas:
        Pet:
          type: object
          required: [name]
          properties:
            name: {type: string}
            kind: {type: string, enum: [cat, dog]}
    """
PET = "$.components.schemas.Pet"
RENAME = "- {target: $, x-edit: {name: rename-path, names: {/api/pets: /pets}}}"


def update(target: str, value: str) -> str:
    return f'- {{target: "{target}", update: {value}}}'


AGE = update(f"{PET}.properties", "{age: {type: integer}}")
AGE_TEXT = update(f"{PET}.properties.age", "{description: In years}")
BIRD = update(f"{PET}.properties.kind.enum", "bird")
NO_KIND = f"- {{target: {PET}.properties.kind, remove: true}}"
NUMBER = update(f"{PET}.properties.name", "{type: integer}")
SUMMARY = update("$.paths['/api/pets'].get", "{summary: All}")
TAG = update("$.paths.*.get", "{tags: [pets]}")
LIMIT = update("$.paths.*.get.parameters[?@.name == 'limit'].schema", "{type: string}")
PAGE = update("$.paths.*.get.parameters[?@.name == 'page'].schema", "{type: string}")
CONTENT = "$.paths.*.get.responses['200'].content['application/json']"
EXAMPLES = update(CONTENT, "{examples: {one: {value: {name: b}}}}")

TABLE: list[tuple[list[str], dict[str, str]]] = [
    # What stays: one of each.
    ([AGE, BIRD], {"property-added": "1", "schema-enum-value-added": "2"}),
    # What a later step changes in it is still of the one that made it.
    ([AGE, AGE_TEXT], {"property-added": "1"}),
    ([NUMBER, NO_KIND], {"schema-type-changed": "1", "property-removed": "2"}),
    ([BIRD, NO_KIND], {"property-removed": "2"}),
    # A renamed key: its own step, and others inside it under both names.
    (
        [RENAME, TAG],
        {"path-renamed": "1", "operation-tag-added": "2"},
    ),
    ([SUMMARY, RENAME], {"operation-summary-changed": "1", "path-renamed": "2"}),
    # Two touch the same list: nobody knows which of them it was.
    ([LIMIT, PAGE], {"schema-type-changed": "1 and 2"}),
    # An entry of what is not written as such.
    ([EXAMPLES, NUMBER], {"media-type-example-changed": "1", "schema-type-changed": "2"}),
]


@pytest.mark.parametrize(("actions", "expected"), TABLE, ids=range(len(TABLE)))
def test_a_change_is_of_the_steps_that_touch_its_place(
    actions: list[str], expected: dict[str, str]
) -> None:
    steps = [make_step(text, number) for number, text in enumerate(actions, 1)]
    before, after = applied([]), applied(steps)
    came = made(before, after, [], steps)
    assert came.items() >= expected.items()
    # The same steps, gone: what they made goes with them.
    assert set(made(after, before, steps, []).values()) <= {*came.values(), "1 and 2"}


def test_what_no_step_touches_is_of_nobody() -> None:
    steps = [make_step(text, number) for number, text in enumerate([AGE, BIRD], 1)]
    other = make_document(DOCUMENT.replace("title: Pets", "title: Cats"))
    before = make_series(other, []).apply()
    assert made(before, applied(steps), [], steps)["api-title-changed"] == "unknown"


def applied(steps: Sequence[Step]) -> Applied:
    done = make_series(make_document(DOCUMENT), steps).apply(enforce=False)
    assert not done.problems
    return done


def made(
    before: Applied, after: Applied, old: Sequence[Step], new: Sequence[Step]
) -> dict[str, str]:
    """The ids of the changes, each with the numbers of the steps that made it."""
    changes = changes_between(before.document, after.document)
    stages = told_apart(changes, step_pairs(old, new), before.document, before, after)
    return {
        change.id: stage.by.replace("step 000", "") for stage in stages for change in stage.changes
    }
