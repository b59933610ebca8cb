"""The order of a series: numbers given anew, and what no longer applies."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.steps.series import make_document, make_series, make_step, record

from specmend.steps.order import moved, newly_broken, renumbered, with_numbers
from specmend.steps.step import Step


def steps(*numbers: int) -> list[Step]:
    return [make_step("- {target: $, update: {a: 1}}", number) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "number", "to", "wanted"),
    [
        ((1, 2, 3, 4), 2, 4, {2: 4, 4: 3, 3: 2}),
        ((1, 2, 3, 4), 4, 2, {4: 2, 2: 3, 3: 4}),
        ((1, 2, 3), 1, 9, {1: 9}),
        ((1, 5, 9), 9, 1, {9: 1, 1: 2}),
        ((1, 2, 9), 9, 2, {9: 2, 2: 3}),
        ((1, 2), 2, 2, {}),
        ((3, 4, 7), 3, 7, {3: 7, 7: 6}),
    ],
)
def test_a_moved_step_gets_its_number_and_the_others_make_room(
    numbers: tuple[int, ...], number: int, to: int, wanted: Mapping[int, int]
) -> None:
    found = moved(steps(*numbers), number, to)
    assert found == wanted
    made = [found.get(old, old) for old in numbers]
    assert len(set(made)) == len(numbers)
    others = [old for old in numbers if old != number]
    assert sorted(others, key=lambda old: found.get(old, old)) == others


def test_numbers_given_anew_keep_the_order() -> None:
    assert renumbered(steps(3, 7, 8), 1) == {3: 1, 7: 2, 8: 3}
    assert renumbered(steps(3, 7, 8), 10) == {3: 10, 7: 20, 8: 30}
    assert renumbered(steps(1, 2), 1) == {}


def test_the_record_of_what_was_left_out_stays_the_last_step() -> None:
    assert renumbered([*steps(3, 7), record()], 1) == {3: 1, 7: 2}
    assert renumbered([*steps(3), record(4)], 1) == {3: 1, 4: 2}


def test_steps_are_put_in_the_order_of_their_new_numbers() -> None:
    made = with_numbers(steps(1, 2, 3), {1: 3, 3: 1})
    assert [(step.number, step.source.name[-13:-12]) for step in made] == [
        (1, "3"),
        (2, "2"),
        (3, "1"),
    ]


def test_only_steps_that_applied_before_are_broken() -> None:
    document = make_document("a: 1\n")
    adds = make_step("- {target: $, update: {b: {}}, x-expect: {matches: 1, before: {}}}", 1)
    needs = make_step("- {target: $.b, update: {c: 1}, x-expect: {matches: 1, before: {}}}", 2)
    never = make_step("- {target: $.nope, remove: true, x-expect: {matches: 1}}", 3)
    series = make_series(document, [adds, needs, never])
    assert newly_broken(series, series) == []
    (problem,) = newly_broken(series, series.with_steps([needs, never]))
    assert problem.file == "patches/api/0002-a-step.yaml"
    assert newly_broken(series, series.with_steps([needs, adds])) == [problem]


def test_a_step_of_another_target_is_broken_as_well() -> None:
    document = make_document("a: 1\n")
    adds = make_step("- {target: $, update: {b: {}}, x-expect: {matches: 1, before: {}}}", 1)
    only = make_step(
        "- {target: $.b, update: {c: 1}, x-expect: {matches: 1, before: {}}}",
        2,
        info="x-generator: go",
    )
    series = make_series(document, [adds, only])
    (problem,) = newly_broken(series, series.with_steps([only]))
    assert "selects nothing" in problem.message
