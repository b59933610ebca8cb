"""What becomes of the steps on a new upstream document, and what else upstream changed."""

from __future__ import annotations

import pytest
from tests.report.drifts import report
from tests.steps.series import make_document, make_step

from specmend.report.drift import drift_report, needless_on
from specmend.steps.step import Verdict

A, U, C = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT
OLD = make_document("""
    openapi: 3.1.0
    info: {title: Pets, version: "1"}
    paths: {}
""")
STEP = make_step("- {target: $.info.title, update: Dogs, x-expect: {matches: 1, before: Pets}}")

MOVES: list[tuple[str, Verdict, list[str]]] = [
    # What upstream has for `info`, the verdict, and the changes that no step touches.
    ('{title: Pets, version: "1"}', A, []),
    ('{title: Dogs, version: "2"}', U, ['document: info.version "1" → "2"']),
    ('{title: Cats, version: "1"}', C, []),
]


@pytest.mark.parametrize(("info", "verdict", "untouched"), MOVES)
def test_each_change_belongs_to_a_step_or_is_listed(
    info: str, verdict: Verdict, untouched: list[str]
) -> None:
    new = make_document(f"openapi: 3.1.0\ninfo: {info}\npaths: {{}}\n")
    result = drift_report(OLD, new, [STEP])
    assert result.document == new.name
    assert [step.verdict for step in result.steps] == [verdict]
    assert [change.line for change in result.untouched] == untouched
    assert result.needs_person is (verdict is C)


LISTS = make_document("""
    openapi: 3.1.0
    tags: [{name: a}, {name: b}]
    paths:
      /a:
        get:
          parameters:
            - {name: x, in: query, schema: {type: string, enum: [a, b]}}
            - {name: y, in: query, schema: {type: string}}
    components:
      schemas:
        S: {type: object, required: [a, b], oneOf: [{title: A}, {title: B}]}
""")
PARAMETERS = "$.paths['/a'].get.parameters"
MORE = "x-edit: {name: change-members, add: [z]}"
MEMBERS: list[tuple[str, str, str, str]] = [
    # A step on one member of a list, and how upstream changes another one.
    ("- {target: $.components.schemas.S.required, x-edit: {name: change-members, add: [z]}}",
     "required: [a, b]", "required: [a, b, c]", "schema S: `c` is required now"),
    ("- {target: \"$.components.schemas.S.required[?@=='a']\", remove: true}",
     "required: [a, b]", "required: [a]", "schema S: `b` is not required any more"),
    ("- {target: \"$.tags[?@.name=='a']\", update: {description: x}}",
     "[{name: a}, {name: b}]", "[{name: c}, {name: a}, {name: b}]", "document: gained tag c"),
    ("- {target: $.tags, update: {name: z}}",
     "[{name: a}, {name: b}]", "[{name: a}]", "document: lost tag b"),
    (f"- {{target: \"{PARAMETERS}[?@.name=='x'].schema.enum\", {MORE}}}",
     "enum: [a, b]", "enum: [a, b, c]", 'GET /a (sent): parameter `x` (query) may be "c" now'),
    (f"- {{target: \"{PARAMETERS}[?@.name=='x']\", remove: true}}",
     "{type: string}}", "{type: integer}}",
     "GET /a (sent): parameter `y` (query) is now integer, was string"),
    ("- {target: \"$.components.schemas.S.oneOf[?@.title=='A']\", remove: true}",
     "{title: B}]", "{title: B}, {title: C, type: string}]", "schema S: may be string now"),
]  # fmt: skip


@pytest.mark.parametrize(("action", "before", "after", "line"), MEMBERS)
def test_a_step_on_one_member_of_a_list_hides_no_other(
    action: str, before: str, after: str, line: str
) -> None:
    text = LISTS.data.decode()
    assert before in text
    new = make_document(text.replace(before, after, 1))
    step = make_step(action)
    assert line in [change.line for change in drift_report(LISTS, new, [step]).untouched]


OWNERS = make_document("""
    openapi: 3.1.0
    paths: {}
    components:
      schemas:
        Pet: {type: object, properties: {owner_id: {type: string}, name: {type: string}}}
""")
OWNER = make_step(
    "- {target: $.components.schemas.Pet,"
    " x-edit: {name: rename-property, from: owner_id, to: ownerId}, x-expect: {matches: 1}}"
)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("owner_id: {type: string}", "ownerId: {type: string}", []),
        (
            "owner_id: {type: string}",
            "ownerId: {type: string, maxLength: 9}",
            ["schema Pet: `ownerId` gained maxLength 9"],
        ),
    ],
)
def test_a_rename_that_upstream_made_hides_no_change(
    before: str, after: str, lines: list[str]
) -> None:
    new = make_document(OWNERS.data.decode().replace(before, after))
    result = drift_report(OWNERS, new, [OWNER])
    assert result.steps[0].verdict is U
    assert [change.line for change in result.untouched] == lines


RUNS: list[tuple[list[Verdict], str]] = [
    ([A, A], ""),
    ([A, U], "2"),
    ([U, U, U, A], "1-3"),
    ([U, A, U, U, A, U], "1, 3-4, 6"),
]


@pytest.mark.parametrize(("verdicts", "numbers"), RUNS)
def test_the_documents_that_make_a_step_needless(verdicts: list[Verdict], numbers: str) -> None:
    reports = [report(verdict) for verdict in verdicts]
    assert needless_on(reports, 0) == numbers
