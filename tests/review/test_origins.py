"""Who made a change: the stage that has it, the place around it, or nobody that is known."""

from __future__ import annotations

import pytest
from tests.review.changes import on_the_wire

from specmend.review.origins import Others, Stage, together, with_origins

TYPE = "/components/schemas/Pet/properties/name"
UPSTREAM = Stage(by="upstream", changes=[on_the_wire("operation-removed", "/paths/~1pets/get")])
FIRST = Stage(by="step 0001", changes=[on_the_wire("property-added", TYPE)])
SECOND = Stage(by="step 0002", changes=[on_the_wire("schema-type-changed", f"{TYPE}/type")])


@pytest.mark.parametrize(
    ("id_", "place", "stages", "by"),
    [
        ("operation-removed", "/paths/~1pets/get", [UPSTREAM, FIRST], "upstream"),
        ("property-added", TYPE, [UPSTREAM, FIRST], "step 0001"),
        # The same place, and another change: both made it.
        ("schema-format-changed", f"{TYPE}/type", [FIRST, SECOND], "step 0002"),
        ("property-removed", TYPE, [UPSTREAM, FIRST], "step 0001"),
        # A place around it, or inside it.
        ("schema-format-changed", f"{TYPE}/format", [UPSTREAM, FIRST], "step 0001"),
        ("property-added", "/components/schemas/Pet", [FIRST, SECOND], "step 0001 and step 0002"),
        ("operation-removed", "/paths/~1pets/get", [UPSTREAM, UPSTREAM], "upstream"),
        ("operation-removed", "/paths/~1vets/get", [UPSTREAM, FIRST], "unknown"),
        ("operation-removed", "/paths/~1vets/get", [FIRST], "step 0001"),
        ("operation-removed", "/paths/~1vets/get", [], "unknown"),
    ],
)
def test_a_change_is_of_the_stage_that_has_it(
    id_: str, place: str, stages: list[Stage], by: str
) -> None:
    (change,) = with_origins([on_the_wire(id_, place)], stages)
    assert change.by == by


@pytest.mark.parametrize(
    ("origins", "words"),
    [
        ([], "unknown"),
        (["upstream"], "upstream"),
        (["upstream", "upstream"], "upstream"),
        (["upstream", "step 0001"], "upstream and step 0001"),
        (["upstream and step 0001", "step 0001"], "upstream and step 0001"),
        (["unknown", "step 0001"], "step 0001"),
        (["unknown"], "unknown"),
    ],
)
def test_several_origins_are_told_together(origins: list[str], words: str) -> None:
    assert together(origins) == words


@pytest.mark.parametrize(
    ("others", "by"),
    [
        (Others(), "unknown"),
        (Others(has_other_tools=True), "generator"),
        (Others(has_other_settings=True), "settings"),
        (Others(has_other_tools=True, has_other_settings=True), "generator"),
        (Others(hand_written={"feed"}, has_other_tools=True), "client modules"),
        (Others(hand_written={"walk"}, has_other_tools=True), "generator"),
        (Others(hand_written={"walk"}), "client modules"),
        (Others(hand_written={"walk"}, wire=["upstream"]), "unknown"),
        (Others(wire=["upstream"]), "upstream"),
        (Others(wire=["upstream", "step 0001"]), "upstream and step 0001"),
        (Others(has_other_tools=True, wire=["upstream"]), "generator"),
    ],
)
def test_what_no_change_of_the_document_explains(others: Others, by: str) -> None:
    assert others.origin("client.Client.feed") == by
