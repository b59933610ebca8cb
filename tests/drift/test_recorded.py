"""What every action of a series does on the document that it was recorded on."""

from __future__ import annotations

from tests.drift.contexts import ID, OLD, PET, update
from tests.drift.test_judge import ADD, AGE, NOWHERE, series

from specmend.document.tree.values import get
from specmend.drift.recorded import record


def test_each_action_finds_what_those_before_it_left() -> None:
    made = record(OLD, series([ADD], [AGE]))
    (first,), (second,) = made.steps
    assert first.old is OLD
    assert first.after is second.old
    assert get(made.after, (*PET, "properties", "age", "type")) == "string"


def test_an_action_that_cannot_be_made_leaves_the_document_as_it_is() -> None:
    text = update("$.components.schemas.Pet.properties.id.type", "string")
    made = record(OLD, series([NOWHERE, text]))
    ((failed, one),) = made.steps
    assert failed.result is None
    assert failed.error is not None
    assert failed.after is OLD
    assert get(one.after, (*ID, "type")) == "string"
