"""Judge every action of a series on a new upstream document."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.drift.contexts import ID, OLD, PET, Fields, Move, edit, moved, update
from tests.drift.trials import as_json

from specmend.document.tree.values import MISSING
from specmend.drift.judge import judge_series, judge_trees
from specmend.drift.verdicts import StepVerdict
from specmend.steps.proposal import as_action
from specmend.steps.step import Action, Step, Verdict

NUMBER = "$.components.schemas.Pet.properties.id"
TYPE = update(f"{NUMBER}.type", "string")
TITLE = update(NUMBER, {"title": "Id"})
NOWHERE = update("$.nowhere", {"title": "Cats"})
ADD = update("$.components.schemas.Pet.properties", {"age": {"type": "integer"}})
AGE = update("$.components.schemas.Pet.properties.age.type", "string")
RENAME = edit("$", "rename-schema", names={"Pet": "Animal"})
RENAMED = update("$.components.schemas.Animal", {"title": "Animal"})
GONE = ("remove", (*PET, "properties"))


def series(*steps: Sequence[Fields]) -> list[Step]:
    source = as_json(OLD)
    return [
        Step(
            number=number,
            title="S",
            reason="R",
            source=source,
            actions=tuple(as_action(fields) for fields in actions),
        )
        for number, actions in enumerate(steps, 1)
    ]


def judged(moves: list[Move], *steps: Sequence[Fields]) -> tuple[StepVerdict, ...]:
    return judge_trees(OLD, moved(*moves), series(*steps))


A, U, M, C, G, N, B = (
    Verdict.APPLIES,
    Verdict.ALREADY_UPSTREAM,
    Verdict.MOVED,
    Verdict.CONFLICT,
    Verdict.GONE,
    Verdict.NEVER_MATCHED,
    Verdict.BLOCKED,
)
SERIES: list[tuple[list[Move], list[list[Fields]], list[list[Verdict]]]] = [
    ([], [[TYPE], [TITLE]], [[A], [A]]),
    ([], [[]], [[]]),
    ([], [[NOWHERE]], [[N]]),
    # A step finds what the steps before it left, on both documents.
    ([], [[RENAME], [RENAMED]], [[A], [A]]),
    ([("rename", PET, "Animal")], [[RENAME], [RENAMED]], [[U], [A]]),
    ([("rename", PET, "Cat")], [[RENAME], [RENAMED]], [[M], [A]]),
    ([("rename", PET, "Cat")], [[TYPE], [TITLE]], [[M], [M]]),
    # A step that fails changes nothing for those after it, which are blocked where they need it.
    ([GONE], [[ADD], [AGE]], [[G], [B]]),
    ([GONE], [[ADD], [AGE], [RENAME]], [[G], [B], [A]]),
    ([GONE], [[ADD, AGE]], [[G, B]]),
    # What upstream has of a failed step is there for those after it.
    (
        [("set", (*ID, "type"), "number"), ("set", (*PET, "title"), "Pet")],
        [
            [update("$.components.schemas.Pet", {"title": "Pet"}), TYPE],
            [update("$.components.schemas.Pet.title", "Cat")],
        ],
        [[U, C], [A]],
    ),
]


@pytest.mark.parametrize(("moves", "steps", "verdicts"), SERIES)
def test_a_series_is_judged_in_order(
    moves: list[Move], steps: list[list[Fields]], verdicts: list[list[Verdict]]
) -> None:
    records = judged(moves, *steps)
    assert [[one.verdict for one in record.actions] for record in records] == verdicts


def test_steps_are_counted_while_they_are_judged() -> None:
    counted: list[int] = []
    judge_trees(OLD, OLD, series([TYPE], [TITLE], [NOWHERE]), lambda: counted.append(1))
    assert len(counted) == 3


def test_documents_are_judged_by_their_trees() -> None:
    steps = series([TYPE])
    new = moved(("set", (*ID, "type"), "string"))
    (record,) = judge_series(as_json(OLD), as_json(new), steps)
    assert record.verdict is U
    assert record.step is steps[0]


def test_an_action_that_touches_nothing_is_judged_by_the_new_document() -> None:
    step = Step(
        number=1,
        title="S",
        reason="R",
        plain=True,
        source=as_json(OLD),
        actions=(Action(index=0, target="$.info", update=MISSING),),
    )
    (record,) = judge_trees(OLD, OLD, [step])
    assert record.verdict is A
    assert record.actions[0].message == "it changes nothing, which is allowed"
