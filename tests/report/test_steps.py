"""The record of a series: each step with what stood in the documents before and after it."""

from __future__ import annotations

from tests.steps.series import make_document, make_series, make_step

from specmend.document.tree.values import MISSING
from specmend.report.steps import Row, StepRecord, record_of
from specmend.steps.step import Verdict

DOCUMENT = """
    servers:
      - url: http://localhost
    info:
      title: Pets
    limits: {a: 1, b: 2}
    paths:
      /api/pets: {}
"""
TARGETED = "x-generator: ballerina"


def records(target: str = "python") -> tuple[StepRecord, ...]:
    """The record of a small series."""
    steps = [
        make_step(
            "- {target: $.info.title, update: Cats, x-expect: {matches: 1, before: Pets}}", 1
        ),
        make_step(
            "- {target: $.info.title, update: Dogs, x-expect: {matches: 1, before: Cats}}",
            2,
            info=TARGETED,
        ),
        make_step(
            "- {target: $.info, update: {title: Cows, x: 1}, "
            "x-expect: {matches: 1, before: {title: Cats}}}",
            3,
        ),
        make_step("- {target: $.limits.*, remove: true, x-expect: {matches: 2}}", 4),
        make_step(
            "- {target: $, x-edit: {name: move-path-prefix, prefix: /api}, x-expect: {matches: 2}}",
            5,
        ),
        make_step("- {target: $.nowhere, remove: true, x-expect: {matches: 1}}", 6),
    ]
    return record_of(make_series(make_document(DOCUMENT), steps, target))


def test_before_and_after_come_from_the_documents() -> None:
    assert records()[0].rows == (Row(path="$.info.title", before="Pets", after="Cats"),)


def test_an_update_is_told_by_the_places_at_which_it_writes() -> None:
    assert records()[2].rows == (
        Row(path="$.info.title", before="Cats", after="Cows"),
        Row(path="$.info.x", before=MISSING, after=1),
    )


def test_a_rule_has_a_row_for_each_place() -> None:
    assert records()[3].rows == (
        Row(path="$.limits.a", before=1, after=MISSING),
        Row(path="$.limits.b", before=2, after=MISSING),
    )


def test_a_renamed_key_is_told_by_its_names() -> None:
    assert records()[4].rows == (
        Row(path="$.servers[0].url", before="http://localhost", after="http://localhost/api"),
        Row(path="$.paths", before="/api/pets", after="/pets"),
    )


def test_a_step_of_another_target_is_tried_and_set_aside() -> None:
    found = records()
    assert [record.is_active for record in found] == [True, False, True, True, True, True]
    assert found[1].rows == (Row(path="$.info.title", before="Cats", after="Dogs"),)
    assert found[1].verdict is Verdict.APPLIES
    assert found[2].rows[0].before == "Cats"


def test_for_its_own_target_it_takes_part_and_the_next_step_meets_its_work() -> None:
    found = records("ballerina")
    assert found[1].is_active
    assert found[2].verdict is Verdict.CONFLICT


def test_a_step_that_does_not_apply_keeps_its_verdict_and_its_problems() -> None:
    last = records()[5]
    assert (last.verdict, last.rows) == (Verdict.GONE, ())
    assert last.problems[0].message == "the target $.nowhere selects nothing"
